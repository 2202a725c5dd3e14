/** As `TextDecoder` names them. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-874'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253'
  | 'windows-1254'
  | 'windows-1255'
  | 'windows-1256'
  | 'shift_jis'
  | 'gb18030'
  | 'big5'
  | 'euc-kr';

export function declaredEncoding(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly bomBytes: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  return undefined;
}

/**
 * Digits, separators and line ends are ASCII: in UTF-16 each has a NUL beside it, always on the same side,
 * which tells the byte order.
 */
export function utf16ByNulPattern(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0 && isTextByte(bytes[at + 1])) even++;
    if (bytes[at + 1] === 0 && isTextByte(bytes[at])) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.15 && even < odd * 0.05) return 'utf-16le';
  if (even > pairs * 0.15 && odd < even * 0.05) return 'utf-16be';
  return undefined;
}

function isTextByte(byte = 0): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;
}

/** How many of the bytes are whole characters: the last one may have its other bytes in the next piece. */
export function completeUtf8(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? length - back : length;
  }
  return length;
}

/** Some versions of Node decode windows-1252 as if it were latin1; € and ’ would be control characters. */
export function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c);
}
const windows1252 = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
