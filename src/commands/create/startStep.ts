import type * as vscode from 'vscode';
import { formatWhen } from '../../core/format.ts';
import { formatStart, parseStart } from '../../core/scheduleTime.ts';
import { inputStep, pickStep, type Step } from '../../host/multiStep.ts';
import type { StartKind } from '../../launch/launchPlan.ts';
import type { LaunchPolicy } from '../../launch/launchPolicy.ts';
import type { Answers } from './answers.ts';

interface StartItem extends vscode.QuickPickItem {
  readonly start: Exclude<StartKind, 'grace'>;
}

const items: readonly StartItem[] = [
  {
    label: '$(edit) Save as draft',
    detail: 'Nobody is called. You launch it later in the Revox dashboard.',
    start: 'draft',
  },
  {
    label: '$(calendar) Schedule…',
    detail: 'Calls start at a time you choose, within the calling windows.',
    start: 'schedule',
  },
  {
    label: '$(call-outgoing) Start now',
    detail: 'Calls start as soon as a calling window is open. You see a summary first.',
    start: 'now',
  },
];

/** Draft, schedule or now, as far as the settings allow it; the schedule's time is a question of its own. */
export function startStep(policy: () => LaunchPolicy): Step<Answers> {
  return async (answers, frame) => {
    const { allowedStarts } = policy();
    const answer = await pickStep(frame, {
      placeholder: 'When shall the calls start?',
      items: items.filter(({ start }) => allowedStarts.value.includes(start)),
      active: (item) => item.start === answers.start.kind,
    });
    if (answer === undefined || answer === 'back') return answer;
    const { start: kind } = answer.value;
    if (kind !== 'schedule') return { value: { ...answers, start: { kind } } };
    const start = answers.start.kind === 'schedule' ? answers.start : { kind, atMs: nextMorning(Date.now()) };
    return { value: { ...answers, start } };
  };
}

/** In the person's own zone, as everything they see of it. */
export const scheduleStep: Step<Answers> = async (answers, frame) => {
  const before = answers.start.kind === 'schedule' ? formatStart(answers.start.atMs) : '';
  const answer = await inputStep(frame, {
    prompt:
      'When shall the first calls start, in your time? Such as 2026-11-23 09:00, tomorrow 9:00 or 14:30',
    value: before,
    problem: (text) => {
      const atMs = parseStart(text, Date.now());
      if (atMs === undefined) return 'Write day and time like 2026-11-23 09:00, tomorrow 9:00 or 14:30.';
      return atMs > Date.now()
        ? undefined
        : 'This time is past. Choose a later one, or go back and start now.';
    },
    hint: (text) => {
      const atMs = parseStart(text, Date.now());
      return atMs === undefined
        ? undefined
        : `${formatWhen(atMs, Date.now())} your time, ${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  const atMs = parseStart(answer.value, Date.now()) ?? Date.now();
  return { value: { ...answers, start: { kind: 'schedule', atMs } } };
};

function nextMorning(nowMs: number): number {
  return parseStart('tomorrow 9:00', nowMs) ?? nowMs;
}
