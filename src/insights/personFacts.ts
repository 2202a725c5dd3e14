import type { CallAttempt, Row } from '../core/row.ts';
import { toMs } from '../core/timestamp.ts';
import { talkFacts, type TalkFacts } from './talkFacts.ts';

/** A value of a structured output as it is counted: texts are cut, structures are JSON. */
export type OutputValue = string | number | boolean;

/** One call attempt, without what was said. */
export interface AttemptFacts extends TalkFacts {
  readonly id: string;
  /** In the order they were made, from 1. */
  readonly number: number;
  /** It has ended, well or badly. */
  readonly over: boolean;
  readonly startedMs: number | undefined;
  readonly answeredMs: number | undefined;
  readonly endedMs: number | undefined;
  readonly result: string | undefined;
  readonly dialError: string | undefined;
  readonly endedBy: string | undefined;
  readonly endReason: string | undefined;
}

/** One row of a campaign and what happened to it: all that insights keep of it. */
export interface PersonFacts {
  readonly campaignId: string;
  readonly rowId: string;
  /** Id of the call order; undefined while the service has made none. */
  readonly callId: string | undefined;
  /** From 0. */
  readonly rowIndex: number | undefined;
  /** E.164 */
  readonly phone: string;
  readonly input: Readonly<Record<string, string>>;
  /** The call's status as the server sent it; undefined while there is no call. */
  readonly status: string | undefined;
  readonly fromNumber: string | undefined;
  /** Oldest first. */
  readonly attempts: readonly AttemptFacts[];
  /** At least one attempt has the result `human`. */
  readonly reached: boolean;
  /** Not reached, and calls may still come. */
  readonly open: boolean;
  readonly outcome: string | undefined;
  readonly outcomeSummary: string | undefined;
  /** Of the newest attempt that has any; undefined where none has. */
  readonly output: Readonly<Record<string, OutputValue>> | undefined;
}

const maxAttempts = 200;
const maxOutputs = 200;
const maxOutputLength = 200;
const maxSummaryLength = 500;

/** A call with one of these statuses gets no further attempt. */
const finalStatuses: ReadonlySet<string> = new Set(['completed', 'cancelled', 'errored']);

export interface FactsOptions {
  readonly campaignId: string;
  /** The campaign was cancelled or is completed: who has no call gets none. */
  readonly campaignOver: boolean;
}

/** What insights keep of a row. Transcripts are counted here and forgotten. */
export function personFacts(row: Row, { campaignId, campaignOver }: FactsOptions): PersonFacts {
  const { call } = row;
  const made = attemptsOf(row);
  const attempts = made.map((attempt, index) => attemptFacts(attempt, index + 1));
  const reached = attempts.some(({ result }) => result === 'human');
  const ended = call === undefined ? campaignOver : finalStatuses.has(call.status);
  const output = made.findLast(({ structured_output }) => structured_output !== undefined)?.structured_output;
  return {
    campaignId,
    rowId: row.id,
    callId: call?.id,
    rowIndex: row.row_index,
    phone: row.phone_number,
    input: row.input_data,
    status: call?.status,
    fromNumber: call?.from_phone_number,
    attempts,
    reached,
    open: !reached && !ended,
    outcome: call?.outcome,
    outcomeSummary: call?.outcome_summary?.slice(0, maxSummaryLength),
    output: output && keptOutput(output),
  };
}

/**
 * The attempts of a row, oldest first and as many as facts are kept of: the first is attempt 1. The API says
 * that it sends the newest first; they are sorted all the same where every attempt tells when it began.
 */
export function attemptsOf({ call }: Row): readonly CallAttempt[] {
  const attempts = call?.call_attempts ?? [];
  if (attempts.length < 2) return attempts;
  const times = attempts.map((attempt) => ({ attempt, ms: toMs(attempt.started_at) }));
  const newest = times.every(isTimed)
    ? times.toSorted((one, other) => other.ms - one.ms).map(({ attempt }) => attempt)
    : attempts;
  return newest.slice(0, maxAttempts).toReversed();
}

interface TimedAttempt {
  readonly attempt: CallAttempt;
  readonly ms: number;
}

function isTimed(time: { readonly ms: number | undefined }): time is TimedAttempt {
  return time.ms !== undefined;
}

function attemptFacts(attempt: CallAttempt, number: number): AttemptFacts {
  const { id, status, result, dial_error, ended_by, end_reason } = attempt;
  const endedMs = toMs(attempt.ended_at);
  return {
    id,
    number,
    over: endedMs !== undefined || status === 'completed' || status === 'error',
    startedMs: toMs(attempt.started_at),
    answeredMs: toMs(attempt.answered_at),
    endedMs,
    result,
    dialError: dial_error,
    endedBy: ended_by,
    endReason: end_reason,
    ...talkFacts(attempt),
  };
}

function keptOutput(output: Readonly<Record<string, unknown>>): Readonly<Record<string, OutputValue>> {
  const kept: Record<string, OutputValue> = {};
  for (const [name, value] of Object.entries(output).slice(0, maxOutputs)) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
    else kept[name] = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, maxOutputLength);
  }
  return kept;
}

/** Seconds from the answer to the end; undefined where nobody answered or the times are out of order. */
export function talkSeconds({ answeredMs, endedMs }: AttemptFacts): number | undefined {
  if (answeredMs === undefined || endedMs === undefined || endedMs < answeredMs) return undefined;
  return (endedMs - answeredMs) / 1000;
}
