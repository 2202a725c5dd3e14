import type { Row, RowsPage, RowsQuery } from '../../../../src/core/row.ts';
import type { RowsQuestion } from '../../../../src/panels/contract/protocolRows.ts';
import { fakeApi } from '../../support/fakeApi.ts';

/** A row of which a test says only what matters to it. */
export function row(about: Partial<Row> = {}): Row {
  return { id: 'r1', phone_number: '+33639980112', input_data: {}, ...about };
}

export function question(about: Partial<RowsQuestion> = {}): RowsQuestion {
  return { page: 0, page_size: 2, query: '', statuses: [], result: undefined, ...about };
}

/** A service that has so many rows and writes down what it was asked. `gate` holds back its answers. */
export function rowsApi(count: number, gate: () => Promise<void> = () => Promise.resolve()) {
  const asked: RowsQuery[] = [];
  const rows = Array.from({ length: count }, (_, index) =>
    row({ id: `r${index}`, phone_number: `+3363998${String(index).padStart(4, '0')}`, row_index: index }),
  );
  const getRows = async (_id: string, query: RowsQuery, signal?: AbortSignal): Promise<RowsPage> => {
    asked.push(query);
    await gate();
    signal?.throwIfAborted();
    const matching = rows.filter(({ phone_number }) => phone_number.includes(query.query ?? ''));
    const start = query.page * query.page_size;
    return {
      page: query.page,
      page_size: query.page_size,
      rows: matching.slice(start, start + query.page_size),
      total: matching.length,
    };
  };
  return { asked, rows, api: () => Promise.resolve(fakeApi({ getRows })) };
}
