import type { Context } from '../sandboxContext.ts';
import type { SandboxCampaign } from '../sandboxState.ts';
import { callAnswer } from './callAnswer.ts';

/** One row as the revision describes it. The rows of a draft have no call. */
export function rowAnswer(context: Context, campaign: SandboxCampaign, row: number, assistantAs?: unknown) {
  const { contacts } = campaign.order;
  const run = campaign.pacer?.run;
  return {
    id: context.state.ids.of({ kind: 'row', campaign: campaign.number, row, attempt: 0 }),
    input_data: contacts.variables(row),
    phone_number: contacts.phoneNumber(row),
    row_index: row,
    ...(run === undefined ? {} : { call: callAnswer(context, campaign, run, row, assistantAs) }),
  };
}
