import { withoutC1 } from './encoding.ts';

/** An encoding that call lists are found in besides UTF-8. */
export interface OtherEncoding {
  /** As `TextDecoder` names it. */
  readonly label: string;
  readonly name: string;
}

/** The likeliest first. */
export const otherEncodings: readonly OtherEncoding[] = [
  { label: 'windows-1252', name: 'Windows-1252 (Western Europe, Excel’s plain “CSV”)' },
  { label: 'windows-1250', name: 'Windows-1250 (Central Europe)' },
  { label: 'windows-1251', name: 'Windows-1251 (Cyrillic)' },
  { label: 'windows-1253', name: 'Windows-1253 (Greek)' },
  { label: 'windows-1254', name: 'Windows-1254 (Turkish)' },
  { label: 'windows-1255', name: 'Windows-1255 (Hebrew)' },
  { label: 'windows-1256', name: 'Windows-1256 (Arabic)' },
  { label: 'windows-874', name: 'Windows-874 (Thai)' },
  { label: 'iso-8859-15', name: 'ISO 8859-15 (Western Europe)' },
  { label: 'macintosh', name: 'Mac Roman (Excel on older Macs)' },
  { label: 'utf-16le', name: 'UTF-16, little end first' },
  { label: 'utf-16be', name: 'UTF-16, big end first' },
  { label: 'shift_jis', name: 'Shift JIS (Japanese)' },
  { label: 'gb18030', name: 'GB 18030 (Chinese)' },
  { label: 'big5', name: 'Big5 (Chinese, traditional)' },
  { label: 'euc-kr', name: 'EUC-KR (Korean)' },
];

/** @param label one of `otherEncodings` */
export function readAs(bytes: Uint8Array, label: string): string {
  const text = new TextDecoder(label).decode(bytes);
  return label === 'windows-1252' ? withoutC1(text) : text;
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The first words of a text with a letter beyond ASCII, to choose an encoding by; at most `count`. */
export function sampleWords(text: string, count = 5): string[] {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[^\s;,|"]+/g)) {
    if (!/[^\0-\x7f]/.test(word)) continue;
    words.add(word.slice(0, 24));
    if (words.size === count) break;
  }
  return [...words];
}
