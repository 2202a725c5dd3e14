import type * as vscode from 'vscode';
import { rulesDraftOf, type CampaignDraft, type RulesDraft } from '../../core/campaignDraft.ts';
import { retryConfigWords } from '../../core/retryConfigText.ts';
import { normPresets } from '../../dialing/normPresets.ts';
import { inputStep, pickStep, type StepAnswer, type StepFrame } from '../../host/multiStep.ts';
import { readWindowText, windowText } from '../../launch/draft/windowText.ts';
import type { CampaignPreparation } from '../../sending/campaignPreparation.ts';
import { problemOf, type PaletteAnswers } from './paletteAnswers.ts';

interface RulesItem extends vscode.QuickPickItem {
  readonly choose: 'assistant' | 'typed' | Pick<RulesDraft, 'windows' | 'days'>;
}

/** The rules of a campaign in a few words. */
export function rulesWords(preparation: CampaignPreparation, { draft, evaluation }: PaletteAnswers): string {
  if (draft.rulesFrom === 'assistant') return 'the assistant’s rules';
  const { decided } = preparation.validate(draft, evaluation.options.defaultRegion);
  if (decided.callRetryConfig === undefined) return windowText(draft.rules?.windows ?? []);
  const { windows, attempts } = retryConfigWords(decided.callRetryConfig);
  return `${windows}, ${attempts}`;
}

/**
 * Hours from a preset or typed, then attempts. Days, delays and zone in all their detail are the launch
 * sheet's.
 */
export async function askForRules(
  preparation: CampaignPreparation,
  answers: PaletteAnswers,
  frame: StepFrame,
): Promise<StepAnswer<Partial<CampaignDraft>>> {
  const chosen = await pickStep(frame, {
    placeholder: 'When may people be called, in their own time?',
    items: rulesItems(),
  });
  if (chosen === undefined || chosen === 'back') return chosen;
  const { choose } = chosen.value;
  if (choose === 'assistant') return { value: { rulesFrom: 'assistant' } };
  const { draft, evaluation } = answers;
  const before = draft.rules ?? rulesDraftOf(evaluation.assistant?.call_retry_config);
  const ruleProblem = (rules: RulesDraft, field: string) =>
    problemOf(preparation, answers, { ...draft, rulesFrom: 'own', rules }, field);
  const hours = choose === 'typed' ? await askForHours(before, ruleProblem, frame) : { value: choose };
  if (hours === undefined || hours === 'back') return hours;
  const rules = { ...before, ...hours.value };
  const attempts = await inputStep(frame, {
    prompt: 'Maximum attempts per number',
    value: before.attempts,
    problem: (text) => ruleProblem({ ...rules, attempts: text }, 'rules.attempts'),
  });
  if (attempts === undefined || attempts === 'back') return attempts;
  return { value: { rulesFrom: 'own', rules: { ...rules, attempts: attempts.value } } };
}

function rulesItems(): readonly RulesItem[] {
  return [
    { label: '$(hubot) Use the assistant’s rules', choose: 'assistant' },
    ...normPresets.map(({ title, detail, windows, allowedDays }): RulesItem => {
      const config = { calling_windows: windows, allowed_days: allowedDays, max_retry_attempts: 1 };
      const { windows: choices, days } = rulesDraftOf(config);
      return { label: `$(calendar) ${title}`, detail, choose: { windows: choices, days } };
    }),
    { label: '$(edit) Other hours…', detail: 'Such as 10:00-13:00, 14:00-20:00', choose: 'typed' },
  ];
}

async function askForHours(
  before: RulesDraft,
  ruleProblem: (rules: RulesDraft, field: string) => string | undefined,
  frame: StepFrame,
): Promise<StepAnswer<Pick<RulesDraft, 'windows'>>> {
  const answer = await inputStep(frame, {
    prompt: 'Hours in which people may be called, in their own time: 10:00-13:00, 14:00-20:00 or 10am-6pm',
    value: windowText(before.windows),
    problem: (text) => {
      const windows = readWindowText(text);
      if (windows === undefined) return 'Write hours such as 10:00-13:00, 14:00-20:00 or 10am-6pm.';
      return ruleProblem({ ...before, windows }, 'rules.windows');
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  const windows = readWindowText(answer.value);
  return windows && { value: { windows } };
}
