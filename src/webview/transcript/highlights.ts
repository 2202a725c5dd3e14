import { matchesIn } from './matches.ts';

const all = 'revox-find';
const current = 'revox-find-current';

/** Marks every match below an element without touching its text: the browser paints ranges. Returns them in order. */
export function highlightMatches(root: Element, needle: string): readonly Range[] {
  const ranges: Range[] = [];
  if (needle !== '') {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const at of matchesIn(node.nodeValue ?? '', needle)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + needle.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set(all, new Highlight(...ranges));
  return ranges;
}

/** Brings a match into sight; one inside something folded opens it. */
export function showMatch(range: Range | undefined): void {
  CSS.highlights.set(current, new Highlight(...(range === undefined ? [] : [range])));
  const element = range?.startContainer.parentElement;
  if (!element) return;
  const folded = element.closest('details:not([open])');
  if (folded instanceof HTMLDetailsElement) folded.open = true;
  element.scrollIntoView({ block: 'center' });
}
