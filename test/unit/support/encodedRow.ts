import type { EncodedRow } from '../../../src/core/encodedRow.ts';
import type { Row } from '../../../src/core/row.ts';

/** A row as a reader of rows hands it out before it is decoded. */
export function encodedRow(row: Row): EncodedRow {
  const decode = (_id: string, json: Uint8Array) => JSON.parse(new TextDecoder().decode(json)) as Row;
  return { id: row.id, json: new TextEncoder().encode(JSON.stringify(row)), decode };
}
