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
import type { SheetReady } from '../contract/protocolLaunch.ts';
import type { SheetDraft } from '../contract/protocolLaunchDraft.ts';
import type { LaunchContext } from './launchContext.ts';

/** The sheet opens without what the server has not answered by then: reads of a stalled one take minutes. */
const maxServerMs = 10_000;

/** What the server offers for a campaign. */
export interface SheetOffers {
  /** Country of the account, ISO 3166-1 alpha-2; undefined where the server does not say it. */
  readonly country: string | undefined;
  readonly numbers: readonly CallerNumber[];
}

/** What the sheet of a list begins with: its draft, and what the connection offers for it. */
export class SheetBeginning {
  readonly #context: LaunchContext;
  readonly #list: vscode.Uri;
  readonly #assistantId: string;

  /** @param assistantId chosen for a list that nobody has begun with; empty: none */
  constructor(context: LaunchContext, list: vscode.Uri, assistantId: string) {
    this.#context = context;
    this.#list = list;
    this.#assistantId = assistantId;
  }

  /** Asks the server, and finds out what it can do. Never rejects: what is not answered is not offered. */
  async offers(api: CampaignApi): Promise<SheetOffers> {
    const { panels, services } = this.#context;
    // What is offered depends on the generation; where it cannot be read, the last question finds out.
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

  /** Of a list that nobody has begun with. */
  fresh(): SheetDraft {
    const { clock, store } = this.#context.panels;
    const name = suggestedName(fileNameOf(this.#list), store.state.campaigns);
    return { ...initialDraft(name, clock.now()), assistantId: this.#assistantId, assumptions: undefined };
  }

  /** What the campaign file beside the list says goes before what is usual. */
  async proposed(): Promise<SheetDraft> {
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
