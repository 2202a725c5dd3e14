import { callState } from '../answers/callState.ts';
import type { CampaignRun } from '../dialing/campaignRun.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import type { SandboxCampaign, SandboxState } from '../sandboxState.ts';

/** One call: a row of a campaign, or a single call. `row` counts from 0. */
export interface CallPlace {
  readonly campaign: SandboxCampaign;
  readonly run: CampaignRun;
  readonly row: number;
}

/** @throws HttpProblem 404 */
export function findCall(state: SandboxState, id: string): CallPlace {
  const parts = state.ids.read(id);
  const campaign = parts?.kind === 'call' ? state.campaignByNumber(parts.campaign) : undefined;
  const run = campaign?.pacer?.run;
  if (parts === undefined || campaign === undefined || run === undefined || parts.row >= run.states.total)
    throw new HttpProblem(404, 'Call not found');
  return { campaign, run, row: parts.row };
}

/** Lets an attempt in progress finish and makes no other. @throws HttpProblem 409 */
export function cancelCall(place: CallPlace): void {
  refuseOver(place);
  place.run.cancelRow(place.row);
}

/**
 * Makes no further attempt until the call is resumed; an attempt in progress finishes. @throws HttpProblem
 * 409
 */
export function pauseCall(place: CallPlace): void {
  refuseOver(place);
  if (place.run.states.of(place.row) === 'not_launched')
    throw new HttpProblem(409, 'Call has not been launched yet');
  place.run.pauseRow(place.row);
}

/** @throws HttpProblem 409 */
export function resumeCall({ clock }: SandboxState, place: CallPlace): void {
  refuseOver(place);
  place.run.advanceTo(clock.nowMs());
  place.run.resumeRow(place.row);
}

function refuseOver({ run, row }: CallPlace): void {
  const { status } = callState(run, row);
  if (status === 'completed' || status === 'errored' || status === 'post_processing')
    throw new HttpProblem(409, 'Call is already over');
  if (status === 'cancelled' || run.marks.has(row, 'stopped'))
    throw new HttpProblem(409, 'Call is already cancelled');
}
