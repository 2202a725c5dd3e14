import { firstMatchFrom, matchesInAll, noMatches, type Matches } from './matches.ts';
import { SearchableText } from './searchableText.ts';

const all = 'revox-find';
const current = 'revox-find-current';

/** The most marks at a time: more would slow the browser down. */
const maxMarks = 5000;

/**
 * Find over what the page shows. All is searched, but only what is near the viewport is marked: a letter of a
 * long call occurs a hundred thousand times. The browser paints the marks; no text is touched.
 */
export class FindInPage {
  readonly #area: HTMLElement;
  #text: SearchableText | undefined;
  #needle = '';
  #matches: Matches = noMatches;
  #marked = '';

  constructor(area: HTMLElement) {
    this.#area = area;
    let waiting = false;
    area.addEventListener('scroll', () => {
      if (waiting || this.#needle === '') return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        this.mark();
      });
    });
  }

  /** Called when the content of the page has changed. */
  forget(): void {
    this.#text = undefined;
  }

  /** Searches for a text and resolves to the number of matches. */
  search(needle: string): number {
    this.#needle = needle;
    if (needle === '') this.#matches = noMatches;
    else {
      this.#text ??= new SearchableText(this.#area);
      this.#matches = matchesInAll(this.#text.folded, needle);
    }
    this.#marked = '';
    return this.#matches.starts.length;
  }

  /** Marks the matches in and around the visible part. */
  mark(): void {
    const area = this.#area.getBoundingClientRect();
    const near = (this.#text?.blocks ?? []).filter(({ element }) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > area.top - area.height && top < area.bottom + area.height;
    });
    const key = near.map(({ from }) => from).join();
    if (key === this.#marked) return;
    this.#marked = key;
    const marks = new Highlight();
    for (const { from, to } of near) {
      const end = firstMatchFrom(this.#matches, to);
      for (let at = firstMatchFrom(this.#matches, from); at < end && marks.size < maxMarks; at += 1) {
        const range = this.#range(at);
        if (range !== undefined) marks.add(new StaticRange(range));
      }
    }
    CSS.highlights.set(all, marks);
  }

  /** Scrolls to a match and opens the section it is folded in. Without one, no match is current. */
  show(at: number): void {
    const place = this.#range(at);
    CSS.highlights.set(current, new Highlight(...(place === undefined ? [] : [new StaticRange(place)])));
    const element = place?.startContainer.parentElement;
    if (place === undefined || !element) return;
    for (let folded = closedAround(element); folded !== null; folded = closedAround(element)) {
      folded.open = true;
    }
    element.scrollIntoView({ block: 'center' });
    // The revealed part is laid out only now, and the text may be taller than the page.
    requestAnimationFrame(() => {
      this.#centre(place);
      this.mark();
    });
  }

  #centre({ startContainer, startOffset, endOffset }: StaticRangeInit): void {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(startContainer, endOffset);
    const [match, area] = [range.getBoundingClientRect(), this.#area.getBoundingClientRect()];
    if (match.top >= area.top && match.bottom <= area.bottom) return;
    this.#area.scrollBy(0, (match.top + match.bottom - area.top - area.bottom) / 2);
  }

  /** A text that became shorter meanwhile (a time of day) has no place any more. */
  #range(at: number): StaticRangeInit | undefined {
    const startOffset = this.#matches.starts[at];
    const node = this.#text?.nodes[this.#matches.texts[at] ?? -1];
    if (startOffset === undefined || node === undefined) return undefined;
    const endOffset = startOffset + this.#needle.length;
    return endOffset > node.length
      ? undefined
      : { startContainer: node, startOffset, endContainer: node, endOffset };
  }
}

function closedAround(element: Element): HTMLDetailsElement | null {
  return element.closest<HTMLDetailsElement>('details:not([open])');
}
