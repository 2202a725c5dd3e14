import { contactName, contactOf } from '../conversation/contactOf.ts';
import type { Context } from '../sandboxContext.ts';
import type { CampaignRun } from '../dialing/campaignRun.ts';
import { durationMs } from '../dialing/callOutcome.ts';
import type { OutcomeWord } from '../revision.ts';
import { rulesConfig, type SandboxCampaign } from '../sandboxState.ts';
import { callOutcomeWord, summaryOf } from './callAnswer.ts';
import { campaignStatus } from './campaignAnswer.ts';
import { attemptProgress, isoOrNull } from './attemptProgress.ts';

/** A conversation of at least this length counts as a real exchange. */
const realExchangeMs = 15_000;

/** The outcomes that make a hot lead. A call whose outcome is not known yet is none. */
const hotOutcomes: readonly OutcomeWord[] = ['interested', 'requested_callback_later'];

const labels: Readonly<Record<OutcomeWord, string>> = {
  interested: 'Interested',
  requested_callback_later: 'Asked to be called back',
  requested_callback_new_number: 'Asked to be called at another number',
  completed: 'Completed',
  not_interested: 'Not interested',
  do_not_contact: 'Do not contact',
  ai_averse: 'Does not talk to an assistant',
};

/** `GET /campaigns/{id}/statistics`. All counts are of distinct phone numbers. */
export function statisticsAnswer(context: Context, campaign: SandboxCampaign) {
  const { order, pacer } = campaign;
  const run = pacer?.run;
  const tally = tallyOf(context, campaign, run);
  const { called, reached, real, hot } = tally;
  const share = (part: number, whole: number) =>
    whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
  const rules = rulesConfig(order);
  const fields = order.assistant.structured_output_config ?? [];
  const statistics = {
    campaign: {
      id: campaign.id,
      name: order.name,
      status: campaignStatus(campaign),
      is_cancelled: run?.isCancelled ?? false,
      agent_name: order.assistant.name,
      first_activity_at: isoOrNull(tally.firstMs),
      last_activity_at: isoOrNull(tally.lastMs),
      has_activity: tally.attempts > 0,
      max_attempts_per_contact: rules?.max_retry_attempts ?? null,
      timezone: rules?.timezone ?? 'UTC',
    },
    effort: {
      calls_total: run === undefined ? 0 : order.contacts.length,
      inbound_calls: 0,
      outbound_attempts: tally.attempts,
    },
    funnel: {
      called: { count: called.size, imported_rows: order.contacts.length },
      reached: {
        count: reached.size,
        inbound: 0,
        outbound: reached.size,
        overlap: 0,
        pct_of_called: share(reached.size, called.size),
      },
      real_exchanges: { count: real.size, pct_of_reached: share(real.size, reached.size) },
      hot_leads: { count: hot.size, pct_of_reached: share(hot.size, reached.size) },
    },
    hot_lead_outcomes: hotOutcomes,
    inbound: { unique_callers: 0 },
    outcome_breakdown: [...tally.outcomes].map(([outcome, numbers]) => ({
      outcome,
      label: labels[outcome],
      count: numbers.size,
    })),
    data_extraction:
      fields.length === 0
        ? null
        : { intro: `${fields.length} fields per call`, fields: fields.map(({ name }) => name) },
  };
  const oldLeads = { hot: tally.interested, warm: tally.callback };
  if (context.revision === '0.3.0') return { statistics: { ...statistics, leads: oldLeads } };
  const jump_in = {
    joined_calls: 0,
    median_conversation_seconds: null,
    median_time_to_join_seconds: null,
  };
  const leads = {
    ...(context.odd ? oldLeads : {}),
    interested: tally.interested,
    callback_requested: tally.callback,
  };
  return { statistics: { ...statistics, jump_in, leads } };
}

function tallyOf(context: Context, campaign: SandboxCampaign, run: CampaignRun | undefined) {
  const tally = {
    attempts: 0,
    firstMs: undefined as number | undefined,
    lastMs: undefined as number | undefined,
    called: new Set<string>(),
    reached: new Set<string>(),
    real: new Set<string>(),
    hot: new Set<string>(),
    outcomes: new Map<OutcomeWord, Set<string>>(),
    interested: [] as ReturnType<typeof lead>[],
    callback: [] as ReturnType<typeof lead>[],
  };
  if (run === undefined) return tally;
  for (let row = 0; row < run.states.total; row += 1) {
    const starts = run.attempts.startsOf(row);
    if (starts.length === 0) continue;
    const number = campaign.order.contacts.phoneNumber(row);
    tally.attempts += starts.length;
    starts.forEach((queuedMs, index) => {
      const at = attemptProgress(run.outcome(row, starts.length - index), queuedMs, run.nowMs);
      tally.firstMs = Math.min(tally.firstMs ?? Infinity, at.startedMs ?? queuedMs);
      const lastMs = at.endedMs ?? at.answeredMs ?? at.startedMs ?? queuedMs;
      tally.lastMs = Math.max(tally.lastMs ?? -Infinity, lastMs);
    });
    tally.called.add(number);
    if (!run.marks.has(row, 'reachedHuman')) continue;
    tally.reached.add(number);
    if (run.outcome(row, run.attemptCount(row)).talkMs >= realExchangeMs) tally.real.add(number);
    const outcome = callOutcomeWord(context.revision, run, row);
    if (outcome === undefined) continue;
    if (hotOutcomes.includes(outcome)) tally.hot.add(number);
    const numbers = tally.outcomes.get(outcome) ?? new Set();
    tally.outcomes.set(outcome, numbers.add(number));
    if (outcome === 'interested') tally.interested.push(lead(context, campaign, run, row));
    if (outcome === 'requested_callback_later') tally.callback.push(lead(context, campaign, run, row));
  }
  return tally;
}

function lead({ state }: Context, campaign: SandboxCampaign, run: CampaignRun, row: number) {
  const { contacts } = campaign.order;
  const variables = contacts.variables(row);
  const attempt = run.attemptCount(row);
  const startMs = run.attempts.lastStartMs(row) ?? 0;
  return {
    call_id: state.ids.of({ kind: 'call', campaign: campaign.number, row, attempt: 0 }),
    attempt_id: state.ids.of({ kind: 'attempt', campaign: campaign.number, row, attempt }),
    name: contactName(variables) || contacts.phoneNumber(row),
    phone: contacts.phoneNumber(row),
    email: contactOf(variables).email,
    direction: 'outbound',
    summary: summaryOf(run, row, variables),
    last_activity_at: isoOrNull(startMs + durationMs(run.outcome(row, attempt))),
  };
}
