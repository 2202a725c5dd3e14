import { formatCount, plural } from '../../core/format.ts';
import type { CallAction } from '../../core/callCapabilities.ts';
import type { CampaignApi } from '../../core/ports.ts';
import type { Call } from '../../core/row.ts';
import { verifiedWrite, type Observation, type VerifiedEnd } from '../changes/verifiedWrite.ts';

/** A change of single calls that launches none of them. */
export type CallChange = Extract<CallAction, 'cancel' | 'pause' | 'resume'>;

export interface ChangedCall {
  readonly callId: string;
  readonly end: VerifiedEnd<Call>;
}

export interface ChangeCallsOptions {
  readonly api: Pick<CampaignApi, 'retrieveCall' | 'cancelCall' | 'pauseCall' | 'resumeCall'>;
  /** When it fires, no further call is changed; changes already sent are followed to their end. */
  readonly signal: AbortSignal;
  /** False: the connection changed, and no further call is begun. */
  readonly stillCurrent: () => boolean;
  readonly began: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

/** Requests at the same time: quick for hundreds of calls, and few enough for a server that limits them. */
const atOnce = 4;

/** Sends one request for each call and reads the call afterwards. In the order given; never rejects. */
export async function changeCalls(
  callIds: readonly string[],
  change: CallChange,
  options: ChangeCallsOptions,
): Promise<readonly ChangedCall[]> {
  const { api, signal, stillCurrent, began, wait } = options;
  const writes: Readonly<Record<CallChange, (id: string) => Promise<boolean>>> = {
    cancel: (id) => api.cancelCall(id),
    pause: (id) => api.pauseCall(id),
    resume: (id) => api.resumeCall(id),
  };
  const ends = new Map<string, VerifiedEnd<Call>>();
  const queue = callIds.values();
  const worker = async () => {
    for (const callId of queue) {
      if (signal.aborted || !stillCurrent()) return;
      began();
      const end = await verifiedWrite<Call>({
        write: () => writes[change](callId),
        check: async (signal) => observe(await api.retrieveCall(callId, signal), change),
        wait,
      });
      ends.set(callId, end);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return callIds.flatMap((callId) => {
    const end = ends.get(callId);
    return end === undefined ? [] : [{ callId, end }];
  });
}

const overStatuses: ReadonlySet<string> = new Set(['completed', 'errored', 'cancelled', 'post_processing']);

/** A call in progress finishes in any case, so only the answer says whether it was cancelled or paused. */
function observe(call: Call, change: CallChange): Observation<Call> {
  const { status } = call;
  const still = `it is ${status === '' ? 'in an unknown state' : status.replaceAll('_', ' ')}`;
  if (change === 'resume') {
    const isDone = status !== 'paused' && status !== 'cancelled' && status !== '';
    return isDone ? { isDone, seen: call } : { isDone, seen: call, still };
  }
  if (overStatuses.has(status)) return { isDone: true, seen: call };
  if (status === 'calling') return { isDone: 'if accepted', seen: call, still };
  const isDone = status === (change === 'pause' ? 'paused' : 'cancelled');
  return isDone ? { isDone, seen: call } : { isDone, seen: call, still };
}

export interface ChangeReport {
  readonly text: string;
  readonly isGood: boolean;
}

const doneWords: Readonly<Record<CallChange, string>> = {
  cancel: 'cancelled',
  pause: 'paused',
  resume: 'resumed',
};
const reasonsShown = 3;

/** What is done, what is not and why, and how many were not tried. */
export function changeReport(asked: number, change: CallChange, ends: readonly ChangedCall[]): ChangeReport {
  const word = doneWords[change];
  const done = ends.flatMap(({ end }) => (end.kind === 'done' ? [end.seen] : []));
  const inProgress = change === 'resume' ? [] : done.filter(({ status }) => status === 'calling');
  const wasOver = change === 'resume' ? [] : done.filter(({ status }) => isOverBefore(status, change));
  const changed = done.length - inProgress.length - wasOver.length;
  const refused = ends.flatMap(({ end }) => (end.kind === 'not done' ? [end.problem] : []));
  const open = ends.flatMap(({ end }) => (end.kind === 'cannot tell' ? [end.problem] : []));
  const untried = asked - ends.length;
  const sentences = [
    changed === 0 && inProgress.length > 0
      ? ''
      : changed === 0
        ? `No call is ${word}.`
        : `${plural(changed, 'call is', 'calls are')} ${word}.`,
    inProgress.length === 0
      ? ''
      : `${plural(inProgress.length, 'call')} in progress ${inProgress.length === 1 ? 'will finish, and is' : 'will finish, and are'} not made again${change === 'pause' ? ' before you resume' : ''}.`,
    wasOver.length === 0 ? '' : `${plural(wasOver.length, 'call was', 'calls were')} over already.`,
    refused.length === 0 ? '' : `${formatCount(refused.length)} not: ${reasons(refused)}`,
    open.length === 0 ? '' : `${formatCount(open.length)} not confirmed yet: ${reasons(open)}`,
    untried === 0 ? '' : `${formatCount(untried)} not tried, because you stopped or the connection changed.`,
  ];
  return {
    text: sentences.filter((sentence) => sentence !== '').join(' '),
    isGood: refused.length + open.length + untried === 0,
  };
}

function isOverBefore(status: string, change: CallChange): boolean {
  return overStatuses.has(status) && !(change === 'cancel' && status === 'cancelled');
}

/** Each reason once, a few of them. */
function reasons(problems: readonly string[]): string {
  const distinct = [...new Set(problems.map((problem) => problem.replace(/\.$/, '')))];
  const more = distinct.length - reasonsShown;
  const rest = more > 0 ? `; and ${formatCount(more)} more reasons` : '';
  return `${distinct.slice(0, reasonsShown).join('; ')}${rest}.`;
}
