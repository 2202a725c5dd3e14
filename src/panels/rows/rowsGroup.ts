import type { CampaignApi } from '../../core/ports.ts';
import type { Row, RowsPage, RowsQuery } from '../../core/row.ts';
import { matchesQuery } from '../../core/rowsFilter.ts';

/** Some rows of a campaign that belong together: those behind a number of the report. */
export interface RowsGroup {
  /** `Voicemail` */
  readonly label: string;
  readonly rowIds: ReadonlySet<string>;
}

/** A group of more rows than this is shown up to here. */
const mostRows = 20_000;
/** Turning pages asks for the same rows again. */
const freshMs = 15_000;

/**
 * Answers pages of a group, over all pages of the campaign. The rows are read as a stream, and those of the group are
 * kept for a moment.
 */
export class GroupRows {
  readonly #group: RowsGroup;
  readonly #api: Pick<CampaignApi, 'readRows'>;
  readonly #now: () => number;
  #read: { readonly rows: Promise<readonly Row[]>; readonly ms: number } | undefined;

  constructor(group: RowsGroup, api: Pick<CampaignApi, 'readRows'>, now: () => number) {
    this.#group = group;
    this.#api = api;
    this.#now = now;
  }

  async getRows(campaignId: string, query: RowsQuery): Promise<RowsPage> {
    const rows = (await this.#rows(campaignId)).filter((row) => matchesQuery(row, query));
    const start = query.page * query.page_size;
    return {
      page: query.page,
      page_size: query.page_size,
      rows: rows.slice(start, start + query.page_size),
      total: rows.length,
    };
  }

  #rows(campaignId: string): Promise<readonly Row[]> {
    const known = this.#read;
    if (known !== undefined && this.#now() - known.ms < freshMs) return known.rows;
    const read = { rows: this.#readAll(campaignId), ms: this.#now() };
    this.#read = read;
    read.rows.catch(() => {
      if (this.#read === read) this.#read = undefined;
    });
    return read.rows;
  }

  async #readAll(campaignId: string): Promise<readonly Row[]> {
    const found: Row[] = [];
    for await (const rows of this.#api.readRows(campaignId)) {
      found.push(...rows.filter(({ id }) => this.#group.rowIds.has(id)));
      if (found.length >= Math.min(this.#group.rowIds.size, mostRows)) break;
    }
    return found.slice(0, mostRows);
  }
}
