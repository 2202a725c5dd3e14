import type { Assistant } from '../../core/assistant.ts';

/** A variable that an assistant's texts ask for. */
export interface Placeholder {
  readonly name: string;
  /** The texts it stands in, in words for people, each once: `prompt`, `first sentence`, `tool “Book”`. */
  readonly usedIn: readonly string[];
  /**
   * The ways it is written that go beyond the documented `{{name}}`, such as `{{ name | upper }}` or
   * `{{customer.name}}`.
   */
  readonly unusual: readonly string[];
}

/** A text with its placeholders filled: what comes from the text, what from the row, and what stays open. */
export type FilledSegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value' | 'hole'; readonly text: string; readonly name: string };

/** All that the service's documentation shows is `{{variable_name}}`. */
const documented = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** `{{name}}`; also with what other template languages allow inside, so that it can be pointed out. */
const pattern = /\{\{([^{}]*)\}\}/g;

/**
 * Which variables an assistant uses and where, in order of appearance. `structured_output_prompt` is not a
 * spoken text and has reserved names of its own; a custom tool's own parameters are filled by the model
 * during the call, not from the list.
 */
export function assistantPlaceholders(assistant: Assistant): Placeholder[] {
  const found = new Map<string, { usedIn: Set<string>; unusual: Set<string> }>();
  for (const { where, text, filledByModel } of assistantTexts(assistant)) {
    for (const { name, written, inside } of placeholdersIn(text)) {
      if (filledByModel?.has(name) === true) continue;
      const entry = found.get(name) ?? { usedIn: new Set(), unusual: new Set() };
      entry.usedIn.add(where);
      if (inside !== name || !documented.test(name)) entry.unusual.add(written);
      found.set(name, entry);
    }
  }
  return [...found].map(([name, { usedIn, unusual }]) => ({
    name,
    usedIn: [...usedIn],
    unusual: [...unusual],
  }));
}

/** Only the names: what `checkCallList` takes as `variables`. */
export function assistantVariables(assistant: Assistant): string[] {
  return assistantPlaceholders(assistant).map(({ name }) => name);
}

/**
 * A text as the contact will hear it. An empty or missing value is a hole; its text is the placeholder as
 * written.
 */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): FilledSegment[] {
  const segments: FilledSegment[] = [];
  let done = 0;
  for (const { name, written, start } of placeholdersIn(text)) {
    if (start > done) segments.push({ kind: 'text', text: text.slice(done, start) });
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value.trim() === '') segments.push({ kind: 'hole', text: written, name });
    else segments.push({ kind: 'value', text: value, name });
    done = start + written.length;
  }
  if (done < text.length) segments.push({ kind: 'text', text: text.slice(done) });
  return segments;
}

/** The placeholders of one text, in order; `inside` is what is between the braces. */
export function placeholdersIn(
  text: string,
): { readonly name: string; readonly written: string; readonly inside: string; readonly start: number }[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: written, 1: inside = '', index: start }) => {
    const name = placeholderName(inside);
    return name === undefined ? [] : [{ name, written, inside, start }];
  });
}

/** Spaces and a filter do not belong to the name; `{{#if}}` and the like are no variables. */
function placeholderName(inside: string): string | undefined {
  const name = (inside.split('|')[0] ?? '').trim();
  return /^[\p{L}\p{N}_]/u.test(name) ? name : undefined;
}

/** A text in which the service fills placeholders. */
export interface AssistantText {
  /** In words for people: `prompt`, `tool “Book”`. */
  readonly where: string;
  readonly text: string;
  /** The parameters of a tool, which the model fills during the call; undefined for all that is no tool. */
  readonly filledByModel?: ReadonlySet<string> | undefined;
}

export function assistantTexts(assistant: Assistant): AssistantText[] {
  const texts: [string, string | undefined][] = [
    ['prompt', assistant.prompt],
    ['first sentence', assistant.first_sentence],
    ['voicemail message', assistant.voicemail_message],
    ['closing sentence', assistant.end_of_call_sentence],
    ['SMS template', assistant.sms_template],
    ['after-call SMS', assistant.after_call_sms_prompt],
    ['voicemail SMS', assistant.voicemail_sms_prompt],
  ];
  const tools = (assistant.custom_tools ?? []).flatMap((tool) => {
    const filledByModel = new Set((tool.input_schema ?? []).map(({ name }) => name));
    const pairs = [...(tool.headers ?? []), ...(tool.query_params ?? [])].map(({ value }) => value);
    return [tool.url, tool.body_template, ...pairs].flatMap((text): AssistantText[] =>
      text === undefined ? [] : [{ where: `tool “${tool.name}”`, text, filledByModel }],
    );
  });
  return [...texts.flatMap(([where, text]) => (text === undefined ? [] : [{ where, text }])), ...tools];
}
