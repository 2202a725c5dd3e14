import type { CampaignWithRows } from '../comparison/readCampaign.ts';
import {
  callOrReason,
  type ExclusionReason,
  type SelectionGuards,
  type WaitingCall,
  type WaitingSelection,
} from './selectWaiting.ts';

/** The chosen calls that are paused and may be made. Calls to people who must not be called stay paused. */
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
    const found = await callOrReason(row, {
      ...{ ...guards, named: new Set<string>(), sent: undefined },
      ...{ callId: call.id, differs: false },
    });
    if (typeof found === 'string') excluded.set(found, (excluded.get(found) ?? 0) + 1);
    else calls.push({ ...found, callId: call.id });
  }
  return { calls, excluded };
}
