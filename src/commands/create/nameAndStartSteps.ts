import type * as vscode from 'vscode';
import type { StartKind, StartOption } from '../../core/campaignDraft.ts';
import { formatWhen } from '../../core/format.ts';
import { inputStep, pickStep, type Step } from '../../host/multiStep.ts';
import { readStartTime } from '../../launch/draft/validateDraft.ts';
import type { CampaignPreparation } from '../../sending/campaignPreparation.ts';
import { problemOf, withDraft, type PaletteAnswers } from './paletteAnswers.ts';

/**
 * The name is how a campaign is found again, also when the answer to its creation gets lost: so it should
 * be unique.
 */
export function nameStep(preparation: CampaignPreparation, taken: ReadonlySet<string>): Step<PaletteAnswers> {
  return async (answers, frame) => {
    const answer = await inputStep(frame, {
      prompt: 'Name of the campaign',
      value: answers.draft.name,
      problem: (name) => problemOf(preparation, answers, { ...answers.draft, name }, 'name'),
      hint: (text) => (taken.has(text) ? 'Another campaign already has this name.' : undefined),
    });
    if (answer === undefined || answer === 'back') return answer;
    return { value: withDraft(answers, { name: answer.value }) };
  };
}

interface StartItem extends vscode.QuickPickItem {
  readonly start: StartKind;
}

/** Asks for the start, as far as settings and server allow; the time of a schedule is a separate step. */
export function startStep(
  options: (answers: PaletteAnswers) => Promise<readonly StartOption[]>,
): Step<PaletteAnswers> {
  return async (answers, frame) => {
    const answer = await pickStep(frame, {
      placeholder: 'When should the calls start?',
      items: options(answers).then((offered) => offered.map(startItem)),
      active: (item) => item.start === answers.draft.start,
    });
    if (answer === undefined || answer === 'back') return answer;
    return { value: withDraft(answers, { start: answer.value.start }) };
  };
}

const startLabels: Readonly<Record<StartKind, (label: string) => string>> = {
  draft: (label) => `$(edit) ${label}`,
  pilot: (label) => `$(beaker) ${label}`,
  schedule: (label) => `$(calendar) ${label}…`,
  grace: (label) => `$(clock) Start ${label.toLowerCase()}`,
  now: (label) => `$(call-outgoing) Start ${label.toLowerCase()}`,
};

function startItem({ kind, label, detail, warning }: StartOption): StartItem {
  return { label: startLabels[kind](label), detail: warning ?? detail, start: kind };
}

/** Asks for a time in the person's own zone, like all times on screen. */
export function scheduleStep(preparation: CampaignPreparation): Step<PaletteAnswers> {
  return async (answers, frame) => {
    const answer = await inputStep(frame, {
      prompt:
        'When should the first calls start, in your time? Such as 2026-11-23 09:00, tomorrow 9:00 or 14:30',
      value: answers.draft.startAt,
      problem: (startAt) => problemOf(preparation, answers, { ...answers.draft, startAt }, 'startAt'),
      hint: (text) => {
        const atMs = readStartTime(text, Date.now());
        return atMs === undefined
          ? undefined
          : `${formatWhen(atMs, Date.now())} your time, ${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
      },
    });
    if (answer === undefined || answer === 'back') return answer;
    return { value: withDraft(answers, { startAt: answer.value }) };
  };
}
