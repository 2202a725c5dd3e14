import * as vscode from 'vscode';
import type { CallList } from '../contacts/callList.ts';
import { HumanError } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import { multiStep } from '../host/multiStep.ts';
import { defaultRegion } from '../host/settings.ts';
import { createRequest, type LaunchPlan } from '../launch/launchPlan.ts';
import { apiOrAsk, registerCommand, type CommandContext } from './context.ts';
import type { Answers, ChosenAssistant } from './create/answers.ts';
import { assistantStep } from './create/assistantStep.ts';
import { chooseCallList, readCallListFile, type CallListFile } from './create/callListFile.ts';
import { checkWithProgress, type CheckQuestion } from './create/check.ts';
import { nameStep, suggestedName } from './create/nameStep.ts';
import { reportSubmission } from './create/report.ts';
import { reviewStep } from './create/reviewStep.ts';
import { scheduleStep, startStep } from './create/startStep.ts';
import { submitWithProgress } from './create/submitting.ts';
import { commandIds } from './ids.ts';

export function registerCreateCampaign(context: CommandContext): vscode.Disposable {
  let creating = false;
  return registerCommand(context, commandIds.createCampaign, async (given?: unknown) => {
    // A second click must not become a second campaign.
    if (creating)
      throw new HumanError('A campaign is being created already. Finish or close that one first.');
    creating = true;
    try {
      await createCampaign(context, given);
    } finally {
      creating = false;
    }
  });
}

async function createCampaign(context: CommandContext, given: unknown): Promise<void> {
  const uri = await chooseCallList(given);
  if (uri === undefined) return;
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const file = await readCallListFile(uri);
  const list = await check(context, file, { defaultRegion: defaultRegion(uri) });
  if (list === undefined || !(await anyoneToCall(context, file, list))) return;
  if (context.store.state.updatedMs === undefined) await context.refresh.refresh();
  const answers = await ask(context, api, file, list);
  if (answers?.assistant === undefined) return;
  // The sandbox may have been left, or another key set, while the questions were asked.
  if (context.store.api !== api) {
    throw new HumanError(
      'The connection changed while you were answering, so nothing was sent. Create the campaign again.',
    );
  }
  await notChanged(file);
  const request = createRequest(launchPlan(answers, answers.assistant), answers.list.contacts);
  await reportSubmission(context, api, request, await submitWithProgress(api, request));
}

async function ask(
  context: CommandContext,
  api: CampaignApi,
  file: CallListFile,
  list: CallList,
): Promise<Answers | undefined> {
  const { campaigns } = context.store.state;
  const { normalizePhoneNumber } = await import('../contacts/phoneNumber.ts');
  const region = defaultRegion(file.uri);
  /** An assistant that is known says which columns it needs: the list is read again in that light. */
  const withAssistant = async (answers: Answers, assistant: ChosenAssistant): Promise<Answers> => {
    const again = await check(context, file, { defaultRegion: region, assistant: assistant.known });
    return { ...answers, assistant, list: again ?? answers.list };
  };
  const showProblems = () => context.listProblems.show(file.uri);
  const review = reviewStep({
    sandbox: context.connections.current?.kind === 'sandbox',
    knownNumbers: knownNumbers(context),
    showProblems,
    checkNumber: (text) => normalizePhoneNumber(text, region),
  });
  const initial: Answers = {
    list,
    assistant: undefined,
    name: suggestedName(file.name, campaigns),
    start: { kind: 'draft' },
    fromPhoneNumber: undefined,
    maxConcurrentCalls: undefined,
  };
  return multiStep('Create Campaign', initial, ({ start }) => [
    assistantStep(api, campaigns, withAssistant),
    nameStep(campaigns),
    startStep,
    ...(start.kind === 'schedule' ? [scheduleStep] : []),
    review,
  ]);
}

async function check(context: CommandContext, file: CallListFile, question: CheckQuestion) {
  const list = await checkWithProgress(file, question);
  if (list !== undefined) context.listProblems.set(file.uri, list);
  return list;
}

async function anyoneToCall(context: CommandContext, file: CallListFile, list: CallList): Promise<boolean> {
  if (list.counts.ready > 0) return true;
  const show = 'Show Problems';
  const { summarySentence } = await import('../contacts/summary.ts');
  const chosen = await vscode.window.showErrorMessage(
    `No campaign can be created from “${file.name}”: nobody on it can be called.`,
    { modal: true, detail: summarySentence(list) },
    show,
  );
  if (chosen === show) await context.listProblems.show(file.uri);
  return false;
}

/** What was reviewed is what is sent: a list that was edited or replaced meanwhile is checked again first. */
async function notChanged(file: CallListFile): Promise<void> {
  const now = await readCallListFile(file.uri);
  if (sameSource(now.source, file.source)) return;
  throw new HumanError(
    `“${file.name}” changed while you were answering, so nothing was sent. Create the campaign again from it.`,
  );
}

function sameSource(a: CallListFile['source'], b: CallListFile['source']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return Buffer.compare(a, b) === 0;
}

function launchPlan(answers: Answers, assistant: ChosenAssistant): LaunchPlan {
  const { name, start, fromPhoneNumber, maxConcurrentCalls } = answers;
  return { assistantId: assistant.id, name, start, fromPhoneNumber, maxConcurrentCalls };
}

function knownNumbers(context: CommandContext): readonly string[] {
  const numbers = context.store.state.campaigns.flatMap(({ from_phone_number, assistant }) => [
    from_phone_number,
    assistant?.from_phone_number,
  ]);
  return [
    ...new Set(numbers.filter((number) => number !== undefined && /^\+\d{6,15}$/.test(number))),
  ] as string[];
}
