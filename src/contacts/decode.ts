import { HumanError } from '../core/errors.ts';
import { emptyFile } from './emptyFile.ts';
import type { Pace } from './pace.ts';
import { refuseOtherText, refuseWhatIsNoText } from './wrongFile.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** The text in pieces, in order, without a byte order mark: one long string would block whoever joins it. */
  readonly chunks: readonly string[];
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  /** The bytes did not say; we concluded. */
  readonly guessed: boolean;
}

/** Small enough to be decoded, and parsed, in a few milliseconds. */
const chunkBytes = 64 * 1024;

/**
 * Bytes, or text somebody has decoded already, as text.
 * @throws HumanError for what is no text, AbortError when cancelled
 */
export async function decode(source: Uint8Array | string, pace: Pace): Promise<DecodedText> {
  const decoded = typeof source === 'string' ? fromText(source) : await fromBytes(source, pace);
  if (decoded.chunks.every((chunk) => !/\S/.test(chunk))) throw new HumanError(emptyFile);
  return decoded;
}

async function fromBytes(source: Uint8Array, pace: Pace): Promise<DecodedText> {
  refuseWhatIsNoText(source);

  const declared = declaredEncoding(source);
  if (declared !== undefined) {
    const bytes = source.subarray(declared.bomBytes);
    return {
      chunks: await decodeAs(declared.encoding, bytes, pace),
      encoding: declared.encoding,
      hasBom: true,
      guessed: false,
    };
  }
  const utf16 = utf16ByNulPattern(source);
  if (utf16 !== undefined) {
    return { chunks: await decodeAs(utf16, source, pace), encoding: utf16, hasBom: false, guessed: true };
  }
  try {
    return {
      chunks: await decodeAs('utf-8', source, pace),
      encoding: 'utf-8',
      hasBom: false,
      guessed: false,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const chunks = await decodeAs('windows-1252', source, pace);
  return { chunks, encoding: 'windows-1252', hasBom: false, guessed: true };
}

function fromText(text: string): DecodedText {
  const hasBom = text.startsWith('\uFEFF');
  const chunks: string[] = [];
  for (let at = hasBom ? 1 : 0; at < text.length; at += chunkBytes)
    chunks.push(text.slice(at, at + chunkBytes));
  refuseOtherText(text.slice(0, 256));
  return { chunks, encoding: 'utf-8', hasBom, guessed: false };
}

function declaredEncoding(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly bomBytes: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  return undefined;
}

/** Call lists are mostly ASCII: in UTF-16 then every second byte is NUL, and which one tells the byte order. */
function utf16ByNulPattern(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

/** @throws TypeError for bytes that are not UTF-8 */
async function decodeAs(encoding: Encoding, bytes: Uint8Array, pace: Pace): Promise<string[]> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true });
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    await pace.breathe();
    const text = decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true });
    chunks.push(encoding === 'windows-1252' ? withoutC1(text) : text);
  }
  chunks.push(decoder.decode());
  return chunks;
}

/** Some versions of Node decode windows-1252 as if it were latin1; € and ’ would be control characters. */
function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c);
}
const windows1252 = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
