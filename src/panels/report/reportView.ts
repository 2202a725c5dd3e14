import { campaignState, type Campaign } from '../../core/campaign.ts';
import { formatCount, plural } from '../../core/format.ts';
import { outcomeText } from '../../core/outcomeText.ts';
import { offeredGoals, goalId, readGoal } from '../../insights/goals.ts';
import type { Goal } from '../../insights/funnel.ts';
import type { Report } from '../../insights/campaignReport.ts';
import { reportSentence } from '../../insights/reportSentence.ts';
import { compareCounts, differenceNotes, type RevoxCounts } from '../../insights/revoxCounts.ts';
import { presentCampaign, stateName } from '../../views/presentation.ts';
import { toneOf } from '../callWords.ts';
import type {
  GoalChoice,
  ReportCampaign,
  ReportSection,
  ReportSettings,
  ReportView,
} from '../contract/protocolReport.ts';
import { valueText } from '../valueText.ts';
import { countedMark, markOf, marksTable } from './reportMarks.ts';
import { reportSections } from './reportSections.ts';

export interface ReportSituation {
  readonly campaigns: readonly Campaign[];
  readonly settings: ReportSettings;
  readonly revox: RevoxCounts | undefined;
  readonly reading: ReportView['reading'];
  /** A campaign is not over. */
  readonly running: boolean;
  readonly sandbox: boolean;
  readonly ratePerMinute: number | undefined;
  readonly currency: string;
  readonly readMs: number;
  readonly nowMs: number;
}

/** A report as its page shows it. */
export function reportView(found: Report, situation: ReportSituation): ReportView {
  const { campaigns, settings, revox, reading, running, sandbox, readMs, nowMs } = situation;
  const besides = revox === undefined ? [] : [revoxSection(revox, found)];
  return {
    campaigns: campaigns.map((campaign) => campaignHead(campaign, nowMs)),
    sandbox,
    sentence: reportSentence(found, running),
    running,
    reading,
    funnel: funnelSection(found, settings, running),
    sections: [
      ...besides,
      ...reportSections(found, { ...situation, firstAttemptsOnly: settings.firstAttemptsOnly }),
    ],
    settings,
    goals: goalChoices(found, settings.goal),
    readMs,
  };
}

function campaignHead(campaign: Campaign, nowMs: number): ReportCampaign {
  const { label, icon, color } = presentCampaign(campaign, nowMs);
  const text = stateName(campaign, campaignState(campaign, nowMs));
  return { id: campaign.id, name: label, state: { text, icon, tone: toneOf(color) } };
}

function funnelSection(
  found: Report,
  { turns, seconds, goal }: ReportSettings,
  running: boolean,
): ReportSection {
  const { funnel } = found;
  const conversation = `Real conversation (${plural(turns, 'turn')}, ${plural(seconds, 'second')})`;
  const chosen = readGoal(goal);
  const marks = [
    countedMark('On the list', funnel.onList, 'people on the list'),
    countedMark('Called', funnel.called, 'people on the list'),
    markOf('Answered', funnel.answered, 'people called'),
    markOf('Reached a person', funnel.reached, 'people called'),
    markOf(conversation, funnel.conversation, 'people called'),
    ...(funnel.goal === undefined || chosen === undefined
      ? []
      : [markOf(goalLabel(chosen), funnel.goal, 'people reached')]),
  ];
  const rest = [
    countedMark('Still to be tried', funnel.open, 'people on the list'),
    countedMark('Not launched yet', funnel.notLaunched, 'people on the list'),
    countedMark('Not reached', funnel.notReached, 'people called'),
    countedMark('Never called', funnel.neverCalled, 'people on the list'),
  ];
  return {
    id: 'funnel',
    title: 'From the list to the conversation',
    caption: running
      ? 'So far: the campaign is not finished. People who may still be called are open, not “not reached”.'
      : 'Each bar is a number of people.',
    chart: funnel.onList.count === 0 ? undefined : { kind: 'bars', marks },
    table: marksTable('Step', marks),
    figures: rest.filter(({ count }) => count > 0).map(({ label, text, key }) => ({ label, text, key })),
    notes:
      found.callsInProgress === 0
        ? []
        : [`${plural(found.callsInProgress, 'call')} in progress, counted when over.`],
  };
}

function goalLabel(goal: Goal): string {
  return goal.kind === 'outcome'
    ? `Outcome: ${outcomeText(goal.value)}`
    : `${goal.name}: ${valueText(goal.value)}`;
}

/** A goal that nobody has met yet stays in the list while it is chosen. */
function goalChoices(found: Report, chosen: string): readonly GoalChoice[] {
  const goals = offeredGoals(found).map(({ id, goal }) => ({ value: id, label: goalLabel(goal) }));
  const own = readGoal(chosen);
  const missing = own !== undefined && !goals.some(({ value }) => value === chosen);
  return missing ? [...goals, { value: goalId(own), label: goalLabel(own) }] : goals;
}

function revoxSection(revox: RevoxCounts, found: Report): ReportSection {
  const lines = compareCounts(revox, found);
  return {
    id: 'revox',
    title: 'As Revox counts',
    caption: 'What the service counts itself, beside the numbers of this report.',
    chart: undefined,
    table: {
      header: ['Count', 'This report', 'Revox'],
      lines: lines.map(({ label, ours, revox: count }) => [
        label,
        ours === undefined ? '' : formatCount(ours),
        formatCount(count),
      ]),
    },
    figures: [],
    notes: differenceNotes(revox, found),
  };
}
