import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codes, marked } from './support/callListFiles.ts';
import { commandIds } from '../../src/host/commandIds.ts';
import { until } from './support/until.ts';

const text = 'phone,name\n+33199001201,Renée\n+33199001202,Ann\n';

describe('a list in an encoding that the editor did not expect', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is converted to UTF-8 by a quick fix, as one undo step', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
    const uri = vscode.Uri.joinPath(folder, 'latin.csv');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text, 'latin1'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    void vscode.commands.executeCommand(commandIds.checkCallList, uri);
    await marked(uri, 'revox.cell.garbled');
    const before = document.getText();

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(1, 15, 1, 15),
    );
    const convert = actions.find(({ title }) => title.includes('Windows-1252')) ?? assert.fail('no action');
    const { command, arguments: given = [] } = convert.command ?? assert.fail('no command');
    await vscode.commands.executeCommand(command, ...(given as readonly unknown[]));
    assert.equal(document.getText(), text);
    await until('the mark goes', () => (codes(uri).length === 0 ? true : undefined));

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('redo');
    await document.save();
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8'), text);
  });
});
