import * as vscode from 'vscode';
import { fileNameOf } from '../core/fileName.ts';
import type { CallList } from '../callList/callList.ts';
import { initialDraft, type CampaignDraft } from '../core/campaignDraft.ts';
import { HumanError } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { showErrorMessage, showWarningMessage } from '../host/messages.ts';
import { multiStep } from '../host/multiStep.ts';
import { reportError } from '../host/reportError.ts';
import { graceMs } from '../host/settings.ts';
import { withGiven, type GivenCampaign } from '../launch/draft/givenCampaign.ts';
import { PolicyError } from '../launch/gate/launchPolicy.ts';
import { launchProtocol } from '../launch/start/launchProtocol.ts';
import { startOptions } from '../launch/start/startOptions.ts';
import { callerNumbers } from '../launch/draft/callerIds.ts';
import { suggestedName } from '../launch/draft/suggestedName.ts';
import { chooseCallList } from '../sending/callListFile.ts';
import type { CampaignPreparation, Evaluation } from '../sending/campaignPreparation.ts';
import { preparationOf } from '../sending/preparationOf.ts';
import { sendDraft, type SendOutcome } from '../sending/sendDraft.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import type { PaletteAnswers } from './create/paletteAnswers.ts';

/** The draft of a flow that did not end with a campaign: it is there again for the same list. */
interface Unfinished {
  readonly uri: string;
  readonly api: CampaignApi;
  readonly draft: CampaignDraft;
}

/**
 * From a call list to a campaign, one question after the other: the steps fill the draft that the sheet
 * fills.
 */
export class CampaignCreation {
  readonly #context: CommandContext;
  #creating = false;
  #unfinished: Unfinished | undefined;

  constructor(context: CommandContext) {
    this.#context = context;
  }

