import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type {
  LaunchEvents,
  LaunchRequests,
  SheetReady,
  SheetView,
  SubmitAnswer,
} from '../../../src/panels/contract/protocolLaunch.ts';
import type { ToHost } from '../../../src/panels/contract/rpc.ts';
import { RpcClient } from '../../../src/panels/contract/rpcClient.ts';
import { RpcServer, type Handlers } from '../../../src/panels/contract/rpcServer.ts';
import { LaunchPage } from '../../../src/webview/launch/launchPage.ts';
import type { SavedSheet } from '../../../src/panels/contract/protocolLaunchDraft.ts';
import { draft } from '../panels/launch/launchFixtures.ts';
import { AnsweringHost } from './support/answeringHost.ts';

const view: SheetView = {
  list: undefined,
  listProblem: undefined,
  assistant: undefined,
  start: undefined,
  problems: [],
  remarks: [],
  summary: '',
  button: '',
};

/**
 * A page and its host over the real contract; the host answers a question about a draft when the test says
 * so.
 * @param known what follows from the first draft, where the host knows it when the page asks
 */
async function openPage(known?: SheetView) {
  const looks: (() => void)[] = [];
  let asked = 0;
  const sent: string[] = [];
  const unused = { check: () => undefined, run: () => undefined };
  const handlers = {
    ready: {
      check: () => ({ saved: undefined }),
      run: () => ({
        list: 'a',
        fileName: 'a',
        draft: draft(),
        callerNumbers: [],
        countries: [],
        accountCountry: undefined,
        presets: [],
        view: known,
      }),
    },
    evaluate: {
      check: () => ({}),
      newestWins: true,
      run: (_: unknown, signal: AbortSignal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          asked += 1;
          looks.push(() => resolve(view));
        }),
    },
    submit: {
      check: (params: unknown) => params as { draft: { name: string } },
      run: (params: { draft: { name: string } }) => {
        sent.push(params.draft.name);
        return { kind: 'back' };
      },
    },
    plan: unused,
    preview: unused,
    assistants: { check: () => ({}), run: () => ({ choices: [], problem: undefined }) },
  } as unknown as Handlers<LaunchRequests>;
  const server = new RpcServer<LaunchRequests, LaunchEvents>({
    handlers,
    post: (message) => queueMicrotask(() => client.receive(message)),
    failureOf: (error) => ({ message: String(error), reason: 'failed' }),
  });
  const client = new RpcClient<LaunchRequests, LaunchEvents>((message: ToHost) =>
    queueMicrotask(() => void server.receive(message)),
  );
  const connected = {
    client,
    root: undefined as unknown as HTMLElement,
    savedState: () => undefined,
    saveState: () => undefined,
  };
  const page = new LaunchPage(connected, () => undefined);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const answer = async () => {
    await settle();
    for (const look of looks.splice(0)) look();
    await settle();
  };
  void page.start();
  await answer();
  return { page, client, sent, answer, settle, asked: () => asked };
}

