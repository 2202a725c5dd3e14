import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** A room of the house: which files it is, and what those may know besides each other. */
interface Room {
  readonly name: string;
  /** The first room that matches a path below `src/` has the file. */
  readonly files: RegExp;
  readonly rooms: readonly string[];
  /** Packages, or folders of packages where they end in a slash; `node:` is all of Node. */
  readonly packages?: readonly string[];
}

const domain = ['core', 'callList', 'dialing', 'launch', 'insights'];
const plain = ['tree model', 'page contract', 'file bytes'];
const belowSending = [...domain, 'api', ...plain, 'host', 'editor', 'views'];

/** The compiler cannot keep a package out of a room, so this table does. The architecture page draws it. */
const house: readonly Room[] = [
  { name: 'core', files: /^core\//, rooms: [] },
  { name: 'api schemas', files: /^api\/schemas\//, rooms: ['core'], packages: ['zod'] },
  { name: 'api', files: /^api\//, rooms: ['core', 'api schemas'], packages: ['zod', 'ky'] },
  { name: 'callList', files: /^callList\//, rooms: ['core'], packages: ['papaparse', 'libphonenumber-js/'] },
  {
    name: 'dialing',
    files: /^dialing\//,
    rooms: ['core'],
    packages: ['temporal-polyfill', 'countries-and-timezones'],
  },
  {
    name: 'launch',
    files: /^launch\//,
    rooms: ['core', 'callList', 'dialing', 'api schemas'],
    packages: ['zod', 'jsonc-parser'],
  },
  {
    name: 'insights',
    files: /^insights\//,
    rooms: ['core', 'callList', 'dialing'],
    packages: ['d3-array', 're2js'],
  },
  { name: 'tree model', files: /^views\/(nodes|presentation)/, rooms: ['core'] },
  { name: 'page contract', files: /^panels\/contract\//, rooms: ['core'] },
  // bytes of a disk: needed by the command line, too, where there is no VS Code
  { name: 'file bytes', files: /^host\/fileBytes\.ts$/, rooms: ['core', 'callList'], packages: ['node:'] },
  { name: 'check', files: /^check\//, rooms: ['core', 'callList', 'file bytes'], packages: ['node:'] },
  { name: 'host', files: /^host\//, rooms: belowSending, packages: ['vscode', 'node:'] },
  { name: 'views', files: /^views\//, rooms: belowSending, packages: ['vscode'] },
  { name: 'editor', files: /^editor\//, rooms: belowSending, packages: ['vscode'] },
  { name: 'sending', files: /^sending\//, rooms: belowSending, packages: ['vscode', 'node:timers/'] },
  {
    name: 'panels',
    files: /^panels\//,
    rooms: [...belowSending, 'sending'],
    packages: ['vscode', 'node:crypto'],
  },
  // Of Node only what touches nothing outside the process: the rest is host's.
  {
    name: 'commands',
    files: /^commands\//,
    rooms: [...belowSending, 'sending', 'panels'],
    packages: ['vscode', 'node:timers/'],
  },
  {
    name: 'webview',
    files: /^webview\//,
    rooms: ['core', 'page contract'],
    packages: [
      'lit',
      'lit/',
      '@lit/',
      '@vscode-elements/elements/',
      '@vscode/codicons/',
      'd3-scale',
      'd3-shape',
    ],
  },
  {
    name: 'sandbox',
    files: /^sandbox\//,
    rooms: ['core', 'dialing', 'api schemas'],
    packages: ['zod', 'node:', 'libphonenumber-js', 'libphonenumber-js/'],
  },
  {
    name: 'extension',
    files: /^(?:entry|extension)\.ts$/,
    rooms: [...belowSending, 'sending', 'panels', 'commands'],
    packages: ['vscode'],
  },
];

function roomOf(file: string): Room | undefined {
  return house.find((room) => room.files.test(file));
}

/**
 * All that a file names in an import or export, as a path below `src/` or a package. Scanned instead of
 * bundled: a bundler drops the imports of types, which cross a wall like any other.
 */
function known(file: string, source: string): string[] {
  const { importedFiles } = ts.preProcessFile(source, true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? posix.join(posix.dirname(file), fileName) : fileName,
  );
}

function isAllowed(room: Room, import_: string, isFile: boolean): boolean {
  if (!isFile) {
    return (room.packages ?? []).some((name) =>
      /[/:]$/.test(name) ? import_.startsWith(name) : import_ === name,
    );
  }
  const other = roomOf(import_);
  return other !== undefined && (other === room || room.rooms.includes(other.name));
}

/** What a file may not know of what it knows, one sentence each. */
function violations(file: string, source: string): string[] {
  const room = roomOf(file);
  if (room === undefined) return [`src/${file} stands in no room of the house.`];
  return known(file, source)
    .filter((import_) => !isAllowed(room, import_, roomOf(import_) !== undefined || import_.startsWith('..')))
    .map((import_) => `src/${file} may not know ${import_}: ${allowance(room)}.`);
}

/** The first way found from a file to itself, for each file that has one: types count, too. */
function circles(sources: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of known(file, sources.get(file) ?? ''))
      if (sources.has(next)) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of sources.keys()) follow(file, []);
  return found;
}

function allowance({ name, rooms, packages = [] }: Room): string {
  const may = [...rooms, ...packages].join(', ');
  return `${name} may know ${may === '' ? 'nothing' : may}`;
}

describe('the arrows of the house', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
  const sources = new Map(files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')]));

  for (const room of house) {
    it(allowance(room), () => {
      const found = files
        .filter((file) => roomOf(file) === room)
        .flatMap((file) => violations(file, sources.get(file) ?? ''));
      assert.equal(found.join('\n'), '');
    });
  }

  it('a page knows only its own contract', () => {
    const foreign = files.flatMap((file) => {
      const page = /^webview\/(?!shared\/)([a-z]+)\//i.exec(file)?.[1]?.toLowerCase();
      if (page === undefined) return [];
      return known(file, sources.get(file) ?? '')
        .map((import_) => /^panels\/contract\/protocol([A-Z][a-z]+)/.exec(import_)?.[1]?.toLowerCase())
        .filter((contract) => contract !== undefined && contract !== page)
        .map((contract) => `src/${file} may not know the contract of the page ${contract}.`);
    });
    assert.deepEqual(foreign, []);
  });

  it('nobody knows a command but the file that activates', () => {
    assert.deepEqual(
      house.filter(({ rooms }) => rooms.includes('commands')).map(({ name }) => name),
      ['extension'],
    );
  });

  it('every file stands in a room', () => {
    assert.deepEqual(
      files.filter((file) => roomOf(file) === undefined),
      [],
    );
  });

  it('nobody knows a program or a page of its own, which are chosen by their address', () => {
    for (const room of house) {
      assert.deepEqual(
        room.rooms.filter((name) => /^(?:sandbox|webview|check|extension)$/.test(name)),
        [],
      );
    }
  });

  it('no file exports by default, or is named for nothing in particular', () => {
    const found = files.filter(
      (file) =>
        /^\s*export\s+(default\b|\{[^}]*\bas\s+default\b)/m.test(sources.get(file) ?? '') ||
        /(^|\/)(utils?|helpers?|index|common|misc)\.tsx?$/.test(file),
    );
    assert.deepEqual(found, []);
  });

  it('no file knows itself by way of others', () => {
    assert.equal(circles(sources).join('\n'), '');
  });

  it('sees a circle, and none where two ways lead to the same file', () => {
    const round = new Map([
      ['core/a.ts', `import { b } from './b.ts';`],
      ['core/b.ts', `import { c } from './c.ts'; import { d } from './d.ts';`],
      ['core/c.ts', `import type { A } from './a.ts'; import { d } from './d.ts';`],
      ['core/d.ts', `import { readFile } from 'node:fs';`],
    ]);
    assert.deepEqual(circles(round), ['core/a.ts → core/b.ts → core/c.ts → core/a.ts']);
    assert.deepEqual(circles(new Map([...round, ['core/c.ts', `import { d } from './d.ts';`]])), []);
  });

  const crossings: [file: string, source: string, count: number][] = [
    ['core/a.ts', `import { b } from './b.ts'; import type { C } from '../core/c.ts';`, 0],
    ['core/a.ts', `import { readFile } from 'node:fs';`, 1],
    ['core/a.ts', `import type { Uri } from 'vscode';`, 1],
    ['core/a.ts', `import type { Http } from '../api/http.ts';`, 1],
    ['core/a.ts', `export * from '../api/http.ts';`, 1],
    ['core/a.ts', `export const a = async () => (await import('zod')).z;`, 1],
    ['core/a.ts', `export type A = import('vscode').Uri;`, 1],
    ['core/a.ts', `import '../../test/x.ts';`, 1],
    ['core/a.ts', `import x from '../../package.json';`, 1],
    ['api/a.ts', `import ky from 'ky'; import * as z from 'zod'; import { a } from '../core/a.ts';`, 0],
    ['api/schemas/a.ts', `import ky from 'ky';`, 1],
    ['callList/a.ts', `import { parse } from 'libphonenumber-js/max'; import Papa from 'papaparse';`, 0],
    ['insights/a.ts', `import { a } from '../launch/a.ts'; import { b } from '../api/b.ts';`, 2],
    ['launch/a.ts', `import { RevoxClient } from '../api/revoxClient.ts';`, 1],
    ['views/nodes.ts', `import { tree } from './campaignTree.ts'; import * as vscode from 'vscode';`, 2],
    ['views/campaignTree.ts', `import { nodes } from './nodes.ts'; import * as vscode from 'vscode';`, 0],
    [
      'commands/create/a.ts',
      `import { fork } from 'node:child_process'; import { h } from '../../host/h.ts';`,
      1,
    ],
    ['panels/launch/a.ts', `import { a } from '../../commands/context.ts';`, 1],
    ['panels/launch/a.ts', `import { a } from '../../sending/launchCampaign.ts';`, 0],
    ['sending/a.ts', `import { a } from '../panels/pagePanel.ts'; import { b } from '../commands/b.ts';`, 2],
    ['editor/a.ts', `import { a } from '../sending/launchCampaign.ts';`, 1],
    ['webview/rows/main.ts', `import { a } from '../../panels/pagePanel.ts'; import 'vscode';`, 2],
    [
      'webview/rows/main.ts',
      `import { a } from '../../panels/contract/protocolRows.ts'; import { html } from 'lit';`,
      0,
    ],
    [
      'sandbox/a.ts',
      `import { a } from '../api/schemas/answers.ts'; import { createServer } from 'node:http';`,
      0,
    ],
    ['sandbox/a.ts', `import { a } from '../api/http.ts';`, 1],
    ['extension.ts', `import { a } from './sandbox/sandboxState.ts'; import { b } from './webview/b.ts';`, 2],
    ['attic/a.ts', ``, 1],
  ];
  for (const [file, source, count] of crossings) {
    it(`sees ${count === 0 ? 'nothing wrong' : `${count} wrong`} in ${file}: ${source}`, () => {
      assert.equal(violations(file, source).length, count, violations(file, source).join('\n'));
    });
  }
});
