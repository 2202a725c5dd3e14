import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCreated, checkDraft, checkReading } from '../../../../src/panels/launch/launchDraft.ts';
import { launchDrafts } from '../../../../src/panels/launch/launchDrafts.ts';
import { choicesOf, readingDraft } from '../../../../src/panels/launch/launchReading.ts';
import { draft, rules } from './launchFixtures.ts';
import { runs } from '../../support/runs.ts';

describe('the draft of a launch sheet', () => {
  it('survives a message unchanged', () => {
    for (const sent of [draft(), draft({ rulesFrom: 'own', rules: rules({ attempts: 'many' }) })]) {
      assert.deepEqual(checkDraft(structuredClone(sent)), sent);
    }
  });

  it('is rejected where it has another shape', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const check of [checkDraft, checkReading, checkCreated]) {
          try {
            check(value);
          } catch (error) {
            assert.equal((error as Error).name, 'InvalidParams');
          }
        }
      }),
      { numRuns: runs(200) },
    );
    for (const wrong of [{ start: 'at once' }, { rules: { windows: 'x' } }, { assumptions: 7 }]) {
      assert.throws(() => checkDraft({ ...draft(), ...wrong }), { name: 'InvalidParams' });
    }
  });

  it('is stored per list, and dropped where another version stored something else', async () => {
    const stored = new Map<string, unknown>();
    const drafts = launchDrafts({
      get: (key) => stored.get(key),
      update: (key, value) => {
        stored.set(key, value);
        return Promise.resolve();
      },
    });
    await drafts.set('file:///a.csv', draft({ name: 'A' }));
    await drafts.set('file:///b.csv', draft({ name: 'B' }));
    assert.deepEqual([drafts.get('file:///a.csv')?.name, drafts.get('file:///c.csv')], ['A', undefined]);
    const [key = ''] = stored.keys();
    stored.set(key, [['file:///a.csv', { name: 7 }]]);
    assert.equal(drafts.get('file:///a.csv'), undefined);
  });
});

describe('the reading options of a list', () => {
  const columns = ['phone', 'name', 'name', ''].map((header, index) => ({
    index,
    header,
    variable: `v${index}`,
    sent: true,
  }));
  const reading = {
    duplicates: 'last',
    region: 'FR',
    phoneColumns: [0, 1],
    rowCountry: 'own',
    headerLine: undefined,
    separator: ';',
    mapping: { first: 1, second: 3 },
    includeUnused: true,
    leaveOutEmpty: true,
  } as const;

  it('are stored by unique headers, so that columns may move', () => {
    const choices = choicesOf(reading, columns);
    assert.deepEqual([choices.phoneColumn, choices.mapping], [['phone', 1], { first: 1, second: 3 }]);
    assert.deepEqual(readingDraft(choices, columns), reading);
    assert.deepEqual(readingDraft(choices, columns.toReversed()).phoneColumns, [3, 1]);
  });

  it('are stored by position where another line is the header', () => {
    const choices = choicesOf({ ...reading, headerLine: 0 }, columns);
    assert.deepEqual([choices.phoneColumn, choices.headerLine], [[0, 1], 0]);
  });

  it('are the default where a column is gone', () => {
    const { phoneColumns, mapping } = readingDraft({ phoneColumn: 'mobile', mapping: { first: 9 } }, columns);
    assert.deepEqual([phoneColumns, mapping], [[], {}]);
  });
});
