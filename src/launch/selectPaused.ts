import { readRow } from './compareContacts.ts';
import { contactText } from './contactText.ts';
import type { CampaignWithRows } from './readCampaign.ts';
import {
  reasonAgainst,
  type ExclusionReason,
  type SelectionGuards,
  type WaitingCall,
  type WaitingSelection,
} from './selectWaiting.ts';

/** The chosen calls that are paused, and may be made: who must not be called stays paused. */
export async function selectPaused(
  { rows }: CampaignWithRows,
  guards: Pick<SelectionGuards, 'isSuppressed' | 'mustNotBeCalled'>,
  callIds: ReadonlySet<string>,
): Promise<Pick<WaitingSelection, 'calls' | 'excluded'>> {
  const excluded = new Map<ExclusionReason, number>();
  const calls: WaitingCall[] = [];
  for (const row of rows) {
    const { call } = row;
    if (call?.status !== 'paused' || !callIds.has(call.id)) continue;
    const said = await readRow(row, { names: undefined });
    const reason =
      typeof said === 'string'
        ? 'unreadable'
        : reasonAgainst(said.number, {
            ...guards,
            named: new Set(),
            sent: undefined,
            callId: call.id,
            differs: false,
          });
    if (reason !== undefined || typeof said === 'string') {
      const why = reason ?? 'unreadable';
      excluded.set(why, (excluded.get(why) ?? 0) + 1);
      continue;
    }
    calls.push({
      rowId: row.id,
      callId: call.id,
      contact: contactText(said.number, said.variables),
      dialled: { to_phone_number: said.number, prompt_variables: said.variables },
    });
  }
  return { calls, excluded };
}
