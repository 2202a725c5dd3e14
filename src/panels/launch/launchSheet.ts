import type { CallList, CallListOptions } from '../../callList/callList.ts';
import type { ListChoices } from '../../callList/listChoices.ts';
import { normalizePhoneNumber } from '../../callList/phone/readPhone.ts';
import { assistantPlaceholders, type Placeholder } from '../../callList/values/placeholders.ts';
import { sameContacts } from '../../callList/sameContacts.ts';
import type { Assistant } from '../../core/assistant.ts';
import type { Campaign } from '../../core/campaign.ts';
import { HumanError } from '../../core/errors.ts';
import { plural } from '../../core/format.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import type { LaunchPlan, Start } from '../../launch/launchPlan.ts';
import {
  policyBounds,
  requireAllowedSize,
  requireAllowedStart,
  type LaunchPolicy,
} from '../../launch/launchPolicy.ts';
import { AssistantList, assistantView } from './launchAssistants.ts';
import { buttonText, judge, summaryText, type Judgement } from './launchJudge.ts';
import { listView } from './launchListView.ts';
import { LaunchPlanner } from './launchPlanner.ts';
import { planView } from './launchPlanView.ts';
import { PlanLearning, type PlanBasis } from './planLearning.ts';
import type { FinishedCalls } from './finishedCalls.ts';
import { previewView } from './launchPreview.ts';
import { choicesOf } from './launchReading.ts';
import { startView } from './launchStart.ts';
import { SheetList, type ListState, type SheetFile } from './sheetList.ts';
import type {
  Assistants,
  FieldProblem,
  PlanView,
  PreviewView,
  SheetView,
  StartOption,
} from '../contract/protocolLaunch.ts';
import type { AssumptionsDraft, ReadingDraft, SheetDraft } from '../contract/protocolLaunchDraft.ts';

/** What a sheet works with; all of VS Code is behind it. */
export interface SheetPorts {
  readonly readFile: () => Promise<SheetFile>;
  /** How the list is read at this moment; the same options as long as nothing has changed. */
  readonly reading: () => Promise<{ readonly choices: ListChoices; readonly options: CallListOptions }>;
  readonly policy: () => LaunchPolicy;
  readonly starts: () => readonly StartOption[];
  /** How long a start that can be taken back waits. */
  readonly graceMs: () => number;
  readonly campaigns: () => readonly Campaign[];
  /** Where the list's numbers are used already, in sentences. */
  readonly usedBefore: (list: CallList) => Promise<readonly string[]>;
  /** The list was read and checked: its marks belong into the editor. */
  readonly onChecked: (list: CallList, assistant: Assistant | undefined) => void;
  /** What is decided so far: it can be kept beside the list. */
  readonly onDecided: (plan: DecidedPlan) => void;
  /** What finished campaigns were seen to be like, to plan by. */
  readonly finishedCalls: FinishedCalls;
  /** The plan is another than it was. */
  readonly onLearnt: () => void;
  readonly clock: Clock;
}

/** A plan in the making: what is not right yet is not there. */
export type DecidedPlan = { readonly [K in keyof LaunchPlan]?: LaunchPlan[K] | undefined };

/** Everything that is needed to ask and to send, all of it right. */
export interface Flight {
  readonly list: CallList;
  /** Of the state of the file that it was found in. */
  readonly hash: string;
  /** Undefined when only its id is known. */
  readonly assistant: Assistant | undefined;
  readonly plan: LaunchPlan;
}

/** What follows from a draft. */
interface Study {
  readonly judgement: Judgement;
  readonly list: CallList | undefined;
  readonly hash: string | undefined;
  readonly listProblem: string | undefined;
  readonly assistant: Assistant | undefined;
  readonly placeholders: readonly Placeholder[] | undefined;
}

/** One list on its way to a campaign: reads, checks and judges, whatever a person types. Sends nothing. */
export class LaunchSheet {
  readonly #ports: SheetPorts;
  readonly #assistants: AssistantList;
  readonly #planner = new LaunchPlanner();
  readonly #learning: PlanLearning;
  readonly #list: SheetList;
  #used:
    | { readonly list: CallList; readonly campaigns: readonly Campaign[]; readonly found: readonly string[] }
    | undefined;

