import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type {
  ReportEvents,
  ReportRequests,
  ReportSettings,
  ReportView,
} from '../../../src/panels/contract/protocolReport.ts';
import type { ToHost } from '../../../src/panels/contract/rpc.ts';
import { RpcClient } from '../../../src/panels/contract/rpcClient.ts';
import { ReportPage } from '../../../src/webview/report/reportPage.ts';
import { AnsweringHost } from './support/answeringHost.ts';

/** A page whose host carries out each request, or fails at it. */
function openPage(hostFails: boolean): ReportPage {
  const client = new RpcClient<ReportRequests, ReportEvents>((message: ToHost) => {
    if (!('call' in message)) return;
    const err = { message: 'There is no clipboard.', reason: 'unexpected' };
    queueMicrotask(() =>
      client.receive({ reply: message.call, ...(hostFails ? { err } : { ok: undefined }) }),
    );
  });
  const root = undefined as unknown as HTMLElement;
  return new ReportPage(
    { client, root, savedState: () => undefined, saveState: () => undefined },
    () => undefined,
  );
}

describe('copying from a report', () => {
  it('is announced to screen readers', async () => {
    const page = openPage(false);
    await page.copyTable('hours');
    assert.equal(page.state.announcement, 'Copied the table.');
    await page.copyText('<svg/>');
    assert.equal(page.state.announcement, 'Copied the chart as SVG.');
  });

  it('is not announced as done when it fails', async () => {
    const page = openPage(true);
    await page.copyTable('hours');
    assert.equal(page.state.announcement, 'The table could not be copied.');
    await page.copyText('<svg/>');
    assert.equal(page.state.announcement, 'The chart could not be copied.');
  });
});

const usual: ReportSettings = { goal: '', turns: 2, seconds: 10, firstAttemptsOnly: false };

function viewOf(settings: ReportSettings): ReportView {
  const nothing = { caption: '', chart: undefined, table: { header: [], lines: [] }, figures: [], notes: [] };
  return {
    campaigns: [{ id: 'c1', name: 'Spring', state: { text: 'Running', icon: 'play', tone: 'blue' } }],
    sandbox: false,
    sentence: 'Of 10 people, 4 were reached.',
    running: true,
    reading: undefined,
    funnel: { id: 'funnel', title: 'From the list', ...nothing },
    sections: [],
    settings,
    goals: [],
    readMs: 1,
  };
}

describe('the report page', () => {
  let host: AnsweringHost<ReportRequests, ReportEvents>;
  let page: ReportPage;
  let isOffline: boolean;

  async function open(saved?: unknown): Promise<void> {
    isOffline = false;
    const answer = (settings: ReportSettings) => {
      if (isOffline) throw new Error('The service cannot be reached.');
      return viewOf(settings);
    };
    host = new AnsweringHost<ReportRequests, ReportEvents>(
      {
        ready: ({ settings }) => answer(settings ?? usual),
        settings: answer,
        refresh: () => answer(usual),
      },
      saved,
    );
    page = new ReportPage(host.page, () => undefined);
    await page.start();
  }

  afterEach(() => mock.timers.reset());

  const sentence = () => page.state.view?.sentence;

  it('opens as it was left, with its settings, its number and its place', async () => {
    await open();
    page.settings({ firstAttemptsOnly: true });
    await host.settled();
    page.dispatch({ type: 'focus', sectionId: 'hours', key: 'k1' });
    page.scrolled(300);
    await open(host.saved);
    assert.deepEqual(host.paramsOf('ready'), [{ settings: { ...usual, firstAttemptsOnly: true } }]);
    assert.deepEqual(page.state.focused, { sectionId: 'hours', key: 'k1' });
    assert.equal(page.scrollTop, 300);
  });

  it('counts once for a number that is typed, after a pause, and shows each digit at once', async () => {
    await open();
    mock.timers.enable({ apis: ['setTimeout'] });
    for (const turns of [1, 12, 123]) {
      page.settings({ turns }, true);
      mock.timers.tick(200);
      assert.equal(page.state.settings?.turns, turns);
    }
    assert.deepEqual(host.paramsOf('settings'), []);
    mock.timers.tick(400);
    await host.settled();
    assert.deepEqual(
      host.paramsOf('settings').map(({ turns }) => turns),
      [123],
    );
  });

  it('counts at once for what is chosen, also with a number that is still being typed', async () => {
    await open();
    mock.timers.enable({ apis: ['setTimeout'] });
    page.settings({ turns: 5 }, true);
    page.settings({ firstAttemptsOnly: true });
    mock.timers.tick(1_000);
    await host.settled();
    assert.deepEqual(host.paramsOf('settings'), [{ ...usual, turns: 5, firstAttemptsOnly: true }]);
  });

  it('keeps what it shows when it cannot be read again, and says why', async () => {
    await open();
    isOffline = true;
    page.refresh();
    await host.settled();
    assert.equal(page.state.failure?.message, 'The service cannot be reached.');
    assert.equal(sentence(), 'Of 10 people, 4 were reached.');
    host.send('stale', { message: 'Showing what was read.' });
    assert.equal(page.state.stale, 'Showing what was read.');
  });

  it('begins again with another connection, and where nothing was read yet', async () => {
    await open();
    isOffline = true;
    host.send('restart', undefined);
    await host.settled();
    assert.equal(sentence(), undefined);
    isOffline = false;
    page.refresh();
    await host.settled();
    assert.equal(host.paramsOf('ready').length, 3);
    assert.equal(sentence(), 'Of 10 people, 4 were reached.');
  });

  it('stores its place before the rows behind a number cover it', async () => {
    await open();
    page.dispatch({ type: 'focus', sectionId: 'funnel', key: 'k2' });
    host.saved = undefined;
    page.openPeople('k2');
    assert.deepEqual(host.paramsOf('openPeople'), [{ key: 'k2' }]);
    assert.notEqual(host.saved, undefined);
  });
});
