import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../core/format.ts';
import type { RowsReady } from '../../panels/contract/protocolRows.ts';
import { icon } from '../shared/icon.ts';
import type { RowsPage } from './rowsPage.ts';
import type { RowsState } from './rowsState.ts';

/**
 * What happened to the rows: one button a category, each a filter. Their counts add up to all rows; they are
 * there once the campaign was read as a whole. What is empty is left out.
 */
export function categoriesView(ready: RowsReady, state: RowsState, page: RowsPage): TemplateResult {
  const { answer, question } = state;
  const counts = answer?.counts;
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = ready.categories.filter(
    ({ value }) => counts === undefined || counts[value] > 0 || question.category === value,
  );
  return html`<div class="categories" role="group" aria-label="Show rows">
    ${chip({ text: 'All rows', count: all, pressed: question.category === undefined }, () =>
      page.filter({ category: undefined }),
    )}
    ${shown.map(({ value, label, icon: name, tone }) =>
      chip(
        { text: label, count: counts?.[value], pressed: question.category === value, icon: icon(name, tone) },
        () => page.filter({ category: question.category === value ? undefined : value }),
      ),
    )}
  </div>`;
}

interface Chip {
  readonly text: string;
  readonly count: number | undefined;
  readonly pressed: boolean;
  readonly icon?: TemplateResult;
}

function chip({ text, count, pressed, icon: drawn }: Chip, run: () => void): TemplateResult {
  return html`<button
    type="button"
    class="chip ${pressed ? 'pressed' : ''}"
    aria-pressed=${pressed}
    @click=${run}
  >
    ${drawn ?? nothing}<span class=${drawn === undefined ? '' : 'chip-label'}>${text}</span>${
      count === undefined ? nothing : html`<span class="chip-value">${formatCount(count)}</span>`
    }
  </button>`;
}
