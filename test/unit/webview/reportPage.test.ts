import assert from 'node:assert/strict';
import type { ReportEvents, ReportRequests } from '../../../src/panels/contract/protocolReport.ts';
import type { ToHost } from '../../../src/panels/contract/rpc.ts';
import { RpcClient } from '../../../src/panels/contract/rpcClient.ts';
import { ReportPage } from '../../../src/webview/report/reportPage.ts';

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
