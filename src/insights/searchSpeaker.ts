/** Who speaks in the lines that a search is about. */
export const searchSpeakers = ['anybody', 'contact', 'assistant', 'tool'] as const;
export type SearchSpeaker = (typeof searchSpeakers)[number];

/** @returns who speaks in a turn of this role; undefined for a role that no search is limited to */
export function speakerOf(role: string): SearchSpeaker | undefined {
  if (role === 'user') return 'contact';
  if (role === 'assistant' || role === 'human_agent') return 'assistant';
  return role === 'tool' ? 'tool' : undefined;
}
