import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OpenedPage } from '../../src/panels/openedPage.ts';
import { PageShell } from '../../src/panels/pageShell.ts';

const extensionUri = () => {
  const found = vscode.extensions.getExtension('revox-tools.revox-campaigns');
  assert.ok(found, 'the extension is not installed');
  return found.extensionUri;
};

function newPanel(): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel('revox.test', 'Test', vscode.ViewColumn.Active);
}

describe('a page whose code is loaded after it', () => {
  it('gets an answer to what it asked before', async () => {
    const panel = newPanel();
    const asked = new Promise((resolve) => panel.webview.onDidReceiveMessage(resolve));
    const shell = new PageShell(panel, { extensionUri: extensionUri(), page: 'launch' });
    const first = await asked;
    const heard: unknown[] = [];
    shell.listen((message) => heard.push(message));
    assert.deepEqual(heard, [first]);
    assert.equal((first as { method?: unknown }).method, 'ready');
    panel.dispose();
  });

  it('is not answered if it was closed meanwhile', async () => {
    const panel = newPanel();
    const shell = new PageShell(panel, { extensionUri: extensionUri(), page: 'launch' });
    const made: string[] = [];
    const page = new OpenedPage(shell, () => {
      panel.dispose();
      return Promise.resolve(() => ({ dispose: () => made.push('a side that nobody sees') }));
    });
    assert.equal(await page.loaded, undefined);
    assert.deepEqual(made, []);
  });

  it('is closed if its code cannot be loaded', async () => {
    const panel = newPanel();
    const closed = new Promise<void>((resolve) => panel.onDidDispose(resolve));
    const shell = new PageShell(panel, { extensionUri: extensionUri(), page: 'launch' });
    const page = new OpenedPage(shell, () => Promise.reject(new Error('no such file')));
    await assert.rejects(page.loaded, /no such file/);
    await closed;
  });
});
