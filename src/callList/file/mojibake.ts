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

/** Converts characters back to the bytes they were made from, and decodes those as UTF-8. */
function readAgain(run: string): string | undefined {
  const bytes = Array.from(run, (character) => byteOf.get(character));
  if (!bytes.every((byte) => byte !== undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
