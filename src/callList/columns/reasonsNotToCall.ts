import { isNo, isYes } from '../refusals/answerWords.ts';
import {
  saysCalled,
  saysInterested,
  saysNotInterested,
  saysNotReached,
  saysReachable,
} from '../refusals/callInstructions.ts';
import { wordsOf } from '../vocabulary.ts';
import { isTick } from './optOutColumns.ts';
import { maxHeaderLength, type OptOutKind } from './optOutHeaders.ts';

/**
 * A column that gives a reason not to call some people, although none of them refused calls. Nobody is left
 * out by it, as a campaign may be meant for just these people. `notReached`: they could not be reached, or
 * the column is named “Phone” and says no.
 */
export interface ReasonNotToCall {
  readonly column: number;
  readonly reason: 'called' | 'notInterested' | 'notReached';
  /** Below “Called” a yes gives it, below “Interested” a no. Undefined where a status does. */
  readonly answer?: 'yes' | 'no';
  /** As in the file: `Not interested`. */
  readonly cell?: string;
}

const maxColumns = 2000;
const maxCellLength = 40;

/**
 * @param headers empty where the list has none
 * @param kinds what columns tell about refusals, by their index
 * @param rows the first rows of the list
 */
export function findReasonsNotToCall(
  headers: readonly string[],
  kinds: ReadonlyMap<number, OptOutKind>,
  rows: readonly (readonly string[])[],
): ReasonNotToCall[] {
  return headers.slice(0, maxColumns).flatMap((header, column): ReasonNotToCall[] => {
    if (header.length > maxHeaderLength) return [];
    const cells = rows.map((row) => (row[column] ?? '').trim());
    const given = reasonByHeader(wordsOf(header), cells);
    if (given !== undefined) return [{ column, ...given }];
    const isStatus = kinds.get(column) === 'remark';
    const found = isStatus ? firstReason(cells) : undefined;
    return found === undefined ? [] : [{ column, ...found }];
  });
}

/** The header first: few say anything of the sort, and only their cells have to be read. */
function reasonByHeader(
  words: readonly string[],
  cells: readonly string[],
): Omit<ReasonNotToCall, 'column'> | undefined {
  const ifYes = reasonOfYes(words);
  if (ifYes !== undefined && cells.some((cell) => isYes(cell) || isTick(cell)))
    return { reason: ifYes, answer: 'yes' };
  const ifNo = reasonOfNo(words);
  return ifNo !== undefined && cells.some(isNo) ? { reason: ifNo, answer: 'no' } : undefined;
}

function reasonOfYes(words: readonly string[]): ReasonNotToCall['reason'] | undefined {
  if (saysCalled(words)) return 'called';
  if (saysNotInterested(words)) return 'notInterested';
  return saysNotReached(words) ? 'notReached' : undefined;
}

function reasonOfNo(words: readonly string[]): ReasonNotToCall['reason'] | undefined {
  if (saysInterested(words)) return 'notInterested';
  return saysReachable(words) ? 'notReached' : undefined;
}

/** The first status of the rows that gives a reason. */
function firstReason(cells: readonly string[]): Omit<ReasonNotToCall, 'column'> | undefined {
  for (const cell of new Set(cells)) {
    if (cell === '' || cell.length > maxCellLength) continue;
    const words = wordsOf(cell);
    if (saysCalled(words)) return { reason: 'called', cell };
    if (saysNotInterested(words)) return { reason: 'notInterested', cell };
  }
  return undefined;
}
