import assert from 'node:assert/strict';
import { findSuppressions } from '../../../../src/editor/suppression/suppressionFiles.ts';
import { namedInSettings } from '../../../../src/editor/suppression/suppressionSetting.ts';
import { diskTree } from '../../support/diskTree.ts';

const nowhere = { user: undefined, workspace: undefined, folder: undefined };

async function failuresOf(setting: Partial<typeof nowhere>): Promise<readonly string[]> {
  const around = { list: '/none/a.csv', listName: 'a.csv', folder: undefined, base: '/none', home: '/none' };
  const { failures } = await findSuppressions(
    diskTree,
    { ...around, isTrusted: true },
    namedInSettings({ ...nowhere, ...setting }),
    () => Promise.resolve({ files: [] }),
  );
  return failures;
}

describe('the setting revox.suppressionLists', () => {
  it('combines the values of all scopes, without duplicates of the same workspace', () => {
    const named = namedInSettings({ user: ['a', ' '], workspace: ['b'], folder: ['b', 'c'] });
    assert.deepEqual(
      named.map(({ path, by, problem }) => [path, by, problem]),
      [
        ['a', 'user', undefined],
        ['b', 'workspace', undefined],
        ['c', 'workspace', undefined],
      ],
    );
    assert.deepEqual(namedInSettings(nowhere), []);
  });

  const deep = JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as unknown;
  const wrong: readonly (readonly [what: string, value: unknown])[] = [
    ['null', null],
    ['a number', 5],
    ['true', true],
    ['one path without its list', 'stop.csv'],
    ['a million characters', 'x'.repeat(1_000_000)],
    ['an object', { path: 'stop.csv' }],
    ['a list with null', [null]],
    ['a list with a number', [5]],
    ['a list with an object', [{ path: 'stop.csv' }]],
    ['a deep list', deep],
    ['a path of a million characters', ['x'.repeat(1_000_000)]],
    ['a million paths', Array.from({ length: 1_000_000 }, () => 'stop.csv')],
  ];
  for (const place of ['user', 'workspace', 'folder'] as const) {
    for (const [what, value] of wrong) {
      it(`blocks the launch with its name when the ${place} setting is ${what}`, async () => {
        const failures = await failuresOf({ [place]: value });
        assert.equal(failures.length, 1);
        assert.match(
          failures[0] ?? '',
          /named in the setting revox\.suppressionLists, (cannot be used|is missing)/,
        );
        assert.ok((failures[0] ?? '').length < 500);
      });
    }
  }
});
