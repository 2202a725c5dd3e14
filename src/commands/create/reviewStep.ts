import * as vscode from 'vscode';
import type { Problem } from '../../callList/problems.ts';
import { leftOutCount } from '../../callList/summary.ts';
import type { CampaignDraft } from '../../core/campaignDraft.ts';
import { formatCount, plural } from '../../core/format.ts';
import { showInformationMessage } from '../../host/messages.ts';
import { inputStep, pickStep, type Step, type StepAnswer, type StepFrame } from '../../host/multiStep.ts';
import { startWords } from '../../launch/start/launchDetails.ts';
import { launchProtocol } from '../../launch/start/launchProtocol.ts';
import type { CallerNumber } from '../../launch/draft/callerIds.ts';
import type { CampaignPreparation } from '../../sending/campaignPreparation.ts';
import { askForLeaveOut, calledBeforeWords } from './leaveOutStep.ts';
import { problemOf, withDraft, type PaletteAnswers } from './paletteAnswers.ts';
import { askForRules, rulesWords } from './rulesStep.ts';

interface ReviewItem extends vscode.QuickPickItem {
  readonly act: 'send' | 'problems' | 'back' | 'number' | 'concurrency' | 'rules' | 'leaveOut' | 'none';
}

export interface ReviewOptions {
  readonly preparation: CampaignPreparation;
  /** E.164 numbers that are known to call from. */
  readonly callerNumbers: () => Promise<readonly CallerNumber[]>;
  readonly showProblems: () => Promise<void>;
}

/**
 * The whole campaign on one page before it exists. Optional settings are changed here; going on asks once
 * more.
 */
export function reviewStep({
  preparation,
  callerNumbers,
  showProblems,
}: ReviewOptions): Step<PaletteAnswers> {
  return async (initial, frame) => {
    let answers = { ...initial, evaluation: await preparation.evaluate(initial.draft) };
    const detail = { ...frame, canGoBack: true };
    /** Back and Escape in a detail return to the page, not out of it. */
    const change = (answer: StepAnswer<Partial<CampaignDraft>>) => {
      if (answer !== undefined && answer !== 'back') answers = withDraft(answers, answer.value);
    };
    for (;;) {
      const answer = await pickStep(frame, {
        placeholder: 'Review the campaign',
        items: reviewItems(preparation, answers),
      });
      if (answer === undefined) return undefined;
      if (answer === 'back') return { back: answers };
      switch (answer.value.act) {
        case 'send':
          return { value: answers };
        case 'problems':
          await showProblems();
          void showInformationMessage(
            'Fix the list and try again. Your answers are kept until the window closes.',
          );
          return undefined;
        case 'back':
          return { back: answers };
        case 'number':
          change(await askForNumber(preparation, answers, detail, callerNumbers));
          break;
        case 'concurrency':
          change(await askForParallelCalls(preparation, answers, detail));
          break;
        case 'rules':
          change(await askForRules(preparation, answers, detail));
          break;
        case 'leaveOut':
          change(await askForLeaveOut(preparation, answers, detail, Date.now()));
          answers = { ...answers, evaluation: await preparation.evaluate(answers.draft) };
          break;
        case 'none':
          break;
      }
    }
  };
}

/** Which number people see, from those that are known or typed. */
async function askForNumber(
  preparation: CampaignPreparation,
  answers: PaletteAnswers,
  frame: StepFrame,
  callerNumbers: () => Promise<readonly CallerNumber[]>,
): Promise<StepAnswer<Partial<CampaignDraft>>> {
  const fallback = {
    label: '$(circle-slash) The default number',
    description: '',
    number: '',
    typed: false,
  };
  const typed = { label: '$(edit) Another number…', description: '', number: '', typed: true };
  const known = (numbers: readonly CallerNumber[]) =>
    numbers.map(({ number, detail }) => ({ label: number, description: detail, number, typed: false }));
  const chosen = await pickStep(frame, {
    placeholder: 'Which of your numbers should people see?',
    items: callerNumbers().then((numbers) => [fallback, ...known(numbers), typed]),
    active: (item) => !item.typed && item.number === answers.draft.fromNumber,
  });
  if (chosen === undefined || chosen === 'back') return chosen;
  if (!chosen.value.typed) return { value: { fromNumber: chosen.value.number } };
  const answer = await inputStep(frame, {
    prompt: 'A number of your organisation, with + and country code',
    placeholder: '+33199000000',
    value: answers.draft.fromNumber,
    problem: (text) => problemOf(preparation, answers, { ...answers.draft, fromNumber: text }, 'fromNumber'),
  });
  if (answer === undefined || answer === 'back') return answer;
  return { value: { fromNumber: answer.value } };
}

