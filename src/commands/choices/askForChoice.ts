import { capitalized } from '../../core/format.ts';
import * as vscode from 'vscode';
import { columnNameOf, columnsText, columnText } from '../../callList/choiceOffers.ts';
import { separatorName } from '../../callList/csv/delimiter.ts';
import { headerLines, separatorChoices } from '../../callList/decisions.ts';
import {
  duplicatePolicies,
  phoneRepairs,
  rowCountries,
  type ColumnName,
  type ListChoices,
} from '../../callList/listChoices.ts';
import { inputStep, pickStep, type StepFrame } from '../../host/multiStep.ts';
import { duplicateTexts, rowCountryTexts } from '../../editor/choiceText.ts';
import type { CommandContext } from '../context.ts';
import { agreeToRepair } from './agreeToRepair.ts';
import type { CheckedChoices } from './checkForChoices.ts';

/** Asks for one of the choices and remembers the answer. Back and Escape change nothing. */
export async function askForChoice(
  context: CommandContext,
  checked: CheckedChoices,
  key: string,
  frame: StepFrame,
): Promise<void> {
  const { uri, reading } = checked;
  const [what, name = ''] = key.split(/ (.*)/s);
  const repair = what === 'repair' ? phoneRepairs.find((known) => known === name) : undefined;
  if (repair !== undefined) {
    const agreed = reading.choices.repairs ?? [];
    if (!agreed.includes(repair)) return agreeToRepair(context, uri, repair);
    return context.reading.choose(uri, { repairs: agreed.filter((other) => other !== repair) });
  }
  if (what === 'suppression') {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'revox.suppressionLists');
    return undefined;
  }
  const choices = await ask(checked, what ?? '', name, frame);
  if (choices !== undefined) await context.reading.choose(uri, choices);
}

async function ask(
  checked: CheckedChoices,
  what: string,
  name: string,
  frame: StepFrame,
): Promise<ListChoices | undefined> {
  const { choices, options } = checked.reading;
  switch (what) {
    case 'defaultRegion': {
      const region = await askForRegion(options.defaultRegion, frame);
      return region === undefined ? undefined : { defaultRegion: region === '' ? undefined : region };
    }
    case 'phoneColumn':
      return askForPhoneColumns(checked, frame);
    case 'headerLine':
      return askForHeaderLine(checked, frame);
    case 'separator':
      return askForSeparator(checked, frame);
    case 'mapping': {
      const column = await askForColumn(checked, `Which column fills {{${name}}}?`, frame);
      if (column === undefined) return undefined;
      const others = Object.entries(choices.mapping ?? {}).filter(([variable]) => variable !== name);
      const entry: [string, ColumnName][] = column.name === undefined ? [] : [[name, column.name]];
      return { mapping: Object.fromEntries([...others, ...entry]) };
    }
    case 'duplicates': {
      const policy = await pickOne(
        duplicatePolicies.map((value) => ({ label: capitalized(duplicateTexts[value]), value })),
        options.duplicates ?? 'first',
        'What to do with duplicate numbers?',
        frame,
      );
      return policy && { duplicates: policy };
    }
    case 'rowCountry': {
      const values = rowCountries.map((value) => ({ label: capitalized(rowCountryTexts[value]), value }));
      const placeholder = 'A column names the country of each row';
      const rowCountry = await pickOne(values, choices.rowCountry ?? 'own', placeholder, frame);
      return rowCountry && { rowCountry };
    }
    case 'includeUnused': {
      const values = [
        { label: 'Not sent', detail: 'The assistant does not ask for them.', value: 'no' as const },
        { label: 'Sent', detail: 'Each under the name of its column.', value: 'yes' as const },
      ];
      const now = choices.includeUnused === true ? 'yes' : 'no';
      const sent = await pickOne(values, now, 'Columns no variable asks for', frame);
      return sent && { includeUnused: sent === 'yes' };
    }
    case 'emptyVariables': {
      const values = [
        { label: 'Called', detail: 'The assistant’s sentence has a gap.', value: 'call' as const },
        {
          label: 'Left out',
          detail: 'They are counted under a reason of their own.',
          value: 'leaveOut' as const,
        },
      ];
      const now = options.emptyVariables ?? 'call';
      const emptyVariables = await pickOne(values, now, 'Rows with an empty variable', frame);
      return emptyVariables && { emptyVariables };
    }
    default:
      return undefined;
  }
}