  async begin(argument: unknown): Promise<void> {
    const given = await readGiven(argument, this.#context.clock.now());
    const uri = await chooseCallList(given === undefined ? argument : given.uri);
    const api = uri && (await apiOrAsk(this.#context));
    if (uri === undefined || api === undefined) return;
    // A second click must not become a second campaign.
    if (this.#creating) {
      throw new HumanError('A campaign is being created already. Finish or close that one first.');
    }
    this.#creating = true;
    const preparation = preparationOf(this.#context, api, uri);
    try {
      await this.#create(preparation, uri, given?.campaign);
    } finally {
      preparation.dispose();
      this.#creating = false;
    }
  }

  /** @param given fields to fill in; the summary and the confirmation are shown all the same */
  async #create(preparation: CampaignPreparation, uri: vscode.Uri, given?: GivenCampaign): Promise<void> {
    const { store, refresh, reading } = this.#context;
    if (store.state.updatedMs === undefined) await refresh.refresh();
    // Without this the creation would fail at the end, after all the answers.
    if (store.state.error !== undefined) throw store.state.error;
    const unfinished = given === undefined ? this.#draftOf(preparation.api, uri) : undefined;
    const beside = (await reading.of(uri)).campaignFile?.file?.campaign ?? {};
    const draft = unfinished ?? this.#firstDraft(uri, beside, given);
    const evaluation = await preparation.evaluate(draft);
    if (!(await this.#isWorthAsking(uri, evaluation, given))) return;
    const isComplete =
      unfinished !== undefined || (draft.assistantId !== '' && (given ?? beside).start !== undefined);
    let answers: PaletteAnswers = { draft, evaluation };
    for (let startAt: 'first' | 'last' = isComplete ? 'last' : 'first'; ; startAt = 'last') {
      const asked = await this.#ask(preparation, uri, answers, startAt);
      if (asked === undefined) return;
      answers = asked;
      const outcome = await sendDraft({ services: this.#context, preparation, uri, draft: answers.draft });
      if (!(await this.#mayTryAgain(outcome, preparation))) return;
    }
  }

  #draftOf(api: CampaignApi, uri: vscode.Uri): CampaignDraft | undefined {
    const unfinished = this.#unfinished;
    const isComplete = unfinished !== undefined && unfinished.draft.assistantId !== '';
    return isComplete && unfinished.uri === uri.toString() && unfinished.api === api
      ? unfinished.draft
      : undefined;
  }

  /** What the campaign file beside the list says goes before what is usual, and arguments go before both. */
  #firstDraft(uri: vscode.Uri, beside: GivenCampaign, given: GivenCampaign = {}): CampaignDraft {
    const { store, clock } = this.#context;
    const nowMs = clock.now();
    const usual = initialDraft(suggestedName(fileNameOf(uri), store.state.campaigns), nowMs);
    return withGiven(withGiven(usual, beside, nowMs), given, nowMs);
  }

  /** A problem that no answer can correct is reported before the first question. */
  async #isWorthAsking(
    uri: vscode.Uri,
    { list, problems }: Evaluation,
    given: GivenCampaign | undefined,
  ): Promise<boolean> {
    if (list?.counts.ready === 0) {
      await this.#showNobodyToCall(uri, list);
      return false;
    }
    const forbidden = problems.find(
      ({ field }) => field === 'list' || (field === 'start' && given?.start !== undefined),
    );
    if (forbidden === undefined) return true;
    const { message, setting } = forbidden;
    throw setting === undefined ? new HumanError(message) : new PolicyError(message, setting);
  }

  async #showNobodyToCall(uri: vscode.Uri, list: CallList): Promise<void> {
    const show = 'Show Problems';
    const { summarySentence } = await import('../callList/summary.ts');
    const chosen = await showErrorMessage(
      `No campaign can be created from “${fileNameOf(uri)}”: nobody on it can be called.`,
      { modal: true, detail: summarySentence(list) },
      show,
    );
    if (chosen === show) await this.#context.listProblems.show(uri);
  }

  async #ask(
    preparation: CampaignPreparation,
    uri: vscode.Uri,
    initial: PaletteAnswers,
    startAt: 'first' | 'last',
  ): Promise<PaletteAnswers | undefined> {
    const { connections, scheduleSupport, store } = this.#context;
    const { campaigns } = store.state;
    const starts = async ({ draft }: PaletteAnswers) => {
      // What is offered depends on the generation. A failure is repeated before the confirmation.
      await preparation.api.discover().catch(() => undefined);
      const minutes = Number(draft.graceMinutes);
      return startOptions({
        policy: launchPolicy(uri),
        support: scheduleSupport.of(connections.required()),
        graceMs: minutes > 0 ? minutes * 60_000 : graceMs(),
        protocol: launchProtocol(preparation.api.server),
      });
    };
    const [{ assistantStep }, { nameStep, scheduleStep, startStep }, { reviewStep }] = await Promise.all([
      import('./create/assistantStep.ts'),
      import('./create/nameAndStartSteps.ts'),
      import('./create/reviewStep.ts'),
    ]);
    const chooseAssistant = assistantStep(preparation);
    const giveName = nameStep(preparation, new Set(campaigns.map(({ name }) => name)));
    const chooseStart = startStep(starts);
    const giveTime = scheduleStep(preparation);
    const review = reviewStep({
      preparation,
      callerNumbers: () => callerNumbers(preparation.api, campaigns),
      showProblems: () => this.#context.listProblems.show(uri),
    });
    return multiStep({
      title: 'Create Campaign',
      initial,
      startAt,
      steps: ({ draft }) => [
        chooseAssistant,
        giveName,
        chooseStart,
        ...(draft.start === 'schedule' ? [giveTime] : []),
        review,
      ],
      onAnswer: ({ draft }) => {
        this.#unfinished = { uri: uri.toString(), api: preparation.api, draft };
      },
    });
  }

  /** @returns true: back to the last page, with everything still there */
  async #mayTryAgain(outcome: SendOutcome, { api }: CampaignPreparation): Promise<boolean> {
    switch (outcome.kind) {
      case 'back':
        return true;
      case 'not yet':
        await showWarningMessage(outcome.evaluation.problems[0]?.message ?? outcome.message, { modal: true });
        return true;
      case 'refused':
        void reportError(outcome.error, this.#context.log);
        return this.#context.store.api === api;
      case 'blocked':
        return false; // the answers stay, for when the other launch is resolved
      case 'created':
      case 'unsure':
        this.#unfinished = undefined;
        return false;
    }
  }
}

/**
 * Menus give the address of the list alone; keybindings, tasks and other extensions may give fields with it.
 */
async function readGiven(
  argument: unknown,
  nowMs: number,
): Promise<{ readonly uri: unknown; readonly campaign: GivenCampaign } | undefined> {
  const isAddress = argument instanceof vscode.Uri || typeof argument !== 'object' || argument === null;
  if (isAddress || 'scheme' in argument) return undefined;
  const { readLaunchArguments } = await import('../launch/draft/launchArguments.ts');
  return {
    uri: 'uri' in argument ? argument.uri : undefined,
    campaign: readLaunchArguments(argument, nowMs),
  };
}
