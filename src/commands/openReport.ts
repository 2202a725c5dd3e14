import { reportTitle } from '../panels/report/reportTitle.ts';
import type { ReportPanels } from '../panels/report/reportPanels.ts';
import type { Panels } from './chosenRows.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

/** The report of one campaign, or of several together. */
export async function openReport(
  context: CommandContext,
  panels: Panels,
  reports: ReportPanels,
  args: readonly unknown[],
): Promise<void> {
  if ((await apiOrAsk(context)) === undefined) return;
  const inFront = args.length === 0 ? panels.rows.active?.campaignId : undefined;
  const campaigns = await targetCampaigns(context, inFront === undefined ? args : [inFront], {
    title: 'Open the Report of Campaigns',
    many: true,
    suits: () => true,
    none: 'There is no campaign yet.',
  });
  if (campaigns.length === 0) return;
  await reports.open(
    campaigns.map(({ id }) => id),
    reportTitle(campaigns.map(({ name }) => name)),
  );
}
