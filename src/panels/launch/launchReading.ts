import type { Column } from '../../callList/callList.ts';
import type { ColumnName, ListChoices } from '../../callList/listChoices.ts';
import type { ReadingDraft } from '../contract/protocolLaunchDraft.ts';

/** How a list is read, with columns by their place: what a page can choose from. */
export function readingDraft(choices: ListChoices, columns: readonly Column[]): ReadingDraft {
  const placed = (name: ColumnName | undefined) => (name === undefined ? undefined : placeOf(name, columns));
  const mapping = Object.entries(choices.mapping ?? {}).flatMap(([variable, name]) => {
    const place = placed(name);
    return place === undefined ? [] : [[variable, place] as const];
  });
  return {
    duplicates: choices.duplicates ?? 'first',
    region: choices.defaultRegion ?? '',
    phoneColumns: [choices.phoneColumn].flat().flatMap((name) => placed(name) ?? []),
    rowCountry: choices.rowCountry ?? '',
    headerLine: choices.headerLine,
    separator: choices.separator ?? '',
    mapping: Object.fromEntries(mapping),
    includeUnused: choices.includeUnused === true,
    leaveOutEmpty: choices.emptyVariables === 'leaveOut',
  };
}

/** The same to be kept: columns by their header where they have one of their own, so that they may move. */
export function choicesOf(reading: ReadingDraft, columns: readonly Column[]): ListChoices {
  const named = (place: number): ColumnName => {
    const header = columns[place]?.header ?? '';
    // under another header line the columns have other names
    const isOwn =
      reading.headerLine === undefined &&
      header !== '' &&
      columns.filter((other) => other.header === header).length === 1;
    return isOwn ? header : place;
  };
  const phoneColumns = reading.phoneColumns.map(named);
  return {
    duplicates: reading.duplicates,
    defaultRegion: reading.region === '' ? undefined : reading.region,
    phoneColumn: phoneColumns.length > 1 ? phoneColumns : phoneColumns[0],
    rowCountry: reading.rowCountry === '' ? undefined : reading.rowCountry,
    headerLine: reading.headerLine,
    separator: reading.separator === '' ? undefined : reading.separator,
    mapping: Object.fromEntries(
      Object.entries(reading.mapping).map(([variable, place]) => [variable, named(place)]),
    ),
    includeUnused: reading.includeUnused,
    emptyVariables: reading.leaveOutEmpty ? 'leaveOut' : 'call',
  };
}

function placeOf(name: ColumnName, columns: readonly Column[]): number | undefined {
  const place = typeof name === 'number' ? name : columns.findIndex(({ header }) => header === name);
  return columns[place] === undefined ? undefined : place;
}
