import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand } from '../../../src/check/checkCommand.ts';

describe('the check command', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'revox-check-'));
    write('good.csv', 'phone,first_name\n+33199001201,Ann\n+33199001202,Bob\n');
    write('national.csv', 'Téléphone;Nom\n01 99 00 12 01;Ann\n\nfoo;Bob\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string | Uint8Array): void {
    writeFileSync(join(folder, name), text);
  }

  async function check(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
    let out = '';
    let err = '';
    const status = await checkCommand(argv, {
      folder,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
    });
    return { status, out, err };
  }

  it('says that all rows can be called, with status 0', async () => {
    assert.deepEqual(await check('good.csv'), {
      status: 0,
      out: 'good.csv: 2 of 2 rows ready. Phone column: phone.\n',
      err: '',
    });
  });

  it('writes one line for each problem, then the counts, with status 1', async () => {
    const { status, out } = await check('national.csv', '--region', 'fr');
    assert.equal(status, 1);
    const lines = out.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^national\.csv:4:1 error revox\.phone\.letters .+/);
    assert.match(
      lines[1] ?? '',
      /^national\.csv: 1 of 2 rows ready\. .* 1 empty row skipped\. Phone column: Téléphone · separator: semicolon\.$/,
    );
  });

  it('says that a blocked list calls nobody, although some of its rows are ready', async () => {
    write('refused.csv', 'phone,DNC\n+33199001201,yes\n+33199001201,\n');
    const { status, out } = await check('refused.csv');
    assert.equal(status, 1);
    assert.match(
      out,
      /Blocked: nobody is called until the error on line 2 is resolved\. Phone column: phone/,
    );
  });

  it('writes one JSON object for each file, each on a line of its own', async () => {
    const { status, out } = await check('good.csv', '--json', 'national.csv', '--region=FR');
    assert.equal(status, 1);
    const [good, national, ...more] = out.trimEnd().split('\n');
    assert.deepEqual(more, []);
    assert.deepEqual(JSON.parse(good ?? ''), {
      file: 'good.csv',
      rows: 2,
      ready: 2,
      excluded: {},
      blank: 0,
      phoneColumn: 'phone',
      columns: ['phone', 'first_name'],
      delimiter: ',',
      headerRow: true,
      region: 'FR',
      contacts: [
        { line: 2, to_phone_number: '+33199001201', prompt_variables: { first_name: 'Ann' } },
        { line: 3, to_phone_number: '+33199001202', prompt_variables: { first_name: 'Bob' } },
      ],
      problems: [],
    });
    const { problems, ...rest } = JSON.parse(national ?? '') as { problems: { message: string }[] };
    assert.deepEqual(rest, {
      file: 'national.csv',
      rows: 3,
      ready: 1,
      excluded: { invalidNumber: 1 },
      blank: 1,
      phoneColumn: 'Téléphone',
      columns: ['Téléphone', 'Nom'],
      delimiter: ';',
      headerRow: true,
      region: 'FR',
      contacts: [{ line: 2, to_phone_number: '+33199001201', prompt_variables: { Nom: 'Ann' } }],
    });
    const [{ message, ...problem } = { message: '' }] = problems;
    assert.notEqual(message, '');
    assert.deepEqual(problem, {
      code: 'revox.phone.letters',
      severity: 'error',
      line: 4,
      column: 1,
      endLine: 4,
      endColumn: 4,
      excludes: true,
    });
  });

  it('leaves out who is on a suppression list', async () => {
    write('never.csv', 'phone\n+33199001202\n');
    const { status, out } = await check('--json', '--suppression', 'never.csv', 'good.csv');
    const { contacts, excluded } = JSON.parse(out) as { contacts: { line: number }[]; excluded: unknown };
    assert.equal(status, 1);
    assert.deepEqual(excluded, { suppressed: 1 });
    assert.deepEqual(
      contacts.map(({ line }) => line),
      [2],
    );
  });

  it('calls nobody when a suppression list cannot be read, with status 2', async () => {
    const { status, out, err } = await check('good.csv', '--json', '--suppression', 'none.csv');
    const { ready, contacts, excluded } = JSON.parse(out) as Record<string, unknown>;
    assert.equal(status, 2);
    assert.match(err, /none\.csv/);
    assert.deepEqual({ ready, contacts, excluded }, { ready: 0, contacts: [], excluded: { blocked: 2 } });
  });

  it('identifies a file that is not a call list, and continues with the next one', async () => {
    write('sheet.csv', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0));
    const { status, out, err } = await check('--json', 'sheet.csv', 'missing.csv', 'good.csv');
    assert.equal(status, 2);
    assert.match(err, /^sheet\.csv: .*spreadsheet/m);
    const [sheet, missing, good] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { problems: { code: string; message: string }[]; ready: number });
    assert.match(sheet?.problems[0]?.message ?? '', /spreadsheet/);
    assert.equal(missing?.problems[0]?.code, 'revox.file.unusable');
    assert.equal(good?.ready, 2);
  });

  it('reads a file whose name begins with a dash after --', async () => {
    write('-list.csv', 'phone\n+33199001201\n');
    assert.equal((await check('--', '-list.csv')).out, '-list.csv: 1 of 1 row ready. Phone column: phone.\n');
  });

  const mistakes: [sentence: string, argv: string[], said: RegExp][] = [
    ['no file', [], /Name the file/],
    ['a country that does not exist', ['good.csv', '--region', 'XX'], /“XX” is not a country/],
    ['an option that does not exist', ['good.csv', '--jsno'], /--jsno/],
    ['an option without its value', ['good.csv', '--region'], /--region/],
  ];
  for (const [sentence, argv, said] of mistakes) {
    it(`rejects ${sentence} with status 2 and its usage`, async () => {
      const { status, out, err } = await check(...argv);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(err, said);
      assert.match(err, /^Usage: /m);
    });
  }

  it('shows its usage on request', async () => {
    const { status, out } = await check('--help');
    assert.equal(status, 0);
    assert.match(out, /^Usage: /);
  });
});
