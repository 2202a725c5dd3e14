import type { AccountCountry } from '../../editor/accountCountry.ts';
import type { ListProblems } from '../../editor/listProblems.ts';
import type { PreparationServices } from '../../sending/preparationOf.ts';
import type { MementoMap } from '../../core/mementoMap.ts';
import type { SheetDraft } from '../contract/protocolLaunchDraft.ts';
import type { PanelContext } from '../panelContext.ts';

/** What a launch sheet works with besides its page: what sends it, and where its list is shown. */
export interface SheetServices extends PreparationServices {
  readonly listProblems: ListProblems;
  readonly accountCountry: AccountCountry;
}

/** What launch sheets work with. */
export interface LaunchContext {
  readonly panels: PanelContext;
  readonly services: SheetServices;
  /** The drafts, by address of the list. */
  readonly drafts: MementoMap<SheetDraft>;
}
