import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { until } from './support/until.ts';

const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const list = vscode.Uri.joinPath(folder, 'call-list.csv');

describe('a call list that a campaign is created from', () => {
  before(async () => {
    await vscode.workspace
      .getConfiguration('revox')
      .update('defaultRegion', 'FR', vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand(commandIds.startSandbox);
  });

  it('marks the faulty cells, and sends nothing when a person changes their mind', async () => {
    let ended = false;
    void vscode.commands.executeCommand(commandIds.createCampaign, list).then(() => (ended = true));
    const problems = await until('the problems are shown', () => {
      const found = vscode.languages.getDiagnostics(list);
      return found.length > 0 ? found : undefined;
    });
    const document = await vscode.workspace.openTextDocument(list);
    const marked = problems.map(({ code, range }) => `${code as string} ${document.getText(range)}`);
    assert.ok(marked.includes('revox.phone.lostDigits 3.36123E+10'), marked.join('\n'));
    assert.ok(
      marked.some((mark) => mark.startsWith('revox.phone.tooShort')),
      marked.join('\n'),
    );
    assert.ok(
      marked.some((mark) => mark.startsWith('revox.phone.duplicate')),
      marked.join('\n'),
    );
    await until('the question is closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return ended ? true : undefined;
    });
  });

  it('is checked again while it is edited', async () => {
    const marked = () =>
      vscode.languages.getDiagnostics(list).some(({ code }) => code === 'revox.phone.lostDigits');
    const document = await vscode.workspace.openTextDocument(list);
    const at = document.positionAt(document.getText().indexOf('3.36123E+10'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(list, new vscode.Range(at, at.translate(0, '3.36123E+10'.length)), '+33199001299');
    await vscode.workspace.applyEdit(edit);
    await until('the repaired cell has no mark', () => (marked() ? undefined : true));
    assert.notEqual(vscode.languages.getDiagnostics(list).length, 0);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until('the old text has its mark again', () => (marked() ? true : undefined));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
