import assert from 'node:assert/strict';
import type { CountryCode } from 'libphonenumber-js/max';
import { readPhone } from '../../../../src/callList/phone/readPhone.ts';
import type { PhoneProblemCode } from '../../../../src/callList/phone/phoneVerdict.ts';
import { inCountry } from './witness.ts';

/**
 * What must become of a cell: `=` and a plain way to write the number, which the phone library reads; or the
 * code of the problem without its `revox.phone.`, with words of its message where they matter.
 */
export type CellCase = readonly [
  country: CountryCode | 'none',
  cell: string,
  expected: `=${string}` | Short,
  says?: RegExp,
];

type Short = PhoneProblemCode extends `revox.phone.${infer Code}` ? Code : never;

/** One mocha test for each cell. */
export function cellCases(title: string, cases: readonly CellCase[]): void {
  describe(title, () => {
    for (const [country, cell, expected, says] of cases) {
      it(`${country} ${JSON.stringify(cell)}: ${expected}`, () => {
        const region = country === 'none' ? undefined : country;
        const verdict = readPhone(cell, { region });
        if (expected.startsWith('=')) {
          assert.equal(verdict.e164, inCountry(region ?? 'FR', expected.slice(1)));
        } else {
          assert.ok(verdict.e164 === undefined, `read as ${verdict.e164 ?? ''}`);
          assert.equal(verdict.problem.code, `revox.phone.${expected}`);
          if (says !== undefined) assert.match(verdict.problem.message, says);
        }
      });
    }
  });
}
