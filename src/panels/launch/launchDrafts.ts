import { MementoMap, type Memory } from '../../core/mementoMap.ts';
import { checkDraft } from './launchDraft.ts';
import type { SheetDraft } from '../contract/protocolLaunchDraft.ts';

/** What was typed into the launch sheets of this workspace, by address of the list. No contact is in it. */
export function launchDrafts(memory: Memory): MementoMap<SheetDraft> {
  return new MementoMap({ memory, key: 'revox.launchSheets', max: 30, read: checkDraft });
}
