import { campaignState, type Campaign } from '../../core/campaign.ts';
import { CampaignRows, type RowOrder } from '../../core/campaignRows.ts';
import type { CampaignApi, Clock } from '../../core/ports.ts';
import type { Row, RowsPage } from '../../core/row.ts';
import { rowCategories, rowCategoryOf, type RowCategory } from '../../core/rowCategory.ts';
import { matchesQuery } from '../../core/rowsFilter.ts';
import type { RowsQuestion } from '../contract/protocolRows.ts';
import { rowSearchText } from './rowSearchText.ts';
import { sortKey } from './rowView.ts';

export type CategoryCounts = Readonly<Record<RowCategory, number>>;

export interface WholeCampaignOptions {
  readonly campaignId: string;
  readonly api: Pick<CampaignApi, 'readEncodedRows'>;
  readonly clock: Clock;
  /** Only these rows. */
  readonly rowIds: ReadonlySet<string> | undefined;
  /** The campaign as it is known now. */
  readonly campaign: () => Campaign | undefined;
  /** So many rows have been read; they are all when `done`. */
  readonly progress: (read: number, done: boolean) => void;
}

/** Answers questions about the rows of a campaign out of one reading of all of them. */
export class WholeCampaign {
  readonly rows: CampaignRows;
  readonly #options: WholeCampaignOptions;
  /** The last selections, each by its question. */
  readonly #selections = new Map<string, Promise<readonly number[]>>();
  #counts: Promise<CategoryCounts> | undefined;

  constructor(options: WholeCampaignOptions) {
    this.#options = options;
    const { api, campaignId, clock, progress } = options;
    this.rows = new CampaignRows({
      read: (signal) => api.readEncodedRows(campaignId, signal),
      now: () => clock.now(),
      yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
    });
    this.rows.onDidChange(() => {
      this.#selections.clear();
      this.#counts = undefined;
      progress(this.rows.length, this.rows.isComplete);
    });
  }

  /**
   * One page. Without filter and order it is there as soon as its rows are; `total` is undefined until all
   * are.
   */
  async page(question: RowsQuestion, signal?: AbortSignal): Promise<RowsPage> {
    const { page, page_size } = question;
    const start = page * page_size;
    const end = start + page_size;
    if (this.#isPlain(question)) {
      await this.rows.waitFor(end);
      const total = this.rows.isComplete ? this.rows.length : undefined;
      const rows = range(start, Math.min(end, this.rows.length)).map((index) => this.rows.row(index));
      return { page, page_size, rows: rows.filter((row) => row !== undefined), total };
    }
    const indexes = await this.#select(question, signal);
    const rows = indexes.slice(start, end).map((index) => this.rows.row(index));
    return { page, page_size, rows: rows.filter((row) => row !== undefined), total: indexes.length };
  }

  /** Shows the rows that match on all pages, in their order, one at a time. */
  async visitMatching(question: RowsQuestion, show: (row: Row) => void, signal?: AbortSignal): Promise<void> {
    await this.rows.visit(await this.#select(question, signal), show, signal);
  }

  /** How many rows are in each category; undefined until all are read. */
  async counts(): Promise<CategoryCounts | undefined> {
    if (!this.rows.isComplete) return undefined;
    this.#counts ??= this.#count();
    return this.#counts;
  }

  #isPlain({ query, statuses, result, category, sort }: RowsQuestion): boolean {
    const isFiltered =
      query.trim() !== '' || statuses.length > 0 || (result !== undefined && result !== 'all');
    return !isFiltered && category === undefined && sort === undefined && this.#options.rowIds === undefined;
  }

  async #select(question: RowsQuestion, signal?: AbortSignal): Promise<readonly number[]> {
    if (!this.rows.isComplete) await this.rows.load();
    const { query, statuses, result, category, sort } = question;
    const key = JSON.stringify([query, statuses, result, category, sort]);
    const known = this.#selections.get(key);
    if (known !== undefined) return known;
    const selection = this.rows.select(this.#matcher(question), orderOf(question), signal);
    this.#selections.set(key, selection);
    selection.catch(() => this.#selections.delete(key));
    return selection;
  }

  #matcher({ query, statuses, result, category }: RowsQuestion): (row: Row) => boolean {
    const { rowIds } = this.#options;
    const state = this.#state();
    const words = query.trim().toLowerCase();
    const rest = { page: 0, page_size: 1, statuses, result };
    return (row) =>
      (rowIds === undefined || rowIds.has(row.id)) &&
      (category === undefined || rowCategoryOf(row, state) === category) &&
      matchesQuery(row, rest) &&
      (words === '' || rowSearchText(row).includes(words));
  }

  async #count(): Promise<CategoryCounts> {
    const { rowIds } = this.#options;
    const state = this.#state();
    const counts = Object.fromEntries(rowCategories.map((name) => [name, 0])) as Record<RowCategory, number>;
    await this.rows.each((row) => {
      if (rowIds === undefined || rowIds.has(row.id)) counts[rowCategoryOf(row, state)] += 1;
    });
    return counts;
  }

  #state() {
    const campaign = this.#options.campaign();
    return campaign && campaignState(campaign, this.#options.clock.now());
  }
}

function orderOf({ sort }: RowsQuestion): RowOrder | undefined {
  return sort && { key: (row) => sortKey(row, sort.columnId), descending: sort.descending };
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
