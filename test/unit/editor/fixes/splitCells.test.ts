import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { splitCells } from '../../../../src/editor/fixes/splitCells.ts';
import { applied } from '../support/lists.ts';
import { runs } from '../../support/runs.ts';

const several = 'revox.phone.several';

async function split(text: string, defaultRegion = 'FR'): Promise<string> {
  const list = await checkCallList(text, { defaultRegion });
  const problems = list.problems.filter(({ code }) => code === several);
  return applied(text, await splitCells(problems, { list, text }, { region: defaultRegion }));
}

describe('splitting a cell with two numbers into two rows', () => {
  const cases: [what: string, before: string, after: string][] = [
    [
      'the rest of the row copied as it is written',
      'phone;name;note\r\n0199001201 / 0199001202;Zoé;"a;b"\r\n+33199001203;Léa;\r\n',
      'phone;name;note\r\n+33199001201;Zoé;"a;b"\r\n+33199001202;Zoé;"a;b"\r\n+33199001203;Léa;\r\n',
    ],
    [
      'in quotes where the cell had some, in the last column too',
      'name,phone\nZoé,"0199001201, 0199001202"\nLéa,+33199001203\n',
      'name,phone\nZoé,"+33199001201"\nZoé,"+33199001202"\nLéa,+33199001203\n',
    ],
    [
      'at the end of a file that ends without a line end',
      'phone\tname\r\n+33199001201 +33199001202\tZoé',
      'phone\tname\r\n+33199001201\tZoé\r\n+33199001202\tZoé',
    ],
    [
      'with the line ends inside cells',
      'name|phone|note\n"Zoé\nDurand"|"0199001201\n0199001202"|"two\nlines"\n',
      'name|phone|note\n"Zoé\nDurand"|"+33199001201"|"two\nlines"\n"Zoé\nDurand"|"+33199001202"|"two\nlines"\n',
    ],
    [
      'below a sep= line',
      'sep=;\nphone;name\n0199001201 ou 0199001202 ou 0199001203;Zoé\n+33199001204;Léa\n',
      'sep=;\nphone;name\n+33199001201;Zoé\n+33199001202;Zoé\n+33199001203;Zoé\n+33199001204;Léa\n',
    ],
    [
      'and a cell that holds more than numbers is left for a person',
      'phone,name\n0199001201 / 0199001202 / bureau,Zoé\n0199001203 / 0199001204,Léa\n+33199001205,Max\n',
      'phone,name\n0199001201 / 0199001202 / bureau,Zoé\n+33199001203,Léa\n+33199001204,Léa\n+33199001205,Max\n',
    ],
  ];
  for (const [what, before, after] of cases) {
    it(what, async () => assert.equal(await split(before), after));
  }

  const values = ['Zoé', 'Bob, Jr.', 'a;b', 'say "hi"', 'two\nlines', '', ' x ', 'a|b'];
  const phones = ['+33199001201', '0199001202 / 0199001203', '0199001204\n0199001205', '+3312'];
  it('works in every dialect: all others are called as before, and each number has its row’s values', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({
          delimiter: fc.constantFrom(',', ';', '\t', '|'),
          newline: fc.constantFrom('\n', '\r\n'),
          always: fc.boolean(),
          finalNewline: fc.boolean(),
          rows: fc.array(
            fc.tuple(fc.constantFrom(...values), fc.constantFrom(...phones), fc.constantFrom(...values)),
            { minLength: 2, maxLength: 10 },
          ),
        }),
        async ({ delimiter, newline, always, finalNewline, rows }) => {
          const quote = (value: string) =>
            always || value.includes(delimiter) || /["\n]/.test(value)
              ? `"${value.replaceAll('"', '""').replaceAll('\n', newline)}"`
              : value;
          const lines = [['first_name', 'phone', 'note'], ...rows, ['Ann', '+33199001209', 'end']];
          const text =
            lines.map((cells) => cells.map(quote).join(delimiter)).join(newline) +
            (finalNewline ? newline : '');
          const options = { defaultRegion: 'FR', duplicates: 'all' } as const;
          const again = await checkCallList(await split(text), options);
          const expected = [...rows, ['Ann', '+33199001209', 'end'] as const].flatMap(
            ([name, phone, note]) =>
              phone === '+3312'
                ? []
                : phone
                    .split(/ \/ |\n/)
                    .map((number) => [
                      number.replace(/^0/, '+33'),
                      name.replaceAll('\n', newline),
                      note.replaceAll('\n', newline),
                    ]),
          );
          assert.deepEqual(
            again.contacts.map(({ to_phone_number, prompt_variables: { first_name, note } }) => [
              to_phone_number,
              first_name,
              note,
            ]),
            expected,
          );
        },
      ),
      { numRuns: runs(60) },
    ));
});
