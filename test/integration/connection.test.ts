import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { recordingServer, type RecordingServer } from './support/recordingServer.ts';
import { until } from './support/until.ts';

const key = 'rvx_integration';
const configuration = () => vscode.workspace.getConfiguration('revox');
/** Waits until it has come back to the extension host: it is written elsewhere. */
async function useServer(server: RecordingServer | undefined): Promise<void> {
  await configuration().update('apiBaseUrl', server?.baseUrl, vscode.ConfigurationTarget.Global);
  await until('the address is known', () =>
    configuration().inspect('apiBaseUrl')?.globalValue === server?.baseUrl ? true : undefined,
  );
}

/** Says yes to the offer of the key in the environment, the first choice. */
async function acceptKeyOfEnvironment(): Promise<void> {
  process.env.REVOX_API_KEY = key;
  let done = false;
  const command = vscode.commands.executeCommand(commandIds.setApiKey).then(() => (done = true));
  await until('the key is taken', async () => {
    if (done) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return undefined;
  });
  await command;
  delete process.env.REVOX_API_KEY;
}

/** Refreshes, and gives a wrong request every chance to arrive: the right one did. */
async function refreshAndSee(server: RecordingServer): Promise<void> {
  const before = server.seen.length;
  void vscode.commands.executeCommand(commandIds.refreshCampaigns);
  await until('the campaigns are asked for', () => (server.seen.length > before ? true : undefined));
}

describe('the API key', () => {
  let mine: RecordingServer;
  let theirs: RecordingServer;

  before(async () => {
    mine = await recordingServer(key);
    theirs = await recordingServer(key);
    await useServer(mine);
    await acceptKeyOfEnvironment();
  });

  after(async () => {
    await useServer(undefined);
    await Promise.all([mine.close(), theirs.close()]);
  });

  it('is checked with the server before it is used', () => {
    assert.equal(mine.seen[0], `GET /auth-status ${key}`);
  });

  it('is sent to the address in the user’s own settings', async () => {
    await refreshAndSee(mine);
    assert.ok(mine.seen.includes(`GET /campaigns ${key}`));
  });

  it('is never sent to an address that a workspace sets', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, '.vscode', 'settings.json');
    const changed = new Promise((resolve) => vscode.workspace.onDidChangeConfiguration(resolve));
    const text = JSON.stringify({ 'revox.apiBaseUrl': theirs.baseUrl, 'revox.refreshIntervalSeconds': 33 });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await changed;
    assert.equal(configuration().get('refreshIntervalSeconds'), 33);
    await refreshAndSee(mine);
    assert.deepEqual(theirs.seen, []);
    await rm(file.fsPath);
  });

  it('is not sent to another host when the address changes', async () => {
    await useServer(theirs);
    // Without a key of its own for this host the command only asks what to do; that answer is not waited for.
    void vscode.commands.executeCommand(commandIds.refreshCampaigns);
    await useServer(mine);
    await refreshAndSee(mine);
    assert.deepEqual(theirs.seen, []);
  });
});
