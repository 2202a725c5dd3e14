import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../core/campaign.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import { errorForLog } from '../core/logText.ts';
import type { CampaignApi, Clock, Log } from '../core/ports.ts';
import type { Call, Row } from '../core/row.ts';
import type { CampaignFacts, ReadFacts } from '../host/campaignFacts.ts';
import { commandIds } from '../host/commandIds.ts';
import { DisposableStore } from '../host/disposables.ts';
import { showWarningMessage } from '../host/messages.ts';
import { earlyWarningSettings } from '../host/settings.ts';
import type { EarlyWarning, WarnedCall } from '../insights/earlyWarning.ts';
import type { PersonFacts } from '../insights/personFacts.ts';

export interface EarlyWarningsOptions {
  readonly store: CampaignStore;
  readonly facts: CampaignFacts;
  readonly clock: Clock;
  readonly log: Log;
  readonly sandbox: () => boolean;
}

/** One campaign is asked no more often than this. */
const shortestMs = 60_000;
/** The order of a search is not published: only where all calls fit is it known which are the newest. */
const mostSearched = 100;

/**
 * Warns once of each way in which the newest calls of a running campaign go wrong, and of a campaign that
 * calls nobody within its hours. It reads only when the campaigns were read because somebody looks, and never
 * acts by itself.
 */
export class EarlyWarnings implements vscode.Disposable {
  readonly #options: EarlyWarningsOptions;
  readonly #disposables = new DisposableStore();
  /** Campaign and kind that were told in this window. */
  readonly #told = new Set<string>();
  readonly #searched = new Map<string, { readonly ms: number; readonly state: string }>();

  constructor(options: EarlyWarningsOptions) {
    this.#options = options;
    const { store, facts } = options;
    this.#disposables.add(store.onDidChangeState(() => this.#look()));
    this.#disposables.add(store.onDidConnect(() => this.#forget()));
    this.#disposables.add(facts.onDidRead((read) => void this.#guard(() => this.#checkFacts(read))));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #forget(): void {
    this.#told.clear();
    this.#searched.clear();
  }

  #look(): void {
    const { store, clock } = this.#options;
    const { api } = store;
    if (api === undefined || !earlyWarningSettings().on) return;
    const nowMs = clock.now();
    for (const campaign of store.state.campaigns) {
      if (campaignState(campaign, nowMs) !== 'running') continue;
      const state = JSON.stringify(campaign.row_stats);
      const before = this.#searched.get(campaign.id);
      if (before !== undefined && (before.state === state || nowMs - before.ms < shortestMs)) continue;
      this.#searched.set(campaign.id, { ms: nowMs, state });
      void this.#guard(() => this.#search(api, campaign));
    }
  }

  async #search(api: CampaignApi, campaign: Campaign): Promise<void> {
    if (api.server.has('callSearch') === false) return;
    const answer = await api.searchCalls({ page: 0, page_size: mostSearched, campaign_ids: [campaign.id] });
    if (answer === undefined || answer.calls.length < (answer.total ?? Infinity)) return;
    const { personFacts } = await import('../insights/personFacts.ts');
    const options = { campaignId: campaign.id, campaignOver: false };
    await this.#warn(
      campaign,
      answer.calls.map((call) => personFacts(rowOf(call), options)),
    );
  }

  async #checkFacts({ campaignId, people }: ReadFacts): Promise<void> {
    const { store, clock, sandbox } = this.#options;
    const { on, silentMinutes } = earlyWarningSettings();
    const campaign = store.campaign(campaignId);
    if (!on || campaign === undefined || campaignState(campaign, clock.now()) !== 'running') return;
    await this.#warn(campaign, people);
    // the clock of the sandbox is not the one on the wall
    if (silentMinutes > 0 && !sandbox()) await this.#warnOfSilence(campaign, people, silentMinutes);
  }

  async #warn(campaign: Campaign, people: readonly PersonFacts[]): Promise<void> {
    const { earlyWarnings, warningSentence } = await import('../insights/earlyWarning.ts');
    const calls = people.flatMap(({ callId, rowId, phone, attempts }): readonly WarnedCall[] =>
      attempts.map((attempt) => ({ callId: callId ?? rowId, rowId, phone, attempt })),
    );
    const [worst] = earlyWarnings(calls);
    if (worst === undefined || !this.#isNew(campaign, worst.kind)) return;
    await this.#tell(campaign, `${warningSentence(campaign.name, worst)} ${numbersOf(worst)}`);
  }

  async #warnOfSilence(campaign: Campaign, people: readonly PersonFacts[], minutes: number): Promise<void> {
    const [{ silentFor }, { zonesOf }] = await Promise.all([
      import('../insights/silence.ts'),
      import('../host/recipientZones.ts'),
    ]);
    const rules = campaign.call_retry_config ?? campaign.assistant?.call_retry_config;
    const nowMs = this.#options.clock.now();
    const silent = silentFor({ people, rules, zoneOf: await zonesOf([campaign]), nowMs, minutes });
    if (silent === undefined || !this.#isNew(campaign, 'silence')) return;
    await this.#tell(
      campaign,
      `“${campaign.name}” is running and called nobody for ${silent} minutes, within the calling hours.`,
    );
  }

  #isNew({ id }: Campaign, kind: string): boolean {
    const key = `${id} ${kind}`;
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }

  async #tell(campaign: Campaign, sentence: string): Promise<void> {
    const [pause, rows, cancel] = ['Pause', 'Open Rows', 'Cancel Campaign…'] as const;
    const canPause = this.#options.store.api?.server.has('pause') !== false;
    const chosen = await showWarningMessage(sentence, ...(canPause ? [pause] : []), rows, cancel);
    if (chosen === undefined) return;
    const command =
      chosen === pause
        ? commandIds.pauseCampaign
        : chosen === rows
          ? commandIds.openRows
          : commandIds.cancelCampaign;
    await vscode.commands.executeCommand(command, campaign.id);
  }

  async #guard(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#options.log.warn(`the newest calls could not be looked at: ${errorForLog(error)}`);
    }
  }
}

/** A call of a search, as the row it belongs to. */
function rowOf(call: Call): Row {
  return {
    id: call.id,
    phone_number: call.to_phone_number ?? '',
    input_data: call.prompt_variables ?? {},
    call,
  };
}

/** `The calls: +1…, +1… and 3 more.` */
function numbersOf({ calls }: EarlyWarning): string {
  const numbers = [...new Set(calls.map(({ phone }) => phone))];
  const rest = numbers.length - 3;
  return `The calls: ${numbers.slice(0, 3).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
