import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CallList, CallListOptions } from '../../../src/callList/callList.ts';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import type { Problem } from '../../../src/callList/problems.ts';
import { HumanError } from '../../../src/core/errors.ts';
import { runs } from '../support/runs.ts';

// fast-check's own 'binary' and 'grapheme' take a second to set up
const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const encoder = new TextEncoder();

function sum({ counts }: CallList): number {
  return (
    counts.ready + counts.blank + Object.values(counts.excluded).reduce((total, count) => total + count, 0)
  );
}

function codes(list: CallList): string[] {
  return list.problems.map(({ code, line }) => `${line} ${code.slice('revox.'.length)}`);
}

function numbers(list: CallList): string[] {
  return list.contacts.map(({ to_phone_number, line }) => `${line} ${to_phone_number}`);
}

describe('the counts', () => {
  const phone = fc.constantFrom(
    '+33199001201',
    '01 99 00 12 02',
    '+33199001203',
    '',
    'n/a',
    '3.3E+10',
    '112',
    '"',
    'x"y',
    '+1 415 555 0100',
  );
  const value = fc.constantFrom('Zoé', '', '"a,b"', '"open', 'a,b,c', '\n', '\0', ' ');
  const lines = fc.array(
    fc.tuple(phone, value).map((cells) => cells.join(',')),
    { maxLength: 20 },
  );
  const options = fc.record<CallListOptions>({
    duplicates: fc.constantFrom('first', 'last', 'all'),
    defaultRegion: fc.constantFrom('FR', undefined),
    variables: fc.constantFrom(undefined, ['name'], ['name', 'absent']),
    emptyVariables: fc.constantFrom('call', 'leaveOut'),
    phoneColumn: fc.constantFrom(undefined, 0, 7),
  });

  it('always add up: read = ready + excluded + blank, and every excluded row has a problem that says why', async () => {
    await fc.assert(
      fc.asyncProperty(lines, options, async (lines, options) => {
        const list = await checkCallList(`phone,name\n${lines.join('\n')}`, options);
        assert.equal(list.counts.read, sum(list));
        assert.equal(list.counts.ready, list.contacts.length);
        if (list.phoneColumn === undefined) return;
        for (const [reason, count] of Object.entries(list.counts.excluded)) {
          const said = list.problems.filter(({ excludedAs }) => excludedAs === reason);
          assert.equal(new Set(said.map(({ line }) => line)).size, count, reason);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('count filler rows as blank, whatever they contain', async () => {
    const list = await checkCallList('phone,name\n+33199001201,Zoé\n,\n , \n\n" ",""\n', {});
    assert.deepEqual([list.counts.read, list.counts.ready, list.counts.blank], [5, 1, 4]);
  });
});

describe('any bytes', () => {
  it('give a HumanError, or a list whose counts add up', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: anyUnit, maxLength: 100 }).map((text) => encoder.encode(text)),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\n', '\r', '+33199001201', 'phone', '\0', 'é'),
        maxLength: 40,
      }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (source) => {
        try {
          const list = await checkCallList(source, { defaultRegion: 'FR' });
          assert.equal(list.counts.read, sum(list));
        } catch (error) {
          assert(error instanceof HumanError, String(error));
        }
      }),
      { numRuns: runs(120) },
    );
  });
});

describe('a long list', () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, row) => `+336120${String(row).padStart(5, '0')},"Zoé, ${row}"`,
  );
  const bytes = encoder.encode(`phone,name\n${rows.join('\n')}\n`);

  it('is read to its end, with accents at chunk boundaries', async () => {
    const { contacts, counts, problems } = await checkCallList(bytes, {});
    assert.equal(counts.ready + problems.length, 20_000);
    assert.equal(
      contacts.every(({ prompt_variables }) => prompt_variables.name?.startsWith('Zoé, ')),
      true,
    );
    assert.deepEqual([contacts.at(-1)?.line, contacts.at(-1)?.record], [20_001, 20_000]);
  });

  it('yields to other work', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await checkCallList(bytes, {});
    clearInterval(timer);
    assert(turns > 1, `${turns} turns`);
  });

  it('stops when cancelled', async () => {
    const abort = new AbortController();
    const checking = checkCallList(bytes, {}, abort.signal);
    setTimeout(() => abort.abort(), 1);
    await assert.rejects(checking, { name: 'AbortError' });
  });

  it('does not start when it was cancelled before', async () => {
    await assert.rejects(checkCallList(bytes, {}, AbortSignal.abort()), { name: 'AbortError' });
  });
});

