/** How a conversation with a person ends. */
export const conversations = [
  'interested',
  'not_interested',
  'callback',
  'transfer',
  'do_not_contact',
  'hung_up',
  'too_long',
  'tool_error',
] as const;
export type Conversation = (typeof conversations)[number];
