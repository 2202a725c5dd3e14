import { readListChoices, type ColumnName, type ListChoices } from '../../callList/listChoices.ts';
import { snakeCase, type WrittenCampaign } from './campaignFileSchema.ts';

type WrittenList = NonNullable<WrittenCampaign['list']>;

/** Converts what a campaign file says about a list into list options. */
export function choicesIn(list: WrittenList): ListChoices {
  return readListChoices({
    defaultRegion: list.default_region?.toUpperCase(),
    phoneColumn: columns(list.phone_column, readColumn),
    duplicates: list.duplicates,
    mapping:
      list.mapping &&
      Object.fromEntries(Object.entries(list.mapping).map(([name, column]) => [name, readColumn(column)])),
    includeUnused: list.include_unused,
    emptyVariables: list.empty_variables === 'leave_out' ? 'leaveOut' : list.empty_variables,
    rowCountry: list.row_country,
    headerLine: list.header_line,
    separator: list.separator,
    repairs: list.repairs?.map(camelCase),
  });
}

/** The options as a campaign file names them; defaults are undefined. */
export function writtenList(list: ListChoices): WrittenList {
  return {
    default_region: list.defaultRegion,
    phone_column: columns(list.phoneColumn, writeColumn),
    duplicates: list.duplicates,
    mapping:
      list.mapping &&
      Object.fromEntries(
        Object.entries(list.mapping)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .flatMap(([name, column]) => {
            const written = writeColumn(column);
            return written === undefined ? [] : [[name, written]];
          }),
      ),
    include_unused: list.includeUnused,
    empty_variables: list.emptyVariables === 'leaveOut' ? 'leave_out' : list.emptyVariables,
    row_country: list.rowCountry,
    header_line: list.headerLine,
    separator: list.separator,
    repairs: list.repairs?.map(snakeCase),
  };
}

/** One column, or several: in each row, the first one that is filled is called. */
function columns(
  named: ColumnName | readonly ColumnName[] | undefined,
  convert: (column: ColumnName | undefined) => ColumnName | undefined,
): ColumnName | ColumnName[] | undefined {
  if (named === undefined || typeof named !== 'object') return convert(named);
  return named.map(convert).filter((column) => column !== undefined);
}

/** In the file columns are counted from 1, as people do. */
function readColumn(column: ColumnName | undefined): ColumnName | undefined {
  return typeof column === 'number' ? column - 1 : column;
}

function writeColumn(column: ColumnName | undefined): ColumnName | undefined {
  return typeof column === 'number' ? column + 1 : column;
}

/** `zero_lost` → `zeroLost` */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
