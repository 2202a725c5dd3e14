import type * as vscode from 'vscode';
import type { StartKind } from '../core/campaignDraft.ts';
import { HumanError } from '../core/errors.ts';
import { formatStart, parseStart } from '../core/scheduleTime.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { showInputBox, showQuickPick } from '../host/messages.ts';
import { graceMs } from '../host/settings.ts';
import { delayText } from '../launch/start/launchDetails.ts';
import type { CallsStart } from '../launch/calls/callsOrder.ts';

/** How calls of an existing campaign start. */
export interface ChosenStart {
  readonly kind: StartKind;
  readonly when: CallsStart;
  /** How many contacts are tried; undefined: all. */
  readonly size?: number | undefined;
}

interface StartItem extends vscode.QuickPickItem {
  readonly start: Exclude<StartKind, 'draft'>;
}

/**
 * Asks when calls should start, with the options that the settings allow for this list.
 * @returns undefined when the person cancelled
 */
export async function askForStart(
  list: vscode.Uri | undefined,
  { canTry, nowMs }: { readonly canTry: boolean; readonly nowMs: number },
): Promise<ChosenStart | undefined> {
  const { allowedStarts } = launchPolicy(list);
  const delayMs = graceMs();
  const items: readonly StartItem[] = [
    {
      label: '$(beaker) Try it on a few first…',
      start: 'pilot',
      detail: 'Only these are called. The others wait for you.',
    },
    { label: '$(calendar) At a time…', start: 'schedule', detail: 'The server keeps the time.' },
    {
      label: `$(clock) In ${delayText(delayMs)}`,
      start: 'grace',
      detail: 'You can cancel from the status bar until then.',
    },
    { label: '$(call-outgoing) Now', start: 'now', detail: 'As soon as the calling hours allow.' },
  ];
  const possible = items.filter(
    ({ start }) =>
      allowedStarts.value.includes(start) &&
      (start !== 'pilot' || canTry) &&
      (start !== 'grace' || delayMs > 0),
  );
  if (possible.length === 0)
    throw new HumanError('Your settings do not allow launching: see revox.policy.allowedStarts.');
  const chosen = await showQuickPick(possible, { title: 'When should calls start?' });
  if (chosen === undefined) return undefined;
  switch (chosen.start) {
    case 'now':
      return { kind: 'now', when: { kind: 'now' } };
    case 'grace':
      return { kind: 'grace', when: { kind: 'after', delayMs } };
    case 'pilot': {
      const size = await askSize();
      return size === undefined ? undefined : { kind: 'pilot', when: { kind: 'now' }, size };
    }
    case 'schedule': {
      const atMs = await askTime(nowMs);
      return atMs === undefined ? undefined : { kind: 'schedule', when: { kind: 'at', atMs } };
    }
  }
}

const usualSize = 10;

async function askSize(): Promise<number | undefined> {
  const text = await showInputBox({
    title: 'Try it on how many?',
    value: String(usualSize),
    validateInput: (value) =>
      /^[1-9]\d{0,4}$/.test(value.trim()) ? undefined : 'Enter a whole number of at least 1.',
  });
  return text === undefined ? undefined : Number(text.trim());
}

async function askTime(nowMs: number): Promise<number | undefined> {
  const text = await showInputBox({
    title: 'When should the first calls start?',
    prompt: 'In your time, such as 2026-11-23 09:00, tomorrow 9:00 or 14:30',
    value: formatStart(parseStart('tomorrow 9:00', nowMs) ?? nowMs),
    validateInput: (value) => {
      const atMs = parseStart(value, Date.now());
      if (atMs === undefined) return 'Enter a day and time such as 2026-11-23 09:00, tomorrow 9:00 or 14:30.';
      return atMs > Date.now() ? undefined : 'This time is past. Choose a later one.';
    },
  });
  return text === undefined ? undefined : parseStart(text, nowMs);
}
