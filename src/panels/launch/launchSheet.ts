import type { CallList } from '../../callList/callList.ts';
import type { ListChoices } from '../../callList/listChoices.ts';
import type { Campaign } from '../../core/campaign.ts';
import { messageOf } from '../../core/errors.ts';
import { plural } from '../../core/format.ts';
import type { Clock } from '../../core/ports.ts';
import { foundText } from '../../launch/create/submission.ts';
import { launchProtocol } from '../../launch/start/launchProtocol.ts';
import type { ForecastFacts } from '../../launch/start/launchDetails.ts';
import type { Start } from '../../launch/draft/campaignSpec.ts';
import { historySentence } from '../../launch/gate/historyText.ts';
import type { HistoryCounts } from '../../launch/gate/leaveOut.ts';
import { historyCounts, leaveOutView } from './leaveOutView.ts';
import type { CampaignPreparation, Evaluation } from '../../sending/campaignPreparation.ts';
import type { SendOutcome } from '../../sending/sendDraft.ts';
import { assistantView } from './launchAssistants.ts';
import { buttonText, summaryText } from './launchSummary.ts';
import { listView } from './launchListView.ts';
import { Forecaster } from './forecaster.ts';
import { forecastAnswer } from './forecastAnswer.ts';
import { ForecastLearning, type ForecastBasis } from './forecastLearning.ts';
import type { FinishedCalls } from './finishedCalls.ts';
import { previewView } from './launchPreview.ts';
import { choicesOf } from './launchReading.ts';
import { startView } from './launchStart.ts';
import type {
  Assistants,
  ForecastView,
  PreviewView,
  SheetView,
  SubmitAnswer,
} from '../contract/protocolLaunch.ts';
import type { AssumptionsDraft, ReadingDraft, SheetDraft } from '../contract/protocolLaunchDraft.ts';

/** What a sheet works with besides its preparation. */
export interface SheetPorts {
  readonly campaigns: () => readonly Campaign[];
  /** Where the list's numbers are used already, in sentences. */
  readonly usedBefore: (list: CallList) => Promise<readonly string[]>;
  /** Whether its campaign is being sent, or was sent. */
  readonly isSent: () => boolean;
  /** What finished campaigns show, for the forecast. */
  readonly finishedCalls: FinishedCalls;
  /** Called when the forecast has changed. */
  readonly onLearnt: () => void;
  readonly clock: Clock;
}

/** What the launch sheet shows for one list. Sends nothing. */
export class LaunchSheet {
  readonly preparation: CampaignPreparation;
  readonly #ports: SheetPorts;
  readonly #planner = new Forecaster();
  readonly #learning: ForecastLearning;
  /** The forecast that the page shows, and the draft it is of. */
  #forecastShown: { readonly draft: SheetDraft; readonly forecast: ForecastView | undefined } | undefined;
  #used:
    | { readonly list: CallList; readonly campaigns: readonly Campaign[]; readonly found: readonly string[] }
    | undefined;
  #usedShown: readonly string[] = [];

  constructor(preparation: CampaignPreparation, ports: SheetPorts) {
    this.preparation = preparation;
    this.#ports = ports;
    const { finishedCalls: calls, clock, onLearnt } = ports;
    this.#learning = new ForecastLearning({ api: preparation.api, calls, clock, onLearnt });
  }

  dispose(): void {
    this.preparation.dispose();
    this.#learning.dispose();
  }

  async assistants(again: boolean, signal?: AbortSignal): Promise<Assistants> {
    const { choices, problem } = await this.preparation.assistants.read(again, signal);
    const byName = choices.toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
    return { choices: byName, problem };
  }

  async evaluate(draft: SheetDraft, signal?: AbortSignal): Promise<SheetView> {
    return this.view(draft, await this.preparation.evaluate(draft, signal), signal);
  }

  /** The forecast, as far as list, rules and start are known. A draft is forecast as if it began now. */
  async plan(draft: SheetDraft, signal?: AbortSignal): Promise<ForecastView | undefined> {
    const forecast = await this.#forecast(draft, signal);
    this.#forecastShown = { draft, forecast };
    return forecast;
  }

  /** What the page says of the first call and warns of, for the confirmation. */
  async forecastFacts(draft: SheetDraft): Promise<ForecastFacts | undefined> {
    const shown = this.#forecastShown;
    const isOfDraft = JSON.stringify(shown?.draft) === JSON.stringify(draft);
    const forecast = isOfDraft ? shown?.forecast : await this.plan(draft);
    if (forecast === undefined) return undefined;
    const warnings = forecast.warnings.filter(({ quiet }) => !quiet).map(({ text }) => text);
    return { firstCall: forecast.firstCall, warnings };
  }

