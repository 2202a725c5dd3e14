/** The message for a file with nothing, or nothing but white space, in it. */
export const emptyFile =
  'This file is empty. Export the list again, with a header line and one person per line, and save it as CSV UTF-8.';
