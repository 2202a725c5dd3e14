import type { CallList } from '../../contacts/callList.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Answers } from './answers.ts';
import type { CallListFile } from './callListFile.ts';
import { suggestedName } from './nameStep.ts';

/** Where nobody has answered yet: a draft under a name that is free. */
export function firstAnswers(file: CallListFile, list: CallList, campaigns: readonly Campaign[]): Answers {
  return {
    list,
    assistant: undefined,
    name: suggestedName(file.name, campaigns),
    start: { kind: 'draft' },
    fromPhoneNumber: undefined,
    maxConcurrentCalls: undefined,
    callRetryConfig: undefined,
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
