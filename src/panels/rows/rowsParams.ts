import { callStatuses, resultFilters } from '../../core/row.ts';
import { rowCategories } from '../../core/rowCategory.ts';
import { choiceParam, countParam, fieldsParam, listParam, textParam } from '../params.ts';
import {
  maxPage,
  maxPageSize,
  type CellsChoice,
  type RowsChoice,
  type RowsQuestion,
  type RowsSort,
} from '../contract/protocolRows.ts';

// Checks what the rows page sends: it is a web page, and its state may be of another version.

export function checkQuestion(value: unknown): RowsQuestion {
  const { page, page_size, query, statuses, result, category, sort } = fieldsParam(value);
  return {
    page: countParam(page, maxPage),
    page_size: Math.max(1, countParam(page_size, maxPageSize)),
    query: textParam(query),
    statuses: listParam(statuses, (status) => choiceParam(callStatuses, status), callStatuses.length),
    result: result === undefined || result === null ? undefined : choiceParam(resultFilters, result),
    category: category === undefined || category === null ? undefined : choiceParam(rowCategories, category),
    sort: sort === undefined || sort === null ? undefined : checkSort(sort),
  };
}

function checkSort(value: unknown): RowsSort {
  const { columnId, descending } = fieldsParam(value);
  return { columnId: textParam(columnId), descending: descending === true };
}

export function checkRowsParams(value: unknown): { question: RowsQuestion; fresh: boolean } {
  const { question, fresh } = fieldsParam(value);
  return { question: checkQuestion(question), fresh: fresh === true };
}

export function checkCells(value: unknown): CellsChoice {
  const { rowIds, columnIds } = fieldsParam(value);
  return { rowIds: checkIds(rowIds), columnIds: checkIds(columnIds) };
}

export function checkChoice(value: unknown): RowsChoice {
  const { rowIds, all } = fieldsParam(value);
  return { rowIds: checkIds(rowIds), all: all === true };
}

export function checkColumnIds(value: unknown): { columnIds: readonly string[] } {
  return { columnIds: checkIds(fieldsParam(value).columnIds) };
}

export function checkCellPlace(value: unknown): { rowId: string; columnId: string } {
  const { rowId, columnId } = fieldsParam(value);
  return { rowId: textParam(rowId), columnId: textParam(columnId) };
}

function checkIds(value: unknown): readonly string[] {
  return listParam(value, (id) => textParam(id));
}
