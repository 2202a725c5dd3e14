import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { marked, openChecked, writeList } from './support/callListFiles.ts';
import { until } from './support/until.ts';

describe('a campaign file beside its list', () => {
  const text = 'phone,name\n+33199001201,Ann\n+33199001201,Bob\n';
  const beside = (value: unknown) => writeList('kept.campaign.json', JSON.stringify(value));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(await beside({}));
  });

  it('changes how the list is read as soon as it exists', async () => {
    const list = await writeList('kept.csv', text);
    await openChecked(list, 'revox.phone.duplicate');
    await beside({ list: { duplicates: 'all' } });
    await marked(list, 'revox.phone.duplicateKept');
  });

  it('keeps other contents when a campaign is saved into it', async () => {
    const file = await beside({ limits: { max_contacts: 5 }, list: { duplicates: 'last' }, name: 'Spring' });
    const list = vscode.Uri.joinPath(file, '..', 'kept.csv');
    await vscode.commands.executeCommand(commandIds.saveCampaignFile, list);
    const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.deepEqual(Object.keys(JSON.parse(written) as object), ['limits', 'list', 'name']);
    assert.match(written, /"duplicates": ?"last"/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
  });

  it('has its mistake marked, and blocks a launch until it is fixed', async () => {
    const file = await beside({ name: 'Spring', api_key: 'rvx_123' });
    const list = vscode.Uri.joinPath(file, '..', 'kept.csv');
    const document = await vscode.workspace.openTextDocument(file);
    const found = await until('the mark', () =>
      vscode.languages.getDiagnostics(file).find(({ source }) => source === 'Revox'),
    );
    assert.match(found.message, /does not belong in a file that others can read/);
    assert.equal(document.getText(found.range), '"api_key"');
    await marked(list, 'revox.list.suppressionUnreadable', 'revox.phone.duplicate');
  });
});
