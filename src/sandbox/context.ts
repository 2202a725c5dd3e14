import { campaignView } from './answers/campaignAnswer.ts';
import { shapeFor, type Revision } from './revision.ts';
import { rowView } from './answers/rowAnswer.ts';
import type { SandboxCampaign, SandboxState } from './sandboxState.ts';

/** What every route works with. */
export interface Context {
  readonly state: SandboxState;
  readonly revision: Revision;
  readonly pageBase: 0 | 1;
  /** `http://127.0.0.1:PORT`, for links to recordings. */
  readonly origin: string;
}

/** A campaign in the shape of the revision that is played. */
export function campaignFor({ revision }: Context, campaign: SandboxCampaign) {
  const { structured_output_extraction, ...view } = shapeFor(revision, campaignView(campaign));
  if (revision === 1) return view;
  if (revision === 2) return { ...view, structured_output_extraction };
  return { ...view, structured_output_extraction, row_stats: newestStats(campaign, view.row_stats) };
}

/** A row in the shape of the revision that is played. */
export function rowsFor({ state, revision, origin }: Context, campaign: SandboxCampaign, row: number) {
  const view = rowView(state, campaign, row, origin);
  return view.call === undefined ? view : { ...view, call: shapeFor(revision, view.call) };
}

/** Two more places for a row: of a draft it is `not_launched`, and what was cancelled is `skipped`, not failed. */
function newestStats(campaign: SandboxCampaign, stats: ReturnType<typeof campaignView>['row_stats']) {
  const run = campaign.pacer?.run;
  if (run === undefined) return { ...stats, pending: 0, not_launched: stats.total, skipped: 0 };
  const skipped = run.states.count('cancelled');
  return { ...stats, failed: stats.failed - skipped, not_launched: 0, skipped };
}