/** Asks for the number of parallel calls; an empty text leaves it to the service. */
async function askForParallelCalls(
  preparation: CampaignPreparation,
  answers: PaletteAnswers,
  frame: StepFrame,
): Promise<StepAnswer<Partial<CampaignDraft>>> {
  const answer = await inputStep(frame, {
    prompt: 'Maximum parallel calls. Empty: the service decides.',
    value: answers.draft.concurrency,
    problem: (text) =>
      problemOf(preparation, answers, { ...answers.draft, concurrency: text }, 'concurrency'),
  });
  if (answer === undefined || answer === 'back') return answer;
  return { value: { concurrency: answer.value } };
}

function reviewItems(preparation: CampaignPreparation, answers: PaletteAnswers): readonly ReviewItem[] {
  const { draft, evaluation } = answers;
  const { list, assistant, options } = evaluation;
  const { decided } = preparation.validate(draft, options.defaultRegion);
  const ready = list?.counts.ready ?? 0;
  const leftOut = list === undefined ? 0 : leftOutCount(list.counts);
  const problems = list?.problems ?? [];
  const blocking = problems.filter((problem) => problem.blocks);
  const start =
    decided.start === undefined ? 'at a time to be chosen' : startWords(decided.start, Date.now());
  const inSteps = launchProtocol(preparation.api.server)?.kind === 'in steps';
  const sendLabels: Readonly<Record<CampaignDraft['start'], string>> = {
    now: `$(call-outgoing) Call ${plural(ready, 'person', 'people')}…`,
    grace: `$(clock) Call ${plural(ready, 'person', 'people')} ${start}…`,
    pilot: `$(beaker) Try it on a few of ${plural(ready, 'contact')} first…`,
    schedule: `$(calendar) Schedule ${plural(ready, 'call')}…`,
    draft: inSteps
      ? `$(edit) Create with ${plural(ready, 'contact')}…`
      : `$(edit) Save a draft of ${plural(ready, 'contact')}…`,
  };
  const calledBefore = calledBeforeWords(preparation, answers, Date.now());
  const confirmationHint = 'Shows what will happen and asks again.';
  const goOnItem: ReviewItem =
    blocking.length === 0
      ? { label: sendLabels[draft.start], detail: confirmationHint, act: 'send' }
      : {
          label: sendLabels[draft.start].replace(/^\$\([\w-]+\)/, '$(warning)'),
          detail: `As the list is. ${confirmationHint}`,
          act: 'send',
        };
  return [
    ...blocking.map(blockingItem),
    goOnItem,
    {
      label: '$(list-unordered) Contacts',
      description: `${formatCount(ready)} ready${leftOut === 0 ? '' : `, ${formatCount(leftOut)} left out`}`,
      detail:
        problems.length === 0
          ? 'No problems found'
          : `Open the list with its ${plural(problems.length, 'note')}`,
      act: problems.length === 0 ? 'none' : 'problems',
    },
    { label: 'Optional', kind: vscode.QuickPickItemKind.Separator, act: 'none' },
    ...(calledBefore === undefined
      ? []
      : [{ label: '$(history) Called before', description: calledBefore, act: 'leaveOut' as const }]),
    {
      label: '$(device-mobile) Caller ID',
      description: decided.fromPhoneNumber ?? assistant?.from_phone_number ?? 'the default number',
      act: 'number',
    },
    {
      label: '$(layers) Parallel calls',
      description:
        decided.maxConcurrentCalls === undefined
          ? 'as the service decides'
          : `up to ${formatCount(decided.maxConcurrentCalls)}`,
      act: 'concurrency',
    },
    { label: '$(watch) Calling rules', description: rulesWords(preparation, answers), act: 'rules' },
    { label: 'Chosen before', kind: vscode.QuickPickItemKind.Separator, act: 'none' },
    {
      label: '$(arrow-left) Change',
      description: [`“${draft.name}”`, assistant?.name ?? draft.assistantId, start].join(' · '),
      act: 'back',
    },
  ];
}

/** The list's own problems come first, so that pressing only Enter shows them and calls nobody. */
function blockingItem({ message }: Problem): ReviewItem {
  const [what = message, ...rest] = message.split(/(?<=[:.]) /);
  return { label: `$(error) ${what.replace(/[:.]$/, '')}`, detail: rest.join(' '), act: 'problems' };
}
