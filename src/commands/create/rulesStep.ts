import type * as vscode from 'vscode';
import { formatCount } from '../../core/format.ts';
import { retryDefaults, type CallingWindow, type CallRetryConfig } from '../../core/retryConfig.ts';
import { normPresets } from '../../dialing/normPresets.ts';
import { inputStep, pickStep, type StepAnswer, type StepFrame } from '../../host/multiStep.ts';
import { readWindowText, windowText } from '../../launch/windowText.ts';
import type { Answers } from './answers.ts';

interface RulesItem extends vscode.QuickPickItem {
  readonly choose: 'assistant' | 'typed' | Hours;
}

interface Hours {
  readonly windows: readonly CallingWindow[];
  readonly allowedDays: readonly string[];
}

/** What the rules of a campaign are, in few words. */
export function rulesWords({ callRetryConfig }: Answers): string {
  if (callRetryConfig === undefined) return 'as the assistant says';
  const { calling_windows, max_retry_attempts } = callRetryConfig;
  return `${windowText(calling_windows)}, up to ${formatCount(max_retry_attempts)} each`;
}

/** Hours from a preset or typed, then attempts. Days, delays and zone in all their detail are the launch sheet's. */
export async function askForRules(answers: Answers, frame: StepFrame): Promise<StepAnswer<Partial<Answers>>> {
  const chosen = await pickStep(frame, {
    placeholder: 'When may people be called, in their own time?',
    items: rulesItems(),
  });
  if (chosen === undefined || chosen === 'back') return chosen;
  const { choose } = chosen.value;
  if (choose === 'assistant') return { value: { callRetryConfig: undefined } };
  const before = answers.callRetryConfig ?? answers.assistant?.known?.call_retry_config;
  const hours = choose === 'typed' ? await askForHours(before, frame) : { value: choose };
  if (hours === undefined || hours === 'back') return hours;
  const attempts = await askForAttempts(before, frame);
  if (attempts === undefined || attempts === 'back') return attempts;
  return { value: { callRetryConfig: withHours(before, hours.value, attempts.value) } };
}

function rulesItems(): readonly RulesItem[] {
  return [
    { label: '$(hubot) As the assistant says', choose: 'assistant' },
    ...normPresets.map(({ title, detail, windows, allowedDays }) => ({
      label: `$(calendar) ${title}`,
      detail,
      choose: { windows, allowedDays },
    })),
    { label: '$(edit) Other hours…', detail: 'Such as 10:00-13:00, 14:00-20:00', choose: 'typed' },
  ];
}

async function askForHours(
  before: CallRetryConfig | undefined,
  frame: StepFrame,
): Promise<StepAnswer<Hours>> {
  const answer = await inputStep(frame, {
    prompt: 'Hours in which people may be called, in their own time: 10:00-13:00, 14:00-20:00 or 10am-6pm',
    value: windowText(before?.calling_windows ?? retryDefaults.calling_windows),
    problem: (text) => {
      const read = readWindowText(text);
      return 'problem' in read ? read.problem : undefined;
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  const read = readWindowText(answer.value);
  if ('problem' in read) return undefined;
  const allowedDays = before?.allowed_days ?? retryDefaults.allowed_days;
  return { value: { windows: read.windows, allowedDays } };
}

async function askForAttempts(
  before: CallRetryConfig | undefined,
  frame: StepFrame,
): Promise<StepAnswer<number>> {
  const answer = await inputStep(frame, {
    prompt: 'How often may one person be called at most?',
    value: String(before?.max_retry_attempts ?? retryDefaults.max_retry_attempts),
    problem: (text) => (/^[1-9]\d?$/.test(text) ? undefined : 'Write a whole number from 1 to 99.'),
  });
  if (answer === undefined || answer === 'back') return answer;
  return { value: Number(answer.value) };
}

/** What is not asked here stays as it was. */
function withHours(
  before: CallRetryConfig | undefined,
  { windows, allowedDays }: Hours,
  attempts: number,
): CallRetryConfig {
  const { call_twice_in_a_row, timezone } = before ?? {};
  return {
    calling_windows: windows,
    allowed_days: allowedDays,
    max_retry_attempts: attempts,
    ...(call_twice_in_a_row === undefined ? {} : { call_twice_in_a_row }),
    ...(timezone === undefined ? {} : { timezone }),
  };
}
