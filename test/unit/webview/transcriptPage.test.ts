import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type {
  SavedTranscript,
  TranscriptEvents,
  TranscriptRequests,
  TranscriptView,
} from '../../../src/panels/contract/protocolTranscript.ts';
import type { Failure, ToHost } from '../../../src/panels/contract/rpc.ts';
import { RpcClient } from '../../../src/panels/contract/rpcClient.ts';
import { TranscriptPage } from '../../../src/webview/transcript/transcriptPage.ts';
import { transcriptViewOf } from './support/transcriptViews.ts';

type Call = Extract<ToHost, { call: number }>;

const aborted: Failure = { message: 'Aborted.', reason: 'aborted' };
const offline: Failure = { message: 'The server cannot be reached.', reason: 'offline' };

/** A page whose host answers only when the test does. */
class OpenedPage {
  readonly calls: Call[] = [];
  readonly page: TranscriptPage;
  saved: unknown;
  readonly #client: RpcClient<TranscriptRequests, TranscriptEvents>;

  constructor(saved?: unknown) {
    this.saved = saved;
    this.#client = new RpcClient((message) => {
      if ('call' in message) this.calls.push(message);
    });
    const connected = {
      client: this.#client,
      root: undefined as unknown as HTMLElement,
      savedState: () => this.saved,
      saveState: (state: unknown) => (this.saved = state),
    };
    this.page = new TranscriptPage(connected, () => undefined);
  }

  /** What was asked so far, with what it was asked with. */
  get asked(): readonly [method: string, params: unknown][] {
    return this.calls.map(({ method, params }) => [method, params]);
  }

  /** Answers the newest request, or an earlier one. */
  async answer(result: { ok: unknown } | { err: Failure }, call = this.calls.at(-1)?.call): Promise<void> {
    this.#client.receive({ reply: call, ...result });
    await told();
  }

  send(event: keyof TranscriptEvents, data?: TranscriptView): void {
    this.#client.receive({ event, data });
  }
}

/** An answer has reached the page: nothing it waits for needs a timer. */
const told = () => new Promise((resolve) => setImmediate(resolve));

async function pageThatShows(view: TranscriptView, playing?: object): Promise<OpenedPage> {
  const opened = new OpenedPage();
  void opened.page.start();
  await opened.answer({ ok: { view, playing } });
  opened.calls.length = 0;
  return opened;
}