/** Asks for a column, then for another one for rows in which it is empty, until none is left or wanted. */
async function askForPhoneColumns(
  checked: CheckedChoices,
  frame: StepFrame,
): Promise<ListChoices | undefined> {
  const first = await askForColumn(checked, 'Which column holds the numbers to call?', frame);
  if (first === undefined) return undefined;
  if (first.name === undefined) return { phoneColumn: undefined };
  const columns = [first.name];
  while (columns.length < maxPhoneColumns) {
    const others = phoneColumnsBeside(checked, columns);
    if (others.length === 0) break;
    const items = [
      { label: '$(check) None: leave such rows out', name: undefined },
      ...others.map((name) => ({ label: capitalized(columnText(name)), name })),
    ];
    const placeholder = `Which column is called where ${columnsText(columns)} is empty?`;
    const answer = await pickStep(frame, { placeholder, items });
    if (answer === undefined || answer === 'back') return undefined;
    if (answer.value.name === undefined) break;
    columns.push(answer.value.name);
  }
  return { phoneColumn: columns.length === 1 ? columns[0] : columns };
}

const maxPhoneColumns = 5;

/** Further columns that hold phone numbers, or were chosen once. */
function phoneColumnsBeside({ list }: CheckedChoices, chosen: readonly ColumnName[]): ColumnName[] {
  const found = [list.phoneColumn, ...(list.phoneColumns ?? []), ...(list.otherPhones ?? [])];
  const names = found.flatMap((index) => (index === undefined ? [] : [columnNameOf(list, index)]));
  return [...new Set(names)].filter((name) => !chosen.includes(name));
}

async function askForHeaderLine(
  { list: { dialect }, reading: { choices } }: CheckedChoices,
  frame: StepFrame,
): Promise<ListChoices | undefined> {
  const lines = headerLines(dialect, choices.headerLine);
  const items = [
    { label: '$(search) As found', value: undefined },
    { label: 'None: every line is a row', value: 0 },
    ...lines.map((line) => ({ label: `Line ${line}`, value: line })),
  ];
  const answer = await pickStep(frame, {
    placeholder: 'Which line names the columns?',
    items,
    active: ({ value }) => value === choices.headerLine,
  });
  if (answer === undefined || answer === 'back') return undefined;
  // the columns have other names then: which is called is found again
  return { headerLine: answer.value.value, phoneColumn: undefined };
}

async function askForSeparator(
  { list: { dialect }, reading: { choices } }: CheckedChoices,
  frame: StepFrame,
): Promise<ListChoices | undefined> {
  const items = [
    { label: '$(search) As found', value: undefined },
    ...separatorChoices(dialect).map((value) => ({ label: capitalized(separatorName(value)), value })),
  ];
  const answer = await pickStep(frame, {
    placeholder: 'Which character separates the cells?',
    items,
    active: ({ value }) => value === choices.separator,
  });
  if (answer === undefined || answer === 'back') return undefined;
  // there are other columns then: which is called is found again
  return { separator: answer.value.value, phoneColumn: undefined };
}

async function pickOne<T extends string>(
  values: readonly (vscode.QuickPickItem & { readonly value: T })[],
  now: T,
  placeholder: string,
  frame: StepFrame,
): Promise<T | undefined> {
  const answer = await pickStep(frame, { placeholder, items: values, active: ({ value }) => value === now });
  return answer === undefined || answer === 'back' ? undefined : answer.value.value;
}

/** `name` undefined: as it would be found without a choice. */
async function askForColumn(
  { list }: CheckedChoices,
  placeholder: string,
  frame: StepFrame,
): Promise<{ readonly name: ColumnName | undefined } | undefined> {
  const columns = list.columns.map(({ index, variable }) => {
    const column = columnNameOf(list, index);
    return {
      label: capitalized(columnText(column)),
      description: variable,
      name: column,
    };
  });
  const found = { label: '$(search) As found by name and content', description: '', name: undefined };
  const answer = await pickStep(frame, { placeholder, items: [found, ...columns] });
  return answer === undefined || answer === 'back' ? undefined : { name: answer.value.name };
}

async function askForRegion(now: string | undefined, frame: StepFrame): Promise<string | undefined> {
  const { knownRegion } = await import('../../callList/phone/readPhone.ts');
  const { countryName } = await import('../../callList/phone/countryName.ts');
  const answer = await inputStep(frame, {
    prompt:
      'The country of numbers without a country code, for this list: two letters. Empty: as the settings say',
    placeholder: 'FR',
    value: now ?? '',
    problem: (text) =>
      text === '' || (/^[a-z]{2}$/i.test(text) && knownRegion(text) !== undefined)
        ? undefined
        : 'Enter a two-letter country code, such as FR, US or GB.',
    hint: (text) => countryName(text.toUpperCase()),
  });
  return answer === undefined || answer === 'back' ? undefined : answer.value.toUpperCase();
}
