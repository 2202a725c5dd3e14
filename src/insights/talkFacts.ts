import type { CallAttempt, TranscriptTurn } from '../core/row.ts';
import { findOptOut } from './spokenOptOut.ts';

/** How often a tool was used in an attempt. */
export interface ToolUse {
  readonly name: string;
  readonly calls: number;
  readonly failures: number;
}

/** A line in which a contact may have asked not to be called again. */
export interface OptOutLine {
  /** Place of the turn in the transcript, from 0. */
  readonly turn: number;
  /** At most 300 characters of the turn. */
  readonly quote: string;
}

/** What a transcript tells in numbers. */
export interface TalkFacts {
  /** Turns of the contact. */
  readonly userTurns: number;
  readonly tools: readonly ToolUse[];
  /** The contact's side speaks again after the assistant spoke: no announcement does that. */
  readonly answersBack: boolean;
  readonly optOut: OptOutLine | undefined;
}

/** An attempt of more turns than this is read no further. */
const maxTurns = 5000;
const maxTools = 50;
const maxQuoteLength = 300;
const noTools: readonly ToolUse[] = [];

/** Reads a transcript once. Machines speak as `user`, too: an opt-out counts where a person was reached. */
export function talkFacts(attempt: CallAttempt): TalkFacts {
  let userTurns = 0;
  let assistantSpoke = false;
  let answersBack = false;
  let optOut: OptOutLine | undefined;
  const tools = new Map<string, { calls: number; failures: number }>();
  spokenTurns(attempt).forEach((turn, at) => {
    if (turn.role === 'assistant') assistantSpoke = true;
    if (turn.role === 'tool') addTool(tools, turn);
    if (turn.role !== 'user') return;
    userTurns += 1;
    answersBack ||= assistantSpoke;
    if (optOut !== undefined || attempt.result !== 'human') return;
    const found = findOptOut(turn.content);
    if (found !== undefined) optOut = { turn: at, quote: found.slice(0, maxQuoteLength) };
  });
  const used = tools.size === 0 ? noTools : [...tools].map(([name, counts]) => ({ name, ...counts }));
  return { userTurns, tools: used, answersBack, optOut };
}

/**
 * What was said in an attempt: as made from the recording where that is there, else as written during the
 * call.
 */
export function spokenTurns({ post_call_transcript, transcript }: CallAttempt): readonly TranscriptTurn[] {
  const best = post_call_transcript !== undefined && post_call_transcript.length > 0;
  return ((best ? post_call_transcript : transcript) ?? []).slice(0, maxTurns);
}

function addTool(
  tools: Map<string, { calls: number; failures: number }>,
  { tool_name, tool_is_error }: TranscriptTurn,
): void {
  const name = tool_name ?? 'unnamed tool';
  const known = tools.get(name) ?? { calls: 0, failures: 0 };
  if (!tools.has(name) && tools.size >= maxTools) return;
  known.calls += 1;
  if (tool_is_error === true) known.failures += 1;
  tools.set(name, known);
}