  async #forecast(draft: SheetDraft, signal?: AbortSignal): Promise<ForecastView | undefined> {
    const { list, validation, assistant } = await this.preparation.evaluate(draft, signal);
    const { start, callRetryConfig, maxConcurrentCalls } = validation.decided;
    const rules = callRetryConfig ?? assistant?.call_retry_config;
    const own = draft.rulesFrom === 'own';
    const known = own ? callRetryConfig !== undefined : assistant !== undefined;
    if (list === undefined || list.contacts.length === 0 || isPart(list) || !known || start === undefined)
      return undefined;
    const nowMs = this.#ports.clock.now();
    const basis = this.#learning.basisFor(draft.assistantId.trim(), this.#ports.campaigns());
    const question = {
      list,
      rules,
      startMs: beginMs(start, nowMs),
      concurrency: maxConcurrentCalls,
      basis: basis.assumptions,
      assumptions: draft.assumptions,
    };
    const { plan, assumptions, norms } = await this.#planner.plan(question, signal);
    return forecastAnswer(plan, assumptions, norms, nowMs, basisText(basis, draft.assumptions));
  }

  /** What is shown beside the button after a sending. */
  async answerTo(outcome: SendOutcome, draft: SheetDraft): Promise<SubmitAnswer> {
    switch (outcome.kind) {
      case 'created': {
        const { campaign, foundBy } = outcome;
        const contacts = plural(this.preparation.list?.contacts.length ?? 0, 'contact');
        const text = `was created with ${contacts}.${foundText(foundBy)}`;
        return { kind: 'created', created: { id: campaign.id, name: campaign.name, text } };
      }
      case 'not yet': {
        const { message, evaluation } = outcome;
        return { kind: 'not yet', message, view: await this.view(draft, evaluation) };
      }
      case 'refused':
        return { kind: 'refused', message: messageOf(outcome.error) };
      case 'blocked':
        return { kind: 'refused', message: outcome.message };
      case 'unsure':
      case 'back':
        return outcome;
    }
  }

  preview(draftAssistant: string, at: number): PreviewView | undefined {
    const { list, assistants, api } = this.preparation;
    return list && previewView(list, assistants.find(draftAssistant), at, api.server);
  }

  /** The line of the first row that was left out for this reason. */
  lineOf(reason: string): number | undefined {
    return this.preparation.list?.problems.find(({ excludedAs }) => excludedAs === reason)?.line;
  }

  /** A reading with its columns by name, to be kept. */
  choicesOf(reading: ReadingDraft): ListChoices {
    return choicesOf(reading, this.preparation.list?.columns ?? []);
  }

  async view(draft: SheetDraft, evaluation: Evaluation, signal?: AbortSignal): Promise<SheetView> {
    const { validation, list, listProblem, assistant, placeholders, choices, options } = evaluation;
    const { problems, remarks } = evaluation;
    const { start, callRetryConfig: rules } = validation.decided;
    const timezone = draft.rulesFrom === 'own' ? rules?.timezone : assistant?.call_retry_config?.timezone;
    const zones =
      list && start?.kind === 'schedule' ? await this.#planner.zonesOf(list, timezone, signal) : [];
    const nowMs = this.#ports.clock.now();
    const ready = list?.counts.ready ?? 0;
    const settingRegion = choices.defaultRegion === undefined ? options.defaultRegion : undefined;
    const inSteps = launchProtocol(this.preparation.api.server)?.kind === 'in steps';
    const id = draft.assistantId.trim();
    const shown = id === '' ? undefined : assistantView(id, assistant);
    const counts = historyCounts(draft, evaluation, nowMs);
    return {
      list:
        list &&
        listView({
          list,
          placeholders,
          choices,
          settingRegion,
          usedBefore: await this.#whereUsed(list, counts),
          leaveOut: leaveOutView(draft, counts),
        }),
      listProblem,
      assistant: shown,
      start: startView(start, zones, nowMs),
      problems,
      remarks,
      summary: summaryText({
        ready,
        assistant: shown?.known === true ? shown.name : undefined,
        kind: draft.start,
        start,
        inSteps,
        nowMs,
      }),
      button: buttonText(draft.start, ready, inSteps),
    };
  }

  /** Stays as it was once the campaign is sent: its own calls are no earlier ones. */
  async #whereUsed(list: CallList, counts: HistoryCounts | undefined): Promise<readonly string[]> {
    if (this.#ports.isSent()) return this.#usedShown;
    const sentence = counts && historySentence(counts);
    const found = [...(sentence === undefined ? [] : [sentence]), ...(await this.#usedBefore(list))];
    // Sending may have begun while it was looked up.
    if (!this.#ports.isSent()) this.#usedShown = found;
    return this.#usedShown;
  }

  /** Looked up again when the list or a campaign is another. */
  async #usedBefore(list: CallList): Promise<readonly string[]> {
    if (isPart(list)) return [];
    const campaigns = this.#ports.campaigns();
    if (this.#used?.list !== list || this.#used.campaigns !== campaigns) {
      this.#used = { list, campaigns, found: await this.#ports.usedBefore(list) };
    }
    return this.#used.found;
  }
}

function basisText({ sentence }: ForecastBasis, moved: AssumptionsDraft = {}): string {
  const count = Object.keys(moved).length;
  return count === 0 ? sentence : `${plural(count, 'slider')} moved by you. ${sentence}`;
}

function beginMs(start: Start, nowMs: number): number {
  if (start.kind === 'schedule') return start.atMs;
  return start.kind === 'grace' ? nowMs + start.delayMs : nowMs;
}

/** Of a list with more contacts than can be sent, the first ones. */
function isPart({ contacts, counts }: CallList): boolean {
  return contacts.length < counts.ready;
}
