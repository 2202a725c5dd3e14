import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../core/campaign.ts';
import { messageOf } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import { quoted } from '../core/plainText.ts';
import type { Row } from '../core/row.ts';
import { commandIds } from '../host/commandIds.ts';
import { showInformationMessage, withProgress } from '../host/messages.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

/** How many waiting rows are read: their zones repeat soon, and rows may be large. */
const rowsLookedAt = 50;

/** Says why a campaign calls nobody now, and when it should next. Reads, and changes nothing. */
export async function whyNotCalling(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const [campaign] = await targetCampaigns(context, args, {
    title: 'Why Is Nobody Being Called?',
    many: false,
    suits: (one) => !['completed', 'cancelled'].includes(campaignState(one, context.clock.now())),
    none: 'All campaigns are completed or cancelled.',
  });
  if (campaign !== undefined) await explain(context, api, campaign);
}

async function explain(context: CommandContext, api: CampaignApi, known: Campaign): Promise<void> {
  const [{ callingOutlook }, { numberCountry }] = await Promise.all([
    import('../dialing/callingOutlook.ts'),
    import('../callList/phone/numberCountry.ts'),
  ]);
  const { campaign, rows, unread } = await withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Checking “${known.name}”…` },
    () => readCampaignAndRows(context, api, known),
  );
  const nowMs = context.clock.now();
  const othersRunning = context.store.state.campaigns.filter(
    (one) => one.id !== campaign.id && campaignState(one, nowMs) === 'running',
  ).length;
  const outlook = callingOutlook({ campaign, nowMs, rows, countryOf: numberCountry, othersRunning });
  const inferred = outlook.reasons.some((reason) => reason.inferred)
    ? 'The service does not give its reasons: this is worked out from the rules of the campaign, so it is the likely cause.'
    : undefined;
  const paragraphs = [...outlook.reasons.map(({ sentence }) => sentence), outlook.next, unread, inferred];
  const showRows: vscode.MessageItem = { title: 'Open Rows' };
  // Otherwise VS Code offers "Cancel", which would be ambiguous beside a campaign.
  const close: vscode.MessageItem = { title: 'Close', isCloseAffordance: true };
  const chosen = await showInformationMessage(
    `Why is nobody being called in ${quoted(campaign.name)}?`,
    { modal: true, detail: paragraphs.filter((text) => text !== undefined).join('\n\n') },
    showRows,
    close,
  );
  if (chosen === showRows) await vscode.commands.executeCommand(commandIds.openRows, campaign.id);
}

interface ReadCampaign {
  readonly campaign: Campaign;
  readonly rows: readonly Row[];
  /** Why no rows could be read, as a sentence. */
  readonly unread: string | undefined;
}

async function readCampaignAndRows(
  context: CommandContext,
  api: CampaignApi,
  known: Campaign,
): Promise<ReadCampaign> {
  const campaign = await api.retrieveCampaign(known.id);
  context.store.put(api, campaign);
  try {
    const { rows } = await api.getRows(campaign.id, {
      page: 0,
      page_size: rowsLookedAt,
      statuses: ['initializing', 'queued_for_calling', 'scheduled'],
    });
    return { campaign, rows, unread: undefined };
  } catch (error) {
    return { campaign, rows: [], unread: `Its rows could not be read: ${messageOf(error)}` };
  }
}
