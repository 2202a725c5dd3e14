import * as vscode from 'vscode';
import { Pace } from '../callList/pace.ts';
import { campaignState, type Campaign } from '../core/campaign.ts';
import { HumanError } from '../core/errors.ts';
import { formatWhen } from '../core/format.ts';
import { redact } from '../core/redact.ts';
import { retryConfigWords } from '../core/retryConfigText.ts';
import { toMs } from '../core/timestamp.ts';
import { isOver } from '../host/campaignFacts.ts';
import { showInformationMessage } from '../host/messages.ts';
import { zonesOf } from '../host/recipientZones.ts';
import { reportPieces } from '../insights/campaignReport.ts';
import { compareReports, listOverlap } from '../insights/comparison.ts';
import { usualThreshold } from '../insights/funnel.ts';
import type { PersonFacts } from '../insights/personFacts.ts';
import { reportSentence } from '../insights/reportSentence.ts';
import { comparisonMarkdown, type ComparedCampaign } from '../panels/report/comparisonMarkdown.ts';
import type { ReportDocuments } from '../panels/report/reportDocuments.ts';
import { stateName } from '../views/presentation.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { readFacts } from './readFacts.ts';
import { targetCampaigns } from './targets.ts';

/**
 * Two campaigns side by side: every measure with its difference, and prompts and settings in the diff editor.
 */
export async function compareCampaigns(
  context: CommandContext,
  documents: ReportDocuments,
  args: readonly unknown[],
): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const chosen = await targetCampaigns(context, args.length === 0 ? ['selection'] : args, {
    title: 'Compare Two Campaigns',
    many: true,
    suits: () => true,
    none: 'There is no campaign yet.',
  });
  if (chosen.length === 0) return;
  const [one, other, third] = chosen;
  if (one === undefined || other === undefined || third !== undefined) {
    throw new HumanError('Choose exactly two campaigns: hold Ctrl or Cmd and click the second one.');
  }
  const first = await readFacts(context, api, [one]);
  const second = first && (await readFacts(context, api, [other]));
  if (first === undefined || second === undefined) return;
  const nowMs = context.clock.now();
  const zoneOf = await zonesOf([one, other]);
  const pace = new Pace();
  const reportOf = (campaign: Campaign, people: readonly PersonFacts[]) =>
    pace.between(
      reportPieces(people, {
        threshold: usualThreshold,
        goal: undefined,
        firstAttemptsOnly: false,
        fields: campaign.assistant?.structured_output_config ?? [],
        zoneOf,
      }),
    );
  const [a, b] = [await reportOf(one, first), await reportOf(other, second)];
  const text = comparisonMarkdown(
    inWords(one, reportSentence(a, !isOver(one, nowMs)), nowMs),
    inWords(other, reportSentence(b, !isOver(other, nowMs)), nowMs),
    await pace.between(listOverlap(first, second)),
    compareReports(a, b),
  );
  await openDrawn(documents.put(`compare ${one.id} ${other.id}`, `${one.name} and ${other.name}`, text));
  void offerDiff(documents, one, other);
}

/**
 * Opens Markdown as VS Code draws it, so that tables are read as tables; _Reopen Editor With…_ shows the
 * text. Where VS Code's own extension for Markdown is disabled, the text is shown.
 */
async function openDrawn(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
  } catch {
    await vscode.window.showTextDocument(uri, { preview: false });
  }
}

async function offerDiff(documents: ReportDocuments, one: Campaign, other: Campaign): Promise<void> {
  const compare = 'Compare Prompts and Settings';
  const question = 'Prompts and settings of the two can be compared line by line.';
  if ((await showInformationMessage(question, compare)) !== compare) return;
  const [left, right] = [one, other].map((campaign) =>
    documents.put(`settings ${campaign.id}`, `${campaign.name} settings`, settingsText(campaign)),
  );
  await vscode.commands.executeCommand('vscode.diff', left, right, `${one.name} ↔ ${other.name}`);
}

/**
 * What a campaign calls with, without secrets; the assistant as it is now, which it may not have been then.
 */
function settingsText(campaign: Campaign): string {
  const { assistant, call_retry_config, from_phone_number, max_concurrent_calls } = campaign;
  const { prompt, first_sentence, ...rest } = assistant ?? { id: campaign.assistant_id, name: '' };
  const settings = { from_phone_number, max_concurrent_calls, call_retry_config, assistant: redact(rest) };
  return [
    '# Prompt (as of now)',
    prompt ?? '',
    '# First sentence',
    first_sentence ?? '',
    '# Settings',
    JSON.stringify(settings, null, 2),
    '',
  ].join('\n\n');
}

function inWords(campaign: Campaign, sentence: string, nowMs: number): ComparedCampaign {
  const rules = campaign.call_retry_config ?? campaign.assistant?.call_retry_config;
  const words = rules && retryConfigWords(rules);
  const createdMs = toMs(campaign.created_at);
  return {
    name: campaign.name,
    state: stateName(campaign, campaignState(campaign, nowMs)),
    sentence,
    assistant: campaign.assistant?.name ?? campaign.assistant_id,
    rules:
      words === undefined
        ? 'the service’s default rules'
        : `${words.windows}, ${words.days}, ${words.attempts}, ${words.timeZone}`,
    created: createdMs === undefined ? '' : formatWhen(createdMs, nowMs),
  };
}
