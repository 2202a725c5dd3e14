// What the licences of bundled packages ask for: their notices travel with the package, made from what was
// bundled.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** Licences that allow to ship a copy with its notice. Another one needs a person to read it. */
const allowed = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'CC-BY-4.0']);

/**
 * The folders of the packages whose files are in a bundle.
 * @param {readonly {inputs: Readonly<Record<string, unknown>>}[]} metafiles of esbuild
 * @returns {string[]} `node_modules/@vscode/codicons`, sorted
 */
export function bundledPackages(metafiles) {
  const found = /** @type {Set<string>} */ (new Set());
  for (const { inputs } of metafiles) {
    for (const path of Object.keys(inputs)) {
      // The last one: a package may bring its own copy of another.
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replaceAll('\\', '/')) ?? [];
      if (folder !== undefined) found.add(folder);
    }
  }
  return [...found].sort();
}

/**
 * The notice of one package.
 * @param {string} folder
 * @returns {Promise<string>}
 * @throws where it has no licence that is known to allow this, or no text of it
 */
export async function noticeOf(folder) {
  /** @type {{name: string, version: string, license?: string}} */
  const about = await readJson(join(folder, 'package.json'));
  const { name, version, license = 'no licence' } = about;
  if (!allowed.has(license))
    throw new Error(`${name} is bundled, and its licence (${license}) is not on the list.`);
  const texts = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  if (texts.length === 0)
    throw new Error(`${name} is bundled, and brings no text of its licence (${license}).`);
  const bodies = await Promise.all(texts.map((file) => readFile(join(folder, file), 'utf8')));
  return `${name} ${version} (${license})\n\n${bodies.map((body) => body.trim()).join('\n\n')}\n`;
}

/** Writes THIRD_PARTY_NOTICES.txt from `out/meta/*.json`, which a production build leaves. */
export async function writeNotices() {
  const meta = join(projectRoot, 'out', 'meta');
  const files = (await readdir(meta)).sort();
  /** @type {(file: string) => Promise<{inputs: Record<string, unknown>}>} */
  const read = (file) => readJson(join(meta, file));
  const metafiles = await Promise.all(files.map(read));
  const notices = await Promise.all(
    bundledPackages(metafiles).map((folder) => noticeOf(join(projectRoot, folder))),
  );
  const head = 'Revox Campaigns contains these packages. Their notices follow.\n';
  await writeFile(
    join(projectRoot, 'THIRD_PARTY_NOTICES.txt'),
    [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`),
  );
}

/** @template T @param {string} path @returns {Promise<T>} */
async function readJson(path) {
  const text = await readFile(path, 'utf8');
  return /** @type {(text: string) => T} */ (JSON.parse)(text);
}
