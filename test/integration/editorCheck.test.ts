import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { codes, marked, writeList } from './support/callListFiles.ts';
import { until } from './support/until.ts';

/** The command ends when its notification does; what it does before that is what is looked at. */
function check(uri: vscode.Uri): void {
  void vscode.commands.executeCommand(commandIds.checkCallList, uri);
}

async function insert(uri: vscode.Uri, line: number, character: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(line, character), text);
  await vscode.workspace.applyEdit(edit);
}

describe('a CSV in its editor', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const settings = vscode.workspace.getConfiguration('revox');
    await settings.update('callLists', undefined, vscode.ConfigurationTarget.Workspace);
    await settings.update('problemSeverity', undefined, vscode.ConfigurationTarget.Global);
  });

  it('is not checked until a person says that it is a call list, then is checked while it is edited', async () => {
    const uri = await writeList('plain.csv', 'phone,name\n+33199001201,Ann\n+3312,Bob\n');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await insert(uri, 1, 0, ' ');
    // Once a later change of a call list has its mark, an earlier one of this file would have had it, too.
    const other = await writeList('later.csv', 'phone,name\n+3312,Ann\n');
    check(other);
    await marked(other, 'revox.phone.tooShort');
    await insert(other, 1, 0, '+3313,Eve\n');
    await marked(other, 'revox.phone.tooShort', 'revox.phone.tooShort');
    assert.deepEqual(codes(uri), []);

    await vscode.window.showTextDocument(document);
    check(uri);
    await until('the short number is marked', () =>
      codes(uri).includes('revox.phone.tooShort') ? true : undefined,
    );
    const [short] = vscode.languages
      .getDiagnostics(uri)
      .filter(({ code }) => code === 'revox.phone.tooShort');
    assert.equal(document.getText(short?.range), '+3312');

    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(2, 0, 2, 5), '+33199001202');
    await vscode.workspace.applyEdit(edit);
    await until('the repaired cell has no mark', () =>
      codes(uri).includes('revox.phone.tooShort') ? undefined : true,
    );
  });

  it('is checked where the folder’s setting names it, and loses its marks once the setting does not', async () => {
    const uri = await writeList('listed.csv', 'phone,name\nnobody,Ann\n+33199001201,Bob\n');
    await vscode.window.showTextDocument(uri);
    const settings = vscode.workspace.getConfiguration('revox', uri);
    await settings.update('callLists', ['listed*.csv'], vscode.ConfigurationTarget.Workspace);
    await until('it is marked', () => (codes(uri).length > 0 ? true : undefined));
    await settings.update('callLists', undefined, vscode.ConfigurationTarget.Workspace);
    await marked(uri);
  });

  it('shows problems with the severity of the setting', async () => {
    const uri = await writeList('severity.csv', 'phone,name\n+3312,Ann\n+33199001201,Bob\n');
    check(uri);
    await marked(uri, 'revox.phone.tooShort');
    const settings = vscode.workspace.getConfiguration('revox', uri);
    const target = vscode.ConfigurationTarget.Global;
    await settings.update('problemSeverity', { 'revox.phone.tooShort': 'info' }, target);
    await until('it is a remark', () =>
      vscode.languages.getDiagnostics(uri)[0]?.severity === vscode.DiagnosticSeverity.Information
        ? true
        : undefined,
    );
    await settings.update('problemSeverity', { 'revox.phone.tooShort': 'off' }, target);
    await marked(uri);
  });

  it('has an error on its first line when it is not a call list', async () => {
    const uri = await writeList('page.csv', 'phone,name\n+3312,Ann\n');
    check(uri);
    await marked(uri, 'revox.phone.tooShort');
    const document = await vscode.workspace.openTextDocument(uri);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, whole, '<!DOCTYPE html><html><body>Sign in</body></html>');
    await vscode.workspace.applyEdit(edit);
    await until('it says so', () =>
      vscode.languages.getDiagnostics(uri)[0]?.message.includes('web page') ? true : undefined,
    );
  });
});
