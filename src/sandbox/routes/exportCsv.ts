import { isoOrNull } from '../answers/attemptProgress.ts';
import { callState } from '../answers/callState.ts';
import { durationMs } from '../dialing/callOutcome.ts';
import { csvLine } from './csvLine.ts';
import type { SandboxCampaign } from '../sandboxState.ts';

const fixedColumns = ['row_index', 'phone_number'] as const;
const callColumns = ['call_status', 'result', 'dial_error', 'calls_count', 'last_attempt_at'] as const;

const portionChars = 64 * 1024;

/** The rows as CSV, in portions. Columns: the number, the variables, how the call ended. */
export function* exportPortions(campaign: SandboxCampaign): Generator<string> {
  let portion = '';
  for (const line of exportLines(campaign)) {
    portion += line;
    if (portion.length < portionChars) continue;
    yield portion;
    portion = '';
  }
  yield portion;
}

function* exportLines(campaign: SandboxCampaign): Generator<string> {
  const { contacts } = campaign.order;
  const names = contacts.variableNames();
  yield csvLine([...fixedColumns, ...names, ...callColumns]);
  for (let row = 0; row < contacts.length; row += 1) {
    const variables = contacts.variables(row);
    yield csvLine([
      String(row),
      contacts.phoneNumber(row),
      ...names.map((name) => variables[name] ?? ''),
      ...callCells(campaign, row),
    ]);
  }
}

export function exportFilename(campaign: SandboxCampaign): string {
  const name = campaign.order.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${name.replace(/^-|-$/g, '').slice(0, 80) || 'campaign'}-rows.csv`;
}

function callCells(campaign: SandboxCampaign, row: number): string[] {
  const run = campaign.pacer?.run;
  if (run === undefined) return callColumns.map(() => '');
  const count = run.attemptCount(row);
  const startMs = run.attempts.lastStartMs(row);
  const outcome = startMs === undefined ? undefined : run.outcome(row, count);
  const over = startMs !== undefined && outcome !== undefined && startMs + durationMs(outcome) <= run.nowMs;
  return [
    callState(run, row).status,
    run.lastResult(row) ?? '',
    over ? (outcome.dialError ?? '') : '',
    String(count),
    isoOrNull(startMs) ?? '',
  ];
}
