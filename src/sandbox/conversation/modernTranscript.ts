import type { TranscriptTurn } from '../../core/row.ts';

/** A turn as the clients since 0.2.0 describe it. */
export interface ModernTurn extends Omit<TranscriptTurn, 'role'> {
  readonly role: 'user' | 'assistant' | 'human_agent' | 'tool';
  readonly tool_output?: string | undefined;
}

/**
 * The live transcript with the result of each tool. After a takeover, an operator of the organization
 * continues.
 */
export function modernTranscript(turns: readonly TranscriptTurn[], takenOver: boolean): ModernTurn[] {
  const said = turns.map((turn): ModernTurn => ({
    ...turn,
    role: turn.role as ModernTurn['role'],
    ...(turn.role === 'tool' ? { tool_output: turn.content } : {}),
  }));
  return takenOver ? [...said, ...takeover] : said;
}

/** The transcript made from the recording after the call: complete sentences, no hesitation. */
export function postCallTranscript(turns: readonly ModernTurn[]): ModernTurn[] {
  return turns.map((turn) =>
    turn.role === 'tool' ? turn : { ...turn, content: turn.content.replaceAll(/ ?…/g, '.') },
  );
}

const takeover: readonly ModernTurn[] = [
  { role: 'human_agent', content: 'Hello, this is Dana from Northwind. How can I help you?' },
  { role: 'user', content: 'Thank you. I would like to know what it costs for forty people.' },
  { role: 'human_agent', content: 'For forty people it is 1,480 euros a month. Shall I send you an offer?' },
  { role: 'user', content: 'Yes, please.' },
];
