/** As it is on the wire, where what is not there is null. */
export interface WireAttempt {
  readonly status: string;
  readonly started_at: string | null;
  readonly answered_at: string | null;
  readonly ended_at: string | null;
  readonly result: string | null;
  readonly dial_error: string | null;
  readonly ended_by: string | null;
  readonly end_reason?: string | null;
  readonly structured_output: Readonly<Record<string, unknown>> | null;
  readonly transcript: readonly WireTurn[] | null;
  readonly post_call_transcript?: readonly WireTurn[] | null;
}

interface WireTurn {
  readonly role: string;
  readonly content: string;
  readonly tool_name?: string;
  readonly tool_is_error?: boolean;
}

export interface WireRow {
  readonly phone_number: string;
  readonly call?: {
    readonly status: string;
    readonly outcome?: string | null;
    readonly from_phone_number: string | null;
    readonly call_attempts: readonly WireAttempt[];
  } | null;
}

const final = ['completed', 'cancelled', 'errored'];
const askedNotToBeCalled = ['take me off your list', 'Retirez-moi de votre liste'];
const talkEdges = [0, 5, 10, 20, 30, 60, 90, 120, 180, 300, 600];

/**
 * A plain count over the rows as they are on the wire: loops and no code of the extension, so that the two
 * can only agree when both are right.
 * @param over the campaign has ended: who has no call gets none
 */
export function plainCount(rows: readonly WireRow[], over: boolean): Readonly<Record<string, number>> {
  const count: Record<string, number> = {};
  const add = (name: string, by = 1) => {
    count[name] = (count[name] ?? 0) + by;
  };
  const talks: number[] = [];
  const numbers = new Set<string>();
  for (const { call, ...row } of rows) {
    const attempts = call?.call_attempts.toReversed() ?? [];
    const reached = attempts.some(({ result }) => result === 'human');
    const ended = call ? final.includes(call.status) : over;
    add('list');
    if (attempts.length > 0) add('called');
    if (attempts.some(({ answered_at }) => answered_at !== null)) add('answered');
    if (reached) add('reached');
    if (!reached && !ended) add('open');
    if (call?.status === 'not_launched') add('notLaunched');
    if (!reached && ended) add(attempts.length > 0 ? 'notReached' : 'neverCalled');
    if (attempts.some(isConversation)) add('conversation');
    if (!numbers.has(row.phone_number)) add('distinct');
    numbers.add(row.phone_number);
    attempts.forEach((attempt, at) => countCall(attempt, at, call?.from_phone_number ?? '', add, talks));
    if (reached) countReached(attempts, call?.outcome ?? undefined, add);
  }
  talks.sort((one, other) => one - other);
  if (talks.length > 0) {
    count.median = quantile(talks, 0.5);
    count.p90 = quantile(talks, 0.9);
  }
  return Object.fromEntries(Object.entries(count).filter(([, number]) => number !== 0));
}

function countCall(
  attempt: WireAttempt,
  at: number,
  from: string,
  add: (name: string, by?: number) => void,
  talks: number[],
): void {
  const { status, result, dial_error, ended_by, end_reason, answered_at } = attempt;
  if (status !== 'completed' && status !== 'error') {
    add('inProgress');
    return;
  }
  add('calls');
  if (at === 0) add('firstCalls');
  if (answered_at !== null) add('answeredCalls');
  if (result !== null) add(`result/${result}`);
  if (dial_error !== null) add(`dialError/${dial_error}`);
  const { day, hour, weekday } = newYork(attempt.started_at ?? '');
  for (const place of [`hour/${weekday}/${hour}`, `callerDay/${from}/${day}`]) {
    add(`${place} of`);
    if (result === 'human') add(place);
  }
  if (at === 0) add(`first hour/${weekday}/${hour} of`);
  for (const { role, tool_name, tool_is_error } of turnsOf(attempt)) {
    if (role === 'tool') add(`tool/${tool_name}`);
    if (role === 'tool' && tool_is_error === true) add(`toolFailed/${tool_name}`);
  }
  if (result === 'voicemail') {
    const roles = turnsOf(attempt).map(({ role }) => role);
    if (roles.slice(roles.indexOf('assistant') + 1).includes('user') && roles.includes('assistant'))
      add('voicemailWithPerson');
  }
  if (result !== 'human') return;
  add('human');
  if (at === 0) add('humanFirst');
  add(`endedBy/${ended_by}`);
  if (typeof end_reason === 'string') add(`endReason/${end_reason}`);
  const seconds = secondsOf(attempt);
  talks.push(seconds);
  add('talkSeconds', seconds);
  add(`talk/${talkEdges.findLast((edge) => edge <= seconds)}`);
  if (ended_by === 'user' && seconds < 5) add('hungUp5');
  if (ended_by === 'user' && seconds < 10) add('hungUp10');
}

function countReached(
  attempts: readonly WireAttempt[],
  outcome: string | undefined,
  add: (name: string) => void,
): void {
  add(`reachedAt/${attempts.findIndex(({ result }) => result === 'human') + 1}`);
  if (outcome !== undefined) add(`outcome/${outcome}`);
  const said = attempts
    .filter(({ result }) => result === 'human')
    .flatMap((attempt) => turnsOf(attempt).filter(({ role }) => role === 'user'));
  const asked = said.some(({ content }) => askedNotToBeCalled.some((phrase) => content.includes(phrase)));
  if (asked || outcome === 'do_not_contact') add('optOut');
  const output = attempts.findLast(({ structured_output }) => structured_output !== null)?.structured_output;
  for (const [name, value] of Object.entries(output ?? {})) {
    if (value === null || value === '') continue;
    add(`field/${name}`);
    if (typeof value === 'boolean') add(`field/${name}/${JSON.stringify(value)}`);
  }
}

function isConversation(attempt: WireAttempt): boolean {
  const turns = turnsOf(attempt).filter(({ role }) => role === 'user');
  return attempt.result === 'human' && turns.length >= 2 && secondsOf(attempt) >= 30;
}

function turnsOf({ transcript, post_call_transcript: better }: WireAttempt): readonly WireTurn[] {
  return better && better.length > 0 ? better : (transcript ?? []);
}

function secondsOf({ answered_at, ended_at }: WireAttempt): number {
  return (Date.parse(ended_at ?? '') - Date.parse(answered_at ?? '')) / 1000;
}

/** By the platform's own calendar. */
const clock = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'America/New_York', hourCycle: 'h23', hour: '2-digit', weekday: 'short' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

function newYork(time: string) {
  const parts = new Map(clock.formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: Number(parts.get('hour')),
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.get('weekday') ?? ''),
  };
}

/** Of sorted numbers, between neighbours in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
