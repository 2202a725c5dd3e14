import type { Bounds } from '../callList/boundedCallList.ts';
import type { CallList, CallListOptions } from '../callList/callList.ts';
import type { ListChoices } from '../callList/listChoices.ts';
import { normalizePhoneNumber } from '../callList/phone/readPhone.ts';
import { assistantPlaceholders, type Placeholder } from '../callList/values/placeholders.ts';
import type { Assistant } from '../core/assistant.ts';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignDraft, FieldProblem } from '../core/campaignDraft.ts';
import type { CampaignApi, Clock } from '../core/ports.ts';
import type { CampaignSpec } from '../launch/draft/campaignSpec.ts';
import {
  AccountHistoryReader,
  withDoNotContact,
  type AccountHistory,
} from '../launch/gate/accountHistory.ts';
import { contactsChanged, type LaunchGate } from '../launch/gate/launchGate.ts';
import { launchProtocol } from '../launch/start/launchProtocol.ts';
import { isPossibleStart } from '../launch/start/startOptions.ts';
import type { ScheduleSupport } from '../launch/start/scheduleSupport.ts';
import { validateDraft, type DecidedSpec, type DraftValidation } from '../launch/draft/validateDraft.ts';
import { AssistantList } from './assistantList.ts';
import { CheckedList, type ListFile, type ListState } from './checkedList.ts';

/** What a preparation works with; all of VS Code is behind it. */
export interface PreparationPorts {
  readonly readFile: () => Promise<ListFile>;
  /** How the list is read at this moment; the same options as long as nothing has changed. */
  readonly reading: () => Promise<{ readonly choices: ListChoices; readonly options: CallListOptions }>;
  readonly gate: Pick<LaunchGate, 'check'>;
  /** As much of a list as the settings allow to send. */
  readonly bounds: () => Bounds;
  /** What the server is known to do with a start time. */
  readonly scheduleSupport: () => ScheduleSupport;
  /** How long the start `grace` waits where the draft does not say; 0: there is none. */
  readonly graceMs: () => number;
  readonly campaigns: () => readonly Campaign[];
  /** The list was read and checked: its problems belong into the editor. */
  readonly onChecked: (list: CallList, assistant: Assistant | undefined) => void;
  /** What is right so far: it can be kept beside the list. */
  readonly onDecided: (decided: DecidedSpec) => void;
  readonly clock: Clock;
}

/** Everything that is needed to ask and to send, all of it right. */
export interface PreparedLaunch {
  readonly spec: CampaignSpec;
  readonly list: CallList;
  /** Of the state of the file that the list was found in. */
  readonly hash: string;
  /** Undefined when only its id is known. */
  readonly assistant: Assistant | undefined;
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
  /** What the service knows of the list's numbers. */
  readonly history: AccountHistory;
}

export type Prepared =
  | { readonly prepared: PreparedLaunch }
  /** A sentence, and what is wrong where. */
  | { readonly message: string; readonly evaluation: Evaluation };

/**
 * One list on its way to a campaign: read, checked and validated whatever a person changes. Sends nothing.
 */
export class CampaignPreparation {
  readonly api: CampaignApi;
  readonly assistants: AssistantList;
  readonly #ports: PreparationPorts;
  readonly #list: CheckedList;
  readonly #history: AccountHistoryReader;

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

  /** The list as it was checked last. */
  get list(): CallList | undefined {
    return this.#list.last;
  }

