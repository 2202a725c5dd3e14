/**
 * What happens to the parts of an item. `drop`: null takes the value's place, and its bytes are never copied.
 * `share`: a number takes its place, the index of an equal value among `shared`. `label`: the value is kept,
 * and handed out beside the item as well. Whatever is not named is kept. Names are ASCII.
 */
export interface ItemShape {
  readonly members?: Readonly<Record<string, 'drop' | 'share' | 'label' | ItemShape | TextRule>>;
  /** Of the items of an array. */
  readonly items?: ItemShape;
}

/**
 * A text that is kept, and that tells what is needed of the members after it. What comes before it, and all
 * where the text is not whole in one chunk, is kept as its object's own shape says.
 */
export interface ShapeChoice {
  /** In ASCII. */
  readonly expected: string;
  /** The shape of its object from here on, where it is anything else. */
  readonly otherwise: ItemShape;
}

/** A text that is dropped where it is not wanted. Where it is not whole in one chunk, it is kept. */
export interface TextFilter {
  /** @param json holds from `from` to `to` what is between the quotes of the text, escaped as it was sent */
  readonly isWanted: (json: Uint8Array, from: number, to: number) => boolean;
}

export type TextRule = ShapeChoice | TextFilter;

export interface JsonItemsOptions {
  /** The name of the list (or of the object) in the answer whose items are handed out. */
  readonly list: string;
  readonly shape: ItemShape;
  /**
   * Called with the JSON of each item, UTF-8 that is valid only during the call. `label`: the JSON of its
   * `label` member, or in an object its name as JSON; undefined where it has none.
   */
  readonly onItem: (json: Uint8Array, label: string | undefined) => void;
  /** What is kept of one item, and of all that is beside the list, may not be larger. */
  readonly maxItemBytes: number;
}
