import type { Row } from './row.ts';

/** A row as JSON, already cut down to what is kept: cheap to store, and decoded whenever it is shown. */
export interface EncodedRow {
  /** The decoded row has the same. */
  readonly id: string;
  /** UTF-8. */
  readonly json: Uint8Array;
  /** Makes the row of `id` and `json`, or of a copy of them. Many rows share one function. */
  readonly decode: DecodeRow;
}

/** @throws ApiError when the bytes are not JSON */
export type DecodeRow = (id: string, json: Uint8Array) => Row;

/**
 * What of rows is read. `forFacts`: only the fields that facts about people are made of (see personFacts.ts).
 * When who spoke and the assistant are cut from the bytes before they are decoded; in rows of today's service
 * that is more than half of what is left without prompts.
 */
export type RowParts = 'all' | 'forFacts';
