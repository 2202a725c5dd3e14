import { shortened } from '../../core/format.ts';
import { countryInText } from './countryName.ts';

/** As many characters of a cell as a message shows. */
const maxCell = 20;

/** Messages about phone cells: one sentence says what is wrong, one what to do. */
export const phoneMessages = {
  missing: () => 'There is no phone number in this row. Add one, or delete the row.',
  cleaned: (e164: string, cleaned: readonly string[]) =>
    `Read as ${e164}, ignoring ${listed(cleaned)}. No action needed; a quick fix can clean up the cell.`,
  plusAdded: (e164: string) => `Read as ${e164}: the + in front was missing. No action needed.`,
  lostDigits: (text: string) =>
    `A spreadsheet turned this number into ${text} and lost its last digits. Get the number from the original list; formatting the column as Text before pasting keeps it whole.`,
  scientific: (text: string) =>
    `A spreadsheet wrote this number as ${text}. All digits seem to be there, but it may have been rounded: compare with the original list, then write it out in full.`,
  spreadsheetError: (text: string) =>
    `“${text}” is a spreadsheet's error message, not a number. Open the original list, format the column as Text (or make it wider, for ####), and export again.`,
  calculated: (text: string) =>
    `“${shortened(text, maxCell)}” has a minus or a decimal part: a spreadsheet treated the number as a formula and calculated a result. Get it from the original list, and format the column as Text before pasting.`,
  date: (text: string) =>
    `“${text}” is a date, not a phone number. Check whether the cells of this row have moved, and put its number here.`,
  placeholder: (text: string) =>
    `“${shortened(text, maxCell)}” stands for “no number”. Put in the real number, or delete the row.`,
  letters: (text: string, lookAlike: string | undefined) =>
    !/\d/.test(text)
      ? `“${shortened(text, maxCell)}” is no phone number. Put in the real number, or delete the row.`
      : lookAlike === undefined
        ? `“${shortened(text, maxCell)}” contains letters. Keep only the number in this cell, in digits.`
        : `“${shortened(text, maxCell)}” contains a letter in place of a digit (${lookAlike}). Type the digit.`,
  several: () =>
    'There is more than one number in this cell, so none of them is called. Keep the one to call, or move each to its own row. Quick fixes do both.',
  extension: () =>
    'This number has an extension, which cannot be dialled by a campaign. Use a direct number, or remove the extension to ring the switchboard.',
  unreadable: (character: string) =>
    `“${character}” cannot be part of a phone number. Keep only digits, with a + and the country code in front.`,
  noRegion: (text: string, withPlus: string | undefined) =>
    withPlus === undefined
      ? `${text} has no country code, and no default country is set. Write it with + and the country code, or choose the list's default country.`
      : `${text} has no + in front. If it begins with a country code write ${withPlus}; else choose the list's default country.`,
  zeroLost: (e164: string, region: string) =>
    `The leading zero is missing; a spreadsheet drops it. If this is a number${inCountry(region)}, write ${e164}; check one against the original list before you repair them all.`,
  ambiguous: (one: string, other: string) =>
    `This could be ${one} or ${other}. Write the right one, with its +.`,
  trunkZero: (e164: string) =>
    `“(0)” makes this ambiguous, because that country does not dial a zero there. If it is ${e164}, replace it.`,
  unknownCountry: (text: string) =>
    `${shortened(text, maxCell)} begins with a country code that does not exist. Check the digits after the +.`,
  tooShort: (digits: string, region: string | undefined) =>
    `${digits} are too few for a phone number${inCountry(region)}. Check it against the original list.`,
  tooLong: (digits: string, region: string | undefined) =>
    `${digits} are too many for a phone number${inCountry(region)}. Look for two numbers in one cell or a digit typed twice.`,
  codeInFront: (digits: number, code: string, e164: string) =>
    `${digits} digits after ${code} are too many for a phone number. If ${code} was put in front of a number that has its own country code, write ${e164}.`,
  foreignPrefix: (prefix: string, where: string, e164: string, region: string | undefined) =>
    `${prefix} in front is dialled in ${where} to call abroad${region === undefined ? '' : `; national numbers of this list are from ${countryInText(region)}`}. If it was meant like that, write ${e164}.`,
  noAreaCode: (digits: number, region: string) =>
    `${digits} digits are a local number without its area code${inCountry(region)}. Put the area code in front.`,
  ambiguousZero: (one: string, other: string) =>
    `This could be the mobile number ${one}, or the landline ${other} with its leading zero dropped by a spreadsheet. Enter the right one with its +.`,
  planChange: (e164: string, why: string) => `Read as ${e164}: ${why}. No action needed.`,
  oldNumber: (e164: string, why: string) =>
    `This is an old number: ${why}. Its current form would be ${e164}. Check it, then replace it.`,
  otherCountry: (header: string, own: string, region: string, e164: string | undefined) =>
    `By ${header} this row is from ${countryInText(own)}, not from ${countryInText(region)}, ${e164 === undefined ? 'where this is no number that can be called' : `where the number is ${e164}`}. Choose once for this list whether the country of each row counts.`,
  doubtfulRegion: (region: string, here: string | undefined, likely: string, there: string | undefined) =>
    `Many numbers of this column do not exist in ${countryInText(region)}, and nearly all do in ${countryInText(likely)}. There this is ${there ?? 'no number that can be called'}, in ${countryInText(region)} ${here ?? 'none'}. Choose once which country the numbers of this list are from.`,
  unknownRowCountry: (text: string, header: string) =>
    `“${shortened(text, maxCell)}” in ${header} does not tell one country, so the number is not called. Enter the country, or the number with its + and country code.`,
  areaCodeAdded: (e164: string, area: string) =>
    `Read as ${e164}, with the area code ${area} of this row. No action needed.`,
  countryColumn: (headers: string) =>
    `Numbers without a country code are read by the country in ${headers}, row by row. Choose otherwise if it is not where the phones are from.`,
  uncallableType: (type: string, header: string) =>
    `“${shortened(type, maxCell)}” in “${header}” says that this is no telephone number to call, so it is not called. Put in a telephone number, or delete the row.`,
  refusedElsewhere: (e164: string, readyLine: number) =>
    `This row refuses calls to ${e164}, and line ${readyLine} has the same number and would be called. Delete line ${readyLine}, or clear the refusal if it no longer applies.`,
  optOut: (
    cell: string,
    header: string,
    kind: 'optOut' | 'consent' | 'preference' | 'check' | 'remark' | 'text' | 'name' | 'cell',
  ) =>
    kind !== 'optOut' && kind !== 'consent'
      ? `“${shortened(cell.trim(), maxCell)}” in “${header}” says that nobody is to be called, so this row is not. Change it to call this contact.`
      : `“${header}” says ${shortened(cell.trim(), maxCell)} in this row, so it is not called. Change ${kind === 'optOut' ? 'or clear ' : ''}the cell to call this contact.`,
  notTicked: (header: string) =>
    `“${header}” is not ticked in this row, so it is not called. Tick it to call this contact.`,
  fax: () =>
    'This is a fax number by its label, so it is not called. Put in a telephone number, or delete the row.',
  machine: (e164: string) =>
    `${e164} is the number of a fax machine, a pager or a mailbox, so it is not called. Put in a telephone number, or delete the row.`,
  group: () =>
    'This is the address of a messenger group or channel, not of a person. Put in the person’s number, or delete the row.',
  structured: (e164: string | undefined) =>
    `This cell holds JSON with several fields, not a number. ${e164 === undefined ? 'Put the number alone in it.' : `If ${e164} is the one to call, put it alone in the cell.`}`,
  words: (text: string, e164: string) =>
    `“${shortened(text, maxCell)}” holds more than a number, so it is not called. If ${e164} is the one to call, remove the other text; a quick fix does this.`,
  tooLongCell: () =>
    'This cell holds far more than a phone number. Keep only the number in it, with its + and country code.',
  alternatives: (first: string, others: readonly string[]) =>
    `There is more than one number in this cell. The last digits stand for a second number, so it means ${listedOr([first, ...others])}. None is called. Keep one, or move each to its own row.`,
  invalid: (region: string | undefined, withPlus: string | undefined) =>
    withPlus === undefined
      ? `No phone number${inCountry(region)} begins like this. Check the digits, and the country code, against the original list.`
      : `This is no phone number${inCountry(region)}. If only its + is missing, write ${withPlus}.`,
  emergency: (text: string) =>
    `${text} is an emergency number. It must never be called by a campaign: delete the row.`,
  shortCode: (text: string) =>
    text.length < 5
      ? `${text} is a short number that works only inside one network or country. Use the person's full number.`
      : `${text} is too short to call: a service, or a local number without its area code. Use the person's full number.`,
  premium: (e164: string) =>
    `${e164} is a premium-rate number: every call to it is charged extra, so it is left out. Use an ordinary number, or delete the row.`,
  suppressed: (e164: string, list: string | undefined) =>
    `${e164} is on ${list === undefined ? 'a suppression list' : `the suppression list ${list}`}, so this row is left out. No action needed, unless the person has asked to be called again.`,
  own: () =>
    'This is the number the campaign calls from, and cannot call itself. Delete the row, or choose another number to call from.',
} as const;

function inCountry(region: string | undefined): string {
  return region === undefined ? '' : ` in ${countryInText(region)}`;
}

function listedOr(items: readonly string[]): string {
  const shown = items.length > 4 ? [...items.slice(0, 3), 'others'] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
