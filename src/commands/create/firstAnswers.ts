import type { Campaign } from '../../core/campaign.ts';
import type { CheckedFile } from '../../host/checkedFile.ts';
import type { LaunchPlan } from '../../launch/launchPlan.ts';
import type { Answers } from './answers.ts';
import type { CallListFile } from '../../sending/callListFile.ts';
import { suggestedName } from '../../launch/suggestedName.ts';

/**
 * Where nobody has answered yet: a draft under a name that is free, or what the campaign file beside the list proposes.
 * Every question is asked all the same.
 */
export function firstAnswers(
  file: CallListFile,
  { list, hash }: CheckedFile,
  campaigns: readonly Campaign[],
  plan: Partial<LaunchPlan> = {},
): Answers {
  return {
    list,
    hash,
    assistant: undefined,
    name: plan.name ?? suggestedName(file.name, campaigns),
    start: plan.start ?? { kind: 'draft' },
    fromPhoneNumber: plan.fromPhoneNumber,
    maxConcurrentCalls: plan.maxConcurrentCalls,
    callRetryConfig: plan.callRetryConfig,
  };
}

/** The numbers that campaigns and their assistants call from, in E.164. */
export function knownNumbers(campaigns: readonly Campaign[]): readonly string[] {
  const numbers = campaigns.flatMap(({ from_phone_number: own, assistant }) => [
    own ?? '',
    assistant?.from_phone_number ?? '',
  ]);
  return [...new Set(numbers.filter((number) => /^\+\d{6,15}$/.test(number)))];
}
