// What VS Code has stored and shown during the end-to-end tests, searched for what must not be there.
import { appendFile, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** Holds a folder for each test; see `keepProfile`. */
export const leftoversFolder = join(projectRoot, 'out', 'e2e', 'leftovers');

const keysFile = 'keys.txt';
/** Below a test's folder: VS Code's own data, what the browser stores for it, and what was on screen. */
export const [profileFolder, browserFile, pagesFolder] = ['profile', 'browser.json', 'pages'];

/**
 * Places that hold what a person wrote or saved themselves, see docs/security.md: unsaved text that VS Code
 * takes over a restart, its local history of saved files, and its copy of a folder's settings, which may hold
 * a person's own number.
 */
const ownCopies = [
  join(profileFolder, 'User', 'caches', 'CachedConfigurations'),
  join(profileFolder, 'User', 'Backups'),
  join(profileFolder, 'Backups'),
  join(profileFolder, 'User', 'History'),
];

/**
 * What the browser keeps under these names is a person's own as well, or VS Code's secret storage itself.
 * The names are those of VS Code's web workbench.
 */
const ownBrowserKeys = [/\/secrets\.provider$/, /\/User\/(?:History|Backups)\//];

/** What is said in calls of the sandbox stands here, a sentence in one line each. */
const spokenFile = join(projectRoot, 'src', 'sandbox', 'conversation', 'english.ts');

/**
 * @typedef {{kind: string, in: (text: string) => boolean, onPages?: true}} Kind
 * @typedef {{readonly file: string, readonly kind: string}} Leftover the file, below the folder, and what it
 * holds; never the secret itself
 */

/** Tells the search of a key that a test gives to VS Code. @param {string} key */
export async function noteKey(key) {
  await mkdir(leftoversFolder, { recursive: true });
  await appendFile(join(leftoversFolder, keysFile), `${key}\n`);
}

/**
 * Copies VS Code's data, without what it installs and caches.
 * @param {string} dataDir @param {string} folder
 */
export async function keepProfile(dataDir, folder) {
  const skipped = new Set([
    'CachedExtensionVSIXs',
    'extensions',
    'CachedData',
    'Cache',
    'GPUCache',
    'Code Cache',
  ]);
  await cp(dataDir, join(folder, profileFolder), {
    recursive: true,
    filter: (path) => !skipped.has(basename(path)),
  });
}

/** @returns {Promise<readonly string[]>} sentences that are said in the sandbox */
async function spokenSentences() {
  const text = await readFile(spokenFile, 'utf8');
  const spoken = [...text.matchAll(/spokenTurn\('(?:user|assistant)', '([^'\\]{25,})'\)/g)].map(
    ([, sentence]) => sentence ?? '',
  );
  if (spoken.length < 10) throw new Error('The sentences of the sandbox are written in another way now.');
  return spoken;
}

/**
 * Searches what the tests have left.
 * @param {string} folder
 * @returns {Promise<{readonly searched: number, readonly leftovers: readonly Leftover[]}>}
 */
export async function searchLeftovers(folder) {
  const keys = (await readFile(join(folder, keysFile), 'utf8').catch(() => ''))
    .split('\n')
    .filter((key) => key.length > 7);
  const spoken = await spokenSentences();
  /** @type {readonly Kind[]} */
  const kinds = [
    { kind: 'an API key', in: (text) => keys.some((key) => text.includes(key)), onPages: true },
    {
      kind: 'a secret of an assistant',
      in: (text) => /not-a-real-token|sandbox_not_real/.test(text),
      onPages: true,
    },
    { kind: 'a phone number of a contact', in: holdsNumber },
    { kind: 'a sentence of a transcript', in: (text) => spoken.some((sentence) => text.includes(sentence)) },
  ];
  /** @type {Leftover[]} */
  const leftovers = [];
  let searched = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path);
    const inTest = file.split(sep).slice(1).join(sep);
    if (inTest === '' || ownCopies.some((place) => inTest.startsWith(place + sep))) continue;
    const isPage = inTest.startsWith(pagesFolder + sep);
    const text = await textOf(path, inTest);
    searched += 1;
    for (const { kind, in: holds, onPages } of kinds) {
      if (isPage && onPages !== true) continue;
      if (holds(text)) leftovers.push({ file, kind });
    }
  }
  return { searched, leftovers };
}

/**
 * Numbers of people in the tests: of the ranges that are kept free for fiction, and nobody's else.
 * @param {string} text
 */
function holdsNumber(text) {
  return free.test(text.replace(/[ .()-]/g, ''));
}

const free = /(?<!\d)(?:1[2-9]\d{2}55501\d{2}|33(?:19900|26191|35301|46571|53649|63998)\d{4})(?!\d)/;

/** @param {string} path @param {string} inTest @returns {Promise<string>} */
async function textOf(path, inTest) {
  const bytes = await readFile(path);
  // Storage of both kinds: text and databases. UTF-16 becomes readable when its zero bytes are left out.
  const text = bytes.toString('utf8').replaceAll('\0', '');
  return inTest === browserFile ? withoutOwn(text) : text;
}

/** What a browser stores without what is a person's own. @param {string} text */
function withoutOwn(text) {
  /** @type {unknown} */
  const json = JSON.parse(text);
  const stored = /** @type {{name: string, value: string}[]} */ (json);
  return stored
    .filter(({ name }) => !ownBrowserKeys.some((own) => own.test(name)))
    .map(({ value }) => value)
    .join('\n');
}
