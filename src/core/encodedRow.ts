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

/** The encoded form of a row that has been decoded before. All its decodings share one assistant object. */
export function encodedRow(row: Row): EncodedRow {
  const { call } = row;
  const assistant = call?.assistant;
  const light = assistant === undefined ? row : { ...row, call: { ...call, assistant: undefined } };
  const decode: DecodeRow = (_id, json) => {
    const decoded = JSON.parse(decoder.decode(json)) as Row;
    if (assistant === undefined || decoded.call === undefined) return decoded;
    return { ...decoded, call: { ...decoded.call, assistant } };
  };
  return { id: row.id, json: encoder.encode(JSON.stringify(light)), decode };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
