import type { ComboOption } from '../../panels/contract/protocolLaunch.ts';

/** The most choices that are listed. Typing more words narrows them down. */
const maxListed = 100;

/** The choices that hold every word of the query; those that begin with it first. */
export function matchingChoices(
  choices: readonly ComboOption[],
  query: string | undefined,
): readonly ComboOption[] {
  const words = plain(query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return choices.slice(0, maxListed);
  const found = choices
    .map((choice) => ({ choice, text: plain(`${choice.label} ${choice.detail ?? ''} ${choice.value}`) }))
    .filter(({ text }) => words.every((word) => text.includes(word)));
  const first = words.join(' ');
  const rank = ({ text }: { readonly text: string }) => (text.startsWith(first) ? 0 : 1);
  return found
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, maxListed)
    .map(({ choice }) => choice);
}

/** The choice that a typed text names; undefined where it names none, or several. */
export function meantChoice(choices: readonly ComboOption[], text: string): ComboOption | undefined {
  const wanted = plain(text).trim();
  if (wanted === '') return undefined;
  const exact = choices.find(({ label, value }) => plain(label) === wanted || plain(value) === wanted);
  if (exact !== undefined) return exact;
  const [only, ...others] = matchingChoices(choices, text);
  return others.length === 0 ? only : undefined;
}

/** One step in the list, wrapping around. */
export function stepActive(active: number, by: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (active < 0) return by === 1 ? 0 : count - 1;
  return (active + by + count) % count;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
}
