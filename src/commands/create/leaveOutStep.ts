import type * as vscode from 'vscode';
import type { CampaignDraft, LeaveOutDraft } from '../../core/campaignDraft.ts';
import { plural } from '../../core/format.ts';
import { inputStep, pickStep, type StepAnswer, type StepFrame } from '../../host/multiStep.ts';
import { leaveOutWords } from '../../launch/gate/historyText.ts';
import { countHistory, type HistoryCounts } from '../../launch/gate/leaveOut.ts';
import type { CampaignPreparation } from '../../sending/campaignPreparation.ts';
import { problemOf, type PaletteAnswers } from './paletteAnswers.ts';

interface LeaveOutItem extends vscode.QuickPickItem {
  readonly choose: 'reached' | 'calledLately' | 'notInterested';
}

const usualDays = 30;

/**
 * The text in the summary about people who were called before.
 * @returns undefined where there is nothing to choose
 */
export function calledBeforeWords(
  preparation: CampaignPreparation,
  { draft, evaluation }: PaletteAnswers,
  nowMs: number,
): string | undefined {
  const { leaveOut } = preparation.validate(draft, evaluation.options.defaultRegion).decided;
  if (leaveOut !== undefined) return `leave out ${leaveOutWords(leaveOut)}`;
  const { called = 0 } = countsOf(evaluation, nowMs) ?? {};
  return called === 0 ? undefined : `${plural(called, 'person', 'people')}, nobody is left out`;
}

function countsOf(
  { history, numbers }: PaletteAnswers['evaluation'],
  nowMs: number,
): HistoryCounts | undefined {
  return history.kind === 'known' ? countHistory(history.byNumber, numbers, usualDays, nowMs) : undefined;
}

/** Turns one of the choices on or off. */
export async function askForLeaveOut(
  preparation: CampaignPreparation,
  answers: PaletteAnswers,
  frame: StepFrame,
  nowMs: number,
): Promise<StepAnswer<Partial<CampaignDraft>>> {
  const { leaveOut } = answers.draft;
  const counts = countsOf(answers.evaluation, nowMs);
  const item = (choose: LeaveOutItem['choose'], label: string, count: number | undefined): LeaveOutItem => ({
    label: `$(${leaveOut[choose] ? 'check' : 'blank'}) ${label}`,
    description: count === undefined ? '' : plural(count, 'person', 'people'),
    choose,
  });
  const chosen = await pickStep(frame, {
    placeholder: 'Leave out people because of earlier calls. Select an item to turn it on or off.',
    items: [
      item('reached', 'Leave out people who were reached', counts?.reached),
      item('calledLately', 'Leave out people who were called in the last days', counts?.calledLately),
      item('notInterested', 'Leave out people who were not interested', counts?.notInterested),
    ],
    active: ({ choose }) => leaveOut[choose],
  });
  if (chosen === undefined || chosen === 'back') return chosen;
  const { choose } = chosen.value;
  const turned: LeaveOutDraft = { ...leaveOut, [choose]: !leaveOut[choose] };
  if (!turned.calledLately || choose !== 'calledLately') return { value: { leaveOut: turned } };
  const days = await inputStep(frame, {
    prompt: 'Leave out people who were called in the last days. Enter the number of days.',
    value: leaveOut.calledDays,
    problem: (calledDays) =>
      problemOf(
        preparation,
        answers,
        { ...answers.draft, leaveOut: { ...turned, calledDays } },
        'calledDays',
      ),
  });
  if (days === undefined || days === 'back') return days;
  return { value: { leaveOut: { ...turned, calledDays: days.value } } };
}
