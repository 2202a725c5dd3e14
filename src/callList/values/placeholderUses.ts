import type { Assistant } from '../../core/assistant.ts';
import { assistantTexts, placeholdersIn } from './placeholders.ts';

/** A text of the assistant that asks for a variable. */
export interface PlaceholderUse {
  /** `first sentence` */
  readonly where: string;
  /**
   * The sentence it stands in, cut around it where that is long; undefined for tools, whose addresses and
   * headers may hold secrets.
   */
  readonly excerpt: string | undefined;
}

const excerptChars = 100;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Where a variable is used, each text once, in order of appearance. */
export function placeholderUses(assistant: Assistant, variable: string): PlaceholderUse[] {
  const uses = new Map<string, PlaceholderUse>();
  for (const { where, text, filledByModel } of assistantTexts(assistant)) {
    if (uses.has(where) || filledByModel?.has(variable) === true) continue;
    const found = placeholdersIn(text).find(({ name }) => name === variable);
    if (found === undefined) continue;
    const { start, written } = found;
    const excerpt = filledByModel === undefined ? excerptAround(text, start, written.length) : undefined;
    uses.set(where, { where, excerpt });
  }
  return [...uses.values()];
}

function excerptAround(text: string, start: number, length: number): string {
  const { segment, index } = sentences.segment(text).containing(start) ?? { segment: text, index: 0 };
  const beside = Math.floor((excerptChars - length) / 2);
  const from = segment.length <= excerptChars ? 0 : Math.max(0, start - index - beside);
  const to =
    segment.length <= excerptChars
      ? segment.length
      : Math.min(segment.length, start - index + length + beside);
  const words = segment.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${words}${to < segment.length ? '…' : ''}`;
}
