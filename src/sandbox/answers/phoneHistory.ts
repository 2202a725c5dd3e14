import type { Context } from '../sandboxContext.ts';
import type { CampaignRun } from '../dialing/campaignRun.ts';
import { revisionTraits, type OutcomeWord, type Revision } from '../revision.ts';
import type { SandboxCampaign } from '../sandboxState.ts';
import { callOutcomeWord } from './callAnswer.ts';
import { isoOrNull } from './attemptProgress.ts';

interface NumberHistory {
  count: number;
  readonly campaigns: { id: string; name: string }[];
  do_not_contact: boolean;
  hot: boolean;
  lastCalledMs: number;
  last_outcome: OutcomeWord | undefined;
  reached_human: boolean;
}

/**
 * `GET /calls/phone-history` as pieces of JSON: every number that the organization has dialled, also for
 * campaigns that are deleted.
 */
export function* phoneHistoryPieces({ state, revision }: Context): Generator<string> {
  const numbers = new Map<string, NumberHistory>();
  for (const campaign of state.everything) {
    const run = campaign.pacer?.run;
    if (run === undefined) continue;
    for (let row = 0; row < run.states.total; row += 1)
      if (run.attemptCount(row) > 0) note(numbers, revision, campaign, run, row);
  }
  yield '{"phone_history":{';
  let separator = '';
  for (const [number, { lastCalledMs, last_outcome, ...history }] of numbers) {
    const answer = {
      ...history,
      last_called_at: isoOrNull(lastCalledMs),
      last_outcome: last_outcome ?? null,
    };
    yield `${separator}${JSON.stringify(number)}:${JSON.stringify(answer)}`;
    separator = ',';
  }
  yield '}}';
}

function note(
  numbers: Map<string, NumberHistory>,
  revision: Revision,
  campaign: SandboxCampaign,
  run: CampaignRun,
  row: number,
): void {
  const number = campaign.order.contacts.phoneNumber(row);
  let history = numbers.get(number);
  if (history === undefined) {
    history = {
      count: 0,
      campaigns: [],
      do_not_contact: false,
      hot: false,
      lastCalledMs: -Infinity,
      last_outcome: undefined,
      reached_human: false,
    };
    numbers.set(number, history);
  }
  history.count += run.attemptCount(row);
  if (campaign.single === undefined && !history.campaigns.some(({ id }) => id === campaign.id))
    history.campaigns.push({ id: campaign.id, name: campaign.order.name });
  history.do_not_contact ||= run.marks.has(row, 'doNotContact');
  history.hot ||= run.marks.has(row, 'wasHot');
  history.reached_human ||= run.marks.has(row, 'reachedHuman');
  const calledMs = run.attempts.lastStartMs(row) ?? -Infinity;
  if (calledMs < history.lastCalledMs) return;
  history.lastCalledMs = calledMs;
  if (revisionTraits[revision].outcomes.length > 0)
    history.last_outcome = callOutcomeWord(revision, run, row) ?? history.last_outcome;
}
