import { capitalized } from '../../core/format.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { ListView } from '../../panels/contract/protocolLaunch.ts';
import {
  rowCountryChoices,
  type ReadingDraft,
  type RowCountryChoice,
} from '../../panels/contract/protocolLaunchDraft.ts';
import { selectField } from './fieldView.ts';
import type { LaunchPage } from './launchPage.ts';
import type { LaunchState } from './launchState.ts';

/** The decisions about the list as a whole, each with a field to change it. */
export function decisionsView(list: ListView, state: LaunchState, page: LaunchPage): TemplateResult {
  const reading = state.reading ?? list.reading;
  return html`${list.decisions === undefined ? nothing : html`<p class="quiet">${list.decisions}</p>`}
    <div class="field-row">
      ${phoneFields(list, reading, state, page)} ${headerField(list, reading, state, page)}
      ${separatorField(list, reading, state, page)}
      ${list.namesCountries ? countryField(reading, state, page) : nothing}
    </div>`;
}

/** A field for each column: the first, and those that are called where the ones before are empty. */
function phoneFields(
  list: ListView,
  reading: ReadingDraft,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult[] {
  const chosen = reading.phoneColumns.length > 0 ? reading.phoneColumns : list.phoneColumns;
  const mayBeMore = list.otherPhones.some((index) => !chosen.includes(index));
  const places = Array.from({ length: chosen.length + (mayBeMore || chosen.length === 0 ? 1 : 0) });
  return places.map((_, place) => {
    const column = chosen[place];
    const isFirst = place === 0;
    return selectField(
      {
        field: isFirst ? 'phoneColumn' : `phoneColumn.${place}`,
        label: isFirst ? 'Phone column' : 'Where that is empty',
        value: column === undefined ? '' : String(column),
        options: [
          ...(isFirst
            ? column === undefined
              ? [{ value: '', label: 'Choose a column' }]
              : []
            : [{ value: '', label: 'Leave the row out' }]),
          ...list.columns
            .filter(({ index }) => index === column || !chosen.includes(index))
            .map(({ index, label }) => ({ value: String(index), label })),
        ],
        choose: (value) => {
          const before = chosen.slice(0, place);
          const after = chosen.slice(place + 1);
          const now = value === '' ? [] : [Number(value)];
          void page.read({ phoneColumns: [...before, ...now, ...after] });
        },
      },
      state,
    );
  });
}

function headerField(
  list: ListView,
  reading: ReadingDraft,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult {
  const found = list.headerLine === undefined ? 'no header' : `line ${list.headerLine}`;
  return selectField(
    {
      field: 'headerLine',
      label: 'Header line',
      value: reading.headerLine === undefined ? '' : String(reading.headerLine),
      options: [
        { value: '', label: reading.headerLine === undefined ? `As found (${found})` : 'As found' },
        { value: '0', label: 'None: every line is a row' },
        ...list.headerLines.map((line) => ({ value: String(line), label: `Line ${line}` })),
      ],
      choose: (value) => void page.read({ headerLine: value === '' ? undefined : Number(value) }),
    },
    state,
  );
}

function separatorField(
  list: ListView,
  reading: ReadingDraft,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult {
  return selectField(
    {
      field: 'separator',
      label: 'Separator',
      value: reading.separator,
      options: [
        { value: '', label: reading.separator === '' ? `As found (${list.separator})` : 'As found' },
        ...list.separators.map(({ sign, name }) => ({ value: sign, label: capitalized(name) })),
      ],
      // there are other columns then: which is called is found again
      choose: (value) => void page.read({ separator: value, phoneColumns: [] }),
    },
    state,
  );
}

const countryLabels: Readonly<Record<RowCountryChoice, string>> = {
  '': 'Leave out rows of another country',
  own: 'Read by the country of its row',
  default: 'Read by the default country',
};

function countryField(reading: ReadingDraft, state: LaunchState, page: LaunchPage): TemplateResult {
  return selectField(
    {
      field: 'rowCountry',
      label: 'Country of each row',
      value: reading.rowCountry,
      options: rowCountryChoices.map((value) => ({ value, label: countryLabels[value] })),
      choose: (value) =>
        void page.read({ rowCountry: rowCountryChoices.find((choice) => choice === value) ?? '' }),
    },
    state,
  );
}
