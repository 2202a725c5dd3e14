import assert from 'node:assert/strict';
import { HumanError } from '../../../../src/core/errors.ts';
import { addedRows } from '../../../../src/callList/suppression/addedRows.ts';
import { readSuppressionList } from '../../../../src/callList/suppression/suppressionList.ts';

const one = ['+33199001201'];

describe('a number put on a suppression list', () => {
  const lists: [what: string, text: string, after: string][] = [
    ['that is not there yet', '', 'phone\n+33199001201\n'],
    ['that is empty', '\n', '\nphone\n+33199001201\n'],
    ['of one column', 'phone\n+33199001202\n', 'phone\n+33199001202\n+33199001201\n'],
    ['without a header', '+33199001202\n+33199001203', '+33199001202\n+33199001203\n+33199001201\n'],
    ['that is nothing but a header', 'phone\r\n', 'phone\r\n+33199001201\r\n'],
    [
      'with other columns, in its own dialect',
      'date;phone;why\r\n2026-01-01;+33199001202;"moved; away"\r\n',
      'date;phone;why\r\n2026-01-01;+33199001202;"moved; away"\r\n;+33199001201;\r\n',
    ],
    [
      'with a title above',
      'Do not call\nname\tphone\nZoé\t+33199001202',
      'Do not call\nname\tphone\nZoé\t+33199001202\n\t+33199001201\n',
    ],
  ];
  for (const [what, text, after] of lists) {
    it(`is the last row of one ${what}`, async () => {
      const all = text + (await addedRows(text, one));
      assert.equal(all, after);
      const { numbers, unreadable } = await readSuppressionList(all);
      assert.ok(numbers.has('+33199001201'));
      assert.equal(unreadable, 0);
      const before = text.trim() === '' ? 0 : (await readSuppressionList(text)).numbers.size;
      assert.equal(numbers.size, before + 1, 'whoever was on it is still');
    });
  }

  it('can be several numbers', async () => {
    const added = await addedRows('phone\n+33199001202\n', ['+33199001201', '+12125550112']);
    assert.equal(added, '+33199001201\n+12125550112\n');
  });

  it('is found below a quote that was never closed', async () => {
    const text = 'phone,note\n+33199001202,"never closed\n';
    const { numbers } = await readSuppressionList(text + (await addedRows(text, one)));
    assert.ok(numbers.has('+33199001201'));
  });

  it('cannot be added to a file that is not a list', () =>
    assert.rejects(addedRows('<!doctype html><title>Sign in</title>', one), HumanError));
});