  /** The file may be another than it was; the next evaluation reads it again. */
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
      zeroDelay: this.api.server.generation === 'today',
      readNumber: (text) => normalizePhoneNumber(text, region),
    });
  }

  /**
   * Reads the file once more and compares: what a person has seen is what is sent, however long they looked
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
    // Asked again with each attempt, so it is not a problem of a field that can be corrected.
    const { history } = evaluation;
    if (history.kind === 'failed') return { message: `Nothing was sent. ${history.message}`, evaluation };
    return { prepared: { spec: validation.spec, list, hash, assistant } };
  }

  async #evaluate(
    draft: CampaignDraft,
    signal: AbortSignal | undefined,
    look: { readonly fresh: boolean; readonly seen?: CallList | undefined },
  ): Promise<Evaluation> {
    await this.assistants.read(false, signal);
    const assistant = this.assistants.find(draft.assistantId);
    const placeholders = assistant && assistantPlaceholders(assistant);
    const { choices, options } = await this.#ports.reading();
    const check = () => this.#check(options, assistant, placeholders, signal);
    let state = await check();
    const known = this.#history.doNotContact.size;
    const contacts = state.checked?.list.contacts ?? [];
    const history = await this.#history.of(contacts, look.fresh, signal);
    // Who must not be contacted is left out of the list, with a sentence on the line.
    const { doNotContact } = this.#history;
    if (doNotContact.size !== known || contacts.some((contact) => doNotContact.has(contact.to_phone_number)))
      state = await check();
    const { checked, problem: listProblem } = state;
    const list = checked?.list;
    const validation = this.validate(draft, options.defaultRegion);
    this.#ports.onDecided(validation.decided);
    const problems = [
      ...validation.problems,
      ...listProblems(list, listProblem),
      ...(await this.#ports.gate.check({ start: draft.start }, list, look)),
      ...this.#impossibleStart(draft),
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
    };
  }

  #check(
    options: CallListOptions,
    assistant: Assistant | undefined,
    placeholders: readonly Placeholder[] | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ListState> {
    const { doNotContact } = this.#history;
    const suppressed = withDoNotContact(options.suppressed, doNotContact);
    const variables = placeholders?.map(({ name }) => name);
    return this.#list.check(
      {
        reading: options,
        options: { ...options, suppressed, placeholders, variables },
        key: JSON.stringify([placeholders ?? [], this.#ports.bounds(), [...doNotContact].sort()]),
      },
      (list) => this.#ports.onChecked(list, assistant),
      signal,
    );
  }

  #impossibleStart({ start }: CampaignDraft): readonly FieldProblem[] {
    const protocol = launchProtocol(this.api.server);
    if (isPossibleStart(start, { support: this.#ports.scheduleSupport(), protocol })) return [];
    return [{ field: 'start', message: 'This start is not possible here. Choose another one.' }];
  }
}

const fieldOrder = [
  'name',
  'list',
  'variable',
  'assistantId',
  'rules',
  'start',
  'startAt',
  'pilotSize',
  'fromNumber',
  'concurrency',
];

/** Fields as they stand on the sheet; of several problems of one start the first is enough. */
function inOrder(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const rank = ({ field }: FieldProblem) => fieldOrder.indexOf(field.split('.')[0] ?? '');
  const sorted = problems.toSorted((one, other) => rank(one) - rank(other));
  return sorted.filter(({ field }, index) => field !== 'start' || sorted[index - 1]?.field !== 'start');
}

function listProblems(list: CallList | undefined, listProblem: string | undefined): readonly FieldProblem[] {
  if (list === undefined) return [{ field: 'list', message: listProblem ?? 'The list is being checked.' }];
  if (list.counts.ready > 0) return [];
  return [{ field: 'list', message: 'Nobody on this list can be called. Check its problems.' }];
}

function nameRemarks({ name }: CampaignDraft, campaigns: readonly Campaign[]): readonly FieldProblem[] {
  if (!campaigns.some((campaign) => campaign.name === name.trim())) return [];
  return [
    {
      field: 'name',
      message: 'Another campaign already has this name. A unique name is easier to find.',
    },
  ];
}

/**
 * What the list's own check would settle first: it is said again in the last question, and the person
 * decides.
 */
function listRemarks(list: CallList | undefined): readonly FieldProblem[] {
  return (list?.problems ?? [])
    .filter(({ blocks }) => blocks)
    .map(({ code, message, value }) => ({
      field: code === 'revox.variable.noColumn' && value !== undefined ? `variable.${value}` : 'list',
      message,
    }));
}
