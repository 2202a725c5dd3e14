import * as vscode from 'vscode';
import { formatCount, formatWhen, plural } from '../../core/format.ts';
import { retryDefaults } from '../../core/retryConfig.ts';
import { summarySentence } from '../../contacts/summary.ts';
import { assistantName, type Answers } from './answers.ts';

/**
 * The last question. The button repeats what it does and how many it does it to; Enter goes back, Escape cancels,
 * so that nobody is called by a key pressed too often.
 */
export async function confirmLaunch(answers: Answers, account: string | undefined): Promise<boolean> {
  const { ready } = answers.list.counts;
  const people = plural(ready, 'person', 'people');
  const words = {
    now: { question: `Call ${people} now?`, button: `Call ${people}` },
    schedule: { question: `Schedule ${plural(ready, 'call')}?`, button: `Schedule ${plural(ready, 'Call')}` },
    draft: {
      question: `Save “${answers.name}” as a draft?`,
      button: `Save Draft of ${plural(ready, 'Contact')}`,
    },
  }[answers.start.kind];
  const chosen = await vscode.window.showWarningMessage(
    words.question,
    { modal: true, detail: details(answers, account) },
    'Go Back',
    words.button,
  );
  return chosen === words.button;
}

function details(answers: Answers, account: string | undefined): string {
  const { assistant, name, list, start, fromPhoneNumber, maxConcurrentCalls } = answers;
  const when = {
    now: 'as soon as a calling window is open',
    schedule: start.kind === 'schedule' ? `${formatWhen(start.atMs, Date.now())}, your time` : '',
    draft: 'not before you launch it in the dashboard',
  }[start.kind];
  return [
    account === undefined ? 'This is the sandbox: nobody is called.\n' : `Account: your key for ${account}`,
    `Campaign: ${name}`,
    `Assistant: ${assistant === undefined ? '' : assistantName(assistant)}`,
    `Start: ${when}`,
    ...rulesOf(answers),
    `From: ${fromPhoneNumber ?? assistant?.known?.from_phone_number ?? 'the default number'}`,
    ...(maxConcurrentCalls === undefined ? [] : [`At once: up to ${plural(maxConcurrentCalls, 'call')}`]),
    '',
    summarySentence(list),
    ...list.problems
      .filter((problem) => problem.blocks)
      .map((problem) => `\nNot settled: ${problem.message}`),
  ].join('\n');
}

/** The assistant's own rules; of one that is known by its id only, nothing is promised. */
function rulesOf({ assistant, list }: Answers): readonly string[] {
  if (assistant?.known === undefined) {
    return ['Calling windows and attempts: as the assistant says; its rules and variables could not be read'];
  }
  const rules = assistant.known.call_retry_config;
  const attempts = rules?.max_retry_attempts ?? retryDefaults.max_retry_attempts;
  const windows = (rules?.calling_windows.length ? rules.calling_windows : retryDefaults.calling_windows)
    .map((window) => `${window.calling_window_start_time}–${window.calling_window_end_time}`)
    .join(', ');
  const days = (rules?.allowed_days ?? retryDefaults.allowed_days).map((day) => day.slice(0, 3)).join(', ');
  return [
    `Calling windows: ${windows}, ${days} (${rules?.timezone ?? "recipient's time"})`,
    `Attempts: up to ${formatCount(attempts)} each, ${formatCount(attempts * list.counts.ready)} in all at most`,
  ];
}