  constructor(api: CampaignApi, ports: SheetPorts) {
    this.#ports = ports;
    this.#list = new SheetList(ports.readFile);
    this.#assistants = new AssistantList(api, ports.campaigns);
    const { finishedCalls: calls, clock, onLearnt } = ports;
    this.#learning = new PlanLearning({ api, calls, clock, onLearnt });
  }

  /** Nobody looks any more. */
  dispose(): void {
    this.#list.dispose();
    this.#learning.dispose();
  }

  assistants(again: boolean, signal?: AbortSignal): Promise<Assistants> {
    return this.#assistants.read(again, signal);
  }

  /** The file may be another than it was; the next look reads it again. */
  listChanged(): void {
    this.#list.changed();
  }

  async look(draft: SheetDraft, signal?: AbortSignal): Promise<SheetView> {
    const study = await this.#study(draft, signal);
    return this.#view(draft, study, signal);
  }

  /** The flight plan, as far as list, rules and start are known. A draft is planned as if it began now. */
  async plan(draft: SheetDraft, signal?: AbortSignal): Promise<PlanView | undefined> {
    const { list, judgement, assistant } = await this.#study(draft, signal);
    const rules = judgement.rules ?? assistant?.call_retry_config;
    const own = draft.rulesFrom === 'own';
    const known = own ? judgement.rules !== undefined : assistant !== undefined;
    if (
      list === undefined ||
      list.contacts.length === 0 ||
      isPart(list) ||
      !known ||
      judgement.start === undefined
    )
      return undefined;
    const nowMs = this.#ports.clock.now();
    const basis = this.#learning.basisFor(draft.assistantId.trim(), this.#ports.campaigns());
    const question = {
      list,
      rules,
      startMs: beginMs(judgement.start, nowMs),
      concurrency: judgement.maxConcurrentCalls,
      basis: basis.assumptions,
      assumptions: draft.assumptions,
    };
    const { plan, assumptions, norms } = await this.#planner.plan(question, signal);
    return planView(plan, assumptions, norms, nowMs, basisText(basis, draft.assumptions));
  }

  preview(draftAssistant: string, at: number): PreviewView | undefined {
    const list = this.#list.last;
    return list && previewView(list, this.#assistants.find(draftAssistant), at);
  }

  /** The line of the first row that was left out for this reason. */
  lineOf(reason: string): number | undefined {
    return this.#list.last?.problems.find(({ excludedAs }) => excludedAs === reason)?.line;
  }

  /** A reading with its columns by name, to be kept. */
  choicesOf(reading: ReadingDraft): ListChoices {
    return choicesOf(reading, this.#list.last?.columns ?? []);
  }

  /**
   * Reads the file once more and compares: what a person has seen is what is sent, however long they looked at it.
   * @returns the flight, or why there is none yet
   */
  async prepare(
    draft: SheetDraft,
    signal?: AbortSignal,
  ): Promise<{ readonly flight: Flight } | { readonly message: string; readonly view: SheetView }> {
    const seen = this.#list.last;
    this.listChanged();
    const study = await this.#study(draft, signal);
    const { judgement, list, hash, assistant } = study;
    const { problems, start, rules, fromPhoneNumber, maxConcurrentCalls } = judgement;
    if (list === undefined || hash === undefined || start === undefined || problems.length > 0) {
      const view = await this.#view(draft, study, signal);
      return { message: 'Something is missing. It is marked below.', view };
    }
    if (seen === undefined || !sameContacts(seen, list)) {
      const view = await this.#view(draft, study, signal);
      return { message: 'The list changed meanwhile, so nothing was sent. Look at it once more.', view };
    }
    const plan: LaunchPlan = {
      assistantId: draft.assistantId.trim(),
      name: draft.name.trim(),
      start,
      fromPhoneNumber,
      maxConcurrentCalls,
      callRetryConfig: rules,
    };
    return { flight: { list, hash, assistant, plan } };
  }

  async #study(draft: SheetDraft, signal: AbortSignal | undefined): Promise<Study> {
    await this.#assistants.read(false, signal);
    const assistant = this.#assistants.find(draft.assistantId);
    const placeholders = assistant && assistantPlaceholders(assistant);
    const { options } = await this.#ports.reading();
    const { checked, problem: listProblem } = await this.#check(options, assistant, placeholders, signal);
    const list = checked?.list;
    const judgement = judge({
      draft,
      list,
      listProblem,
      taken: new Set(this.#ports.campaigns().map(({ name }) => name)),
      readNumber: (text) => normalizePhoneNumber(text, options.defaultRegion),
      forbidden: this.#forbidden(draft, list),
      graceMs: this.#ports.graceMs(),
      nowMs: this.#ports.clock.now(),
    });
    this.#ports.onDecided({
      assistantId: assistant?.id,
      name: draft.name.trim() === '' ? undefined : draft.name.trim(),
      start: judgement.start,
      fromPhoneNumber: judgement.fromPhoneNumber,
      maxConcurrentCalls: judgement.maxConcurrentCalls,
      callRetryConfig: judgement.rules,
    });
    return { judgement, list, hash: checked?.hash, listProblem, assistant, placeholders };
  }

