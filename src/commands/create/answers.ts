import type { Assistant } from '../../core/assistant.ts';
import type { CallList } from '../../callList/callList.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import type { LaunchPlan, Start } from '../../launch/launchPlan.ts';

/** What the steps of "Create Campaign" have gathered so far. */
export interface Answers {
  readonly list: CallList;
  /** Of the state of the file that the list was found in. */
  readonly hash: string;
  readonly assistant: ChosenAssistant | undefined;
  readonly name: string;
  readonly start: Start;
  readonly fromPhoneNumber: string | undefined;
  readonly maxConcurrentCalls: number | undefined;
  /** Undefined: the assistant's own rules. */
  readonly callRetryConfig: CallRetryConfig | undefined;
}

export interface ChosenAssistant {
  /** uuid */
  readonly id: string;
  /** Undefined when only the id was typed: then its rules and variables are not known. */
  readonly known: Assistant | undefined;
}

export function assistantName({ id, known }: ChosenAssistant): string {
  return known === undefined || known.name === '' ? id : known.name;
}

export function launchPlan(answers: Answers, assistant: ChosenAssistant): LaunchPlan {
  const { name, start, fromPhoneNumber, maxConcurrentCalls, callRetryConfig } = answers;
  return { assistantId: assistant.id, name, start, fromPhoneNumber, maxConcurrentCalls, callRetryConfig };
}
