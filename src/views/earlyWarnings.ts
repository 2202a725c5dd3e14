import * as vscode from 'vscode';
import { campaignState, type Campaign } from '../core/campaign.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import { plural } from '../core/format.ts';
import { errorForLog } from '../core/logText.ts';
import type { CampaignApi, Clock, Log } from '../core/ports.ts';
import type { CampaignFacts, ReadFacts } from '../host/campaignFacts.ts';
import { commandIds } from '../host/commandIds.ts';
import { DisposableStore } from '../host/disposables.ts';
import { showWarningMessage } from '../host/messages.ts';
import { earlyWarningSettings } from '../host/settings.ts';
import type { EarlyWarning, WarnedCall } from '../insights/earlyWarning.ts';
import type { PersonFacts } from '../insights/personFacts.ts';
import { SearchSchedule } from '../insights/searchSchedule.ts';
import { UnchangedCounts } from '../insights/unchangedCounts.ts';

export interface EarlyWarningsOptions {
  readonly store: CampaignStore;
  readonly facts: CampaignFacts;
  readonly clock: Clock;
  readonly log: Log;
  readonly sandbox: () => boolean;
}

const minuteMs = 60_000;

/**
 * Warns once of each way in which the newest calls of a running campaign go wrong, and of a campaign that
 * calls nobody within its hours. It reads only after the campaigns were read because somebody sees them, and
 * never acts by itself.
 */
export class EarlyWarnings implements vscode.Disposable {
  readonly #options: EarlyWarningsOptions;
  readonly #disposables = new DisposableStore();
  /** Campaign and kind of the warnings shown in this window. */
  readonly #told = new Set<string>();
  readonly #turns = new SearchSchedule();
  readonly #unchanged = new UnchangedCounts();

  constructor(options: EarlyWarningsOptions) {
    this.#options = options;
    const { store, facts } = options;
    this.#disposables.add(store.onDidChangeState(() => this.#evaluate()));
    this.#disposables.add(store.onDidConnect(() => this.#forget()));
    this.#disposables.add(facts.onDidRead((read) => void this.#guard(() => this.#checkFacts(read))));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #forget(): void {
    this.#told.clear();
    this.#turns.clear();
    this.#unchanged.clear();
  }

  #evaluate(): void {
    const { store, clock } = this.#options;
    const { api } = store;
    const { on, silentMinutes } = earlyWarningSettings();
    const nowMs = clock.now();
    this.#unchanged.update(store.state.campaigns, nowMs);
    if (api === undefined || !on || api.server.has('callSearch') === false) return;
    // Counts that do not change may mean a stalled campaign: they are read again, but less often.
    const unchangedMs = silentMinutes > 0 ? silentMinutes * minuteMs : Infinity;
    const campaign = this.#turns.next(store.state.campaigns, nowMs, unchangedMs);
    if (campaign !== undefined) void this.#guard(() => this.#search(api, campaign, silentMinutes));
  }

  async #search(api: CampaignApi, campaign: Campaign, silentMinutes: number): Promise<void> {
    const { readNewestCalls, readWaitingPeople } = await import('../insights/newestCalls.ts');
    const newest = await readNewestCalls(api, campaign.id);
    if (newest === undefined) return;
    await this.#warn(campaign, newest);
    if (!this.#asksForSilence(campaign, silentMinutes) || !this.#isQuiet(newest, silentMinutes)) return;
    const waiting = await readWaitingPeople(api, campaign.id);
    if (waiting !== undefined) await this.#warnOfSilence(campaign, [...newest, ...waiting], silentMinutes);
  }

  /** None of these calls began within the minutes. */
  #isQuiet(people: readonly PersonFacts[], minutes: number): boolean {
    const sinceMs = this.#options.clock.now() - minutes * minuteMs;
    return people.every(({ attempts }) => attempts.every(({ startedMs }) => (startedMs ?? 0) <= sinceMs));
  }

  /** The sandbox has its own clock. */
  #asksForSilence({ id }: Campaign, minutes: number): boolean {
    if (minutes <= 0 || this.#options.sandbox()) return false;
    return this.#unchanged.durationMs(id, this.#options.clock.now()) >= minutes * minuteMs;
  }

  async #checkFacts({ campaignId, people }: ReadFacts): Promise<void> {
    const { store, clock } = this.#options;
    const { on, silentMinutes } = earlyWarningSettings();
    const campaign = store.campaign(campaignId);
    if (!on || campaign === undefined || campaignState(campaign, clock.now()) !== 'running') return;
    await this.#warn(campaign, people);
    if (this.#asksForSilence(campaign, silentMinutes))
      await this.#warnOfSilence(campaign, people, silentMinutes);
  }

  async #warn(campaign: Campaign, people: readonly PersonFacts[]): Promise<void> {
    const { earlyWarnings, warningSentence } = await import('../insights/earlyWarning.ts');
    const [worst] = earlyWarnings(callsOf(people));
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
      `“${campaign.name}” has called nobody for ${plural(silent, 'minute')} although its calling hours are open.`,
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
      this.#options.log.warn(`the newest calls could not be read: ${errorForLog(error)}`);
    }
  }
}

function* callsOf(people: readonly PersonFacts[]): Iterable<WarnedCall> {
  for (const { callId, rowId, phone, attempts } of people)
    for (const attempt of attempts) yield { callId: callId ?? rowId, rowId, phone, attempt };
}

/** `The calls: +1…, +1… and 3 more.` */
function numbersOf({ calls }: EarlyWarning): string {
  const numbers = [...new Set(calls.map(({ phone }) => phone))];
  const rest = numbers.length - 3;
  return `The calls: ${numbers.slice(0, 3).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