describe('the transcript page', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  describe('loading', () => {
    it('asks for the transcript, and says that it waits only when that is slow', async () => {
      const opened = new OpenedPage();
      const { page } = opened;
      void page.start();
      assert.deepEqual(opened.asked, [['ready', undefined]]);
      mock.timers.tick(299);
      assert.equal(page.state.asking, 'yes');
      mock.timers.tick(1);
      assert.equal(page.state.asking, 'slow');
      await opened.answer({ ok: { view: transcriptViewOf('1'), playing: undefined } });
      assert.deepEqual([page.state.asking, page.state.view?.rowId], ['no', '1']);
    });

    it('says why there is no transcript, until it is asked for again', async () => {
      const opened = new OpenedPage();
      const { page } = opened;
      void page.start();
      await opened.answer({ err: offline });
      assert.deepEqual([page.state.asking, page.state.failure], ['no', offline]);
      void page.start();
      assert.deepEqual([page.state.asking, page.state.failure], ['yes', undefined]);
    });

    it('says why a refresh failed beside what was read before', async () => {
      const opened = await pageThatShows(transcriptViewOf('1'));
      opened.page.refresh();
      await opened.answer({ err: offline });
      const { view, failure } = opened.page.state;
      assert.deepEqual([view?.rowId, failure], ['1', offline]);
    });

    it('shows what the host read while the call continues', async () => {
      const opened = await pageThatShows(transcriptViewOf('1'));
      opened.send('refreshed', transcriptViewOf('1', { readMs: 7 }));
      assert.equal(opened.page.state.view?.readMs, 7);
      assert.deepEqual(opened.asked, []);
    });

    it('forgets everything and asks again when the host has turned to another row', async () => {
      const opened = await pageThatShows(transcriptViewOf('1'));
      opened.send('restart');
      assert.deepEqual([opened.page.state.view, opened.asked], [undefined, [['ready', undefined]]]);
      await opened.answer({ ok: { view: transcriptViewOf('2'), playing: undefined } });
      assert.equal(opened.page.state.view?.rowId, '2');
    });
  });

  describe('going from row to row', () => {
    it('asks for the row before or after', async () => {
      const opened = await pageThatShows(transcriptViewOf('2', { hasPrevious: true, hasNext: true }));
      opened.page.step(1);
      await opened.answer({ ok: transcriptViewOf('3', { hasPrevious: true, hasNext: true }) });
      assert.equal(opened.page.state.view?.rowId, '3');
      opened.page.step(-1);
      assert.deepEqual(opened.asked, [
        ['step', { by: 1 }],
        ['step', { by: -1 }],
      ]);
    });

    it('asks for no row before the first, none after the last, and none before it shows one', async () => {
      const opened = await pageThatShows(transcriptViewOf('1', { hasPrevious: false, hasNext: false }));
      opened.page.step(1);
      opened.page.step(-1);
      const empty = new OpenedPage();
      empty.page.step(1);
      assert.deepEqual([opened.asked, empty.asked], [[], []]);
    });

    it('waits for the newest of two steps, and is silent about the one that it replaced', async () => {
      const opened = await pageThatShows(transcriptViewOf('1', { hasNext: true }));
      const { page } = opened;
      page.step(1);
      page.step(1);
      await opened.answer({ err: aborted }, opened.calls[0]?.call);
      assert.deepEqual([page.state.asking, page.state.failure], ['yes', undefined]);
      await opened.answer({ ok: transcriptViewOf('3') });
      assert.deepEqual([page.state.asking, page.state.view?.rowId], ['no', '3']);
    });

    it('does not wait for ever for a step that was aborted and not replaced', async () => {
      const opened = await pageThatShows(transcriptViewOf('1', { hasNext: true }));
      opened.page.step(1);
      await opened.answer({ err: aborted });
      assert.equal(opened.page.state.failure?.message, 'Loading was interrupted. Try again.');
    });
  });

  describe('finding', () => {
    it('searches when the person stops typing', () => {
      const { page } = new OpenedPage();
      page.findText('d');
      mock.timers.tick(149);
      page.findText('do');
      mock.timers.tick(149);
      assert.deepEqual([page.state.find.text, page.state.find.searchedText], ['do', '']);
      mock.timers.tick(1);
      assert.equal(page.state.find.searchedText, 'do');
    });

    it('goes to the first match of a text that was only just typed, and from there to the next', () => {
      const { page } = new OpenedPage();
      page.findText('do');
      page.findStep(1);
      assert.deepEqual([page.state.find.searchedText, page.state.find.at], ['do', 0]);
      page.dispatch({ type: 'found', count: 3 });
      page.findStep(1);
      mock.timers.tick(1_000);
      assert.equal(page.state.find.at, 1, 'the pause after the typing does not begin again');
      page.findStep(-1);
      page.findStep(-1);
      assert.equal(page.state.find.at, 2);
    });

    it('ends for good, also right after a letter', () => {
      const { page } = new OpenedPage();
      page.dispatch({ type: 'find', find: { open: true } });
      page.findText('do');
      page.closeFind();
      mock.timers.tick(1_000);
      const { open, text, searchedText } = page.state.find;
      assert.deepEqual([open, text, searchedText], [false, '', '']);
    });
  });

  describe('a recording', () => {
    const playing = { attemptId: 'a', url: 'https://x.example/a.mp3' };

    it('is asked for, and from which time', async () => {
      const opened = await pageThatShows(transcriptViewOf('1'));
      opened.page.play('a');
      opened.page.play('a', 1_500);
      opened.page.openRecording('b');
      assert.deepEqual(opened.asked, [
        ['play', { attemptId: 'a', fromMs: undefined }],
        ['play', { attemptId: 'a', fromMs: 1_500 }],
        ['openRecording', { attemptId: 'b' }],
      ]);
    });

    it('that plays goes to the time of a turn by itself; that of another attempt is asked for', async () => {
      const opened = await pageThatShows(transcriptViewOf('1'), playing);
      opened.page.play('a', 1_500);
      assert.deepEqual(opened.page.state.playing, { ...playing, fromMs: 1_500 });
      assert.deepEqual(opened.asked, []);
      opened.page.play('b', 1_500);
      assert.deepEqual(opened.asked, [['play', { attemptId: 'b', fromMs: 1_500 }]]);
    });

    it('that cannot be opened says why', async () => {
      const opened = await pageThatShows(transcriptViewOf('1'));
      opened.page.openRecording('a');
      await opened.answer({ err: { message: 'There is no recording.', reason: 'failed' } });
      assert.equal(opened.page.state.failure?.message, 'There is no recording.');
    });
  });

  describe('copying', () => {
    it('copies a turn as it is shown, and is announced when that is done', async () => {
      const opened = await pageThatShows(transcriptViewOf('1'));
      const { page } = opened;
      page.dispatch({ type: 'live', attemptId: 'b', live: true });
      page.copyTurn('a', 0);
      page.copyTurn('b', 3);
      assert.deepEqual(opened.asked, [
        ['copyTurn', { attemptId: 'a', turn: 0, live: false }],
        ['copyTurn', { attemptId: 'b', turn: 3, live: true }],
      ]);
      assert.equal(page.state.announcement, '');
      await opened.answer({ ok: undefined });
      assert.equal(page.state.announcement, 'Copied the turn');
      page.copyAll();
      await opened.answer({ ok: undefined });
      assert.equal(page.state.announcement, 'Copied all as Markdown');
    });

    it('is not announced when it failed', async () => {
      const opened = await pageThatShows(transcriptViewOf('1'));
      opened.page.copyAll();
      await opened.answer({ err: { message: 'There is no clipboard.', reason: 'failed' } });
      const { announcement, failure } = opened.page.state;
      assert.deepEqual([announcement, failure?.message], ['', 'There is no clipboard.']);
    });
  });

  it('asks the host for what happens outside the page', () => {
    const opened = new OpenedPage();
    opened.page.openDocument();
    opened.page.openRows();
    opened.page.setApiKey();
    assert.deepEqual(
      opened.asked.map(([method]) => method),
      ['openDocument', 'openRows', 'setApiKey'],
    );
  });

  it('shows the whole assistant once it is asked for', async () => {
    const opened = await pageThatShows(transcriptViewOf('1'));
    void opened.page.showAssistant();
    await opened.answer({ ok: '{"name":"Emma"}' });
    assert.equal(opened.page.state.assistant, '{"name":"Emma"}');
  });

  describe('its position', () => {
    it('is stored with the row, and nothing that was said is', async () => {
      const view = transcriptViewOf('1', { summary: 'She said yes.' });
      const opened = await pageThatShows(view);
      opened.page.scrolled(420);
      const expected: SavedTranscript = {
        campaignId: view.campaign.id,
        question: view.question,
        rowId: '1',
        scrollTop: 420,
      };
      assert.deepEqual(opened.saved, expected);
      assert.deepEqual([opened.page.scrollTopOf('1'), opened.page.scrollTopOf('2')], [420, 0]);
    });

    it('is not stored before there is a row', () => {
      const opened = new OpenedPage('as it was');
      opened.page.scrolled(420);
      assert.equal(opened.saved, 'as it was');
    });

    for (const saved of [undefined, null, 'x', {}, { rowId: '1' }, { rowId: '1', scrollTop: '420' }]) {
      it(`is the top where ${JSON.stringify(saved)} was stored`, () =>
        assert.equal(new OpenedPage(saved).page.scrollTopOf('1'), 0));
    }
  });
});
