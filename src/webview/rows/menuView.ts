import { html, nothing, type TemplateResult } from 'lit';
import type { RowsPage } from './rowsPage.ts';
import type { RowsState } from './rowsState.ts';

export interface Menu {
  readonly id: Exclude<RowsState['menu'], 'none'>;
  readonly label: string;
  /** What the button shows. */
  readonly buttonContent: TemplateResult;
  readonly buttonClass: 'icon-button' | 'select-button' | 'text-button';
  readonly content: () => TemplateResult;
}

/** A button with a small panel below it. Escape and a click elsewhere close it. */
export function menuView(
  { id, label, buttonContent, buttonClass, content }: Menu,
  state: RowsState,
  page: RowsPage,
): TemplateResult {
  const open = state.menu === id;
  return html`<div class="menu ${id}" @keydown=${(event: KeyboardEvent) => closeOnEscape(event, page)}>
    <button
      type="button"
      class=${buttonClass}
      aria-label=${label}
      title=${label}
      aria-haspopup="dialog"
      aria-expanded=${open}
      @click=${() => page.dispatch({ type: 'menu', menu: open ? 'none' : id })}
    >
      ${buttonContent}
    </button>
    ${open ? html`<div class="menu-panel" role="dialog" aria-label=${label}>${content()}</div>` : nothing}
  </div>`;
}

function closeOnEscape(event: KeyboardEvent, page: RowsPage): void {
  if (event.key !== 'Escape') return;
  const menu = event.currentTarget as HTMLElement;
  page.dispatch({ type: 'menu', menu: 'none' });
  menu.querySelector('button')?.focus();
}