describe('people who are in a list more than once', () => {
  const text = 'phone,name\n0199001201,Zoé\n0199001202,Noé\n+33 1 99 00 12 01,Léa\n0199001201,Max\n';
  const policies: [policy: CallListOptions['duplicates'], called: string[], problems: string[]][] = [
    [undefined, ['2 +33199001201', '3 +33199001202'], ['4 phone.duplicate', '5 phone.duplicate']],
    ['first', ['2 +33199001201', '3 +33199001202'], ['4 phone.duplicate', '5 phone.duplicate']],
    ['last', ['3 +33199001202', '5 +33199001201'], ['2 phone.duplicate', '4 phone.duplicate']],
    [
      'all',
      ['2 +33199001201', '3 +33199001202', '4 +33199001201', '5 +33199001201'],
      ['4 phone.duplicateKept', '5 phone.duplicateKept'],
    ],
  ];
  for (const [policy, called, problems] of policies) {
    it(`${policy ?? 'by default, first'}: decides who is called`, async () => {
      const list = await checkCallList(text, { defaultRegion: 'FR', duplicates: policy });
      assert.deepEqual(numbers(list), called);
      assert.deepEqual(codes(list), problems);
    });
  }

  it('have a problem that names the other line', async () => {
    const first = await checkCallList(text, { defaultRegion: 'FR' });
    assert.deepEqual(
      first.problems.map(({ otherLine }) => otherLine),
      [2, 2],
    );
    const last = await checkCallList(text, { defaultRegion: 'FR', duplicates: 'last' });
    assert.deepEqual(
      last.problems.map(({ otherLine }) => otherLine),
      [4, 5],
    );
  });

  it('do not count a row that is excluded for another reason as the first', async () => {
    const list = await checkCallList('phone,name\n+33199001201,\n+33199001201,Zoé\n', {
      variables: ['name'],
      emptyVariables: 'leaveOut',
    });
    assert.deepEqual(numbers(list), ['3 +33199001201']);
  });
});

describe('the header', () => {
  const headers: [sentence: string, text: string, variables: string[]][] = [
    [
      'names are kept where they can stand in {{…}}',
      'phone,firstName,company_2\n+33199001201,a,b\n',
      ['phone', 'firstName', 'company_2'],
    ],
    [
      'others are made to',
      'phone, First Name ,Prénom,N° client,1er\n+33199001201,a,b,c,d\n',
      ['phone', 'first_name', 'prenom', 'n_client', '_1er'],
    ],
    ['other scripts are letters too', 'phone,имя,名前\n+33199001201,a,b\n', ['phone', 'имя', '名前']],
    ['an empty one is numbered', 'phone,,x\n+33199001201,a,b\n', ['phone', 'column_2', 'x']],
    [
      'the second of two gets a number',
      'phone,name,Name,name\n+33199001201,a,b,c\n',
      ['phone', 'name', 'Name', 'name_2'],
    ],
    ['__proto__ is a name like any other', 'phone,__proto__\n+33199001201,a\n', ['phone', 'proto']],
    ['trailing empty headers are no columns', 'phone,name,,\n+33199001201,a,,\n', ['phone', 'name']],
  ];
  for (const [sentence, text, variables] of headers) {
    it(sentence, async () => {
      const list = await checkCallList(text, {});
      assert.deepEqual(
        list.columns.map(({ variable }) => variable),
        variables,
      );
      assert.equal(list.counts.ready, 1);
    });
  }

  it('offers the name under which the values of a repeated column are sent', async () => {
    const list = await checkCallList('phone,name,name\n+33199001201,a,b\n');
    const [{ code, startCharacter, endCharacter, fix }] = list.problems as [Problem];
    assert.deepEqual([code, startCharacter, endCharacter], ['revox.header.duplicate', 11, 15]);
    assert.deepEqual(fix, { title: 'Rename it to name_2', replacement: 'name_2', safety: 'ask' });
    const renamed = await checkCallList('phone,name,name_2\n+33199001201,a,b\n');
    assert.deepEqual([renamed.problems, renamed.contacts], [[], list.contacts]);
  });

  it('may have numbers as names', async () => {
    const list = await checkCallList('phone,20261123\n+33199001201,a\n', {});
    assert.deepEqual([list.dialect.hasHeader, list.counts.ready], [true, 1]);
  });

  it('without rows below it blocks the list', async () => {
    const list = await checkCallList('phone,name\n\n', {});
    assert.deepEqual(codes(list), ['1 list.noRows']);
    assert.equal(list.problems[0]?.blocks, true);
  });
});

