import type { Bounds } from '../callList/boundedCallList.ts';
import type { CallList, CallListOptions } from '../callList/callList.ts';
import type { ListChoices } from '../callList/listChoices.ts';
import { normalizePhoneNumber } from '../callList/phone/readPhone.ts';
import { assistantPlaceholders, type Placeholder } from '../callList/values/placeholders.ts';
import type { Assistant } from '../core/assistant.ts';
import type { PhoneHistory } from '../core/account.ts';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignDraft, FieldProblem } from '../core/campaignDraft.ts';
import type { CampaignApi, Clock } from '../core/ports.ts';
import type { CampaignSpec, LeaveOut } from '../launch/draft/campaignSpec.ts';
import {
  AccountHistoryReader,
  type AccountHistory,
  SuppressedByHistory,
} from '../launch/gate/accountHistory.ts';
import { contactsChanged, type LaunchGate } from '../launch/gate/launchGate.ts';
import { launchProtocol } from '../launch/start/launchProtocol.ts';
import { isPossibleStart } from '../launch/start/startOptions.ts';
import type { ScheduleSupport } from '../launch/start/scheduleSupport.ts';
import { validateDraft, type DecidedSpec, type DraftValidation } from '../launch/draft/validateDraft.ts';
import type { HistoryReason } from '../launch/gate/leaveOut.ts';
import { AssistantList } from './assistantList.ts';
import { CheckedList, type ListFile, type ListState } from './checkedList.ts';
import {
  inOrder,
  leaveOutProblems,
  listProblems,
  listRemarks,
  nameRemarks,
  pilotProblems,
} from './preparationProblems.ts';

/** The ports of a preparation; everything of VS Code is behind these interfaces. */
export interface PreparationPorts {
  readonly readFile: () => Promise<ListFile>;
  /** How the list is read at this moment; the same options as long as nothing has changed. */
  readonly reading: () => Promise<{ readonly choices: ListChoices; readonly options: CallListOptions }>;
  readonly gate: Pick<LaunchGate, 'check'>;
  /** The part of a list that the settings allow to send. */
  readonly bounds: () => Bounds;
  /** What the server is known to do with a start time. */
  readonly scheduleSupport: () => ScheduleSupport;
  /** How long the start `grace` waits where the draft does not say; 0: there is none. */
  readonly graceMs: () => number;
  readonly campaigns: () => readonly Campaign[];
  /** A call history that cannot be read is a warning of the confirmation, and does not stop a launch. */
  readonly mayLaunchWithoutHistory: () => boolean;
  /** Called when the list was read and checked, so that the editor shows its problems. */
  readonly onChecked: (list: CallList, assistant: Assistant | undefined) => void;
  /** Called when the service has answered what it knows about the list's numbers. */
  readonly onHistory: (byNumber: ReadonlyMap<string, PhoneHistory>) => void;
  /** Called with the valid parts of the draft, which can be saved beside the list. */
  readonly onDecided: (decided: DecidedSpec) => void;
  readonly clock: Clock;
}

/** Everything that the confirmation and the request need, all of it valid. */
export interface PreparedLaunch {
  readonly spec: CampaignSpec;
  readonly list: CallList;
  /** Hash of the file as it was checked. */
  readonly hash: string;
  /** Undefined when only its id is known. */
  readonly assistant: Assistant | undefined;
  /** The warning that the call history could not be read, for the confirmation; undefined: it was read. */
  readonly historyWarning: string | undefined;
}

/** What follows from a draft. */
export interface Evaluation {
  readonly validation: DraftValidation;
  /**
   * Of the draft, of the list and of what forbids a launch, in the order of the fields; empty: it can be
   * sent.
   */
  readonly problems: readonly FieldProblem[];
  /** Remarks that do not prevent the launch. */
  readonly remarks: readonly FieldProblem[];
  /** Undefined: the file is no call list, as `listProblem` says. */
  readonly list: CallList | undefined;
  readonly hash: string | undefined;
  readonly listProblem: string | undefined;
  /** Undefined: none is chosen, or only its id is known. */
  readonly assistant: Assistant | undefined;
  readonly placeholders: readonly Placeholder[] | undefined;
  readonly choices: ListChoices;
  readonly options: CallListOptions;
  /** What the service knows about the list's numbers. */
  readonly history: AccountHistory;
  /** The list's numbers, in E.164, those among them that this history leaves out. */
  readonly numbers: ReadonlySet<string>;
}

