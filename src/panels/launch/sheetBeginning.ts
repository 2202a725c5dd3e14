import type * as vscode from 'vscode';
import { fileNameOf } from '../../core/fileName.ts';
import { phoneCountries } from '../../callList/phone/countries.ts';
import { initialDraft, rulesDraftOf, type StartOption } from '../../core/campaignDraft.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { retryDefaults } from '../../core/retryConfig.ts';
import { normPresets } from '../../dialing/normPresets.ts';
import { launchPolicy } from '../../host/launchRules.ts';
import { graceMs } from '../../host/settings.ts';
import { callerNumbers, type CallerNumber } from '../../launch/draft/callerIds.ts';
import { withGiven } from '../../launch/draft/givenCampaign.ts';
import { suggestedName } from '../../launch/draft/suggestedName.ts';
import { launchProtocol } from '../../launch/start/launchProtocol.ts';
import { startOptions } from '../../launch/start/startOptions.ts';
import { accountOf } from '../../sending/sendDraft.ts';
import type { SheetReady, SheetView } from '../contract/protocolLaunch.ts';
import type { SheetDraft } from '../contract/protocolLaunchDraft.ts';
import type { LaunchContext } from './launchContext.ts';
import type { LaunchSheet } from './launchSheet.ts';

/** The sheet opens without what the server has not answered by then: reads of a stalled one take minutes. */
const maxServerMs = 10_000;

/** What the server offers for a campaign. */
export interface SheetOffers {
  /** Country of the account, ISO 3166-1 alpha-2; undefined where the server does not say it. */
  readonly country: string | undefined;
  readonly numbers: readonly CallerNumber[];
}

/**
 * What the sheet of one list begins with: its draft, what the connection offers for it, and the first view.
 * `readAhead` prepares them while the page loads; each is used once, so that a page that is loaded again,
 * perhaps hours later, asks again.
 */
export class SheetBeginning {
  readonly #context: LaunchContext;
  readonly #list: vscode.Uri;
  readonly #assistantId: string;
  /** Counts what makes a prepared draft or view out of date. */
  #changes = 0;
  /** For a list that nobody has begun with, until something changes. */
  #proposed: SheetDraft | undefined;
  /** What follows from `draft` (as JSON); undefined: not prepared, used, or out of date. */
  #view: { readonly of: LaunchSheet; readonly draft: string; readonly view: SheetView } | undefined;
  #offers: { readonly api: CampaignApi; readonly offers: Promise<SheetOffers> } | undefined;

  /** @param assistantId chosen for a list that nobody has begun with; empty: none */
  constructor(context: LaunchContext, list: vscode.Uri, assistantId: string) {
    this.#context = context;
    this.#list = list;
    this.#assistantId = assistantId;
  }

  /** Prepares offers, draft and view for the first page. */
  async readAhead(sheet: LaunchSheet): Promise<void> {
    const { api } = sheet.preparation;
    // Without the campaigns, finding out what the server can do would ask for them a second time.
    if (this.#context.panels.store.state.updatedMs !== undefined)
      this.#offers = { api, offers: this.#askOffers(api) };
    const draft = await this.draft();
    const changes = this.#changes;
    const view = await sheet.evaluate(draft);
    if (changes === this.#changes) this.#view = { of: sheet, draft: JSON.stringify(draft), view };
  }

  /** The list, a setting or the connection changed: prepares nothing from what was known before. */
  forget(): void {
    this.#changes += 1;
    this.#proposed = undefined;
    this.#view = undefined;
  }

  /** The draft that was saved for the list, otherwise a proposed one. */
  async draft(): Promise<SheetDraft> {
    const known = this.#context.drafts.get(this.#list.toString()) ?? this.#proposed;
    if (known !== undefined) return known;
    const changes = this.#changes;
    const proposed = await this.#propose();
    if (changes === this.#changes) this.#proposed = proposed;
    return proposed;
  }

  /** @returns what follows from the draft; undefined: not prepared for this sheet and draft */
  takeView(sheet: LaunchSheet, draft: SheetDraft): SheetView | undefined {
    const prepared = this.#view;
    this.#view = undefined;
    return prepared?.of === sheet && prepared.draft === JSON.stringify(draft) ? prepared.view : undefined;
  }

  /** Never rejects: what the server does not answer is not offered. */
  async takeOffers(api: CampaignApi): Promise<SheetOffers> {
    const prepared = this.#offers;
    this.#offers = undefined;
    return prepared?.api === api ? prepared.offers : this.#askOffers(api);
  }

  /** Asks the server, and finds out what it can do. */
  async #askOffers(api: CampaignApi): Promise<SheetOffers> {
    const { panels, services } = this.#context;
    // What is offered depends on the generation; a failure is repeated before the confirmation.
    const signal = AbortSignal.timeout(maxServerMs);
    await api.discover(signal).catch(() => undefined);
    const [country, numbers] = await Promise.all([
      services.accountCountry.get(),
      callerNumbers(api, panels.store.state.campaigns, signal),
    ]);
    return { country, numbers };
  }

  page(
    draft: SheetDraft,
    { country, numbers }: SheetOffers,
  ): Omit<SheetReady, 'created' | 'unsure' | 'view'> {
    const countries = phoneCountries().map(({ code, name }) => ({ value: code, label: name, detail: code }));
    return {
      list: this.#list.toString(),
      fileName: fileNameOf(this.#list),
      draft,
      countries,
      accountCountry: countries.find(({ value }) => value === country),
      callerNumbers: numbers.map(({ number, detail }) => ({ value: number, label: number, detail })),
      presets: normPresets.map(({ id, title, detail, windows, allowedDays }) => {
        const config = { ...retryDefaults, calling_windows: windows, allowed_days: allowedDays };
        return { id, label: title, detail, rules: rulesDraftOf(config) };
      }),
      starts: this.#starts(draft),
      account: accountOf(this.#context.services),
    };
  }

  /** The draft of a list that nobody has begun with, without its campaign file. */
  fresh(): SheetDraft {
    const { clock, store } = this.#context.panels;
    const name = suggestedName(fileNameOf(this.#list), store.state.campaigns);
    return { ...initialDraft(name, clock.now()), assistantId: this.#assistantId, assumptions: undefined };
  }

  /** The values of the campaign file beside the list replace the usual ones. */
  async #propose(): Promise<SheetDraft> {
    const { campaignFile } = await this.#context.services.reading.of(this.#list);
    const fresh = this.fresh();
    const nowMs = this.#context.panels.clock.now();
    return { ...fresh, ...withGiven(fresh, campaignFile?.file?.campaign ?? {}, nowMs) };
  }

  #starts({ graceMinutes }: SheetDraft): readonly StartOption[] {
    const { connections, scheduleSupport, store } = this.#context.services;
    const { api } = store;
    const minutes = Number(graceMinutes);
    return startOptions({
      policy: launchPolicy(this.#list),
      support: scheduleSupport.of(connections.required()),
      graceMs: minutes > 0 ? minutes * 60_000 : graceMs(),
      protocol: api && launchProtocol(api.server),
    });
  }
}
