/** Said of nothing, and of nothing but white space. */
export const emptyFile =
  'This file is empty. Export the list again, with a header line and one person per line, and save it as CSV UTF-8.';
