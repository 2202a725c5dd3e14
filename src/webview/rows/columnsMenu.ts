import { html, type TemplateResult } from 'lit';
import { icon } from '../shared/icon.ts';
import { iconButton } from '../shared/iconButton.ts';
import { arrangeColumns, stepColumn, toggleColumn, type ArrangedColumn } from './columns.ts';
import { focusHandle } from './focus.ts';
import { menuView } from './menuView.ts';
import type { RowsPage } from './rowsPage.ts';
import { gridOf, type RowsState } from './rowsState.ts';

const groupLabels = { call: '', input: 'variable', output: 'output' } as const;

/** Which columns are shown, and in which order. Dragging a header does the same with a mouse. */
export function columnsMenu(state: RowsState, page: RowsPage): TemplateResult {
  const content = () => {
    const arranged = arrangeColumns(state.answer?.columns ?? [], state.layout);
    return html`<div class="columns-list">
        ${arranged.map((column) => columnLine(column, arranged, state, page))}
      </div>
      <div class="visually-hidden" role="status">${state.announcement}</div>
      <div class="menu-end">
        <vscode-button secondary @click=${() => page.layout({ order: [], hidden: [], shown: [], widths: {} })}
          >Reset</vscode-button
        >
      </div>`;
  };
  const buttonContent = icon('settings');
  return menuView(
    { id: 'columns', label: 'Columns', buttonContent, buttonClass: 'icon-button', content },
    state,
    page,
  );
}

function columnLine(
  column: ArrangedColumn,
  arranged: readonly ArrangedColumn[],
  { layout }: RowsState,
  page: RowsPage,
): TemplateResult {
  const step = (by: -1 | 1) => () => {
    page.layout(stepColumn(arranged, layout, column.id, by));
    const columns = gridOf(page.state).columns;
    const place = columns.findIndex(({ id }) => id === column.id) + 1;
    if (place > 0)
      page.dispatch({ type: 'announce', text: `${column.label} is column ${place} of ${columns.length}` });
  };
  return html`<div class="columns-line">
    <vscode-checkbox
      .checked=${column.visible}
      label=${column.label}
      @change=${() => page.layout(toggleColumn(arranged, layout, column.id))}
    ></vscode-checkbox>
    <span class="quiet">${groupLabels[column.group]}</span>
    ${iconButton({
      icon: 'arrow-both',
      label: `Change the width of ${column.label}`,
      enabled: column.visible,
      run: () => changeWidth(column.id, page),
    })}
    ${iconButton({ icon: 'arrow-up', label: `Move ${column.label} to the left`, run: step(-1) })}
    ${iconButton({ icon: 'arrow-down', label: `Move ${column.label} to the right`, run: step(1) })}
  </div>`;
}

/** From the menu to the handle at the column's edge. */
function changeWidth(columnId: string, page: RowsPage): void {
  page.dispatch({ type: 'menu', menu: 'none' });
  page.dispatch({ type: 'selection', selection: { ...page.state.selection, columnId } });
  queueMicrotask(() => focusHandle());
}
