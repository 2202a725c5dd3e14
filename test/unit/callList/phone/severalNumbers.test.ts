import assert from 'node:assert/strict';
import type { PhoneOptions } from '../../../../src/callList/phone/phoneVerdict.ts';
import { numbersInCell } from '../../../../src/callList/phone/severalNumbers.ts';

const fr = { region: 'FR' };

describe('the numbers in one cell', () => {
  const cells: [cell: string, options: PhoneOptions, written: string[], complete: boolean][] = [
    ['01 99 00 12 01 / 01 99 00 12 02', fr, ['+33199001201', '+33199001202'], true],
    ['0199001201 ou 0199001202', fr, ['+33199001201', '+33199001202'], true],
    ['+33199001201 +33199001202', {}, ['+33199001201', '+33199001202'], true],
    ['01 99 00 12 01\r\n01 99 00 12 02', fr, ['+33199001201', '+33199001202'], true],
    ['+33199001201; 0199001202 | 0199001203', fr, ['+33199001201', '+33199001202', '+33199001203'], true],
    // the same person twice is one number
    ['01 99 00 12 01 / +33 1 99 00 12 01', fr, ['+33199001201'], true],
    // a country has yet to be chosen: what is kept is unchanged
    ['01 99 00 12 01 / 01 99 00 12 02', {}, ['01 99 00 12 01', '01 99 00 12 02'], false],
    ['+33199001201 / 01 99 00 12 02', {}, ['+33199001201', '01 99 00 12 02'], false],
    // a lost zero is put back where that was agreed to, and only there
    ['199001201 / 199001202', fr, ['199001201', '199001202'], false],
    ['199001201 / 199001202', { ...fr, repairs: ['zeroLost'] }, ['+33199001201', '+33199001202'], true],
    // what may never be called is not offered
    ['01 99 00 12 01 / +33 899 10 00 10', fr, ['+33199001201'], false],
    ['01 99 00 12 01 / +33 1 99 00 12', fr, ['+33199001201'], false],
    // words would be lost
    ['01 99 00 12 01 / 01 99 00 12 02 / bureau', fr, ['+33199001201', '+33199001202'], false],
    ['0033+199001201', fr, [], false],
    ['01 99 00 12 01/02', fr, ['+33199001201', '+33199001202'], true],
    ['91 123 45 67/8', { region: 'ES' }, ['+34911234567', '+34911234568'], true],
  ];
  for (const [cell, options, written, complete] of cells) {
    it(`${JSON.stringify(cell)} ${JSON.stringify(options)}: ${written.join(' and ')}`, () => {
      const found = numbersInCell(cell, options);
      assert.deepEqual(
        found.numbers.map((number) => number.written),
        written,
      );
      assert.equal(found.complete, complete);
    });
  }
});
