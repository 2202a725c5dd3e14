import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { marked, openChecked, writeList } from './support/callListFiles.ts';

const noRegion = 'revox.phone.noRegion';
const { Global } = vscode.ConfigurationTarget;

describe('numbers without a country', () => {
  const settings = () => vscode.workspace.getConfiguration('revox');
  let usual: unknown;
  before(async () => {
    usual = settings().inspect('defaultRegion')?.globalValue;
    await settings().update('defaultRegion', undefined, Global);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await settings().update('defaultRegion', usual, Global);
  });

  it('get one by a quick fix, when a person agrees to the suggested country', async () => {
    const uri = await writeList(
      'national.csv',
      'phone,name\n01 99 00 12 01,Ann\n02 61 91 26 02,Bob\n06 12 34 56 71,Cid\n',
    );
    const document = await openChecked(uri, noRegion, noRegion, noRegion);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      document.lineAt(2).range,
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Set default country to France (FR) for this folder'), titles.join('\n'));
    const chosen = actions.find(
      ({ title }) => title === 'Set default country to France (FR) for all my folders',
    );
    const { command, arguments: given = [] } = chosen?.command ?? assert.fail(titles.join('\n'));
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    assert.equal(settings().inspect('defaultRegion')?.globalValue, 'FR');
    await marked(uri);
  });
});
