import type { CallList } from '../../callList/callList.ts';
import type { Placeholder } from '../../callList/values/placeholders.ts';
import type { ListChoices } from '../../callList/listChoices.ts';
import { countryName } from '../../callList/phone/countryName.ts';
import { separatorName } from '../../callList/csv/delimiter.ts';
import { furtherDecisionsText, headerLines, separatorChoices } from '../../callList/decisions.ts';
import { readingDraft } from './launchReading.ts';
import { exclusionReasons } from '../../callList/problems.ts';
import { nameKey } from '../../callList/csv/header.ts';
import { nearestName } from '../../callList/values/nearestName.ts';
import { reasonText } from '../../callList/summary.ts';
import type { ColumnView, LeaveOutView, ListView, VariableView } from '../contract/protocolLaunch.ts';

export interface ListSituation {
  readonly list: CallList;
  /** What the assistant asks for; undefined while it is not known. */
  readonly placeholders: readonly Placeholder[] | undefined;
  readonly choices: ListChoices;
  readonly settingRegion: string | undefined;
  /** Where its numbers are used already. */
  readonly usedBefore: readonly string[];
  readonly leaveOut: LeaveOutView | undefined;
}

/** A value of a column that is empty so far down need not be found. */
const contactsLooked = 1000;

/** The checked list as the sheet shows it: counts that add up, and which column fills which variable. */
export function listView(situation: ListSituation): ListView {
  const { list, placeholders, settingRegion, choices } = situation;
  const includeUnused = choices.includeUnused === true;
  const { counts, columns } = list;
  const asked = new Set(placeholders?.map(({ name }) => name));
  return {
    rows: counts.read - counts.blank,
    ready: counts.ready,
    leftOut: exclusionReasons
      .filter((reason) => counts.excluded[reason] > 0)
      .map((reason) => ({
        reason,
        count: counts.excluded[reason],
        text: reasonText(reason, counts.excluded[reason]),
      })),
    blank: counts.blank,
    noticed: noticedIn(list),
    decisions: furtherDecisionsText(list),
    phoneColumns: list.phoneColumns ?? (list.phoneColumn === undefined ? [] : [list.phoneColumn]),
    otherPhones: list.otherPhones ?? [],
    namesCountries:
      list.countryColumn !== undefined ||
      list.problems.some(({ code }) => code === 'revox.phone.doubtfulRegion'),
    headerLine: list.dialect.hasHeader ? list.dialect.headerLine : undefined,
    headerLines: headerLines(list.dialect, choices.headerLine),
    separators: separatorChoices(list.dialect).map((sign) => ({ sign, name: separatorName(sign) })),
    separator: separatorName(list.dialect.delimiter),
    columns: columns.map((column) => ({ index: column.index, label: columnLabel(column) })),
    variables: variablesOf(situation),
    variablesKnown: placeholders !== undefined,
    unused: columns
      .filter(({ index, sent, variable }) =>
        placeholders === undefined || index === list.phoneColumn
          ? false
          : includeUnused
            ? sent && !asked.has(variable)
            : !sent,
      )
      .map(columnLabel),
    reading: readingDraft(choices, columns),
    usedBefore: situation.usedBefore,
    leaveOut: situation.leaveOut,
    needsCountry: list.problems.some(({ code }) => code === 'revox.phone.noRegion'),
    settingRegion: settingRegion === undefined ? undefined : countryName(settingRegion),
  };
}

/** Other things about rows that are called; all of them are counted, also where only the first are kept. */
function noticedIn({ problems, problemTotals }: CallList): number {
  const noticed = problems.filter(
    ({ excludes, blocks, severity }) => !excludes && !blocks && severity !== 'info',
  );
  if (problemTotals === undefined) return noticed.length;
  const codes = new Set(noticed.map(({ code }) => code));
  return [...codes].reduce((sum, code) => sum + (problemTotals[code] ?? 0), 0);
}

function variablesOf({ list, placeholders, choices }: ListSituation): readonly VariableView[] {
  const { columns, contacts } = list;
  const { mapping } = readingDraft(choices, columns);
  const first = contacts.slice(0, contactsLooked);
  const example = (variable: string): string =>
    first
      .map(({ prompt_variables: values }) => values[variable] ?? '')
      .find((value) => value.trim() !== '') ?? '';
  if (placeholders === undefined) {
    return columns
      .filter(({ sent }) => sent)
      .map(({ variable, index }) => ({
        name: variable,
        usedIn: '',
        column: index,
        suggestion: undefined,
        example: example(variable),
      }));
  }
  const missing = new Set(
    list.problems.filter(({ code }) => code === 'revox.variable.noColumn').map(({ value }) => value),
  );
  return placeholders.map(({ name, usedIn }) => {
    const column = missing.has(name) ? undefined : (mapping[name] ?? columnOf(name, columns));
    return {
      name,
      usedIn: usedIn.join(', '),
      column,
      suggestion: column === undefined ? suggestionFor(name, list) : undefined,
      example: example(name),
    };
  });
}

/** A column may fill several variables; only one of them is its own name. */
function columnOf(name: string, columns: CallList['columns']): number | undefined {
  const found =
    columns.find(({ header }) => header === name) ??
    columns.find(({ variable }) => variable === name) ??
    columns.find(({ header }) => nameKey(header) === nameKey(name));
  return found?.index;
}

function suggestionFor(name: string, { columns, phoneColumn }: CallList): ColumnView | undefined {
  const free = columns.filter(({ index, sent }) => !sent && index !== phoneColumn);
  const nearest = nearestName(name, free.map(columnLabel));
  const column = nearest === undefined ? undefined : free[nearest];
  return column && { index: column.index, label: columnLabel(column) };
}

function columnLabel({ header, index }: { readonly header: string; readonly index: number }): string {
  return header === '' ? `Column ${index + 1}` : header;
}
