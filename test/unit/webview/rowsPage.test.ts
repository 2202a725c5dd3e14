import assert from 'node:assert/strict';
import type { RowsEvents, RowsRequests } from '../../../src/panels/contract/protocolRows.ts';
import { RpcClient } from '../../../src/panels/contract/rpcClient.ts';
import type { ToHost } from '../../../src/panels/contract/rpc.ts';
import { RowsPage } from '../../../src/webview/rows/rowsPage.ts';

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
});
