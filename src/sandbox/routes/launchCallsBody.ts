import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { Context } from '../sandboxContext.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import type { SandboxCampaign } from '../sandboxState.ts';
import { callMatcher, selectionShape } from './callFilter.ts';
import { bodyOf, timeMs, timeText } from './campaignBody.ts';

/**
 * The rows that the body of `launch-calls` selects, ascending, and when to call them, in milliseconds since
 * 1970 (undefined: now). Ids of other campaigns select nothing.
 * @throws HttpProblem 400, 409, 413 or 422 that says what is wrong
 */
export async function readLaunchRequest(
  request: IncomingMessage,
  context: Context,
  campaign: SandboxCampaign,
): Promise<{ rows: number[]; atMs: number | undefined }> {
  const { strict, revision } = context;
  const schema = bodyOf(strict, {
    mode: z.enum(['ai_first', 'speed_dial']),
    selection: bodyOf(strict, {
      rows: bodyOf(strict, { mode: z.enum(['only', 'all_except']), call_ids: z.array(z.string()) }),
      filters: bodyOf(strict, selectionShape(revision)),
    }),
    scheduled_at: timeText.optional(),
  });
  const result = schema.safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  const { mode, selection, scheduled_at } = result.data;
  if (mode === 'speed_dial') refuseSpeedDial(scheduled_at);
  return {
    rows: selectedRows(context, campaign, selection),
    atMs: scheduled_at === undefined ? undefined : timeMs(scheduled_at),
  };
}

/** Speed dial needs the session of a person, which the sandbox does not have. */
function refuseSpeedDial(scheduledAt: string | undefined): never {
  if (scheduledAt !== undefined)
    throw new HttpProblem(422, 'scheduled_at: a speed dial session cannot be scheduled');
  throw new HttpProblem(409, 'No operator is signed in for speed dial');
}

function selectedRows(
  context: Context,
  campaign: SandboxCampaign,
  selection: {
    readonly rows: { readonly mode: 'only' | 'all_except'; readonly call_ids: readonly string[] };
    readonly filters: Parameters<typeof callMatcher>[1];
  },
): number[] {
  const run = campaign.pacer?.run;
  if (run === undefined) return [];
  const named = new Set<number>();
  for (const id of selection.rows.call_ids) {
    const parts = context.state.ids.read(id);
    if (parts?.kind === 'call' && parts.campaign === campaign.number) named.add(parts.row);
  }
  const matches = callMatcher(context, selection.filters);
  const rows: number[] = [];
  for (let row = 0; row < run.states.total; row += 1)
    if (named.has(row) === (selection.rows.mode === 'only') && matches({ campaign, run, row }))
      rows.push(row);
  return rows;
}
