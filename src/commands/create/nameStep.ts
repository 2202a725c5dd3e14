import type { Campaign } from '../../core/campaign.ts';
import { inputStep, type Step } from '../../host/multiStep.ts';
import type { Answers } from './answers.ts';

/** The name is how a campaign is found again, also when the answer to its creation gets lost: best it is unique. */
export function nameStep(campaigns: readonly Campaign[]): Step<Answers> {
  const taken = new Set(campaigns.map((campaign) => campaign.name));
  return async (answers, frame) => {
    const answer = await inputStep(frame, {
      prompt: 'Name of the campaign',
      value: answers.name,
      problem: (text) => (text === '' ? 'Give the campaign a name.' : undefined),
      hint: (text) => (taken.has(text) ? 'There is a campaign of this name already.' : undefined),
    });
    if (answer === undefined || answer === 'back') return answer;
    return { value: { ...answers, name: answer.value } };
  };
}
