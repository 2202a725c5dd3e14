import type { Assistant } from '../../core/assistant.ts';
import type { Dice } from '../random.ts';
import { fillPlaceholders } from './fillPlaceholders.ts';

/** The two sides of a conversation: what a script needs to address the contact by name and subject. */
export interface Speaker {
  readonly assistant: Assistant;
  readonly variables: Readonly<Record<string, string>>;
  readonly dice: Dice;
  /** The assistant's first sentence with the contact's variables filled in; empty where it has none. */
  readonly greeting: string;
  /** The contact's name; empty where no variable holds one. */
  readonly contactName: string;
  /** A variable other than the name that the conversation mentions: its name in words, and its value. */
  readonly detail: { readonly label: string; readonly value: string } | undefined;
}

const nameKeys = /^(full_?name|first_?name|name|contact|prenom|prénom|nom)$/i;

export function speakerFor(
  assistant: Assistant,
  variables: Readonly<Record<string, string>>,
  dice: Dice,
): Speaker {
  const entries = Object.entries(variables).filter(([, value]) => value.trim() !== '');
  const names = entries.filter(([key]) => nameKeys.test(key));
  const details = entries.filter(([key]) => !nameKeys.test(key) && !/name|nom$/i.test(key));
  const [label, value] = details[dice.between(0, Math.max(0, details.length - 1))] ?? [];
  return {
    assistant,
    variables,
    dice,
    greeting: fillPlaceholders(assistant.first_sentence ?? '', variables),
    contactName: names[0]?.[1] ?? '',
    detail:
      label === undefined || value === undefined
        ? undefined
        : { label: label.replace(/[_-]+/g, ' ').toLowerCase(), value },
  };
}

export function speaksFrench(assistant: Assistant): boolean {
  return /bonjour|français|french/i.test(`${assistant.first_sentence ?? ''} ${assistant.prompt ?? ''}`);
}