describe('the phone column', () => {
  const row = '+33199001201,01/02/2026,12345678,Zoé';
  const found: [sentence: string, header: string, cells: string, column: number | undefined][] = [
    ['by its name', 'name,phone', 'Zoé,+33199001201', 1],
    ...[
      'Téléphone',
      'N° de tel',
      'MOBILE',
      'Handynummer',
      'móvil',
      'Cellulare',
      'Telefonnummer',
      'telefoonnummer',
      'to_phone_number',
      'phoneNumber',
      'Phone\u00a0number',
      '電話番号',
      'Телефон',
    ].map((name): [string, string, string, number] => [
      `“${name}”`,
      `a,b,${name}`,
      '100200300,200300400,01 99 00 12 01',
      2,
    ]),
    ['by what is in it, where no name helps', 'a,b,c,d', row, 0],
    ['not a fax', 'fax,mobile', '+33199001202,+33199001201', 1],
    ['not a customer number', 'customer id,contact', '+33199001202,+33199001201', 1],
    ['not a date', 'when,who', '12/11/2026,Zoé', undefined],
    ['the fuller of two', 'phone,mobile', ',+33199001201', 1],
    ['the left of two that are equally good', 'phone 1,phone 2', '+33199001201,+33199001202', 0],
    ['even if every number in it is broken', 'name,phone', 'Zoé,3.3E+10', 1],
  ];
  for (const [sentence, header, cells, column] of found) {
    it(sentence, async () => {
      const list = await checkCallList(`${header}\n${cells}\n`, { defaultRegion: 'FR' });
      assert.equal(list.phoneColumn, column);
    });
  }

  it('reports that another was possible', async () => {
    const list = await checkCallList('phone,mobile\n+33199001201,+33199001202\n', {});
    assert.deepEqual(codes(list), ['1 phone.otherColumn']);
  });

  it('blocks the list with one problem where there is none', async () => {
    const list = await checkCallList('name,city\nZoé,Paris\nLéa,Lyon\n', {});
    assert.deepEqual(codes(list), ['1 phone.noColumn']);
    assert.equal(list.counts.excluded.noNumber, 2);
    assert.equal(list.problems[0]?.blocks, true);
  });

  it('is the one that a person chose', async () => {
    const list = await checkCallList('phone,mobile\n+33199001201,+33199001202\n', { phoneColumn: 1 });
    assert.deepEqual(numbers(list), ['2 +33199001202']);
  });

  it('is found by its header wherever it moves', async () => {
    for (const text of [
      'phone,mobile\n+33199001201,+33199001202\n',
      'mobile,phone\n+33199001202,+33199001201\n',
    ]) {
      const list = await checkCallList(text, { phoneColumn: 'mobile' });
      assert.deepEqual(numbers(list), ['2 +33199001202']);
    }
  });

  for (const phoneColumn of ['mobile', 7]) {
    it(`blocks the list where the chosen one is gone: ${phoneColumn}`, async () => {
      const list = await checkCallList('phone,name\n+33199001201,Zoé\n', { phoneColumn });
      assert.deepEqual(codes(list), ['1 phone.noColumn']);
      assert.match(list.problems[0]?.message ?? '', /chosen as the column to call, is not in this list/);
      assert.equal(list.problems[0]?.blocks, true);
      assert.deepEqual(numbers(list), []);
    });
  }
});

describe('the campaign’s own number', () => {
  it('is not called', async () => {
    const list = await checkCallList('phone\n+33199001201\n01 99 00 12 02\n', {
      defaultRegion: 'FR',
      fromPhoneNumber: '+33 1 99 00 12 02',
    });
    assert.deepEqual(codes(list), ['3 phone.own']);
    assert.equal(list.counts.excluded.notCallable, 1);
  });
});
