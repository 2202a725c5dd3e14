import type { CommandContext } from '../../commands/context.ts';
import type { LaunchDrafts } from './launchDrafts.ts';
import type { PanelContext } from '../panelContext.ts';

/** What launch sheets work with. */
export interface LaunchContext {
  readonly panels: PanelContext;
  readonly commands: CommandContext;
  readonly drafts: LaunchDrafts;
}
