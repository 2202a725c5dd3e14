/**
 * The id of an assistant: a UUID in older descriptions of the API, any text in today’s. 1 to 200 characters
 * that can be seen, with spaces only between them, because what is typed is trimmed. What begins like a UUID
 * must be a whole one: half an id was copied otherwise.
 */
export const assistantIdPattern = new RegExp(
  '^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}' + // a whole UUID
    '|(?![0-9a-fA-F]{8}-[0-9a-fA-F-]*$)(?!\\.{1,2}$)(?!\\s)(?!.*\\s$)[^\\p{C}\\p{Zl}\\p{Zp}]{1,200})$',
  'u',
);

export const wrongAssistantId =
  'This is not the id of an assistant. Copy all of it from the address of its page in the dashboard.';
