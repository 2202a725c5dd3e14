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
 * Which parts of rows are read. `forFacts`: only the fields for facts about people (see personFacts.ts).
 * Speech events and the assistant are cut from the bytes before they are decoded. In rows of today's service
 * these are more than half of what remains without prompts.
 */
export type RowParts = 'all' | 'forFacts';
