import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { FileTree } from '../../../../src/core/fileTree.ts';
import { searchFiles } from '../../../../src/editor/suppression/fileSearch.ts';
import {
  findSuppressions,
  type FoundSuppressions,
  type NamedSuppression,
} from '../../../../src/editor/suppression/suppressionFiles.ts';
import { readSmallDiskFile } from '../../../../src/host/diskFiles.ts';
import { diskTree } from '../../support/diskTree.ts';

type By = NamedSuppression<string>['by'];

/** Each place that can name a suppression list, as `editor/listReading.ts` hands it over. */
const places: readonly [place: string, by: By, where: string][] = [
  ["the user's settings", 'user', 'the setting revox.suppressionLists'],
  ['the settings of a folder', 'workspace', 'the setting revox.suppressionLists'],
  ['a campaign file', 'workspace', '“people.campaign.json”'],
];

describe('looking for suppression lists', () => {
  let root = '';
  let work = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'revox-suppression-'));
    work = join(root, 'work');
    await put('people.csv');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function put(path: string, text = 'phone\n+33199001201\n'): Promise<string> {
    const file = join(work, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return file;
  }

  interface Asked {
    readonly by?: By;
    readonly where?: string;
    readonly isTrusted?: boolean;
    readonly maxFolders?: number;
    readonly tree?: FileTree<string>;
    readonly signal?: AbortSignal;
  }

  async function find(path: string | undefined, asked: Asked = {}): Promise<FoundSuppressions<string>> {
    const { by = 'user', where = 'here', isTrusted = true, maxFolders = 2_000, tree = diskTree } = asked;
    const { signal = new AbortController().signal } = asked;
    const found = await findSuppressions(
      tree,
      {
        list: join(work, 'people.csv'),
        listName: 'people.csv',
        folder: work,
        base: work,
        home: join(root, 'home'),
        isTrusted,
      },
      path === undefined ? [] : [{ path, by, where }],
      (start, { steps }) => searchFiles(tree, start, steps, { maxFolders, signal }),
    );
    return { ...found, files: found.files.map((file) => relative(work, file)).sort() };
  }

  for (const name of ['suppression.csv', 'Suppression.CSV', 'do-not-call.csv', 'People.Suppression.csv']) {
    it(`finds ${name} beside the list without a setting`, async () => {
      await put(name);
      assert.deepEqual(await find(undefined), { files: [name], failures: [] });
    });
  }

  it('finds neither the list itself nor the suppression list of another list', async () => {
    await put('others.suppression.csv');
    assert.deepEqual((await find('*.csv')).files, ['others.suppression.csv']);
    assert.deepEqual((await find(undefined)).files, []);
  });

  for (const [place, by, where] of places) {
    describe(`named in ${place}`, () => {
      it('finds files by path and by pattern, through links and folders of any depth', async () => {
        await put('lists/a/dnc-1.csv');
        await mkdir(join(root, 'elsewhere/deep'), { recursive: true });
        await writeFile(join(root, 'elsewhere/deep/dnc-2.CSV'), '+33199001202');
        await symlink(join(root, 'elsewhere'), join(work, 'linked'));
        // A circle: it is entered once.
        await symlink(work, join(work, 'lists/back'));
        for (const [path, files] of [
          ['lists/a/dnc-1.csv', ['lists/a/dnc-1.csv']],
          ['**/dnc*.csv', ['linked/deep/dnc-2.CSV', 'lists/a/dnc-1.csv']],
          ['l*/{a,deep}/*.csv', ['linked/deep/dnc-2.CSV', 'lists/a/dnc-1.csv']],
        ] as const) {
          const found = await find(path, { by, where });
          assert.deepEqual(found, { files, failures: [] }, path);
        }
      });

      const failing: readonly (readonly [
        way: string,
        path: string,
        prepare: () => Promise<unknown>,
        sentence: RegExp,
        asked?: () => Asked,
      ])[] = [
        ['it is not there', 'nowhere.csv', () => Promise.resolve(), /is missing\. No file is there/],
        ['it is a folder', 'lists', () => put('lists/a.csv'), /It is a folder/],
        [
          'there are more folders than can be searched',
          '**/dnc*.csv',
          () => Promise.all(Array.from({ length: 30 }, (_, index) => put(`many/${index}/other.txt`))),
          /could not be finished: there are more than 20 folders/,
          () => ({ maxFolders: 20 }),
        ],
        [
          'a folder may not be listed',
          '**/dnc*.csv',
          () => put('secret/dnc.csv'),
          /could not be finished: the folder “.*secret” cannot be listed \(EACCES\)/,
          () => ({ tree: { ...diskTree, entriesOf: refuseIn('secret') } }),
        ],
        [
          'the search takes too long',
          '**/dnc*.csv',
          () => put('slow/dnc.csv'),
          /could not be finished: it took too long/,
          () => {
            const abort = new AbortController();
            const entriesOf = (folder: string) => {
              if (!folder.endsWith('slow')) return diskTree.entriesOf(folder);
              abort.abort();
              return new Promise<never>(() => undefined);
            };
            return { signal: abort.signal, tree: { ...diskTree, entriesOf } };
          },
        ],
        ['the pattern is none', '[z-a].csv', () => Promise.resolve(), /no range of characters/],
        ['the pattern stands for too many', '{a,b}'.repeat(9), () => Promise.resolve(), /too many/],
        [
          'nothing is found where the pattern says the whole path',
          '~/never/*.csv',
          () => Promise.resolve(),
          /is missing\. No file is found/,
        ],
      ];
      for (const [way, path, prepare, sentence, asked] of failing) {
        it(`blocks the launch when ${way}`, async () => {
          await prepare();
          const { failures } = await find(path, { by, where, ...asked?.() });
          assert.equal(failures.length, 1);
          assert.match(failures[0]!, sentence);
          assert.ok(failures[0]!.includes(where));
        });
      }

      it('finds nothing by a pattern of this folder that matches no file, and reports it, except for a user setting', async () => {
        const { failures } = await find('**/dnc*.csv', { by, where });
        assert.equal(failures.length, by === 'user' ? 0 : 1);
      });

      for (const path of [
        '\\\\evil\\share\\stop.csv',
        '//evil/share/stop.csv',
        '/\\evil/share/stop.csv',
        '//evil/share/*.csv',
        '{//evil/share,work}/*.csv',
        '{,/}/evil/share/*.csv',
        '{,\\}\\evil\\share\\*.csv',
      ]) {
        it(`opens ${path} on another machine only where the user named it`, async () => {
          let asked = false;
          const tree: FileTree<string> = {
            ...diskTree,
            absolute: (near, place) => {
              asked ||= /^[\\/]{2}evil/.test(place);
              return diskTree.absolute(near, place);
            },
          };
          const { failures } = await find(path, { by, where, tree });
          if (by === 'workspace') assert.match(failures.join(), /path to another machine/);
          assert.equal(asked, by === 'user');
        });
      }

      it('does not contact another machine for a URL, which is not a path', async () => {
        const { failures } = await find('file://evil/share/stop.csv', { by, where });
        assert.match(failures[0] ?? '', /is missing/);
      });

      it('leaves the folder only where it is trusted, or the user setting says so', async () => {
        await writeFile(join(root, 'outside.csv'), '+33199001201');
        for (const path of [
          join(root, 'outside.csv'),
          '../outside.csv',
          '{..,work}/outside*.csv',
          `{${root},work}/outside*.csv`,
        ]) {
          const { files, failures } = await find(path, { by, where, isTrusted: false });
          assert.deepEqual([files.length, failures.length], by === 'user' ? [1, 0] : [0, 1], path);
          assert.equal((await find(path, { by, where })).failures.length, 0, path);
        }
      });
    });
  }

  it('blocks the launch when the folder of the list cannot be listed', async () => {
    const { failures } = await find(undefined, { tree: { ...diskTree, entriesOf: refuseIn('work') } });
    assert.match(failures[0] ?? '', /folder of the call list cannot be searched/);
  });

  describe('reading a suppression list', () => {
    const read = (name: string, maxBytes = 1_000) => readSmallDiskFile(join(work, name), name, maxBytes);

    it('reads the whole file', async () => {
      const file = await put('small.csv', 'x'.repeat(700));
      assert.equal((await readSmallDiskFile(file, 'small.csv', 700)).length, 700);
    });

    it('refuses a file that is too large, a folder, a device without end and a pipe without a writer', async () => {
      if (process.platform === 'win32') return;
      await put('large.csv', 'x'.repeat(1_001));
      await symlink('/dev/zero', join(work, 'zero.csv'));
      execFileSync('mkfifo', [join(work, 'pipe.csv')]);
      await assert.rejects(read('large.csv'), /larger than/);
      await assert.rejects(read('zero.csv'), /folder, device or pipe/);
      await assert.rejects(read('pipe.csv'), /folder, device or pipe/);
      await assert.rejects(read('.'), /folder, device or pipe/);
    });
  });

  function refuseIn(name: string): FileTree<string>['entriesOf'] {
    // Not by permission: the tests may run as a user who may read everything.
    const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    return (folder) => (folder.endsWith(name) ? Promise.reject(refused) : diskTree.entriesOf(folder));
  }
});
