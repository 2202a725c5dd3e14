// Call lists as they come, the same for the same size: six columns, quoted commas and line ends, accents,
// numbers in five spellings of which 45 % are E.164 already, 3 % duplicates, 1 % junk.
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';

const names = ['Zoé', 'Łukasz', 'Ana María', 'Jean-Pierre', 'Olivia', '美咲', 'Noël', 'Max', 'Chloé', 'Tom'];
const companies = ['Lumen', 'Vauban, Fils & Cie', 'Café “Le Parc”', 'Atelier 42', 'Größe GmbH', 'O’Neill'];
const cities = ['Paris', 'Lyon', 'Saint-Étienne', 'Aix-en-Provence', 'Nice', 'Brest'];
const notes = [
  '',
  'prefers mornings',
  'called before,\nwas friendly',
  'said "maybe"',
  'follow up',
  'émail envoyé',
];
const junk = ['', 'n/a', '3.36E+10', '112', '06 12 34', 'x'];

export const header = ['phone', 'first_name', 'company', 'city', 'amount', 'note'];

/** @param {number} rows @returns {string} the path of the file */
export function listOf(rows) {
  const file = `out/bench/list-${rows}.csv`;
  if (existsSync(file)) return file;
  mkdirSync('out/bench', { recursive: true });
  const descriptor = openSync(file, 'w');
  const random = randomNumbers(rows);
  let text = `${header.join(',')}\n`;
  for (let row = 0; row < rows; row++) {
    const cells = [
      phone(random, row),
      pick(names, random),
      `${pick(companies, random)} ${row % 977}`,
      pick(cities, random),
      `${random() % 900},${String(random() % 100).padStart(2, '0')}`,
      random() % 4 === 0
        ? pick(notes, random)
        : `customer since ${2005 + (random() % 20)}, order ${100_000 + row}`,
    ];
    text += `${cells.map(quoted).join(',')}\n`;
    if (text.length > 1 << 20) {
      writeSync(descriptor, text);
      text = '';
    }
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
  return file;
}

/** @param {() => number} random @param {number} row */
function phone(random, row) {
  const share = random() % 100;
  if (share === 0) return pick(junk, random);
  // a few hundred rows back is somebody who has been there
  const id = share < 4 && row > 500 ? row - 1 - (random() % 400) : row;
  // mobile numbers of France that can exist
  const digits = String((id % 2 === 0 ? 612_000_000 : 742_000_000) + ((id * 97) % 6_000_000));
  const pairs = digits.slice(1).match(/../g) ?? [];
  if (share < 49) return `+33${digits}`;
  if (share < 69) return `0${digits.slice(0, 1)} ${pairs.join(' ')}`;
  if (share < 84) return `0${digits}`;
  if (share < 92) return `+33 ${digits.slice(0, 1)} ${pairs.join(' ')}`;
  return `0033${digits}`;
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** @template T @param {readonly T[]} items @param {() => number} random @returns {T} */
function pick(items, random) {
  return /** @type {T} */ (items[random() % items.length]);
}

/** @param {number} seed @returns {() => number} xorshift: the same numbers on every machine */
function randomNumbers(seed) {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
