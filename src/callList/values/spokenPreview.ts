import type { Assistant } from '../../core/assistant.ts';
import { fillPlaceholders, type FilledSegment } from './placeholders.ts';

/** One of the assistant's texts with a row's values in it. */
export interface SpokenText {
  /** `First sentence` */
  readonly title: string;
  /** Where what is said may differ from the text. */
  readonly note?: string | undefined;
  readonly segments: readonly FilledSegment[];
}

/**
 * What the assistant's texts say to one person, in the order of a call; those it does not have are left out.
 * @param values what is sent for the row: `prompt_variables` of a contact
 */
export function spokenPreview(assistant: Assistant, values: Readonly<Record<string, string>>): SpokenText[] {
  const texts: [title: string, text: string | undefined, note?: string | undefined][] = [
    ['First sentence', assistant.first_sentence, firstSentenceNote(assistant.first_sentence_mode)],
    ['Prompt', assistant.prompt],
    ['Voicemail message', assistant.voicemail_message],
    ['Closing sentence', assistant.end_of_call_sentence],
  ];
  return texts.flatMap(([title, text, note]) =>
    text === undefined || text.trim() === ''
      ? []
      : [{ title, note, segments: fillPlaceholders(text, values) }],
  );
}

/** The variables without a value, in order of appearance, each once. */
export function spokenHoles(texts: readonly SpokenText[]): string[] {
  const names = texts.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'hole' ? [segment.name] : [])),
  );
  return [...new Set(names)];
}

/** The reference names the modes and does not describe them, so the note says no more than their names. */
function firstSentenceNote(mode: string | undefined): string | undefined {
  if (mode === 'generated') {
    return 'The assistant’s first sentence is set to “generated”: it may say this in other words.';
  }
  if (mode === 'none') return 'The assistant’s first sentence is set to “none”: it may not be said at all.';
  return undefined;
}
