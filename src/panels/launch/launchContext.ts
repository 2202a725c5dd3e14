import type { ListProblems } from '../../editor/listProblems.ts';
import type { PreparationServices } from '../../sending/preparationOf.ts';
import type { LaunchDrafts } from './launchDrafts.ts';
import type { PanelContext } from '../panelContext.ts';

/** What a launch sheet works with besides its page: what sends it, and where its list is shown. */
export interface SheetServices extends PreparationServices {
  readonly listProblems: ListProblems;
}

/** What launch sheets work with. */
export interface LaunchContext {
  readonly panels: PanelContext;
  readonly services: SheetServices;
  readonly drafts: LaunchDrafts;
}
