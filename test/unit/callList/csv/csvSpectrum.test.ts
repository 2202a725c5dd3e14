import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { decode } from '../../../../src/callList/file/decode.ts';
import { sniffDialect } from '../../../../src/callList/csv/dialect.ts';
import { Pace } from '../../../../src/callList/pace.ts';
import { RecordReader } from '../../../../src/callList/csv/records.ts';

const folder = 'node_modules/csv-spectrum';

async function objects(file: string): Promise<Record<string, string>[]> {
  const text = (await decode(readFileSync(file), new Pace())).chunks.join('');
  const { delimiter } = sniffDialect(text, true);
  const reader = new RecordReader(delimiter, '\n');
  const [header, ...rows] = [...reader.push(text), ...reader.end()].map(({ cells }) => cells);
  return rows.map((cells) =>
    Object.fromEntries((header ?? []).map((name, column) => [name, cells[column] ?? ''])),
  );
}

/**
 * What the set itself says wrongly: its JSON has a made-up number where the CSV has this one, and no list
 * around it.
 */
const corrected: Readonly<Record<string, unknown>> = {
  location_coordinates: [
    {
      'Contact Phone Number': '2095257564',
      'Location Coordinates': '37\ufffd36\'37.8"N 121\ufffd2\'17.9"W',
      Cities: 'Modesto',
      Counties: 'Stanislaus',
    },
  ],
};

describe('csv-spectrum, the public test set', () => {
  const names = readdirSync(`${folder}/csvs`).map((file) => file.replace(/\.csv$/, ''));

  it('is present', () => assert(names.length >= 12, `${names.length} files`));

  for (const name of names) {
    it(`${name} is read as its JSON says`, async () => {
      const expected: unknown =
        corrected[name] ?? JSON.parse(readFileSync(`${folder}/json/${name}.json`, 'utf8'));
      assert.deepEqual(await objects(`${folder}/csvs/${name}.csv`), expected);
    });
  }
});
