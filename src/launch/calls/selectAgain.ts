import { overStatuses } from '../../core/callCapabilities.ts';
import { readRow } from '../comparison/compareContacts.ts';
import { contactText } from '../comparison/contactText.ts';
import type { CampaignWithRows } from '../comparison/readCampaign.ts';
import {
  differingRows,
  reasonAgainst,
  type ExclusionReason,
  type SelectionGuards,
  type WaitingCall,
  type WaitingSelection,
} from './selectWaiting.ts';

/** As `SelectionGuards`, except that an earlier launch may name a call: it was launched before. */
export type AgainGuards = Omit<SelectionGuards, 'named' | 'callIds'> & {
  readonly callIds: ReadonlySet<string>;
};

export interface AgainSelection extends WaitingSelection {
  /** How many of `calls` have been made as often as the rules allow, so that the service will skip them. */
  readonly exhausted: number;
}

/**
 * The chosen calls that are over and may be made again.
 * @returns undefined when none of them is in the campaign
 */
export async function selectAgain(
  read: CampaignWithRows,
  guards: AgainGuards,
): Promise<AgainSelection | undefined> {
  const chosen = read.rows.filter(({ call }) => call !== undefined && guards.callIds.has(call.id));
  if (chosen.length === 0) return undefined;
  const { campaign } = read;
  const most = (campaign.call_retry_config ?? campaign.assistant?.call_retry_config)?.max_retry_attempts;
  const differing = await differingRows(read, guards.sent);
  const excluded = new Map<ExclusionReason, number>();
  const calls: WaitingCall[] = [];
  let exhausted = 0;
  for (const row of chosen) {
    const said = await readRow(row, { names: undefined });
    const number = typeof said === 'string' ? undefined : said.number;
    const reason =
      reasonOf(row.call?.status ?? '') ??
      (number === undefined
        ? 'unreadable'
        : reasonAgainst(number, {
            ...guards,
            named: new Set(),
            callId: row.call?.id ?? '',
            differs: differing.has(row.id),
          }));
    if (reason !== undefined || typeof said === 'string') {
      const why = reason ?? 'unreadable';
      excluded.set(why, (excluded.get(why) ?? 0) + 1);
      continue;
    }
    if (most !== undefined && (row.call?.calls_count ?? 0) >= most) exhausted += 1;
    calls.push({
      rowId: row.id,
      callId: row.call?.id,
      contact: contactText(said.number, said.variables),
      dialled: { to_phone_number: said.number, prompt_variables: said.variables },
    });
  }
  return { operation: 'launchCalls', calls, excluded, exhausted };
}

function reasonOf(status: string): ExclusionReason | undefined {
  if ((overStatuses as readonly string[]).includes(status)) return undefined;
  if (status === 'not_launched') return 'never launched';
  return status === 'cancelled' ? 'cancelled' : 'open';
}
