import { outcomeText } from '../core/outcomeText.ts';
import type { PersonFacts } from './personFacts.ts';
import { mayOptOut } from './campaignReport.ts';
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

/**
 * All groups that have members, for a person to choose from. Open people are in none, because the campaign
 * still calls them.
 */
export function cohorts(people: readonly PersonFacts[]): readonly Cohort[] {
  const closed = people.filter(({ open }) => !open);
  const lastIs = (result: string) =>
    closed.filter((person) => !person.reached && person.attempts.at(-1)?.result === result);
  const fixed: readonly Cohort[] = [
    {
      key: 'notReached',
      label: 'Not reached',
      detail: 'Called, no person answered, and no further call will come',
      reason: 'not reached',
      people: closed.filter(({ reached, attempts }) => !reached && attempts.length > 0),
    },
    {
      key: 'neverCalled',
      label: 'Never called',
      detail: 'No call was made, and none will come',
      reason: 'never called',
      people: closed.filter(({ attempts }) => attempts.length === 0),
    },
    {
      key: 'voicemail',
      label: 'Voicemail',
      detail: 'The last call reached a voicemail, and no call a person',
      reason: 'voicemail',
      people: lastIs('voicemail'),
    },
    {
      key: 'noAnswer',
      label: 'No answer or busy',
      detail: 'The last call was not answered, or the line was busy',
      reason: 'no answer or busy',
      people: closed.filter(({ reached, attempts }) => {
        const last = attempts.at(-1)?.dialError;
        return !reached && (last === 'no_answer' || last === 'busy' || last === 'temporarily_unavailable');
      }),
    },
    {
      key: 'hungUpEarly',
      label: 'Hung up early',
      detail: `A person ended the last call within ${earlySeconds} seconds`,
      reason: `hung up within ${earlySeconds} seconds`,
      people: closed.filter(({ reached, attempts }) => {
        const last = attempts.at(-1);
        const seconds = last === undefined ? undefined : talkSeconds(last);
        return reached && last?.endedBy === 'user' && seconds !== undefined && seconds < earlySeconds;
      }),
    },
    {
      key: 'callback',
      label: 'Asked to be called back',
      detail: 'By the outcome of the call, or a value of the structured output',
      reason: 'asked to be called back',
      people: closed.filter(wantsCallback),
    },
    {
      key: 'optOut',
      label: 'May not want to be called again',
      detail: 'By their words or the outcome of the call: read the lines before you act',
      reason: 'may not want to be called again',
      people: people.filter(mayOptOut),
    },
  ];
  const named = [...fixed, ...outcomeCohorts(closed), ...fieldCohorts(closed)];
  return named.filter((cohort) => cohort.people.length > 0);
}

function wantsCallback({ outcome, output }: PersonFacts): boolean {
  if (outcome?.startsWith('requested_callback') === true) return true;
  return Object.values(output ?? {}).some(
    (value) => typeof value === 'string' && /^(?:requested_)?call_?back(?:_later|_new_number)?$/i.test(value),
  );
}

function outcomeCohorts(people: readonly PersonFacts[]): readonly Cohort[] {
  const words = new Set(people.flatMap(({ outcome }) => outcome ?? []));
  return [...words].sort().map((word) => ({
    key: `outcome/${word}`,
    label: `Outcome: ${outcomeText(word)}`,
    detail: 'The outcome that Revox gave the call',
    reason: `outcome ${outcomeText(word).toLowerCase()}`,
    people: people.filter(({ outcome }) => outcome === word),
  }));
}

/** A group for each value that several people share. Free texts make none. */
function fieldCohorts(people: readonly PersonFacts[]): readonly Cohort[] {
  const groups = new Map<string, { name: string; text: string; people: PersonFacts[] }>();
  for (const person of people) {
    for (const [name, value] of Object.entries(person.output ?? {})) {
      if (typeof value === 'string' && value.length > 60) continue;
      const key = JSON.stringify([name, value]);
      const group = groups.get(key) ?? { name, text: wordOf(value), people: [] };
      group.people.push(person);
      groups.set(key, group);
    }
  }
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

/** One line of a call list of these people: the original columns, the reason, and the last call. */
export interface CohortLine {
  readonly phone: string;
  readonly input: Readonly<Record<string, string>>;
  readonly reason: string;
  /** ISO 8601; empty: never. */
  readonly lastAttempt: string;
}

export function cohortLine(person: PersonFacts, reason: string): CohortLine {
  const times = person.attempts.flatMap(({ startedMs }) => startedMs ?? []);
  const lastMs = times.length === 0 ? undefined : Math.max(...times);
  return {
    phone: person.phone,
    input: person.input,
    reason,
    lastAttempt: lastMs === undefined ? '' : new Date(lastMs).toISOString(),
  };
}

/**
 * The lines and the header of a call list. If an original column has one of our names, ours gets a number.
 */
export function cohortTable(lines: readonly CohortLine[]): readonly (readonly string[])[] {
  const names = new Set<string>();
  for (const { input } of lines) for (const name of Object.keys(input)) names.add(name);
  const [phone, reason, last] = ['phone_number', 'reason', 'last_attempt'].map((name) => free(name, names));
  const header = [phone ?? '', ...names, reason ?? '', last ?? ''];
  return [
    header,
    ...lines.map((line) => [
      line.phone,
      ...[...names].map((name) => line.input[name] ?? ''),
      line.reason,
      line.lastAttempt,
    ]),
  ];
}

function free(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${name}_${number}`;
  return candidate;
}
