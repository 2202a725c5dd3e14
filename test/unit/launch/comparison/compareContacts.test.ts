import assert from 'node:assert/strict';
import { readRow } from '../../../../src/launch/comparison/compareContacts.ts';
import type { ServerRow } from '../../../../src/launch/comparison/serverRow.ts';

type Variables = Readonly<Record<string, string>>;

const row = (
  own: Variables,
  called: Variables | undefined,
  numbers: readonly [string, string],
): ServerRow => ({
  id: 'row-1',
  row_index: 0,
  phone_number: numbers[0],
  input_data: own,
  call: {
    id: 'call-1',
    status: 'not_launched',
    to_phone_number: numbers[1],
    prompt_variables: called,
    call_attempts: [],
  },
});

const same: readonly [string, string] = ['+33 1 99 00 12 00', '+33199001200'];
const other: readonly [string, string] = ['+33199001200', '+33199001201'];

describe('the number and the values of a row', () => {
  const cases: [
    what: string,
    row: ServerRow,
    names: readonly string[] | undefined,
    said: string | Variables,
  ][] = [
    ['the same in row and call', row({ a: '1' }, { a: '1' }, same), undefined, { a: '1' }],
    ['a call without variables', row({ a: '1' }, undefined, same), undefined, { a: '1' }],
    [
      'values that the service added',
      row({ a: '1' }, { a: '1', today: 'x' }, same),
      undefined,
      { a: '1', today: 'x' },
    ],
    ['the same, of a known list', row({ a: '1' }, { a: '1', today: 'x' }, same), ['a'], { a: '1' }],
    ['an empty value and none', row({ a: '1', b: '' }, { a: '1' }, same), undefined, { a: '1' }],
    ['another value', row({ a: '1' }, { a: '2' }, same), undefined, 'row and call differ'],
    [
      'a value that the call lacks',
      row({ a: '1', b: '2' }, { a: '1' }, same),
      undefined,
      'row and call differ',
    ],
    ['another number', row({ a: '1' }, { a: '1' }, other), undefined, 'row and call differ'],
    ['a masked number', row({}, {}, ['+33199001200', '+331990****00']), undefined, 'unreadable number'],
  ];
  for (const [what, given, names, expected] of cases)
    it(`are read from ${what}`, async () => {
      const said = await readRow(given, { names: names && new Set(names) });
      assert.deepEqual(typeof said === 'string' ? said : said.variables, expected);
    });
});
