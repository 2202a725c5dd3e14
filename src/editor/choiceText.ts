import { columnsText, columnText, separatorText } from '../callList/choiceOffers.ts';
import type { ListChoices } from '../callList/listChoices.ts';
import type { RowCountry } from '../callList/phone/phoneVerdict.ts';
import type { PhoneRepair } from '../callList/phone/phoneVerdict.ts';
import { countryInText } from '../callList/phone/countryName.ts';

export const duplicateTexts = {
  first: 'the first row of each number is called',
  last: 'the last row of each number is called',
  all: 'every row is called, the same number more than once',
} as const;

export const repairTexts: Readonly<Record<PhoneRepair, string>> = {
  zeroLost: 'lost zeros are put back',
  scientific: 'numbers in scientific notation are written out',
  oldNumber: 'outdated numbers are updated',
  words: 'numbers among other words are called',
};

export const rowCountryTexts: Readonly<Record<RowCountry, string>> = {
  own: 'each number is read by the country of its row',
  default: 'all numbers are read by the default country',
};

/** @param line 1-based; 0: there is no header */
export function headerText(line: number): string {
  return line === 0 ? 'every line is a row, and none the header' : `line ${line} is the header`;
}

/** What was chosen, a part of a sentence each; nothing where all is as usual. */
export function choiceTexts(choices: ListChoices): string[] {
  const { defaultRegion, phoneColumn, duplicates, mapping, includeUnused, emptyVariables, rowCountry } =
    choices;
  const { headerLine, separator } = choices;
  return [
    ...(defaultRegion === undefined ? [] : [`national numbers are from ${countryInText(defaultRegion)}`]),
    ...(phoneColumn === undefined ? [] : [`the numbers in ${columnsText(phoneColumn)} are called`]),
    ...(duplicates === undefined ? [] : [duplicateTexts[duplicates]]),
    ...Object.entries(mapping ?? {}).map(
      ([name, column]) => `{{${name}}} is filled from ${columnText(column)}`,
    ),
    ...(includeUnused === true ? ['all columns are sent'] : []),
    ...(emptyVariables === 'leaveOut' ? ['rows with an empty variable are left out'] : []),
    ...(rowCountry === undefined ? [] : [rowCountryTexts[rowCountry]]),
    ...(headerLine === undefined ? [] : [headerText(headerLine)]),
    ...(separator === undefined ? [] : [`cells are separated by ${separatorText(separator)}`]),
    ...(choices.repairs ?? []).map((repair) => repairTexts[repair]),
  ];
}

/**
 * `Read as you chose for this list: the last row of each number is called.` Undefined where all is as usual.
 */
export function choicesSentence(choices: ListChoices): string | undefined {
  const texts = choiceTexts(choices);
  return texts.length === 0 ? undefined : `Read as chosen for this list: ${texts.join('; ')}.`;
}
