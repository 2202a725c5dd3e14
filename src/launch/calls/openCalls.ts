import type { Contact } from '../../core/createRequest.ts';
import { readRow } from '../comparison/compareContacts.ts';
import type { CampaignWithRows } from '../comparison/readCampaign.ts';
import { reasonAgainst, type ExclusionReason, type SelectionGuards } from './selectWaiting.ts';
import { callStage } from '../comparison/serverRow.ts';

/** The calls of a campaign that are launched and not over. Resuming or widening the campaign makes them. */
export interface OpenCalls {
  readonly contacts: readonly Contact[];
  /** Ids of calls to people who must not be called. */
  readonly forbiddenIds: readonly string[];
  /** How many must not be called, by reason. */
  readonly excluded: ReadonlyMap<ExclusionReason, number>;
}

const overStatuses: ReadonlySet<string> = new Set(['completed', 'errored', 'cancelled', 'post_processing']);

export async function openCalls(
  { rows }: CampaignWithRows,
  guards: Pick<SelectionGuards, 'isSuppressed' | 'mustNotBeCalled'>,
): Promise<OpenCalls> {
  const contacts: Contact[] = [];
  const forbiddenIds: string[] = [];
  const excluded = new Map<ExclusionReason, number>();
  for (const row of rows) {
    const { call } = row;
    if (call === undefined || callStage(call) !== 'launched' || overStatuses.has(call.status)) continue;
    const said = await readRow(row, { names: undefined });
    // A number that cannot be read is compared with the lists as it is written.
    const number = typeof said === 'string' ? (call.to_phone_number ?? row.phone_number) : said.number;
    const reason = reasonAgainst(number, {
      ...guards,
      named: new Set(),
      sent: undefined,
      callId: call.id,
      differs: false,
    });
    contacts.push({ to_phone_number: number, prompt_variables: {} });
    if (reason === undefined) continue;
    forbiddenIds.push(call.id);
    excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  }
  return { contacts, forbiddenIds, excluded };
}
