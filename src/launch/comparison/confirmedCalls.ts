import type { CampaignTerms } from './campaignTerms.ts';
import { readRow } from './compareContacts.ts';
import { contactText } from './contactText.ts';
import { callStage, type ServerRow } from './serverRow.ts';

/** A call as a person confirmed it: what it dials and says must be the same when it is launched. */
export interface ConfirmedCall {
  /** Id of `row.call`; undefined in a draft, whose calls are not made yet. */
  readonly callId: string | undefined;
  /** See `contactText`. */
  readonly contact: string;
}

/** What a person saw when they confirmed a launch. */
export interface ConfirmedLaunch {
  readonly terms: CampaignTerms;
  readonly calls: readonly ConfirmedCall[];
}

/** @returns undefined for a row whose number or values cannot be told, which is never launched */
export async function confirmedCall(row: ServerRow): Promise<ConfirmedCall | undefined> {
  const said = await readRow(row, { names: undefined });
  if (typeof said === 'string') return undefined;
  return { callId: row.call?.id, contact: contactText(said.number, said.variables) };
}

/** How many confirmed calls have changed or no longer wait, by what happened to them. */
export interface CallChanges {
  /** Not in the campaign any more. */
  readonly gone: number;
  /** Another number or another value. */
  readonly changed: number;
  /** Launched or cancelled meanwhile, by somebody else. */
  readonly moved: number;
}

/**
 * Compares the calls that were confirmed with the rows as they are now.
 * @param waiting true: each must still wait to be launched
 */
export async function changesSince(
  calls: readonly ConfirmedCall[],
  rows: readonly ServerRow[],
  waiting: boolean,
): Promise<CallChanges> {
  const now = new Map(rows.flatMap((row) => (row.call === undefined ? [] : [[row.call.id, row] as const])));
  let [gone, changed, moved] = [0, 0, 0];
  for (const { callId, contact } of calls) {
    const row = callId === undefined ? undefined : now.get(callId);
    if (row === undefined) gone += 1;
    else if (waiting && callStage(row.call) !== 'waiting') moved += 1;
    else if ((await confirmedCall(row))?.contact !== contact) changed += 1;
  }
  return { gone, changed, moved };
}

/**
 * As `changesSince`, for a draft, which is launched as a whole: rows are compared as a multiset of contacts.
 */
export async function draftChangesSince(
  calls: readonly ConfirmedCall[],
  rows: readonly ServerRow[],
): Promise<CallChanges & { readonly added: number }> {
  const open = new Map<string, number>();
  for (const { contact } of calls) open.set(contact, (open.get(contact) ?? 0) + 1);
  let [added, moved] = [0, 0];
  for (const row of rows) {
    if (callStage(row.call) === 'launched') moved += 1;
    const contact = (await confirmedCall(row))?.contact;
    const left = contact === undefined ? 0 : (open.get(contact) ?? 0);
    if (contact === undefined || left === 0) added += 1;
    else open.set(contact, left - 1);
  }
  const gone = [...open.values()].reduce((sum, left) => sum + left, 0);
  return { gone, changed: 0, moved, added };
}
