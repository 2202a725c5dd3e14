import { fold } from './matches.ts';

/** Neighbouring texts that become visible together. */
export interface Block {
  readonly element: Element;
  readonly from: number;
  /** The first text that is not in it. */
  readonly to: number;
}

/** What is in a page, gathered once: searching it touches no element, whatever the number of turns. */
export class SearchableText {
  readonly nodes: readonly Text[];
  readonly folded: readonly string[];
  readonly blocks: readonly Block[];

  constructor(root: Element) {
    const nodes: Text[] = [];
    const blocks: { element: Element; from: number; to: number }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const node = walker.currentNode as Text;
      if (node.data.trim() === '') continue; // the separator between elements
      const element = node.parentElement?.closest('.turns, .attempt, .order') ?? root;
      const block = blocks.at(-1);
      if (block?.element === element) block.to += 1;
      else blocks.push({ element, from: nodes.length, to: nodes.length + 1 });
      nodes.push(node);
    }
    this.nodes = nodes;
    this.blocks = blocks;
    this.folded = nodes.map(({ data }) => fold(data));
  }
}
