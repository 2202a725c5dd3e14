import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type {
  RowsAnswer,
  RowsEvents,
  RowsQuestion,
  RowsReady,
  RowsRequests,
} from '../../../src/panels/contract/protocolRows.ts';
import { RpcClient } from '../../../src/panels/contract/rpcClient.ts';
import type { ToHost } from '../../../src/panels/contract/rpc.ts';
import { RowsPage } from '../../../src/webview/rows/rowsPage.ts';
import { noSelection } from '../../../src/webview/rows/selection.ts';
import { AnsweringHost } from './support/answeringHost.ts';

type Call = Extract<ToHost, { call: number }>;

/** A page whose host answers only when the test does. */
function openPage() {
  const calls: Call[] = [];
  const client = new RpcClient<RowsRequests, RowsEvents>((message) => {
    if ('call' in message) calls.push(message);
  });
  const connected = {
    client,
    root: undefined as unknown as HTMLElement,
    savedState: () => undefined,
    saveState: () => undefined,
  };
  const page = new RowsPage(connected, () => undefined);
  const abort = ({ call }: Call) =>
    client.receive({ reply: call, err: { message: 'Aborted.', reason: 'aborted' } });
  return { page, calls, abort };
}

describe('the rows page', () => {
  it('shows an error when its newest request is aborted, instead of waiting for ever', async () => {
    const { page, calls, abort } = openPage();
    const asked = page.ask({ ...page.state.question, page: 1 });
    calls.forEach(abort);
    await asked;
    assert.equal(page.state.asking, 'no');
    assert.equal(page.state.failure?.message, 'Loading was interrupted. Try again.');
  });

  it('keeps waiting when a newer request has replaced the aborted one', async () => {
    const { page, calls, abort } = openPage();
    const older = page.ask({ ...page.state.question, page: 1 });
    void page.ask({ ...page.state.question, page: 2 });
    calls.slice(0, 1).forEach(abort);
    await older;
    assert.equal(page.state.asking, 'yes');
    assert.equal(page.state.failure, undefined);
  });

  describe('asks its host', () => {
    let host: AnsweringHost<RowsRequests, RowsEvents>;
    let page: RowsPage;

    async function open(ready: Partial<RowsReady> = {}, saved?: unknown): Promise<void> {
      host = new AnsweringHost<RowsRequests, RowsEvents>(
        {
          ready: () => ({ ...readyOf(), ...ready }),
          rows: ({ question }) => answerTo(question),
          cellText: ({ columnId }) => {
            if (columnId === 'gone') throw new Error('There is no such cell.');
            return 'the whole text';
          },
        },
        saved,
      );
      page = new RowsPage(host.page, () => undefined);
      await page.start();
    }

    afterEach(() => mock.timers.reset());

    const asked = () => host.paramsOf('rows').map(({ question }) => question);

    it('for the first page, in the size that the settings say', async () => {
      await open({ pageSize: 25 });
      assert.deepEqual(
        asked().map(({ page: at, page_size, query }) => [at, page_size, query]),
        [[0, 25, '']],
      );
      assert.equal(page.state.asking, 'no');
    });

    it('for the page that was open before a reload, where it was scrolled to', async () => {
      await open();
      page.goToPage(3);
      await host.settled();
      page.scrolled(120, 7);
      const { saved } = host;
      await open({}, saved);
      assert.equal(asked()[0]?.page, 3);
      assert.deepEqual(page.scroll, { top: 120, left: 7 });
    });

    it('for the rows of a filter that it was opened with, from the top, whatever was open before', async () => {
      await open();
      page.goToPage(3);
      page.scrolled(120, 7);
      const filter = { query: '', statuses: ['errored' as const], result: undefined };
      await open({ filter }, host.saved);
      assert.deepEqual([asked()[0]?.page, asked()[0]?.statuses], [0, ['errored']]);
      assert.deepEqual(page.scroll, { top: 0, left: 0 });
    });

    it('once for a text that is typed, after a pause, and shows each character at once', async () => {
      await open();
      mock.timers.enable({ apis: ['setTimeout'] });
      for (const typed of ['0', '01', '012']) {
        page.filterText(typed);
        mock.timers.tick(100);
        assert.equal(page.state.typed, typed);
      }
      assert.equal(asked().length, 1);
      mock.timers.tick(250);
      await host.settled();
      assert.deepEqual(
        asked().map(({ query }) => query),
        ['', '012'],
      );
    });

    it('for a filter that is chosen while a text is typed, and not for the text afterwards', async () => {
      await open();
      mock.timers.enable({ apis: ['setTimeout'] });
      page.filterText('012');
      page.filter({ query: '', statuses: ['errored'] });
      mock.timers.tick(1_000);
      await host.settled();
      assert.deepEqual(
        asked().map(({ query, statuses }) => [query, statuses]),
        [
          ['', []],
          ['', ['errored']],
        ],
      );
    });

    it('not again for the page or filter that is shown', async () => {
      await open();
      page.goToPage(0);
      page.filter({ query: '', statuses: [] });
      await host.settled();
      assert.equal(asked().length, 1);
    });

    it('for a column in ascending order, then descending, then in the order of the server', async () => {
      await open();
      page.goToPage(2);
      for (let click = 0; click < 3; click += 1) page.sort('phone');
      page.sort('name');
      page.sort('phone');
      const sorts = asked().slice(2);
      assert.deepEqual(
        sorts.map(({ sort }) =>
          sort === undefined ? 'none' : `${sort.columnId} ${sort.descending ? '↓' : '↑'}`,
        ),
        ['phone ↑', 'phone ↓', 'none', 'name ↑', 'phone ↑'],
      );
      assert.ok(sorts.every(({ page: at }) => at === 0));
    });

    it('for the page of another size that holds the first row in sight', async () => {
      await open();
      page.goToPage(3); // rows 301 to 400
      page.pageSize(25);
      page.pageSize(1000);
      assert.deepEqual(
        asked()
          .slice(2)
          .map(({ page: at, page_size }) => [at, page_size]),
        [
          [12, 25],
          [0, 1000],
        ],
      );
    });

    it('for fresh rows, and from the beginning where nothing was read yet', async () => {
      await open();
      page.refresh();
      await host.settled();
      assert.deepEqual(
        host.paramsOf('rows').map(({ fresh }) => fresh),
        [false, true],
      );
      host.send('restart', undefined);
      page.refresh();
      await host.settled();
      assert.equal(host.paramsOf('ready').length, 3);
    });

    it('nothing for a selection that holds the same rows, and tells it each other one', async () => {
      await open();
      page.select({ ...noSelection, chosen: new Set(['r1', 'r2']) });
      page.select({ ...page.state.selection });
      page.select({ ...page.state.selection, all: true });
      assert.deepEqual(host.paramsOf('select'), [
        { rowIds: ['r1', 'r2'], all: false },
        { rowIds: ['r1', 'r2'], all: true },
      ]);
    });

    it('to keep a layout when a column is let go, not while it is dragged', async () => {
      await open();
      const layout = { ...page.state.layout, widths: { phone: 90 } };
      page.layout(layout, false);
      assert.deepEqual([page.state.layout, host.paramsOf('saveLayout')], [layout, []]);
      page.layout(layout);
      assert.deepEqual(host.paramsOf('saveLayout'), [layout]);
    });

    it('for the whole text of a cell, and shows nothing where it is gone', async () => {
      await open();
      await page.showFullText('r1', 'gone', 'Note of +1');
      assert.equal(page.state.fullText, undefined);
      await page.showFullText('r1', 'input:note', 'Note of +1');
      assert.deepEqual(page.state.fullText, { title: 'Note of +1', text: 'the whole text' });
    });
  });
});

function readyOf(): RowsReady {
  return {
    head: {
      id: 'c1',
      name: 'Spring',
      state: { text: 'Running', icon: 'play', tone: 'blue' },
      progress: undefined,
      cancelable: true,
      sandbox: false,
      gone: false,
      group: undefined,
    },
    layout: { order: [], hidden: [], shown: [], widths: {} },
    pageSize: 100,
    statuses: [],
    results: [],
    categories: [],
    filter: undefined,
  };
}

function answerTo(question: RowsQuestion): RowsAnswer {
  return { question, columns: [], rows: [], total: 1_000, hasNext: true, readMs: 1 };
}