describe('the launch page', () => {
  it('sends what was typed right before the button was pressed', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const { page, sent, answer, settle } = await openPage();
      page.edit({ name: 'Summer' });
      const submitted = page.submit();
      await settle();
      mock.timers.tick(1_000); // the pause after typing is over before the host has answered the button
      await settle();
      await answer();
      await submitted;
      assert.deepEqual(sent, ['Summer']);
      assert.equal(page.state.outcome, undefined);
    } finally {
      mock.timers.reset();
    }
  });

  it('requests the view for its button again when the list changes meanwhile', async () => {
    const { page, client, sent, answer, settle } = await openPage();
    page.edit({ name: 'Summer' });
    const submitted = page.submit();
    await settle();
    client.receive({ event: 'changed', data: undefined });
    void client.call('evaluate', { draft: draft() }).catch(() => undefined);
    await settle();
    await answer();
    await submitted;
    assert.deepEqual(sent, ['Summer']);
  });

  it('requests the view of its first draft only where it is unknown', async () => {
    const known = { ...view, summary: 'Two people will be called.' };
    const opened = await openPage(known);
    assert.deepEqual([opened.page.state.view?.summary, opened.asked()], [known.summary, 0]);
    assert.equal((await openPage()).asked(), 1);
  });

  it('sends nothing, by mouse or by Enter, while the outcome of the last launch is unknown', async () => {
    const { page, sent, settle } = await openPage();
    page.dispatch({ type: 'ended', outcome: { kind: 'unsure', message: 'The answer was lost.' } });
    await page.submit();
    await settle();
    assert.deepEqual(sent, []);
    assert.equal(page.state.outcome?.kind, 'unsure');
  });

  describe('after its button was pressed', () => {
    let host: AnsweringHost<LaunchRequests, LaunchEvents>;
    let page: LaunchPage;
    let answer: SubmitAnswer;
    let evaluated: SheetView;

    beforeEach(async () => {
      answer = { kind: 'back' };
      evaluated = view;
      const ready: SheetReady = {
        list: 'file:///a.csv',
        fileName: 'a.csv',
        draft: draft(),
        callerNumbers: [],
        countries: [],
        accountCountry: undefined,
        presets: [],
        starts: [],
        account: undefined,
        created: undefined,
        unsure: undefined,
        view: undefined,
      };
      host = new AnsweringHost<LaunchRequests, LaunchEvents>({
        ready: () => ready,
        another: () => ({ ...ready, draft: draft({ name: 'Spring 2' }) }),
        evaluate: () => evaluated,
        assistants: () => ({ choices: [], problem: undefined }),
        submit: () => answer,
      });
      page = new LaunchPage(host.page, () => undefined);
      await page.start();
    });

    const missing = (field: string): SheetView => ({
      ...view,
      problems: [{ field, message: 'Choose an assistant.' }],
    });

    it('sends nothing while something is missing, and goes to the first field of these', async () => {
      evaluated = missing('assistant');
      page.edit({ name: 'Summer' });
      await page.submit();
      assert.deepEqual(host.paramsOf('submit'), []);
      assert.deepEqual([page.takeFocus(), page.takeFocus()], ['assistant', undefined]);
      assert.deepEqual([page.state.showAll, page.state.sending], [true, false]);
    });

    it('says why nothing was sent when something has changed meanwhile, and goes to that field', async () => {
      const message = 'The list has changed. Check it and press again.';
      answer = { kind: 'not yet', message, view: missing('list') };
      await page.submit();
      assert.deepEqual(page.state.outcome, { kind: 'failed', message });
      assert.equal(page.takeFocus(), 'list');
      assert.equal(page.state.sending, false);
    });

    for (const kind of ['refused', 'unsure'] as const) {
      it(`shows an answer of the kind “${kind}” beside the button`, async () => {
        answer = { kind, message: 'The sentence.' };
        await page.submit();
        assert.deepEqual(page.state.outcome, {
          kind: kind === 'unsure' ? 'unsure' : 'failed',
          message: 'The sentence.',
        });
      });
    }

    it('sends no second campaign from a sheet that was sent, also after a reload', async () => {
      answer = { kind: 'created', created: { id: 'c1', name: 'Spring', text: 'It runs.' } };
      await page.submit();
      await page.submit();
      assert.equal(host.paramsOf('submit').length, 1);
      assert.equal((host.saved as SavedSheet).created?.id, 'c1');
    });

    it('begins another campaign with its own name, which can be sent', async () => {
      answer = { kind: 'created', created: { id: 'c1', name: 'Spring', text: 'It runs.' } };
      await page.submit();
      await page.another();
      assert.equal(page.takeFocus(), 'name');
      assert.equal((host.saved as SavedSheet).created, undefined);
      await page.submit();
      assert.deepEqual(
        host.paramsOf('submit').map(({ draft: sent }) => sent.name),
        ['Spring', 'Spring 2'],
      );
    });

    it('takes what became of an unconfirmed launch for the end of it, and stores that', async () => {
      answer = { kind: 'unsure', message: 'The answer was lost.' };
      await page.submit();
      host.send('settled', { kind: 'created', created: { id: 'c1', name: 'Spring', text: 'It runs.' } });
      assert.equal(page.state.created?.id, 'c1');
      assert.equal((host.saved as SavedSheet).created?.id, 'c1');
      await page.submit();
      assert.equal(host.paramsOf('submit').length, 1);
    });

    it('can be pressed again once it is known that an unconfirmed launch created nothing', async () => {
      answer = { kind: 'unsure', message: 'The answer was lost.' };
      await page.submit();
      host.send('settled', { kind: 'refused', message: 'It was not created.' });
      await page.submit();
      assert.equal(host.paramsOf('submit').length, 2);
    });

    it('asks everything again with another connection', async () => {
      host.send('restart', undefined);
      await host.settled();
      assert.equal(host.paramsOf('ready').length, 2);
      assert.equal(page.state.sending, false);
    });
  });
});
