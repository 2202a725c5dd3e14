import type { Row } from './row.ts';

/** A row as JSON without the fields that nobody needs: small to store, and decoded each time it is shown. */
export interface EncodedRow {
  /** The id of the decoded row. */
  readonly id: string;
  /** UTF-8. */
  readonly json: Uint8Array;
  /** Makes the row from `id` and `json`, or from a copy of them. Many rows share one function. */
  readonly decode: DecodeRow;
}

/** @throws ApiError when the bytes are not JSON */
export type DecodeRow = (id: string, json: Uint8Array) => Row;

/**
 * Which parts of rows are read; `FactsParts`: only the fields for facts about people (see personFacts.ts).
 * Speech events and the assistant are cut from the bytes before they are decoded. In rows of today's service
 * these are more than half of what remains without prompts.
 */
export type RowParts = 'all' | FactsParts;

/** Words are most of a row, and facts need few of them. */
export interface FactsParts {
  /**
   * Whether the words of a turn of the contact are read.
   * @param json holds them from `from` to `to`, in UTF-8 and with the escapes of JSON
   */
  readonly wantsWords: (json: Uint8Array, from: number, to: number) => boolean;
}
