import { HumanError } from '../../core/errors.ts';
import { utf16ByNulPattern } from './encoding.ts';
import { emptyFile } from './emptyFile.ts';

const asCsv = 'choose File › Save As › “CSV UTF-8 (comma delimited)”, and use that file';

/**
 * Rejects files of other formats whose name ends in .csv, by their first bytes.
 * @throws HumanError that names the format and says how to get a CSV file
 */
export function rejectNonText(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new HumanError(emptyFile);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    throw new HumanError(
      `This is a spreadsheet (Excel, LibreOffice or Numbers) or another zip file, not a CSV. Open it there, ${asCsv}.`,
    );
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new HumanError(`This is an old Excel workbook (.xls), not a CSV. Open it in Excel, ${asCsv}.`);
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    throw new HumanError('This is a PDF, not a CSV. Ask for the list as a CSV or spreadsheet file instead.');
  }
  if (startsWith(bytes, sqlite)) {
    throw new HumanError(
      'This is a database file (SQLite), not a CSV. Export the table as CSV UTF-8 from the program that uses it.',
    );
  }
  if (startsWith(bytes, [0x1f, 0x8b])) {
    throw new HumanError('This file is compressed (gzip). Unpack it, and use the CSV inside.');
  }
  rejectOtherText(firstCharacters(bytes));
  if (looksBinary(bytes)) {
    throw new HumanError(
      'This file is not text, so it cannot be a CSV. Export the list again as “CSV UTF-8”, and use that file.',
    );
  }
}

/** @throws HumanError for text that is not a list, such as a web page, a Git LFS pointer or nothing */
export function rejectOtherText(beginning: string): void {
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    throw new HumanError(
      'This is only a Git LFS pointer: the list itself has not been downloaded. Run “git lfs pull”, then try again.',
    );
  }
  const kind = otherKinds.find(({ begins }) => begins.test(text));
  if (kind !== undefined) throw new HumanError(kind.message);
  if (/^<(?:!doctype html|html|head|body|!--)/i.test(text)) {
    throw new HumanError(
      'This is a web page, not a CSV: often the sign-in page that came instead of the download. Sign in, export the list again, and check the file in an editor.',
    );
  }
}

/** `SQLite format 3` */
const sqlite = [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33];

/** Other text formats that are saved under the name of a list, by their first characters. */
const otherKinds: readonly { readonly begins: RegExp; readonly message: string }[] = [
  {
    begins: /^(?:BEGIN:VCARD|MECARD:)/i,
    message: `These are contact cards (vCard, .vcf), not a CSV. Import them into your address book, export that as CSV, and use that file.`,
  },
  {
    begins: /^BEGIN:VCALENDAR/i,
    message: 'This is a calendar (.ics), not a CSV. Export the people as a CSV file instead.',
  },
  {
    begins: /^(?:\[\s*(?:[[{"]|$)|\{\s*"[^"]{0,80}"\s*:)/,
    message:
      'This is JSON, not a CSV. Convert it to a table with a header line and one person per line, and save it as CSV UTF-8.',
  },
  {
    begins: /^(?:<\?xml[^>]{0,200}>\s*)?(?:<\?mso-application[^>]{0,100}>\s*)?<(?:ss:)?Workbook\b/i,
    message: `This is an Excel workbook saved as XML, not a CSV. Open it in Excel, ${asCsv}.`,
  },
  {
    begins:
      /^<(?:html\s[^>]{0,200}(?:schemas-microsoft-com:office|office:excel)|table\b|center\b|div\b|meta\b|style\b|font\b)/i,
    message: `This is a web page with a table (HTML) that calls itself a spreadsheet, not a CSV. Open it in Excel or LibreOffice, ${asCsv}.`,
  },
  {
    begins: /^<\?xml\b/i,
    message: 'This is an XML file, not a CSV. Export the list again as CSV UTF-8, with one person per line.',
  },
  {
    begins: /^(?:---\s+)?-\s+["']?[\p{L}_][\p{L}\p{N}_ ]{0,40}["']?:\s/u,
    message:
      'This is YAML, not a CSV. Convert it to a table with a header line and one person per line, and save it as CSV UTF-8.',
  },
  {
    begins: /^dn::? [a-z]{1,20}=/i,
    message:
      'This is a directory export (LDIF), not a CSV. Export the people as a CSV file instead, with one person per line.',
  },
  {
    begins:
      /^(?:-- (?:MySQL|MariaDB|PostgreSQL|phpMyAdmin|Host:)|(?:INSERT INTO|CREATE TABLE|DROP TABLE)\s)/i,
    message:
      'This is a database dump (SQL), not a CSV. Export the table as CSV UTF-8 from the database instead.',
  },
  {
    begins: /^(?:ID;P[A-Z]{0,20}[;\s]|TABLE\s+0,1\s+")/,
    message: `This is a spreadsheet in an exchange format (SYLK or DIF), not a CSV. Open it in Excel or LibreOffice, ${asCsv}.`,
  },
  {
    begins:
      /^(?:(?:MIME-Version|Return-Path|Received|Delivered-To|Message-ID): \S|From: [^\n@]{0,100}@[^\n]{1,100}\n(?:To|Cc|Subject|Date|Sent): )/,
    message:
      'This is an e-mail or a web page that was saved as one, not a CSV. Save the list that is in it or attached to it as CSV UTF-8.',
  },
  {
    begins: /^\{\\rtf/,
    message:
      'This is a document (RTF), not a CSV. Copy its table into a spreadsheet, and save that as CSV UTF-8.',
  },
];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/**
 * The first bytes as ASCII, which is enough to recognise markup. NULs are dropped, so that UTF-16 is
 * recognised too.
 */
function firstCharacters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 256).filter((byte) => byte > 0 && byte < 0x80));
}

/**
 * Text has almost no control characters. NULs in a regular pattern are UTF-16, which is decoded elsewhere.
 */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (utf16ByNulPattern(head) !== undefined) return false;
  let controls = 0;
  let nuls = 0;
  const kinds = new Set<number>();
  for (const byte of head) {
    if (byte === 0) nuls++;
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 0x1a && byte !== 0x0c) {
      controls++;
      kinds.add(byte);
    }
  }
  // One kind of control character may separate cells.
  if (kinds.size === 1 && nuls === 0) return false;
  if (controls > head.length * 0.05) return true;
  return nuls > head.length * 0.05 && nuls < head.length * 0.2;
}
