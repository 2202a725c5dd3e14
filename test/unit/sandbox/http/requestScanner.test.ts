import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RequestScanner } from '../../../../src/sandbox/http/requestScanner.ts';
import { runs } from '../../support/runs.ts';

/** Reads a text that arrives in chunks that end at these places. */
function scan(text: string, cuts: readonly number[]): unknown {
  const contacts: unknown[] = [];
  const scanner = new RequestScanner((items) => contacts.push(...(JSON.parse(`[${items}]`) as unknown[])));
  const bytes = Buffer.from(text);
  let from = 0;
  for (const cut of [...cuts.filter((place) => place < bytes.length).sort((a, b) => a - b), bytes.length]) {
    scanner.push(bytes.subarray(from, cut));
    from = cut;
  }
  const body = JSON.parse(scanner.end()) as Record<string, unknown>;
  return Array.isArray(body.contacts) ? { ...body, contacts } : body;
}

const nasty = fc.constantFrom(
  'contacts',
  '"',
  '\\',
  '\\"',
  ']',
  '}',
  '[{',
  ',',
  ':',
  'é',
  '😀',
  '"contacts":[',
  '',
);
const text = fc.oneof(nasty, fc.string());
const contact = fc.record({ to_phone_number: text, prompt_variables: fc.dictionary(text, text) });
const body = fc.record({
  name: text,
  contacts: fc.oneof(fc.array(fc.oneof(contact, fc.jsonValue({ maxDepth: 2 }))), text),
  extra: fc.jsonValue({ maxDepth: 2 }),
});

describe('a request body that is scanned as it arrives', () => {
  it('gives the same as one that is parsed at once, wherever it is cut', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(undefined, 1), fc.array(fc.nat(400)), (value, indent, cuts) => {
        const json = JSON.stringify(value, null, indent);
        assert.deepEqual(scan(json, cuts), JSON.parse(json));
      }),
      { numRuns: runs(400), seed: 11 },
    );
  });

  it('passes many contacts on in portions, in order', () => {
    const contacts = Array.from({ length: 20_000 }, (_, index) => ({
      to_phone_number: `+1212${index}`,
      prompt_variables: { note: 'a, "b" ]' },
    }));
    const portions: number[] = [];
    const scanner = new RequestScanner((items) =>
      portions.push((JSON.parse(`[${items}]`) as unknown[]).length),
    );
    scanner.push(Buffer.from(JSON.stringify({ contacts })));
    scanner.end();
    assert.ok(portions.length > 3);
    assert.equal(
      portions.reduce((sum, size) => sum + size, 0),
      contacts.length,
    );
  });
});
