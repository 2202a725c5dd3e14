import type { CampaignDraft } from '../../core/campaignDraft.ts';
import type { CampaignPreparation, Evaluation } from '../../sending/campaignPreparation.ts';

/** What the steps of "Create Campaign" have gathered so far: a draft, and what follows from it. */
export interface PaletteAnswers {
  readonly draft: CampaignDraft;
  readonly evaluation: Evaluation;
}

/** What is wrong with one field of this draft, in the words of the launch sheet; undefined: nothing. */
export function problemOf(
  preparation: CampaignPreparation,
  { evaluation }: PaletteAnswers,
  draft: CampaignDraft,
  field: string,
): string | undefined {
  const { problems } = preparation.validate(draft, evaluation.options.defaultRegion);
  return problems.find((problem) => problem.field === field || problem.field.startsWith(`${field}.`))
    ?.message;
}

export function withDraft(answers: PaletteAnswers, change: Partial<CampaignDraft>): PaletteAnswers {
  return { ...answers, draft: { ...answers.draft, ...change } };
}
