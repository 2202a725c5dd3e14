import type * as vscode from 'vscode';
import type { CallList } from '../callList/callList.ts';
import { sameContacts } from '../callList/sameContacts.ts';
import { HumanError } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import type { CheckedFile } from '../host/checkedFile.ts';
import { multiStep } from '../host/multiStep.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { graceMs } from '../host/settings.ts';
import { showErrorMessage } from '../host/messages.ts';
import type { LaunchArguments } from '../launch/launchArguments.ts';
import { requireAllowedSize, requireAllowedStart } from '../launch/launchPolicy.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { launchPlan, type Answers, type ChosenAssistant } from './create/answers.ts';
import { assistantById, assistantStep } from './create/assistantStep.ts';
import { chooseCallList, readCallListFile, type CallListFile } from '../sending/callListFile.ts';
import { checkFileWithProgress, hashWithProgress, sayCancelled } from '../sending/check.ts';
import { launchCampaign } from '../sending/launchCampaign.ts';
import { firstAnswers, knownNumbers } from './create/firstAnswers.ts';
import { nameStep } from './create/nameStep.ts';
import { answersIn, readWishes } from './create/wishes.ts';
import { reviewStep } from './create/reviewStep.ts';
import { scheduleStep, startStep } from './create/startStep.ts';
import { refuseSuppressed } from '../sending/suppressionGate.ts';

/** The answers of a flow that did not end with a campaign: they are there again for the same list. */
interface Unfinished {
  readonly uri: string;
  readonly api: CampaignApi;
  readonly answers: Answers;
}

/** From a call list to a campaign, one question after the other. */
export class CampaignCreation {
  readonly #context: CommandContext;
  #creating = false;
  #unfinished: Unfinished | undefined;

  constructor(context: CommandContext) {
    this.#context = context;
  }

