// npm run structure: what `src` looks like from outside. It fails on import cycles, and
// on two files of one name.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import ts from 'typescript';
import { projectRoot } from './projectRoot.mjs';

const root = join(projectRoot, 'src');

/** @typedef {{file: string, lines: number, imports: string[], usesVscode: boolean}} Source */

/** @param {string} file @returns {Source} */
function read(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const named = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    file,
    lines: text.split('\n').length - 1,
    imports: named
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(file), name)),
    usesVscode: /^import (?!type\b).*from 'vscode'/m.test(text),
  };
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .sort();
const sources = new Map(files.map((file) => [file, read(file)]));

/** The files of each import cycle, imports of types included. @returns {string[]} */
function cycles() {
  /** @type {string[]} */
  const found = [];
  const done = new Set();
  /** @param {string} file @param {readonly string[]} way */
  const follow = (file, way) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const next of sources.get(file)?.imports ?? []) if (sources.has(next)) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  return found;
}

/** Top folders that import each other. @returns {string[]} */
function folderCycles() {
  const folder = (/** @type {string} */ file) => file.split('/')[0] ?? file;
  /** @type {Map<string, Set<string>>} */
  const importsByFolder = new Map();
  for (const { file, imports } of sources.values()) {
    const to = importsByFolder.get(folder(file)) ?? new Set();
    importsByFolder.set(folder(file), to);
    for (const name of imports) if (folder(name) !== folder(file)) to.add(folder(name));
  }
  return [...importsByFolder].flatMap(([from, to]) =>
    [...to]
      .filter((name) => from < name && importsByFolder.get(name)?.has(from))
      .map((name) => `${from} ⇄ ${name}`),
  );
}

/** @returns {string[]} */
function duplicateNames() {
  /** @type {Map<string, string[]>} */
  const byName = new Map();
  for (const file of files) byName.set(basename(file), [...(byName.get(basename(file)) ?? []), file]);
  // Each page has one main.ts, found by its folder.
  return [...byName]
    .filter(([name, same]) => name !== 'main.ts' && same.length > 1)
    .map(([name, same]) => `${name}: ${same.join(', ')}`);
}

const lengths = [...sources.values()].map(({ lines }) => lines).sort((a, b) => a - b);
const longest = [...sources.values()].sort((a, b) => b.lines - a.lines).slice(0, 5);
const withVscode = [...sources.values()].filter(({ usesVscode }) => usesVscode).length;
const found = { cycles: cycles(), rooms: folderCycles(), names: duplicateNames() };

console.log(`files                ${files.length}`);
console.log(`lines                ${lengths.reduce((sum, lines) => sum + lines, 0)}`);
console.log(`median               ${lengths[Math.floor(lengths.length / 2)] ?? 0} lines`);
console.log(`20 lines or fewer    ${lengths.filter((lines) => lines <= 20).length} files`);
console.log(`longest              ${longest.map(({ file, lines }) => `${file} ${lines}`).join(', ')}`);
console.log(`import vscode        ${withVscode} (${Math.round((100 * withVscode) / files.length)} %)`);
console.log(`cycles of files     ${found.cycles.length}`);
console.log(`cycles of folders   ${found.rooms.length}`);
console.log(`duplicate names      ${found.names.length}`);
for (const line of [...found.cycles, ...found.rooms, ...found.names]) console.log(`  ${line}`);
process.exitCode = found.cycles.length + found.names.length + found.rooms.length === 0 ? 0 : 1;
