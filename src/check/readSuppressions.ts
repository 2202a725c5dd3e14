import { resolve } from 'node:path';
import {
  SuppressedBy,
  nothingReadable,
  rowsWithoutNumber,
  suppressionFailure,
  unreadableRows,
  type NamedSuppressionList,
  type SuppressedNumbers,
  type SuppressionRemark,
} from '../callList/suppression/suppressedNumbers.ts';
import { readSuppressionList } from '../callList/suppression/suppressionList.ts';
import { messageOf } from '../core/errors.ts';
import { FileBytes } from '../host/fileBytes.ts';
import type { CheckArguments } from './checkArguments.ts';

/** Numbers that must not be called, and the remarks on the lists that name them. */
export interface Suppressions {
  readonly suppressed: SuppressedNumbers | undefined;
  readonly remarks: readonly SuppressionRemark[];
  /** One sentence for each list that cannot be used. */
  readonly failures: readonly string[];
}

/** Reads all suppression lists. One that cannot be read blocks every call list that is checked with it. */
export async function readSuppressions(
  { suppression, region }: Pick<CheckArguments, 'suppression' | 'region'>,
  folder: string,
): Promise<Suppressions> {
  const lists: NamedSuppressionList[] = [];
  const failures: string[] = [];
  for (const name of suppression) {
    try {
      const bytes = new FileBytes(resolve(folder, name), name);
      const list = await readSuppressionList(bytes, { defaultRegion: region });
      if (list.rows > 0 && list.numbers.size === 0) failures.push(nothingReadable({ name, list }, remedy));
      else lists.push({ name, list });
    } catch (error) {
      failures.push(`The suppression list “${name}” cannot be read. ${messageOf(error)}`);
    }
  }
  failures.push(...unreadableRows(lists));
  return {
    suppressed: lists.length === 0 ? undefined : new SuppressedBy(lists),
    remarks: [...failures.map(suppressionFailure), ...rowsWithoutNumber(lists)],
    failures,
  };
}

const remedy = 'Write the numbers with + and country code, or give --region.';
