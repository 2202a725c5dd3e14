import * as vscode from 'vscode';
import { columnNameOf, columnsText, columnText } from '../../callList/choiceOffers.ts';
import { separatorName } from '../../callList/csv/delimiter.ts';
import { phoneRepairs } from '../../callList/listChoices.ts';
import type { PhoneRepair } from '../../callList/phone/phoneVerdict.ts';
import { countryName } from '../../callList/phone/countryName.ts';
import { proposedRepairs } from '../../callList/phone/repairs.ts';
import { formatCount, plural } from '../../core/format.ts';
import { duplicateTexts, rowCountryTexts } from '../../editor/choiceText.ts';
import type { CheckedChoices } from './checkForChoices.ts';

export interface ChoiceItem extends vscode.QuickPickItem {
  /** What is asked for when it is chosen: `mapping company_name`. Empty: nothing. */
  readonly key: string;
}

const repairLabels: Readonly<Record<PhoneRepair, string>> = {
  zeroLost: '$(wrench) Lost zeros',
  scientific: '$(wrench) Numbers in scientific notation',
  oldNumber: '$(wrench) Numbers in an old form',
  words: '$(wrench) Numbers among other words',
};

/** Every option of this list, with its current value. */
export function choiceItems(checked: CheckedChoices): ChoiceItem[] {
  const { reading, list } = checked;
  const { choices, options } = reading;
  const region = options.defaultRegion;
  const chosenMark = (isChosen: boolean) => (isChosen ? ', chosen for this list' : '');
  const { duplicates = 'first', emptyVariables = 'call' } = options;
  const duplicateCount = list.counts.excluded.duplicate;
  return [
    {
      key: 'defaultRegion',
      label: '$(globe) Country of national numbers',
      description:
        region === undefined
          ? 'none: numbers without a country code are left out'
          : `${countryName(region)}${choices.defaultRegion === undefined ? ', as set' : chosenMark(true)}`,
    },
    ...rowCountryItems(checked),
    {
      key: 'phoneColumn',
      label: '$(device-mobile) Column to call',
      description:
        list.phoneColumn === undefined
          ? 'none'
          : `${columnsText((list.phoneColumns ?? [list.phoneColumn]).map((column) => columnNameOf(list, column)))}${choices.phoneColumn === undefined ? ', found' : chosenMark(true)}`,
    },
    {
      key: 'headerLine',
      label: '$(symbol-key) Header line',
      description: `${list.dialect.hasHeader ? `line ${list.dialect.headerLine}` : 'none'}${choices.headerLine === undefined ? ', found' : chosenMark(true)}`,
    },
    {
      key: 'separator',
      label: '$(split-horizontal) Separator between cells',
      description: `${separatorName(list.dialect.delimiter)}${choices.separator === undefined ? ', found' : chosenMark(true)}`,
    },
    {
      key: 'duplicates',
      label: '$(files) The same number more than once',
      description: `${duplicateTexts[duplicates]}${duplicateCount > 0 ? `, ${formatCount(duplicateCount)} left out` : ''}${chosenMark(choices.duplicates !== undefined)}`,
    },
    ...variableItems(checked),
    {
      key: 'includeUnused',
      label: '$(list-flat) Columns not used by a variable',
      description: choices.includeUnused === true ? `sent${chosenMark(true)}` : 'not sent',
    },
    {
      key: 'emptyVariables',
      label: '$(circle-slash) Rows with an empty variable',
      description: emptyVariables === 'leaveOut' ? `left out${chosenMark(true)}` : 'called',
    },
    ...repairItems(checked),
    ...suppressionItems(checked),
    ...(Object.keys(choices).length === 0
      ? []
      : [
          { key: '', label: '', kind: vscode.QuickPickItemKind.Separator },
          {
            key: 'defaults',
            label: '$(discard) Back to Defaults',
            description: 'nothing chosen for this list',
          },
        ]),
  ];
}

/** Only where a row names another country than the default, or somebody has chosen already. */
function rowCountryItems({ reading: { choices }, list }: CheckedChoices): ChoiceItem[] {
  const { rowCountry } = choices;
  const isAsked = list.problems.some(
    ({ code }) =>
      code === 'revox.phone.otherCountry' ||
      code === 'revox.phone.doubtfulRegion' ||
      code === 'revox.phone.countryColumn',
  );
  if (rowCountry === undefined && !isAsked) return [];
  const usual = 'rows of another country than the default are left out';
  const description =
    rowCountry === undefined ? usual : `${rowCountryTexts[rowCountry]}, chosen for this list`;
  return [{ key: 'rowCountry', label: '$(globe) Country of each row', description }];
}

function variableItems({ reading: { choices }, variables, list }: CheckedChoices): ChoiceItem[] {
  const names = [...new Set([...(variables ?? []), ...Object.keys(choices.mapping ?? {})])];
  return names.map((name) => {
    const column = list.columns.find(({ variable, sent }) => sent && variable === name);
    const isChosen = choices.mapping?.[name] !== undefined;
    return {
      key: `mapping ${name}`,
      label: `$(symbol-variable) {{${name}}}`,
      description:
        column === undefined
          ? 'no column fills it'
          : `${columnText(columnNameOf(list, column.index))}${isChosen ? ', chosen for this list' : ''}`,
    };
  });
}

function repairItems({ reading: { choices }, list }: CheckedChoices): ChoiceItem[] {
  const proposed = proposedRepairs(list);
  return phoneRepairs.flatMap((repair) => {
    const count = proposed.find((proposal) => proposal.repair === repair)?.count ?? 0;
    const isAgreed = choices.repairs?.includes(repair) === true;
    if (!isAgreed && count === 0) return [];
    const description = isAgreed ? 'repaired, chosen for this list' : `${plural(count, 'number')} left out`;
    return [{ key: `repair ${repair}`, label: repairLabels[repair], description }];
  });
}

function suppressionItems({ reading: { suppressions } }: CheckedChoices): ChoiceItem[] {
  const { lists, failures } = suppressions;
  const label = '$(bell-slash) Never called';
  const counts = lists.map(({ name, list }) => `${formatCount(list.numbers.size)} of ${name}`);
  const description = counts.length === 0 ? 'no suppression list' : counts.join(', ');
  return [
    {
      key: 'suppression',
      label,
      description,
      ...(failures.length === 0 ? {} : { detail: failures.join(' ') }),
    },
  ];
}
