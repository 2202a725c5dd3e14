import { html, nothing, type TemplateResult } from 'lit';
import { formatAgo, formatWhen } from '../../core/format.ts';
import { readableValue } from '../../core/readableValue.ts';
import type { Cell, Column, TableRow } from '../../panels/contract/protocolRows.ts';
import { icon } from '../shared/icon.ts';
import { maxWidth, minWidth } from './columns.ts';
import { activeCell, type Grid } from './selection.ts';
import type { RowsPage } from './rowsPage.ts';
import { cellOf, gridOf, type RowsState } from './rowsState.ts';

/** Native table cells: ten times faster than custom elements, and screen readers support tables. */
export function tableView(state: RowsState, page: RowsPage): TemplateResult {
  const grid = gridOf(state);
  const sticky = stickyColumns(grid.columns);
  const { sort } = state.question;
  const active = activeCell(state.selection, grid);
  const first = (state.answer?.question.page ?? 0) * (state.answer?.question.page_size ?? 0);
  return html`<table
    role="grid"
    aria-label="Rows"
    aria-multiselectable="true"
    aria-rowcount=${(state.answer?.total ?? -2) + 1}
    aria-colcount=${grid.columns.length}
  >
    <colgroup>
      ${grid.columns.map(() => html`<col />`)}
    </colgroup>
    <thead>
      <tr aria-rowindex="1">
        ${grid.columns.map((column, index) =>
          headerCell(column, {
            active: index === active.column,
            sticky: index < sticky ? index : undefined,
            sorted: sort?.columnId === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined,
            sort: () => page.sort(column.id),
          }),
        )}
      </tr>
    </thead>
    <tbody>
      ${grid.rows.map((row, index) =>
        rowView(row, {
          grid,
          activeColumn: index === active.row ? active.column : undefined,
          chosen: state.selection.chosen.has(row.id),
          rowIndex: first + index + 2,
          nowMs: state.nowMs,
          sticky,
        }),
      )}
    </tbody>
  </table>`;
}

/** Only one handle is in the tab order: that of the active column. */
function headerCell(column: Column, { active, sticky, sorted, sort }: HeaderOptions): TemplateResult {
  return html`<th
    scope="col"
    class="${column.align === 'end' ? 'end' : ''} ${stickyClass(sticky)}"
    draggable="true"
    data-column=${column.id}
    title=${column.label}
    aria-label=${column.label}
    aria-sort=${sorted ?? nothing}
  >
    <button
      type="button"
      class="sort"
      tabindex=${active ? 0 : -1}
      aria-label=${`Sort by ${column.label}`}
      @click=${sort}
    >
      <span class="header-text">${column.label}</span>${
        sorted === undefined ? nothing : icon(sorted === 'ascending' ? 'arrow-up' : 'arrow-down')
      }</button
    ><span
      class="resizer"
      role="separator"
      aria-orientation="vertical"
      aria-label=${`Width of ${column.label}`}
      aria-valuemin=${minWidth}
      aria-valuemax=${maxWidth}
      aria-valuenow=${column.width}
      aria-valuetext=${`${column.width} pixels`}
      title="Drag, or press Left and Right, to change the width; double-click or Enter fits it"
      tabindex=${active ? 0 : -1}
    ></span>
  </th>`;
}

interface HeaderOptions {
  readonly active: boolean;
  /** Which of the sticky columns it is. */
  readonly sticky: number | undefined;
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly sort: () => void;
}

interface RowOptions {
  readonly sticky: number;
  readonly grid: Grid;
  /** In the active row, the active column. */
  readonly activeColumn: number | undefined;
  readonly chosen: boolean;
  readonly rowIndex: number;
  readonly nowMs: number;
}

function rowView(row: TableRow, options: RowOptions): TemplateResult {
  const { grid, activeColumn, chosen, rowIndex, nowMs, sticky } = options;
  return html`<tr aria-rowindex=${rowIndex} aria-selected=${chosen} data-vscode-context=${rowContext(row)}>
    ${grid.columns.map(
      (column, index) =>
        html`<td
          role="gridcell"
          tabindex=${index === activeColumn ? 0 : -1}
          class="${column.align === 'end' ? 'end' : ''} ${stickyClass(index < sticky ? index : undefined)}"
        >
          ${
            column.id === 'phone'
              ? html`<span class="open-call" title="Open transcript">${row.phone}</span>`
              : cellView(column, cellOf(row, column.id), nowMs)
          }
        </td>`,
    )}
  </tr>`;
}

/** What the context menu of VS Code needs: `callActions` says what may be asked of the call. */
function rowContext({ can = [] }: TableRow): string {
  const context = { webviewSection: 'row', preventDefaultContextMenuItems: true, callActions: can.join(' ') };
  return JSON.stringify(context);
}

/** How many leading columns, which say who a row is about, are sticky. */
export function stickyColumns(columns: readonly Column[]): number {
  const firstOther = columns.findIndex(({ isSticky }) => isSticky !== true);
  return Math.min(firstOther < 0 ? columns.length : firstOther, maxSticky);
}

/** rows.css defines positions for this many. */
const maxSticky = 4;

function stickyClass(place: number | undefined): string {
  return place === undefined ? '' : `sticky sticky-${place}`;
}

function cellView(
  { group }: Column,
  cell: Cell | undefined,
  nowMs: number,
): TemplateResult | string | typeof nothing {
  if (cell === undefined) return nothing;
  if (cell.ms !== undefined) {
    const exact = new Date(cell.ms);
    return html`<time datetime=${exact.toISOString()} title=${exact.toLocaleString('en-GB')}
      >${cell.ms > nowMs ? formatWhen(cell.ms, nowMs) : formatAgo(cell.ms, nowMs)}</time
    >`;
  }
  if (cell.icon !== undefined) {
    return html`${icon(cell.icon, cell.tone)}<span title=${cell.why ?? nothing}>${cell.text}</span>`;
  }
  const shown = group === 'output' ? readableValue(cell.text, nowMs) : cell.text;
  // The text is cut at its own end, which is on the left then.
  return rightToLeft.test(cell.text) ? html`<div class="right-to-left" dir="auto">${shown}</div>` : shown;
}

/** Letters of Hebrew, Arabic and the other scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
