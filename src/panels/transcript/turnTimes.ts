import type { SpeechEvent, TranscriptTurn } from '../../core/row.ts';

/** When a turn was spoken, as far as the speech events of the call tell. */
export interface TurnTime {
  /** Since the call was answered. */
  readonly startMs: number;
  /** The agent was interrupted. */
  readonly isInterrupted: boolean;
}

/** How many of the following events are compared with a turn. */
const lookahead = 8;

/**
 * The time of each turn, at its index; undefined where no speech event matches. Turns and events are made
 * separately and name no ids: they are matched in order, by speaker and by the words they begin with.
 */
export function turnTimes(
  turns: readonly TranscriptTurn[],
  events: readonly SpeechEvent[],
): readonly (TurnTime | undefined)[] {
  const real = events.filter((event) => event.is_real_turn !== false);
  let next = 0;
  return turns.map((turn) => {
    const speaker = turn.role === 'user' ? 'user' : 'agent';
    if (turn.role === 'tool') return undefined;
    const candidates = real.slice(next, next + lookahead);
    const sameWords = candidates.findIndex((event) => event.speaker === speaker && beginsAlike(event, turn));
    // The words of the live transcript and of the recording may differ: the next event of this speaker
    // counts.
    const found = sameWords >= 0 ? sameWords : candidates.findIndex((event) => event.speaker === speaker);
    const event = candidates[found];
    if (event?.started_speaking_at_ms === undefined) return undefined;
    next += found + 1;
    return { startMs: event.started_speaking_at_ms, isInterrupted: event.was_cut === true };
  });
}

function beginsAlike(event: SpeechEvent, turn: TranscriptTurn): boolean {
  const words = (text: string) =>
    text
      .slice(0, 60)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [spoken, written] = [words(event.transcript ?? ''), words(turn.content)];
  const length = Math.min(spoken.length, written.length, 20);
  return length > 0 && spoken.slice(0, length) === written.slice(0, length);
}
