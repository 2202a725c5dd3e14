import { withoutC1 } from './encoding.ts';

/** UTF-8 read as Windows-1252, or characters that did not survive. */
export const garbled =
  /Ã[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]|â[€‚]|ðŸ|Â[\u00a0-\u00bf]|\ufffd/;

/** How many times a text may have been saved in the wrong encoding. */
const maxRounds = 2;

/** What Windows-1252 writes for each of its characters beyond ASCII. */
const byteOf = new Map(
  Array.from({ length: 128 }, (_, at) => [withoutC1(String.fromCharCode(at + 128)), at + 128]),
);

/**
 * A text as it was before its UTF-8 was read as Windows-1252 (`RenÃ©e` → `Renée`), once or twice.
 * @returns undefined where it was not that, or is no text even then
 */
export function withoutMojibake(text: string): string | undefined {
  let found = text;
  for (let round = 0; round < maxRounds && garbled.test(found); round++) {
    found = found.replace(/[^\0-\x7f]+/g, (run) => readAgain(run) ?? run);
  }
  return found === text || garbled.test(found) ? undefined : found;
}

/**
 * What was meant by text of any script whose UTF-8 was read as one of these encodings: to compare its words,
 * never to show or to send, since a few texts are garbled by their looks alone.
 */
export function asMeant(text: string): string {
  if (!mayBeGarbled.test(text)) return text;
  return text.replace(/[^\0-\x7f]+/g, (run) => {
    if (!mayBeGarbled.test(run)) return run;
    bytesOf ??= [byteOf, ...misreadAs.map(bytesIn)];
    for (const bytes of bytesOf) {
      const read = readAgain(run, bytes);
      if (read !== undefined) return read;
    }
    return run;
  });
}

/** A first byte of a character in UTF-8 and one that follows it, as each of the encodings shows them. */
const mayBeGarbled =
  /[\u00c2-\u00ef\u0102-\u0163][\u0080-\u00bf\u0102-\u0192\u02c6-\u02dd\u2013-\u2122]|[\u0420\u0421][\u00a0-\u00bb\u0402-\u040f\u0451-\u045f\u0490\u0491\u2013-\u2122]/;

/** Besides Windows-1252. */
const misreadAs = ['windows-1251', 'windows-1250'];
let bytesOf: readonly ReadonlyMap<string, number>[] | undefined;

function bytesIn(encoding: string): ReadonlyMap<string, number> {
  const characters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128));
  return new Map(Array.from(characters, (character, at) => [character, at + 128]));
}

/** Converts characters back to the bytes they were made from, and decodes those as UTF-8. */
function readAgain(run: string, encoded: ReadonlyMap<string, number> = byteOf): string | undefined {
  const bytes = Array.from(run, (character) => encoded.get(character));
  if (!bytes.every((byte) => byte !== undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
