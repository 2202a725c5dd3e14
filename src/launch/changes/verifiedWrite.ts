import { ApiError, messageOf } from '../../core/errors.ts';
import { TimeLimitError, withinTime } from '../../core/timeLimit.ts';

/** How a write ended, as the server shows afterwards. */
export type VerifiedEnd<Seen> =
  | { readonly kind: 'done'; readonly seen: Seen }
  /** It was refused, or a minute later there is still no sign of it. */
  | { readonly kind: 'not done'; readonly problem: string; readonly seen: Seen | undefined }
  /** It may be done: the answer was lost, the state cannot be read, or it may have been undone since. */
  | { readonly kind: 'cannot tell'; readonly problem: string };

/**
 * What one read after the write shows. `still`: another state, worded as the end of a sentence. `if
 * accepted`: the state cannot show it, so the answer counts.
 */
export type Observation<Seen> =
  | { readonly isDone: true; readonly seen: Seen }
  | { readonly isDone: 'if accepted'; readonly seen: Seen; readonly still: string }
  | { readonly isDone: false; readonly seen: Seen; readonly still: string };

export interface VerifiedWrite<Seen> {
  /** Sent once. False: the server says that it did not succeed. */
  readonly write: () => Promise<boolean>;
  /** The signal fires when the read takes too long. */
  readonly check: (signal: AbortSignal) => Promise<Observation<Seen>>;
  readonly wait: (ms: number) => Promise<void>;
  /**
   * Whether somebody else may undo it before it is read. If so, a change that no read shows is reported as
   * unknown, unless the server certainly refused it.
   */
  readonly canBeUndone?: boolean;
}

/** Pauses between reads, a minute in total: a request may arrive late, and some servers need a moment. */
const waitsMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const checkForMs = 60_000;
/** A read that takes longer counts as unreadable: a silent server must not make the minute longer. */
const maxCheckMs = 20_000;
/** Statuses of a gateway that did not get the answer of the server behind it. */
const gatewayStatuses: ReadonlySet<number | undefined> = new Set([408, 502, 504]);

/** Sends one request, then relies only on what is read afterwards. Never rejects. */
export async function verifiedWrite<Seen>({
  write,
  check,
  wait,
  canBeUndone = false,
}: VerifiedWrite<Seen>): Promise<VerifiedEnd<Seen>> {
  const answer = await write().then(
    (succeeded): Answer =>
      succeeded
        ? { kind: 'accepted' }
        : { kind: 'refused', problem: 'the server says that it did not succeed', isSure: true },
    answerOf,
  );
  let leftMs = checkForMs;
  for (let checks = 0; ; checks += 1) {
    let found: Observation<Seen> | undefined;
    let unread = '';
    try {
      found = await withinTime(maxCheckMs, check);
    } catch (error) {
      unread = messageOf(error);
      if (error instanceof TimeLimitError) leftMs -= maxCheckMs;
    }
    if (found?.isDone === true) return { kind: 'done', seen: found.seen };
    if (found?.isDone === 'if accepted' && answer.kind === 'accepted') {
      return { kind: 'done', seen: found.seen };
    }
    if (answer.kind === 'refused') {
      const { problem, isSure } = answer;
      if (found === undefined && !isSure) {
        return { kind: 'cannot tell', problem: `${problem} Its state cannot be read: ${unread}` };
      }
      if (canBeUndone && !isSure)
        return { kind: 'cannot tell', problem: `${problem} (${found?.still ?? unread})` };
      return { kind: 'not done', problem, seen: found?.seen };
    }
    const waitMs = waitsMs[checks];
    if (waitMs === undefined || leftMs <= 0) {
      const problem = answer.kind === 'lost' ? answer.problem : 'the server accepted';
      if (found === undefined) {
        return { kind: 'cannot tell', problem: `${problem}, and its state cannot be read: ${unread}` };
      }
      const message = `${problem}, but ${found.still}`;
      return canBeUndone
        ? { kind: 'cannot tell', problem: message }
        : { kind: 'not done', problem: message, seen: found.seen };
    }
    await wait(waitMs);
    leftMs -= waitMs;
  }
}

type Answer =
  | { readonly kind: 'accepted' }
  /** `isSure`: nothing was done. Otherwise the server failed while doing it. */
  | { readonly kind: 'refused'; readonly problem: string; readonly isSure: boolean }
  | { readonly kind: 'lost'; readonly problem: string };

function answerOf(error: unknown): Answer {
  const problem = messageOf(error);
  if (!(error instanceof ApiError)) return { kind: 'lost', problem };
  const isLost = error.mayHaveHappened && (error.status === undefined || gatewayStatuses.has(error.status));
  return isLost
    ? { kind: 'lost', problem: 'its answer was lost' }
    : { kind: 'refused', problem, isSure: !error.mayHaveHappened };
}
