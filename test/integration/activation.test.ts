import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { recordingServer } from './support/recordingServer.ts';

const extension = () => {
  const found = vscode.extensions.getExtension('revox-tools.revox-campaigns');
  assert.ok(found, 'the extension is not installed');
  return found;
};

describe('the extension', () => {
  it('activates without network requests', async () => {
    const server = await recordingServer('k');
    const configuration = vscode.workspace.getConfiguration('revox');
    await configuration.update('apiBaseUrl', server.baseUrl, vscode.ConfigurationTarget.Global);
    await extension().activate();
    assert.deepEqual(server.seen, []);
    await configuration.update('apiBaseUrl', undefined, vscode.ConfigurationTarget.Global);
    await server.close();
  });

  it('registers every command that it declares', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      Object.values(commandIds).filter((id) => !registered.has(id)),
      [],
    );
  });
});
