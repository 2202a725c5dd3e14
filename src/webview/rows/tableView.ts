import { html, nothing, type TemplateResult } from 'lit';
import { formatAgo, formatWhen } from '../../core/format.ts';
import type { Cell, Column, TableRow } from '../../panels/contract/protocolRows.ts';
import { icon } from '../shared/icon.ts';
import { maxWidth, minWidth } from './columns.ts';
import { activeCell, type Grid } from './selection.ts';
import { cellOf, gridOf, type RowsState } from './state.ts';

/** Plain cells: ten times quicker than elements of their own, and screen readers know tables. */
export function tableView(state: RowsState): TemplateResult {
  const grid = gridOf(state);
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
        ${grid.columns.map((column, index) => headerCell(column, index === active.column))}
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
        }),
      )}
    </tbody>
  </table>`;
}

/** One handle is on the way of Tab: that of the column which the keyboard is in. */
function headerCell(column: Column, active: boolean): TemplateResult {
  return html`<th
    scope="col"
    class=${column.align === 'end' ? 'end' : ''}
    draggable="true"
    data-column=${column.id}
    title=${column.label}
    aria-label=${column.label}
  >
    <span class="header-text">${column.label}</span
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

interface RowOptions {
  readonly grid: Grid;
  /** Of the row that the keyboard is in. */
  readonly activeColumn: number | undefined;
  readonly chosen: boolean;
  readonly rowIndex: number;
  readonly nowMs: number;
}

function rowView(row: TableRow, options: RowOptions): TemplateResult {
  const { grid, activeColumn, chosen, rowIndex, nowMs } = options;
  return html`<tr
    aria-rowindex=${rowIndex}
    aria-selected=${chosen}
    data-vscode-context='{"webviewSection":"row","preventDefaultContextMenuItems":true}'
  >
    ${grid.columns.map(
      (column, index) =>
        html`<td
          role="gridcell"
          tabindex=${index === activeColumn ? 0 : -1}
          class=${column.align === 'end' ? 'end' : ''}
        >
          ${
            column.id === 'phone'
              ? html`<span class="open-call">${row.phone}</span>`
              : cellView(cellOf(row, column.id), nowMs)
          }
        </td>`,
    )}
  </tr>`;
}

function cellView(cell: Cell | undefined, nowMs: number): TemplateResult | string | typeof nothing {
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
  return cell.text;
}
