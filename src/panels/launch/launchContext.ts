import type { CallLists } from '../../editor/callLists.ts';
import type { ListAssistants } from '../../editor/listAssistants.ts';
import type { ListProblems } from '../../editor/listProblems.ts';
import type { SendingServices } from '../../sending/sendingServices.ts';
import type { LaunchDrafts } from './launchDrafts.ts';
import type { PanelContext } from '../panelContext.ts';

/** What a launch sheet works with besides its page: what sends it, and where its list is shown. */
export interface SheetServices extends SendingServices {
  readonly listProblems: ListProblems;
  readonly callLists: CallLists;
  readonly listAssistants: ListAssistants;
}

/** What launch sheets work with. */
export interface LaunchContext {
  readonly panels: PanelContext;
  readonly services: SheetServices;
  readonly drafts: LaunchDrafts;
}
