import { formatCount } from '../../core/format.ts';
import { pageCount, type RowsState } from './rowsState.ts';

/** `Rows 201–300 of 12,000` */
export function rangeText({ answer }: RowsState): string {
  if (answer === undefined || answer.rows.length === 0) return '';
  const first = answer.question.page * answer.question.page_size;
  const range = `Rows ${formatCount(first + 1)}–${formatCount(first + answer.rows.length)}`;
  return answer.total === undefined ? range : `${range} of ${formatCount(answer.total)}`;
}

/**
 * What a screen reader announces when a page has loaded. A live refresh changes nothing in it, so it stays
 * silent.
 */
export function announcement(state: RowsState): string {
  const { answer } = state;
  if (answer === undefined) return '';
  if (answer.rows.length === 0) return 'No rows';
  const pages = pageCount(state);
  const of = pages === undefined ? '' : ` of ${formatCount(pages)}`;
  return `Page ${formatCount(answer.question.page + 1)}${of}. ${rangeText(state)}`;
}
