import { inputStep, pickStep, type StepAnswer, type StepFrame } from '../../host/multiStep.ts';
import type { Answers } from './answers.ts';

/** What a number to call from is chosen by. */
export interface NumberOptions {
  /** E.164 numbers that are known to call from. */
  readonly knownNumbers: readonly string[];
  /** Checks a typed number; returns it as E.164, or a sentence. */
  readonly checkNumber: (text: string) => { readonly number: string } | { readonly problem: string };
}

/** Which number people see, from those that are known or typed. */
export async function askForNumber(
  answers: Answers,
  frame: StepFrame,
  { knownNumbers, checkNumber }: NumberOptions,
): Promise<StepAnswer<Partial<Answers>>> {
  const fallback = { label: '$(circle-slash) The default number', number: undefined, typed: false };
  const typed = { label: '$(edit) Another number…', number: undefined, typed: true };
  const known = knownNumbers.map((number) => ({ label: number, number, typed: false }));
  const chosen = await pickStep(frame, {
    placeholder: 'Which of your numbers shall people see?',
    items: [fallback, ...known, typed],
    active: (item) => !item.typed && item.number === answers.fromPhoneNumber,
  });
  if (chosen === undefined || chosen === 'back') return chosen;
  if (!chosen.value.typed) return { value: { fromPhoneNumber: chosen.value.number } };
  const answer = await inputStep(frame, {
    prompt: 'A number of your organisation, with + and country code',
    placeholder: '+33199000000',
    value: answers.fromPhoneNumber ?? '',
    problem: (text) => {
      const checked = checkNumber(text);
      return 'problem' in checked ? checked.problem : undefined;
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  const checked = checkNumber(answer.value);
  return 'number' in checked ? { value: { fromPhoneNumber: checked.number } } : undefined;
}

/** How many calls at once; nothing typed leaves it to the service. */
export async function askForConcurrency(
  answers: Answers,
  frame: StepFrame,
): Promise<StepAnswer<Partial<Answers>>> {
  const answer = await inputStep(frame, {
    prompt: 'How many people may be on the phone at the same time? Empty: the service decides.',
    value: answers.maxConcurrentCalls === undefined ? '' : String(answers.maxConcurrentCalls),
    problem: (text) =>
      /^(|[1-9]\d{0,5})$/.test(text) ? undefined : 'Write a whole number from 1 up, or leave it empty.',
  });
  if (answer === undefined || answer === 'back') return answer;
  return { value: { maxConcurrentCalls: answer.value === '' ? undefined : Number(answer.value) } };
}
