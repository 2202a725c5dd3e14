import { llmModelName } from '../core/assistant.ts';
import {
  campaignState,
  progress,
  type Campaign,
  type CampaignState,
  type RowStats,
} from '../core/campaign.ts';
import { formatCount, formatPercent, formatWhen } from '../core/format.ts';
import { escapedMarkdown, oneLine } from '../core/plainText.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { retryConfigWords } from '../core/retryConfigText.ts';
import { toMs } from '../core/timestamp.ts';
import { commandIds } from '../host/commandIds.ts';
import { shownCounts } from './nodes.ts';
import { countLabel, stateIcons, stateName } from './presentation.ts';

/** The one command that a tooltip may run. */
export const whyCommand = commandIds.whyNotCalling;

/**
 * A campaign at a glance, as Markdown with theme icons. All texts come from outside, so all are escaped; of
 * the assistant only names are shown, never what may hold a key.
 */
export function campaignTooltip(campaign: Campaign, nowMs: number): string {
  const state = campaignState(campaign, nowMs);
  const lines = [
    `**${escapedMarkdown(oneLine(campaign.name === '' ? '(no name)' : campaign.name))}**`,
    `$(${stateIcons[state].icon}) ${escapedMarkdown(oneLine(stateName(campaign, state)))}${progressText(campaign)}`,
    ...quietLine(campaign, state),
    facts(campaign, nowMs)
      .map(([name, value]) => `| ${name} | ${escapedMarkdown(oneLine(value))} |`)
      .reduce((table, row) => `${table}\n${row}`, '| | |\n|:--|:--|'),
  ];
  return lines.join('\n\n');
}

/** It runs, people wait, and no call is in progress: the reason is looked up when somebody asks for it. */
function quietLine({ id, row_stats: stats }: Campaign, state: CampaignState): readonly string[] {
  if (state !== 'running' || stats === undefined || stats.calling > 0) return [];
  if (stats.pending + stats.retry + (stats.not_launched ?? 0) === 0) return [];
  // an invalid id would end the link and begin other markup
  const why = /^[\w-]+$/.test(id) ? ` [Why?](command:${whyCommand}?${encodeURIComponent(`["${id}"]`)})` : '';
  return [`$(info) Nobody is being called at this moment.${why}`];
}

function progressText(campaign: Campaign): string {
  const done = progress(campaign.row_stats);
  return done === undefined ? '' : ` · ${formatPercent(done.share)}`;
}

function facts(campaign: Campaign, nowMs: number): readonly (readonly [string, string])[] {
  const { assistant, row_stats: stats } = campaign;
  const when = (time: string | undefined) => {
    const ms = toMs(time);
    return ms === undefined ? undefined : formatWhen(ms, nowMs);
  };
  const all: readonly (readonly [string, string | undefined])[] = [
    ['Assistant', assistant?.name ?? campaign.assistant_id],
    ['Model', assistant?.llm_model === undefined ? undefined : llmModelName(assistant.llm_model)],
    ['From', campaign.from_phone_number ?? assistant?.from_phone_number ?? 'default number'],
    ['Scheduled', when(campaign.scheduled_at)],
    ...rules(campaign.call_retry_config ?? assistant?.call_retry_config),
    [
      'Parallel calls',
      campaign.max_concurrent_calls === undefined ? undefined : formatCount(campaign.max_concurrent_calls),
    ],
    ['Rows', stats && rowsText(campaign, stats)],
    ['Structured output', extraction(campaign.structured_output_extraction)],
    ['Created', when(campaign.created_at)],
  ];
  return all.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  );
}

/** Only what is not zero, on one line: a tooltip covers the campaigns below it. */
function rowsText(campaign: Campaign, stats: RowStats): string {
  const counts = shownCounts.filter((count) => (stats[count] ?? 0) > 0);
  const parts = counts.map(
    (count) => `${formatCount(stats[count] ?? 0)} ${countLabel(campaign, count).toLowerCase()}`,
  );
  return [formatCount(stats.total), parts.join(', ')].filter((part) => part !== '').join(': ');
}

function rules(config: CallRetryConfig | undefined): readonly (readonly [string, string])[] {
  if (config === undefined) return [];
  const { windows, days, attempts, timeZone } = retryConfigWords(config);
  return [
    ['Windows', `${windows}, ${days} (${timeZone})`],
    ['Attempts', attempts],
  ];
}

function extraction(value: string | undefined): string | undefined {
  if (value === undefined || value === 'none') return undefined;
  return value === 'running' ? 'being extracted' : value;
}
