/**
 * The id of an assistant: a UUID in older descriptions of the API, any text in today’s. Letters, digits and
 * `_ - . :`, 1 to 200 characters. What begins like a UUID must be a whole one: half an id was copied
 * otherwise.
 */
export const assistantIdPattern = new RegExp(
  '^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}' + // a whole UUID
    '|(?![0-9a-fA-F]{8}-[0-9a-fA-F-]*$)[\\w.:-]{1,200})$',
);

export const wrongAssistantId =
  'This is not the id of an assistant. Copy all of it from the address of its page in the dashboard.';