  async begin(given: unknown): Promise<void> {
    const wishes = await readWishes(given, this.#context.clock.now());
    const uri = await chooseCallList(wishes === undefined ? given : wishes.uri);
    const api = uri && (await apiOrAsk(this.#context));
    if (uri === undefined || api === undefined) return;
    // A second click must not become a second campaign.
    if (this.#creating) {
      throw new HumanError('A campaign is being created already. Finish or close that one first.');
    }
    this.#creating = true;
    try {
      await this.#create(api, uri, wishes?.read);
    } finally {
      this.#creating = false;
    }
  }

  /** @param wishes answers that are filled in; the page with the whole campaign, and the last question, come all the same */
  async #create(api: CampaignApi, uri: vscode.Uri, wishes?: LaunchArguments): Promise<void> {
    const { store, refresh } = this.#context;
    await refuseSuppressed(this.#context.reading, uri, []);
    const file = await readCallListFile(uri);
    if (wishes?.start !== undefined) requireAllowedStart(launchPolicy(uri), wishes.start.kind);
    const kept = wishes === undefined ? this.#keptAnswers(api, uri) : undefined;
    const beside = (await this.#context.reading.of(uri)).campaignFile?.file?.plan;
    const wished = wishes?.assistantId ?? (kept === undefined ? beside?.assistantId : undefined);
    const assistant =
      wished === undefined ? kept?.assistant : await assistantById(api, this.#campaigns, wished);
    const checked = await this.#check(file, assistant);
    if (checked === undefined || !(await this.#anyoneToCall(file, checked.list))) return;
    const { contacts, counts } = checked.list;
    requireAllowedSize(launchPolicy(uri), contacts, counts.ready);
    if (store.state.updatedMs === undefined) await refresh.refresh();
    if (store.state.error !== undefined) throw store.state.error; // it would fail at the end, after all the answers
    let initial: Answers =
      kept === undefined
        ? { ...firstAnswers(file, checked, this.#campaigns, beside), assistant, ...answersIn(wishes) }
        : { ...kept, ...checked };
    const complete =
      kept !== undefined || (assistant !== undefined && (wishes ?? beside)?.start !== undefined);
    for (let startAt: 'first' | 'last' = complete ? 'last' : 'first'; ; startAt = 'last') {
      const answers = await this.#ask(api, file, initial, startAt);
      if (answers?.assistant === undefined) return;
      const seen = await this.#asSeen(file, answers);
      const plan = launchPlan(answers, answers.assistant);
      const end = await launchCampaign(this.#context, { api, plan, file, ...seen });
      if (end === 'blocked') return; // the answers stay, for when the other launch is settled
      if (end !== 'refused') {
        this.#unfinished = undefined;
        return;
      }
      if (store.api !== api) return;
      initial = answers; // back to the last page, with everything still there
    }
  }

  get #campaigns() {
    return this.#context.store.state.campaigns;
  }

  #keptAnswers(api: CampaignApi, uri: vscode.Uri): Answers | undefined {
    const kept = this.#unfinished;
    const complete = kept?.answers.assistant !== undefined;
    return complete && kept.uri === uri.toString() && kept.api === api ? kept.answers : undefined;
  }

  async #ask(
    api: CampaignApi,
    file: CallListFile,
    initial: Answers,
    startAt: 'first' | 'last',
  ): Promise<Answers | undefined> {
    const { normalizePhoneNumber } = await import('../callList/phone/readPhone.ts');
    const region = (await this.#context.reading.of(file.uri)).options.defaultRegion;
    const connection = this.#context.connections.required();
    /** An assistant that is known says which columns it needs: the list is read again in that light. */
    const withAssistant = async (answers: Answers, assistant: ChosenAssistant) => {
      const checked = await this.#check(file, assistant);
      return checked && { ...answers, assistant, ...checked };
    };
    const chooseAssistant = assistantStep(api, this.#campaigns, withAssistant);
    const giveName = nameStep(this.#campaigns);
    const policy = () => launchPolicy(file.uri);
    const scheduleSupport = () => this.#context.scheduleSupport.of(connection);
    const review = reviewStep({
      account: connection.kind === 'sandbox' ? undefined : new URL(connection.baseUrl).host,
      knownNumbers: knownNumbers(this.#campaigns),
      policy,
      scheduleSupport,
      usedBefore: ({ contacts }) => this.#context.provenances.usedBefore(contacts),
      showProblems: () => this.#context.listProblems.show(file.uri),
      checkNumber: (text) => normalizePhoneNumber(text, region),
    });
    return multiStep({
      title: 'Create Campaign',
      initial,
      startAt,
      steps: ({ start }) => [
        chooseAssistant,
        giveName,
        startStep({ policy, scheduleSupport, graceMs }),
        ...(start.kind === 'schedule' ? [scheduleStep] : []),
        review,
      ],
      onAnswer: (answers) => (this.#unfinished = { uri: file.uri.toString(), api, answers }),
    });
  }

  /** Checks the list, in the light of its assistant where that is known, and shows what was found in the editor. */
  async #check(file: CallListFile, assistant?: ChosenAssistant): Promise<CheckedFile | undefined> {
    const { assistantPlaceholders } = await import('../callList/values/placeholders.ts');
    const placeholders = assistant?.known && assistantPlaceholders(assistant.known);
    const variables = placeholders?.map(({ name }) => name);
    const { options } = await this.#context.reading.of(file.uri);
    const checked = await checkFileWithProgress(file, { ...options, variables, placeholders });
    if (checked === undefined) sayCancelled(file, 'Create the campaign again to have it read.');
    else await this.#context.callLists.take(file.uri, checked.list, variables);
    if (assistant?.known !== undefined) this.#context.listAssistants.set(file.uri, assistant.known);
    return checked;
  }

  async #anyoneToCall(file: CallListFile, list: CallList): Promise<boolean> {
    if (list.counts.ready > 0) return true;
    const show = 'Show Problems';
    const { summarySentence } = await import('../callList/summary.ts');
    const chosen = await showErrorMessage(
      `No campaign can be created from “${file.name}”: nobody on it can be called.`,
      { modal: true, detail: summarySentence(list) },
      show,
    );
    if (chosen === show) await this.#context.listProblems.show(file.uri);
    return false;
  }

  /**
   * What was reviewed is what is sent. The contacts are compared, not the bytes: an editor that saved the list
   * meanwhile, by itself perhaps, changed nothing of them.
   */
  async #asSeen(file: CallListFile, { assistant, list, hash }: Answers): Promise<CheckedFile> {
    const now = await readCallListFile(file.uri);
    const hashNow = await hashWithProgress(now);
    if (hashNow === hash) return { list, hash };
    const again = hashNow === undefined ? undefined : await this.#check(now, assistant);
    if (again === undefined) {
      throw new HumanError(
        `“${file.name}” was not read once more to its end, so nothing was sent. Create the campaign again from it: your answers are kept.`,
      );
    }
    if (sameContacts(list, again.list)) return again;
    throw new HumanError(
      `“${file.name}” changed while you were answering, so nothing was sent. Create the campaign again from it: your answers are kept.`,
    );
  }
}
