import type { Steps } from '../callList/pace.ts';
import { outcomeText } from '../core/outcomeText.ts';
import type { PersonFacts } from './personFacts.ts';
import { mayOptOut } from './campaignReport.ts';
import { madeOnce, visitInPieces } from './figure.ts';
import { talkSeconds } from './personFacts.ts';

/** People who may be worth another call, or must not get one. */
export interface Cohort {
  readonly key: string;
  /** `Not reached` */
  readonly label: string;
  /** How membership is decided. */
  readonly detail: string;
  /** The text of the column `reason` in a call list of these people. */
  readonly reason: string;
  readonly people: readonly PersonFacts[];
}

const earlySeconds = 10;
const maxFieldCohorts = 60;

interface Rule extends Omit<Cohort, 'people'> {
  readonly holds: (person: PersonFacts) => boolean;
  /** Whether people whom a campaign still calls are members, too. */
  readonly openToo?: true;
}

const rules: readonly Rule[] = [
  {
    key: 'notReached',
    label: 'Not reached',
    detail: 'Called, no person answered, and no further call will come',
    reason: 'not reached',
    holds: ({ reached, attempts }) => !reached && attempts.length > 0,
  },
  {
    key: 'neverCalled',
    label: 'Never called',
    detail: 'No call was made, and none will come',
    reason: 'never called',
    holds: ({ attempts }) => attempts.length === 0,
  },
  {
    key: 'voicemail',
    label: 'Voicemail',
    detail: 'The last call reached a voicemail, and no call a person',
    reason: 'voicemail',
    holds: ({ reached, attempts }) => !reached && attempts.at(-1)?.result === 'voicemail',
  },
  {
    key: 'noAnswer',
    label: 'No answer or busy',
    detail: 'The last call was not answered, or the line was busy',
    reason: 'no answer or busy',
    holds: ({ reached, attempts }) => {
      const last = attempts.at(-1)?.dialError;
      return !reached && (last === 'no_answer' || last === 'busy' || last === 'temporarily_unavailable');
    },
  },
  {
    key: 'hungUpEarly',
    label: 'Hung up early',
    detail: `A person ended the last call within ${earlySeconds} seconds`,
    reason: `hung up within ${earlySeconds} seconds`,
    holds: ({ reached, attempts }) => {
      const last = attempts.at(-1);
      const seconds = last === undefined ? undefined : talkSeconds(last);
      return reached && last?.endedBy === 'user' && seconds !== undefined && seconds < earlySeconds;
    },
  },
  {
    key: 'callback',
    label: 'Asked to be called back',
    detail: 'By the outcome of the call, or a value of the structured output',
    reason: 'asked to be called back',
    holds: wantsCallback,
  },
  {
    key: 'optOut',
    label: 'May not want to be called again',
    detail: 'By their words or the outcome of the call: read the lines before you act',
    reason: 'may not want to be called again',
    holds: mayOptOut,
    openToo: true,
  },
];

/**
 * All groups that have members, for a person to choose from. Open people are in none, because the campaign
 * still calls them, except in the group of those who may not want to be called.
 */
export function* cohorts(people: readonly PersonFacts[]): Steps<readonly Cohort[]> {
  const fixed = rules.map(({ holds, openToo, ...about }) => ({
    ...{ about, holds, openToo },
    members: [] as PersonFacts[],
  }));
  const closed: PersonFacts[] = [];
  yield* visitInPieces(people, (person) => {
    if (!person.open) closed.push(person);
    for (const { holds, openToo, members } of fixed)
      if ((openToo === true || !person.open) && holds(person)) members.push(person);
  });
  const named = [
    ...fixed.map(({ about, members }) => ({ ...about, people: members })),
    ...(yield* outcomeCohorts(closed)),
    ...(yield* fieldCohorts(closed)),
  ];
  return named.filter((cohort) => cohort.people.length > 0);
}

/** Whoever was called and not reached, and gets no further call: the group that is redialled. */
export function* notReached(people: readonly PersonFacts[]): Steps<readonly PersonFacts[]> {
  return (yield* cohorts(people)).find(({ key }) => key === 'notReached')?.people ?? [];
}

function wantsCallback({ outcome, output }: PersonFacts): boolean {
  if (outcome?.startsWith('requested_callback') === true) return true;
  return Object.values(output ?? {}).some(
    (value) => typeof value === 'string' && /^(?:requested_)?call_?back(?:_later|_new_number)?$/i.test(value),
  );
}

function* outcomeCohorts(people: readonly PersonFacts[]): Steps<readonly Cohort[]> {
  const groups = new Map<string, PersonFacts[]>();
  yield* visitInPieces(people, (person) => {
    if (person.outcome !== undefined) madeOnce(groups, person.outcome, (): PersonFacts[] => []).push(person);
  });
  return [...groups.keys()].sort().map((word) => ({
    key: `outcome/${word}`,
    label: `Outcome: ${outcomeText(word)}`,
    detail: 'The outcome that Revox gave the call',
    reason: `outcome ${outcomeText(word).toLowerCase()}`,
    people: groups.get(word) ?? [],
  }));
}

/** A group for each value that several people share. Free texts make none. */
function* fieldCohorts(people: readonly PersonFacts[]): Steps<readonly Cohort[]> {
  const groups = new Map<string, { name: string; text: string; people: PersonFacts[] }>();
  yield* visitInPieces(people, (person) => {
    for (const [name, value] of Object.entries(person.output ?? {})) {
      if (typeof value === 'string' && value.length > 60) continue;
      const key = JSON.stringify([name, value]);
      madeOnce(groups, key, () => ({ name, text: wordOf(value), people: [] })).people.push(person);
    }
  });
  return [...groups]
    .filter(([, group]) => group.people.length > 1 || people.length < 20)
    .sort(([, one], [, other]) => other.people.length - one.people.length)
    .slice(0, maxFieldCohorts)
    .map(([key, { name, text, people: members }]) => ({
      key: `field/${key}`,
      label: `${name}: ${text}`,
      detail: 'A value of the structured output',
      reason: `${name} is ${text}`,
      people: members,
    }));
}

function wordOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/**
 * A call list of these people, its header first. If an original column has one of our names, ours gets a
 * number.
 */
export function* cohortTable(
  people: readonly PersonFacts[],
  reason: string,
): Steps<readonly (readonly string[])[]> {
  const names = new Set<string>();
  yield* visitInPieces(people, ({ input }) => {
    for (const name in input) names.add(name);
  });
  const columns = [...names];
  const ours = ['phone_number', 'reason', 'last_attempt'].map((name) => free(name, names));
  const [phoneName = '', reasonName = '', lastName = ''] = ours;
  const table = [[phoneName, ...columns, reasonName, lastName]];
  yield* visitInPieces(people, (person) => {
    const { phone, input } = person;
    table.push([phone, ...columns.map((name) => input[name] ?? ''), reason, lastAttempt(person)]);
  });
  return table;
}

/** ISO 8601; empty: never called. */
function lastAttempt({ attempts }: PersonFacts): string {
  let lastMs = -Infinity;
  for (const { startedMs } of attempts) if (startedMs !== undefined) lastMs = Math.max(lastMs, startedMs);
  return lastMs === -Infinity ? '' : new Date(lastMs).toISOString();
}

function free(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${name}_${number}`;
  return candidate;
}
