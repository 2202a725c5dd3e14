import * as vscode from 'vscode';
import type { Problem } from '../../callList/problems.ts';
import { formatCount, plural } from '../../core/format.ts';
import type { CallList } from '../../callList/callList.ts';
import { pickStep, type Step, type StepAnswer } from '../../host/multiStep.ts';
import { showInformationMessage, showWarningMessage } from '../../host/messages.ts';
import { startWords, type LaunchFacts } from '../../launch/launchDetails.ts';
import type { Start } from '../../launch/launchPlan.ts';
import type { LaunchPolicy } from '../../launch/launchPolicy.ts';
import type { ScheduleSupport } from '../../launch/scheduleSupport.ts';
import { assistantName, launchPlan, type Answers } from './answers.ts';
import { confirmLaunch } from '../../sending/confirm.ts';
import { askForConcurrency, askForNumber, type NumberOptions } from './reviewDetails.ts';
import { askForRules, rulesWords } from './rulesStep.ts';

interface ReviewItem extends vscode.QuickPickItem {
  readonly act: 'confirm' | 'problems' | 'back' | 'number' | 'concurrency' | 'rules' | 'none';
}

export interface ReviewOptions extends NumberOptions {
  /** Where the campaign is created: the host's name, or undefined for the sandbox. */
  readonly account: string | undefined;
  readonly policy: () => LaunchPolicy;
  readonly scheduleSupport: () => ScheduleSupport;
  /** Where the list's numbers are used already, in sentences. */
  readonly usedBefore: (list: CallList) => Promise<readonly string[]>;
  readonly showProblems: () => Promise<void>;
}

/**
 * The whole campaign on one page before it exists. Optional settings are changed here; going on asks for the last
 * confirmation, and whoever hesitates there comes back to this page with everything still in place.
 */
export function reviewStep(options: ReviewOptions): Step<Answers> {
  return async (initial, frame) => {
    let answers = initial;
    const detail = { ...frame, canGoBack: true };
    for (;;) {
      const answer = await pickStep(frame, {
        placeholder: 'Review the campaign',
        items: reviewItems(answers),
      });
      if (answer === undefined) return undefined;
      if (answer === 'back') return { back: answers };
      switch (answer.value.act) {
        case 'confirm':
          if (startIsPast(answers.start)) return { back: answers };
          if (!(await isConfirmed(answers, options))) break;
          // The last question may have stood there for long.
          return startIsPast(answers.start) ? { back: answers } : { value: answers };
        case 'problems':
          await options.showProblems();
          void showInformationMessage(
            'Create the campaign again from this list when it is mended: your answers are kept.',
          );
          return undefined;
        case 'back':
          return { back: answers };
        case 'number':
          answers = merge(answers, await askForNumber(answers, detail, options));
          break;
        case 'concurrency':
          answers = merge(answers, await askForConcurrency(answers, detail));
          break;
        case 'rules':
          answers = merge(answers, await askForRules(answers, detail));
          break;
        case 'none':
          break;
      }
    }
  };
}

async function isConfirmed(answers: Answers, options: ReviewOptions): Promise<boolean> {
  const { assistant, list } = answers;
  if (assistant === undefined) return false;
  const facts: LaunchFacts = {
    plan: launchPlan(answers, assistant),
    list,
    assistant: assistant.known,
    account: options.account,
    scheduleSupport: options.scheduleSupport(),
    usedBefore: await options.usedBefore(list),
    nowMs: Date.now(),
  };
  return confirmLaunch(facts, options.policy());
}

/** A schedule that has passed would mean "now" to the server: the time is asked for again. */
function startIsPast(start: Start): boolean {
  if (start.kind !== 'schedule' || start.atMs > Date.now()) return false;
  void showWarningMessage('The start time has passed meanwhile, so nothing was sent. Choose a later one.');
  return true;
}

/** Back and Escape in a detail return to the page, not out of it. */
function merge(answers: Answers, answer: StepAnswer<Partial<Answers>>): Answers {
  return answer === undefined || answer === 'back' ? answers : { ...answers, ...answer.value };
}

function reviewItems(answers: Answers): readonly ReviewItem[] {
  const { list, assistant, name, start, fromPhoneNumber, maxConcurrentCalls } = answers;
  const { read, ready } = list.counts;
  const leftOut = read - ready;
  const blocking = list.problems.filter((problem) => problem.blocks);
  const goOn: Record<typeof start.kind, string> = {
    now: `$(call-outgoing) Call ${plural(ready, 'person', 'people')}…`,
    grace: `$(clock) Call ${plural(ready, 'person', 'people')} ${startWords(start, Date.now())}…`,
    schedule: `$(calendar) Schedule ${plural(ready, 'call')}…`,
    draft: `$(edit) Save a draft of ${plural(ready, 'contact')}…`,
  };
  const sure = 'Shows what will happen and asks once more.';
  const goOnItem: ReviewItem =
    blocking.length === 0
      ? { label: goOn[start.kind], detail: sure, act: 'confirm' }
      : {
          label: goOn[start.kind].replace(/^\$\([\w-]+\)/, '$(warning)'),
          detail: `As the list is. ${sure}`,
          act: 'confirm',
        };
  return [
    ...blocking.map(blockingItem),
    goOnItem,
    {
      label: '$(list-unordered) Contacts',
      description: `${formatCount(ready)} ready${leftOut === 0 ? '' : `, ${formatCount(leftOut)} left out`}`,
      detail:
        list.problems.length === 0
          ? 'No problems found'
          : `Open the list with its ${plural(list.problems.length, 'remark')}`,
      act: list.problems.length === 0 ? 'none' : 'problems',
    },
    { label: 'Optional', kind: vscode.QuickPickItemKind.Separator, act: 'none' },
    {
      label: '$(device-mobile) Call from',
      description: fromPhoneNumber ?? assistant?.known?.from_phone_number ?? 'the default number',
      act: 'number',
    },
    {
      label: '$(layers) Calls at once',
      description:
        maxConcurrentCalls === undefined
          ? 'as the service decides'
          : `up to ${formatCount(maxConcurrentCalls)}`,
      act: 'concurrency',
    },
    { label: '$(watch) Calling rules', description: rulesWords(answers), act: 'rules' },
    { label: 'Chosen before', kind: vscode.QuickPickItemKind.Separator, act: 'none' },
    {
      label: '$(arrow-left) Change',
      description: [`“${name}”`, assistant && assistantName(assistant), startWords(start, Date.now())].join(
        ' · ',
      ),
      act: 'back',
    },
  ];
}

/** The list's own problems come first: whoever only presses Enter sees them, and calls nobody. */
function blockingItem({ message }: Problem): ReviewItem {
  const [what = message, ...rest] = message.split(/(?<=[:.]) /);
  return { label: `$(error) ${what.replace(/[:.]$/, '')}`, detail: rest.join(' '), act: 'problems' };
}