  async #view(draft: SheetDraft, study: Study, signal: AbortSignal | undefined): Promise<SheetView> {
    const { judgement, list, listProblem, assistant, placeholders } = study;
    const { choices, options } = await this.#ports.reading();
    const { start, rules } = judgement;
    const timezone = draft.rulesFrom === 'own' ? rules?.timezone : assistant?.call_retry_config?.timezone;
    const zones =
      list && start?.kind === 'schedule' ? await this.#planner.zonesOf(list, timezone, signal) : [];
    const nowMs = this.#ports.clock.now();
    const ready = list?.counts.ready ?? 0;
    const settingRegion = choices.defaultRegion === undefined ? options.defaultRegion : undefined;
    const id = draft.assistantId.trim();
    const shown = id === '' ? undefined : assistantView(id, assistant);
    return {
      list:
        list &&
        listView({ list, placeholders, choices, settingRegion, usedBefore: await this.#usedBefore(list) }),
      listProblem,
      assistant: shown,
      start: startView(start, zones, nowMs),
      problems: judgement.problems,
      remarks: judgement.remarks,
      summary: summaryText({
        ready,
        assistant: shown?.known === true ? shown.name : undefined,
        kind: draft.start,
        start,
        nowMs,
      }),
      button: buttonText(draft.start, ready),
    };
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

  #check(
    reading: CallListOptions,
    assistant: Assistant | undefined,
    placeholders: readonly Placeholder[] | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ListState> {
    const options = { ...reading, placeholders, variables: placeholders?.map(({ name }) => name) };
    const key = JSON.stringify([placeholders ?? [], policyBounds(this.#ports.policy())]);
    const onChecked = (list: CallList): void => this.#ports.onChecked(list, assistant);
    return this.#list.check({ reading, options, key }, onChecked, signal);
  }

  /** What the settings do not allow, at the field it is about. */
  #forbidden({ start }: SheetDraft, list: CallList | undefined): readonly FieldProblem[] {
    const { policy: policyOf, starts } = this.#ports;
    const policy = policyOf();
    const impossible =
      policy.allowedStarts.value.includes(start) && !starts().some(({ kind }) => kind === start);
    return [
      ...(impossible
        ? [{ field: 'start', message: 'This start is not possible here. Choose another one.' }]
        : []),
      ...refusal('list', () => list && requireAllowedSize(policy, list.contacts, list.counts.ready)),
      ...refusal('start', () => requireAllowedStart(policy, start)),
    ];
  }
}

function refusal(field: string, require: () => void): readonly FieldProblem[] {
  try {
    require();
    return [];
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return [{ field, message: error.message }];
  }
}

function basisText({ sentence }: PlanBasis, moved: AssumptionsDraft = {}): string {
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
