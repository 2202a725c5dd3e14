import type { Assistant, StructuredOutputField } from '../../core/assistant.ts';
import type { Conversation } from '../dialing/conversations.ts';
import { Dice } from '../random.ts';

const dayMs = 86_400_000;

/**
 * `structured_output` of a conversation: a value of the right type for each field of the assistant's config.
 */
export function structuredOutputOf(
  assistant: Assistant,
  conversation: Conversation,
  variables: Readonly<Record<string, string>>,
  endedMs: number,
  place: readonly number[],
): Record<string, unknown> | null {
  const fields = assistant.structured_output_config ?? [];
  if (fields.length === 0) return null;
  const dice = new Dice(...place, 0x50da);
  return Object.fromEntries(
    fields.map((field) => [field.name, valueOf(field, conversation, variables, endedMs, dice)]),
  );
}

function valueOf(
  field: StructuredOutputField,
  conversation: Conversation,
  variables: Readonly<Record<string, string>>,
  endedMs: number,
  dice: Dice,
): unknown {
  // Drawn first, so that each field takes the same number of draws whatever its type.
  const throwOf = dice.between(0, 999);
  if (!field.required && throwOf < 250) return null;
  const aheadMs = endedMs + (1 + (throwOf % 14)) * dayMs;
  switch (field.type) {
    case 'boolean':
      return conversation === 'interested' || conversation === 'callback' || conversation === 'tool_error';
    case 'number':
      return 1 + (throwOf % 50);
    case 'enum':
      return enumValue(field.enum_options ?? [], conversation, throwOf);
    case 'date':
      return new Date(aheadMs).toISOString().slice(0, 10);
    case 'datetime':
      return `${new Date(aheadMs).toISOString().slice(0, 11)}${String(9 + (throwOf % 8)).padStart(2, '0')}:30:00Z`;
    default:
      return variables[field.name] ?? summaries[conversation];
  }
}

/** The option whose name fits the outcome of the conversation, if there is one. */
function enumValue(options: readonly string[], conversation: Conversation, throwOf: number): string | null {
  const fitting = options.find((option) => option === conversation || option.startsWith(conversation));
  return fitting ?? options[throwOf % Math.max(1, options.length)] ?? null;
}

const summaries: Readonly<Record<Conversation, string>> = {
  interested: 'Agreed to an appointment.',
  not_interested: 'Not interested at the moment.',
  callback: 'Asked to be called back at another time.',
  transfer: 'Wanted to speak to a person and was put through.',
  do_not_contact: 'Asked not to be called again.',
  hung_up: 'Hung up right away.',
  too_long: 'Talked until the time was up.',
  tool_error: 'Interested; the calendar could not be reached.',
};