export type Prepared =
  | { readonly prepared: PreparedLaunch }
  /** A sentence, and what is wrong where. */
  | { readonly message: string; readonly evaluation: Evaluation };

/** Prepares a campaign from a call list: reads, checks and validates after each change. Sends nothing. */
export class CampaignPreparation {
  readonly api: CampaignApi;
  readonly assistants: AssistantList;
  readonly #ports: PreparationPorts;
  readonly #list: CheckedList;
  readonly #history: AccountHistoryReader;
  /** Numbers of a checked list that are no contacts of it for what the history says. */
  readonly #leftOut = new WeakMap<CallList, ReadonlySet<string>>();

  constructor(api: CampaignApi, ports: PreparationPorts) {
    this.api = api;
    this.#ports = ports;
    this.#list = new CheckedList(ports.readFile);
    this.#history = new AccountHistoryReader(api);
    this.assistants = new AssistantList(api, ports.campaigns);
  }

  dispose(): void {
    this.#list.dispose();
  }

  /** The result of the last check. */
  get list(): CallList | undefined {
    return this.#list.last;
  }

  /** The file may have changed; the next evaluation reads it again. */
  listChanged(): void {
    this.#list.changed();
  }

  evaluate(draft: CampaignDraft, signal?: AbortSignal): Promise<Evaluation> {
    return this.#evaluate(draft, signal, { fresh: false });
  }

  /** Problems of the fields alone, without reading the list: fast enough for every keystroke. */
  validate(draft: CampaignDraft, region: string | undefined): DraftValidation {
    return validateDraft(draft, {
      nowMs: this.#ports.clock.now(),
      graceMs: this.#ports.graceMs(),
      zeroDelay: this.api.server.generation === 'launchesCalls',
      readNumber: (text) => normalizePhoneNumber(text, region),
    });
  }

