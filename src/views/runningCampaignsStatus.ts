import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { CampaignEndDetector, campaignEndSentence, runningSummary } from '../core/campaignEnd.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import type { CampaignApi, Clock, Log } from '../core/ports.ts';
import { errorForLog } from '../core/logText.ts';
import type { CampaignFacts } from '../host/campaignFacts.ts';
import { commandIds } from '../host/commandIds.ts';
import { DisposableStore } from '../host/disposables.ts';
import { showInformationMessage } from '../host/messages.ts';
import type { NotifiedOnce } from '../host/notifiedOnce.ts';

/** Right of the countdown of upcoming starts. */
const priority = 9_000;

/** The rows of a larger campaign are not read for a notification: on today's service these are 250 MB. */
const maxRowsRead = 2_000;

export interface RunningCampaignsOptions {
  readonly store: CampaignStore;
  readonly facts: CampaignFacts;
  readonly notifiedOnce: NotifiedOnce;
  readonly clock: Clock;
  readonly log: Log;
}

/** Shows the progress of running campaigns in the status bar, and notifies once when one has ended. */
export class RunningCampaignsStatus implements vscode.Disposable {
  readonly #store: CampaignStore;
  readonly #facts: CampaignFacts;
  readonly #notifiedOnce: NotifiedOnce;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #disposables = new DisposableStore();
  readonly #ends = new CampaignEndDetector();
  readonly #item: vscode.StatusBarItem;
  readonly #abort = new AbortController();

  constructor({ store, facts, notifiedOnce, clock, log }: RunningCampaignsOptions) {
    this.#store = store;
    this.#facts = facts;
    this.#notifiedOnce = notifiedOnce;
    this.#clock = clock;
    this.#log = log;
    this.#item = this.#disposables.add(
      vscode.window.createStatusBarItem('revox.running', vscode.StatusBarAlignment.Left, priority),
    );
    this.#item.name = 'Revox Running Campaigns';
    this.#item.command = 'revox.campaigns.focus';
    this.#disposables.add(store.onDidConnect(() => this.#ends.reset()));
    this.#disposables.add(store.onDidChangeState(() => this.#update()));
  }

  dispose(): void {
    this.#abort.abort();
    this.#disposables.dispose();
  }

  #update(): void {
    const { campaigns } = this.#store.state;
    const nowMs = this.#clock.now();
    const summary = runningSummary(campaigns, nowMs);
    if (summary === undefined) {
      this.#item.hide();
    } else {
      this.#item.text = `$(call-outgoing) ${summary.text}`;
      this.#item.tooltip = summary.detail;
      this.#item.accessibilityInformation = { label: summary.detail, role: 'button' };
      this.#item.show();
    }
    for (const campaign of this.#ends.next(campaigns, nowMs)) {
      this.#tell(campaign).catch((error: unknown) => {
        this.#log.warn(`could not show that a campaign ended: ${errorForLog(error)}`);
      });
    }
  }

  async #tell(campaign: Campaign): Promise<void> {
    const { api } = this.#store;
    if (api === undefined || !(await this.#notifiedOnce.claim(campaign.id))) return;
    const sentence = await this.#sentence(api, campaign);
    const openResults = 'Open Results';
    const newList = 'New List…';
    const chosen = await showInformationMessage(sentence, openResults, newList);
    if (chosen === openResults) await vscode.commands.executeCommand(commandIds.openReport, campaign.id);
    if (chosen === newList) {
      await vscode.commands.executeCommand(commandIds.newCsvFromRows, { campaignIds: [campaign.id] });
    }
  }

  /** The report's own sentence where the rows can be read, else what the service counts. */
  async #sentence(api: CampaignApi, campaign: Campaign): Promise<string> {
    const { signal } = this.#abort;
    const total = campaign.row_stats?.total;
    if (total !== undefined && total <= maxRowsRead) {
      try {
        const { people } = await this.#facts.read(api, campaign, { signal });
        const { endSentence } = await import('../insights/endSentence.ts');
        return endSentence(campaign.name, people);
      } catch (error) {
        this.#log.warn(`could not read the rows of a campaign that ended: ${errorForLog(error)}`);
      }
    }
    // Without statistics, the counts of the campaign say enough.
    const statistics = await api.campaignStatistics(campaign.id, signal).catch(() => undefined);
    return campaignEndSentence(campaign, statistics);
  }
}
