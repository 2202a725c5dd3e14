import type * as vscode from 'vscode';
import { formatWhen } from '../../core/format.ts';
import { formatStart, parseStart } from '../../core/scheduleTime.ts';
import { inputStep, pickStep, type Step } from '../../host/multiStep.ts';
import { delayText } from '../../launch/launchDetails.ts';
import type { Start, StartKind } from '../../launch/launchPlan.ts';
import type { LaunchPolicy } from '../../launch/launchPolicy.ts';
import { scheduleWarning, type ScheduleSupport } from '../../launch/scheduleSupport.ts';
import type { Answers } from './answers.ts';

interface StartItem extends vscode.QuickPickItem {
  readonly start: StartKind;
}

export interface StartOptions {
  readonly policy: () => LaunchPolicy;
  /** What the server is known to do with a start time. */
  readonly scheduleSupport: () => ScheduleSupport;
  /** How long a start with a way back waits; 0: there is none. */
  readonly graceMs: () => number;
}

/** Draft, schedule, soon or now, as far as the settings allow it; the schedule's time is a question of its own. */
export function startStep(options: StartOptions): Step<Answers> {
  return async (answers, frame) => {
    const delayMs = options.graceMs();
    const { allowedStarts } = options.policy();
    const answer = await pickStep(frame, {
      placeholder: 'When shall the calls start?',
      items: startItems(options.scheduleSupport(), delayMs).filter(({ start }) =>
        allowedStarts.value.includes(start),
      ),
      active: (item) => item.start === answers.start.kind,
    });
    if (answer === undefined || answer === 'back') return answer;
    return { value: { ...answers, start: toStart(answer.value.start, delayMs, answers.start) } };
  };
}

function startItems(scheduleSupport: ScheduleSupport, delayMs: number): readonly StartItem[] {
  const warning = scheduleWarning(scheduleSupport);
  const grace: StartItem = {
    label: `$(clock) Start in ${delayText(delayMs)}`,
    detail: warning ?? 'Until then one click in the status bar takes it back. You see a summary first.',
    start: 'grace',
  };
  return [
    {
      label: '$(edit) Save as draft',
      detail: 'Nobody is called. You launch it later in the Revox dashboard.',
      start: 'draft',
    },
    {
      label: '$(calendar) Schedule…',
      detail: warning ?? 'Calls start at a time you choose, within the calling windows.',
      start: 'schedule',
    },
    // Where the server does not wait, there is no way back to promise.
    ...(delayMs > 0 && scheduleSupport !== 'ignored' ? [grace] : []),
    {
      label: '$(call-outgoing) Start now',
      detail: 'Calls start as soon as a calling window is open. You see a summary first.',
      start: 'now',
    },
  ];
}

function toStart(kind: StartKind, delayMs: number, before: Start): Start {
  switch (kind) {
    case 'draft':
    case 'now':
      return { kind };
    case 'grace':
      return { kind, delayMs };
    case 'schedule':
      return before.kind === 'schedule' ? before : { kind, atMs: nextMorning(Date.now()) };
  }
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