  /**
   * Reads the file again and compares: what a person has seen is what is sent, however long they looked
   * at it.
   */
  async prepare(draft: CampaignDraft, signal?: AbortSignal): Promise<Prepared> {
    const seen = this.#list.last;
    this.listChanged();
    const found = await this.#evaluate(draft, signal, { fresh: true, seen });
    const problems = found.problems.filter(({ message }) => message !== contactsChanged);
    const evaluation = { ...found, problems };
    const { validation, list, hash, assistant } = evaluation;
    if (problems.length > 0 || validation.spec === undefined || list === undefined || hash === undefined) {
      return { message: 'Some fields need attention. They are marked below.', evaluation };
    }
    if (seen === undefined || problems.length < found.problems.length) {
      return { message: contactsChanged, evaluation };
    }
    // Read again with each attempt, so it is not a problem of a field that a person can correct.
    const { history } = evaluation;
    const { spec } = validation;
    if (history.kind !== 'failed') {
      return { prepared: { spec, list, hash, assistant, historyWarning: undefined } };
    }
    // Where a person chose to leave people out, a warning is not enough.
    if (!this.#ports.mayLaunchWithoutHistory() || spec.leaveOut !== undefined)
      return { message: `Nothing was sent. ${history.message}`, evaluation };
    return { prepared: { spec, list, hash, assistant, historyWarning: history.message } };
  }

  async #evaluate(
    draft: CampaignDraft,
    signal: AbortSignal | undefined,
    look: { readonly fresh: boolean; readonly seen?: CallList | undefined },
  ): Promise<Evaluation> {
    const read = await this.#read(draft, signal, look.fresh);
    const { assistant, placeholders, choices, options, validation, state, history, numbers } = read;
    const { leaveOut } = validation.decided;
    const { checked, problem: listProblem } = state;
    const list = checked?.list;
    this.#ports.onDecided(validation.decided);
    if (history.kind === 'known') this.#ports.onHistory(history.byNumber);
    const problems = [
      ...validation.problems,
      ...listProblems(list, listProblem),
      ...pilotProblems(validation.decided.start, list),
      ...(await this.#ports.gate.check({ start: draft.start }, list, look)),
      ...this.#impossibleStart(draft),
      ...leaveOutProblems(leaveOut, history),
    ];
    return {
      validation,
      problems: inOrder(problems),
      remarks: [
        ...nameRemarks(draft, this.#ports.campaigns()),
        ...listRemarks(list),
        ...(history.kind === 'failed' ? [{ field: 'list', message: history.message }] : []),
      ],
      list,
      hash: checked?.hash,
      listProblem,
      assistant,
      placeholders,
      choices,
      options,
      history,
      numbers,
    };
  }

  /** What an evaluation is made from: assistants, the checked list, the history of its numbers. */
  async #read(draft: CampaignDraft, signal: AbortSignal | undefined, fresh: boolean) {
    // The counts of a list for which nobody is chosen yet do not depend on who could be.
    if (draft.assistantId.trim() !== '') await this.assistants.read(false, signal);
    const assistant = this.assistants.find(draft.assistantId);
    const placeholders = assistant && assistantPlaceholders(assistant);
    const { choices, options } = await this.#ports.reading();
    const validation = this.validate(draft, options.defaultRegion);
    const { leaveOut } = validation.decided;
    const question = { options, assistant, placeholders, leaveOut, fresh };
    const found = await this.#checkWithHistory(question, signal);
    return { assistant, placeholders, choices, options, validation, ...found };
  }

  /**
   * Checks the list without those whom the service's history leaves out. Of a list of more contacts than are
   * kept others may take their place, who are asked for in turn.
   */
  async #checkWithHistory(
    question: ListCheck & { readonly leaveOut: LeaveOut | undefined; readonly fresh: boolean },
    signal: AbortSignal | undefined,
  ): Promise<{
    readonly state: ListState;
    readonly history: AccountHistory;
    readonly numbers: ReadonlySet<string>;
  }> {
    const nowMs = this.#ports.clock.now();
    for (let round = 1; ; round += 1) {
      const excluded = this.#history.excluded(question.leaveOut, nowMs);
      const state = await this.#check(question, excluded, signal);
      const numbers = this.#numbersOf(state.checked?.list);
      const history = await this.#history.of(numbers, question.fresh && round === 1, signal);
      const now = this.#history.excluded(question.leaveOut, nowMs);
      if (exclusionKey(now) === exclusionKey(excluded) || history.kind === 'failed')
        return { state, history, numbers };
      if (round === maxRounds) {
        const message =
          'Too many people on this list are left out for earlier calls. Split the list, then try again.';
        return { state, history: { kind: 'failed', message }, numbers };
      }
    }
  }

  #numbersOf(list: CallList | undefined): ReadonlySet<string> {
    if (list === undefined) return new Set();
    const numbers = new Set(this.#leftOut.get(list));
    for (const { to_phone_number } of list.contacts) numbers.add(to_phone_number);
    return numbers;
  }

  #check(
    { options, assistant, placeholders }: ListCheck,
    excluded: ReadonlyMap<string, HistoryReason>,
    signal: AbortSignal | undefined,
  ): Promise<ListState> {
    const suppressed = new SuppressedByHistory(options.suppressed, excluded);
    const variables = placeholders?.map(({ name }) => name);
    return this.#list.check(
      {
        reading: options,
        options: { ...options, suppressed, placeholders, variables },
        key: JSON.stringify([placeholders ?? [], this.#ports.bounds(), exclusionKey(excluded)]),
      },
      (list) => {
        this.#leftOut.set(list, suppressed.found);
        this.#ports.onChecked(list, assistant);
      },
      signal,
    );
  }

  #impossibleStart({ start }: CampaignDraft): readonly FieldProblem[] {
    const protocol = launchProtocol(this.api.server);
    if (isPossibleStart(start, { support: this.#ports.scheduleSupport(), protocol })) return [];
    return [{ field: 'start', message: 'This start is not possible here. Choose another one.' }];
  }
}

/** How a list is to be checked. */
interface ListCheck {
  readonly options: CallListOptions;
  readonly assistant: Assistant | undefined;
  readonly placeholders: readonly Placeholder[] | undefined;
}

/**
 * How many rounds there are at most. Few lists need more than two; each further one is for contacts that
 * replaced others.
 */
const maxRounds = 20;

function exclusionKey(excluded: ReadonlyMap<string, HistoryReason>): string {
  return [...excluded]
    .map(([number, { kind }]) => `${number} ${kind}`)
    .sort()
    .join();
}
