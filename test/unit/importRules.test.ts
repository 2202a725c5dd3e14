import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import type typescript from 'typescript';

/** A layer: its files, and the layers and packages they may import besides each other. */
interface Layer {
  readonly name: string;
  /** A file belongs to the first layer that matches its path below `src/`. */
  readonly files: RegExp;
  readonly layers: readonly string[];
  /** Packages, or folders of packages where they end in a slash; `node:` is all of Node. */
  readonly packages?: readonly string[];
}

/** The folders of `launch/`, each of which may import those before it. */
const launch = ['comparison', 'journal', 'draft', 'gate', 'start', 'changes', 'calls', 'create'].map(
  (folder) => `launch/${folder}`,
);
const domain = ['core', 'callList', 'dialing', ...launch, 'insights'];
const plain = ['tree model', 'page contract', 'file bytes'];
const belowSending = [...domain, 'api', ...plain, 'host', 'editor', 'views'];

/** The compiler cannot keep a package out of a folder, so this table does. ARCHITECTURE.md sums it up. */
const layers: readonly Layer[] = [
  { name: 'core', files: /^core\//, layers: [] },
  { name: 'api schemas', files: /^api\/schemas\//, layers: ['core'], packages: ['zod'] },
  { name: 'api', files: /^api\//, layers: ['core', 'api schemas'], packages: ['zod', 'ky'] },
  { name: 'callList', files: /^callList\//, layers: ['core'], packages: ['papaparse', 'libphonenumber-js/'] },
  {
    name: 'dialing',
    files: /^dialing\//,
    layers: ['core'],
    packages: ['temporal-polyfill', 'countries-and-timezones'],
  },
  ...launch.map((name, index) => ({
    name,
    files: new RegExp(`^${name}/`),
    layers: ['core', 'callList', 'dialing', 'api schemas', ...launch.slice(0, index)],
    packages: ['zod', 'jsonc-parser'],
  })),
  {
    name: 'insights',
    files: /^insights\//,
    layers: ['core', 'callList', 'dialing'],
    packages: ['d3-array', 're2js'],
  },
  { name: 'tree model', files: /^views\/(nodes|presentation)/, layers: ['core'] },
  { name: 'page contract', files: /^panels\/contract\//, layers: ['core'] },
  // bytes of a disk: needed by the command line, too, where there is no VS Code
  { name: 'file bytes', files: /^host\/fileBytes\.ts$/, layers: ['core', 'callList'], packages: ['node:'] },
  { name: 'check', files: /^check\//, layers: ['core', 'callList', 'file bytes'], packages: ['node:'] },
  { name: 'host', files: /^host\//, layers: belowSending, packages: ['vscode', 'node:'] },
  { name: 'views', files: /^views\//, layers: belowSending, packages: ['vscode'] },
  { name: 'editor', files: /^editor\//, layers: belowSending, packages: ['vscode'] },
  { name: 'sending', files: /^sending\//, layers: belowSending, packages: ['vscode', 'node:timers/'] },
  {
    name: 'panels',
    files: /^panels\//,
    layers: [...belowSending, 'sending'],
    packages: ['vscode', 'node:crypto'],
  },
  // Of Node only what touches nothing outside the process: the rest is host's.
  {
    name: 'commands',
    files: /^commands\//,
    layers: [...belowSending, 'sending', 'panels'],
    packages: ['vscode', 'node:timers/'],
  },
  {
    name: 'webview',
    files: /^webview\//,
    layers: ['core', 'page contract'],
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
    layers: ['core', 'dialing', 'api schemas'],
    packages: ['zod', 'node:', 'libphonenumber-js', 'libphonenumber-js/'],
  },
  {
    name: 'extension',
    files: /^(?:entry|extension)\.ts$/,
    layers: [...belowSending, 'sending', 'panels', 'commands'],
    packages: ['vscode'],
  },
];

function layerOf(file: string): Layer | undefined {
  return layers.find((layer) => layer.files.test(file));
}

// An import would be loaded with the bundle, and analysed before it runs: 9 MB.
const ts = createRequire(import.meta.url)('typescript') as typeof typescript;

/** What sources import: most rules ask each file. */
const scanned = new Map<string, readonly string[]>();

/**
 * Everything that a file imports or re-exports, as paths below `src/` or packages. The source is scanned,
 * because a bundler drops imports of types, and the rules hold for those too.
 */
function importsOf(file: string, source: string): string[] {
  const names =
    scanned.get(source) ??
    ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
  scanned.set(source, names);
  return names.map((fileName) =>
    fileName.startsWith('.') ? posix.join(posix.dirname(file), fileName) : fileName,
  );
}

function isAllowed(layer: Layer, import_: string, isFile: boolean): boolean {
  if (!isFile) {
    return (layer.packages ?? []).some((name) =>
      /[/:]$/.test(name) ? import_.startsWith(name) : import_ === name,
    );
  }
  const other = layerOf(import_);
  return other !== undefined && (other === layer || layer.layers.includes(other.name));
}

/** The imports that break a rule, one sentence each. */
function violations(file: string, source: string): string[] {
  const layer = layerOf(file);
  if (layer === undefined) return [`src/${file} belongs to no layer.`];
  return importsOf(file, source)
    .filter(
      (import_) => !isAllowed(layer, import_, layerOf(import_) !== undefined || import_.startsWith('..')),
    )
    .map((import_) => `src/${file} may not know ${import_}: ${ruleOf(layer)}.`);
}

/** The first import cycle found through each file, imports of types included. */
function cycles(sources: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of importsOf(file, sources.get(file) ?? ''))
      if (sources.has(next)) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of sources.keys()) follow(file, []);
  return found;
}

function ruleOf({ name, layers: others, packages = [] }: Layer): string {
  const may = [...others, ...packages].join(', ');
  return `${name} may import ${may === '' ? 'nothing' : may}`;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => name.endsWith('.ts') && name !== 'test/unit/importRules.test.ts');
}

const valueImport = /^(?:import|export)(?! type\b)[^;]*? from '([^']+)'/gm;

const listening = new Map<string, boolean>();

/** Whether a test, or a file that it imports, starts the sandbox or a server of its own. */
function listens(file: string): boolean {
  const known = listening.get(file);
  if (known !== undefined || !existsSync(file)) return known ?? false;
  listening.set(file, false); // until it is known: files of the source do not import each other in a circle
  const source = readFileSync(file, 'utf8');
  const found =
    file === 'src/sandbox/startSandbox.ts' ||
    (file.startsWith('test/') && /\bcreateServer\(/.test(source)) ||
    [...source.matchAll(valueImport)].some(
      ([, path = '']) => path.startsWith('.') && listens(posix.join(posix.dirname(file), path)),
    );
  listening.set(file, found);
  return found;
}

describe('the import rules', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
  const sources = new Map(files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')]));

  for (const layer of layers) {
    it(ruleOf(layer), () => {
      const found = files
        .filter((file) => layerOf(file) === layer)
        .flatMap((file) => violations(file, sources.get(file) ?? ''));
      assert.equal(found.join('\n'), '');
    });
  }

  it('a page imports only its own contract', () => {
    const foreign = files.flatMap((file) => {
      const page = /^webview\/(?!shared\/)([a-z]+)\//i.exec(file)?.[1]?.toLowerCase();
      if (page === undefined) return [];
      return importsOf(file, sources.get(file) ?? '')
        .map((import_) => /^panels\/contract\/protocol([A-Z][a-z]+)/.exec(import_)?.[1]?.toLowerCase())
        .filter((contract) => contract !== undefined && contract !== page)
        .map((contract) => `src/${file} may not know the contract of ${contract}.`);
    });
    assert.deepEqual(foreign, []);
  });

  it('only extension.ts imports commands', () => {
    assert.deepEqual(
      layers.filter(({ layers }) => layers.includes('commands')).map(({ name }) => name),
      ['extension'],
    );
  });

  it('every file belongs to a layer', () => {
    assert.deepEqual(
      files.filter((file) => layerOf(file) === undefined),
      [],
    );
  });

  it('no layer imports the sandbox, the pages, the command line or the extension', () => {
    for (const layer of layers) {
      assert.deepEqual(
        layer.layers.filter((name) => /^(?:sandbox|webview|check|extension)$/.test(name)),
        [],
      );
    }
  });

  it('there are no default exports, and no utils files', () => {
    const found = files.filter(
      (file) =>
        /^\s*export\s+(default\b|\{[^}]*\bas\s+default\b)/m.test(sources.get(file) ?? '') ||
        /(^|\/)(utils?|helpers?|index|common|misc)\.tsx?$/.test(file),
    );
    assert.deepEqual(found, []);
  });

  it('no unit test starts the sandbox or a server: those are in test/service', () => {
    assert.deepEqual(filesBelow('test/unit').filter(listens), []);
  });

  it('a service test starts the sandbox or a server', () => {
    assert.deepEqual(
      filesBelow('test/service').filter((file) => file.endsWith('.test.ts') && !listens(file)),
      [],
    );
  });

  it('there are no import cycles', () => {
    assert.equal(cycles(sources).join('\n'), '');
  });

  it('a cycle is detected, and two paths to the same file are not a cycle', () => {
    const round = new Map([
      ['core/a.ts', `import { b } from './b.ts';`],
      ['core/b.ts', `import { c } from './c.ts'; import { d } from './d.ts';`],
      ['core/c.ts', `import type { A } from './a.ts'; import { d } from './d.ts';`],
      ['core/d.ts', `import { readFile } from 'node:fs';`],
    ]);
    assert.deepEqual(cycles(round), ['core/a.ts → core/b.ts → core/c.ts → core/a.ts']);
    assert.deepEqual(cycles(new Map([...round, ['core/c.ts', `import { d } from './d.ts';`]])), []);
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
    ['insights/a.ts', `import { a } from '../launch/draft/a.ts'; import { b } from '../api/b.ts';`, 2],
    ['launch/draft/a.ts', `import { RevoxClient } from '../../api/revoxClient.ts';`, 1],
    ['launch/journal/a.ts', `import { a } from '../create/a.ts'; import { b } from '../gate/b.ts';`, 2],
    ['launch/create/a.ts', `import { a } from '../calls/a.ts'; import { b } from '../journal/b.ts';`, 0],
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
    it(`${count === 0 ? 'allows' : `finds ${count} wrong in`} ${file}: ${source}`, () => {
      assert.equal(violations(file, source).length, count, violations(file, source).join('\n'));
    });
  }
});
