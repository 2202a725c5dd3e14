import { html, nothing, type TemplateResult } from 'lit';
import { arrangeColumns, stepColumn, toggleColumn, type ArrangedColumn } from './columns.ts';
import type { RowsPage } from './rowsPage.ts';
import type { RowsState } from './state.ts';

const groupLabels = { call: '', input: 'variable', output: 'output' } as const;

/** Which columns are shown, and in which order. Dragging a header does the same with a mouse. */
export function columnsMenu(state: RowsState, page: RowsPage): TemplateResult {
  const arranged = arrangeColumns(state.answer?.columns ?? [], state.layout);
  const open = state.columnsOpen;
  return html`<div class="columns" @keydown=${(event: KeyboardEvent) => closeOnEscape(event, page)}>
    <vscode-toolbar-button
      icon="settings"
      label="Columns"
      title="Columns"
      class="columns-button"
      @click=${() => page.dispatch({ type: 'columnsOpen', open: !open })}
    ></vscode-toolbar-button>
    ${
      open
        ? html`<div class="columns-menu" role="dialog" aria-label="Columns">
            <div class="columns-list">
              ${arranged.map((column) => columnLine(column, arranged, state, page))}
            </div>
            <div class="columns-end">
              <vscode-button
                secondary
                @click=${() => page.layout({ order: [], hidden: [], shown: [], widths: {} })}
                >Reset</vscode-button
              >
              <vscode-button @click=${() => page.dispatch({ type: 'columnsOpen', open: false })}
                >Done</vscode-button
              >
            </div>
          </div>`
        : nothing
    }
  </div>`;
}

function columnLine(
  column: ArrangedColumn,
  arranged: readonly ArrangedColumn[],
  { layout }: RowsState,
  page: RowsPage,
): TemplateResult {
  const group = groupLabels[column.group];
  const step = (by: -1 | 1) => () => page.layout(stepColumn(arranged, layout, column.id, by));
  return html`<div class="columns-line">
    <vscode-checkbox
      .checked=${column.visible}
      label=${column.label}
      @change=${() => page.layout(toggleColumn(arranged, layout, column.id))}
    ></vscode-checkbox>
    <span class="quiet">${group}</span>
    <vscode-toolbar-button
      icon="arrow-up"
      label=${`Move ${column.label} to the left`}
      @click=${step(-1)}
    ></vscode-toolbar-button>
    <vscode-toolbar-button
      icon="arrow-down"
      label=${`Move ${column.label} to the right`}
      @click=${step(1)}
    ></vscode-toolbar-button>
  </div>`;
}

function closeOnEscape(event: KeyboardEvent, page: RowsPage): void {
  if (event.key !== 'Escape') return;
  page.dispatch({ type: 'columnsOpen', open: false });
  document.querySelector<HTMLElement>('.columns-button')?.focus();
}
