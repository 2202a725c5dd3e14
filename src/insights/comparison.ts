import type { Steps } from '../callList/pace.ts';
import { outcomeText } from '../core/outcomeText.ts';
import { newcombeDifference, type Difference, type Proportion } from '../core/proportion.ts';
import type { Report } from './campaignReport.ts';
import { visitInPieces } from './figure.ts';
import type { PersonFacts } from './personFacts.ts';

/** One measure of two campaigns, side by side. */
export interface Compared {
  readonly label: string;
  /** `of people called` */
  readonly denominator: string;
  readonly one: Proportion;
  readonly other: Proportion;
  /** Undefined where either has nothing to be a share of. */
  readonly difference: Difference | undefined;
  readonly verdict: string;
}

/** Measures that can be compared as shares. */
export function compareReports(one: Report, other: Report): readonly Compared[] {
  const lines: readonly Line[] = [
    ['Called', 'of the people on the list', ({ funnel }) => funnel.called],
    ['Answered calls', 'of all calls', ({ answeredCalls }) => answeredCalls],
    ['Answered by a person', 'of all calls', ({ humanCalls }) => humanCalls],
    ['Answered by a person, first call', 'of first calls', ({ humanFirstCalls }) => humanFirstCalls],
    ['Reached a person', 'of the people called', ({ funnel }) => funnel.reached],
    [
      'Real conversation',
      'of the people reached',
      ({ funnel }) => ofReached(funnel.conversation, funnel.reached),
    ],
    ['Hung up within 5 seconds', 'of the calls with a person', ({ talk }) => talk.hungUpWithin5],
    ['Classified as voicemail', 'of the answered calls', (found) => resultOf(found, 'voicemail')],
    ...outcomeLines(one, other),
  ];
  return lines.map(([label, denominator, of]) => compare(label, denominator, of(one), of(other)));
}

function compare(label: string, denominator: string, one: Proportion, other: Proportion): Compared {
  const difference = newcombeDifference(one, other);
  return { label, denominator, one, other, difference, verdict: differenceWords(difference) };
}

/** The comparison in words, so that noise is not read as a difference. */
export function differenceWords(difference: Difference | undefined): string {
  if (difference === undefined) return 'Nothing to compare yet';
  if (difference.low > 0) return 'The first is higher';
  if (difference.high < 0) return 'The second is higher';
  const widest = Math.max(Math.abs(difference.low), Math.abs(difference.high));
  return widest <= 0.05 ? 'No meaningful difference' : 'Not enough data to tell';
}

type Line = readonly [string, string, (found: Report) => Proportion];

function outcomeLines(one: Report, other: Report): readonly Line[] {
  const outcomes = new Set([...one.outcomes, ...other.outcomes].map(({ key }) => key));
  const values = new Map<string, string>();
  for (const { name, values: found } of [...one.fields, ...other.fields]) {
    for (const { value, people } of found) {
      if (typeof value === 'string' && value.length > 40) continue;
      values.set(
        people.key,
        `${name}: ${typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)}`,
      );
    }
  }
  return [
    ...[...outcomes].map((key): Line => {
      const label = `Outcome: ${outcomeText(key.slice('outcome/'.length))}`;
      return [label, 'of the people reached', (found) => figureOf(found.outcomes, key, found)];
    }),
    ...[...values].slice(0, 40).map(([key, label]): Line => {
      const figures = (found: Report) =>
        found.fields.flatMap((field) => field.values.map(({ people }) => people));
      return [label, 'of the people reached', (found) => figureOf(figures(found), key, found)];
    }),
  ];
}

function figureOf(
  figures: readonly (Proportion & { readonly key: string })[],
  key: string,
  { funnel }: Report,
): Proportion {
  return figures.find((figure) => figure.key === key) ?? { count: 0, of: funnel.reached.count };
}

function ofReached({ count }: Proportion, reached: Proportion): Proportion {
  return { count, of: reached.count };
}

function resultOf({ results, answeredCalls }: Report, result: string): Proportion {
  return results.find(({ key }) => key === `result/${result}`) ?? { count: 0, of: answeredCalls.count };
}

/** How many people two lists share. */
export interface ListOverlap {
  /** Different numbers of each, and those on both. */
  readonly one: number;
  readonly other: number;
  readonly both: number;
}

export function* listOverlap(one: readonly PersonFacts[], other: readonly PersonFacts[]): Steps<ListOverlap> {
  const [first, second] = [new Set<string>(), new Set<string>()];
  yield* visitInPieces(one, ({ phone }) => void first.add(phone));
  yield* visitInPieces(other, ({ phone }) => void second.add(phone));
  let both = 0;
  yield* visitInPieces(first, (number) => {
    if (second.has(number)) both += 1;
  });
  return { one: first.size, other: second.size, both };
}
