import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { codes, openChecked, writeList } from './support/callListFiles.ts';
import { until } from './support/until.ts';

async function hoverAt(document: vscode.TextDocument, line: number, character: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('\\', '');
}

async function lenses(document: vscode.TextDocument): Promise<(string | undefined)[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
  );
  return found.map(({ range, command }) => `${range.start.line} ${command?.title ?? ''}`);
}

describe('the code lens and the hover in a call list', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('show its counts on the line of its header', async () => {
    const uri = await writeList('lens.csv', 'Export of today\nphone,name\n+33199001201,Ann\n+3312,Bob\n');
    const document = await openChecked(uri, 'revox.list.titleLines', 'revox.phone.tooShort');
    // the marks are there first, the counts with the check of the editor's own text
    await until('the counts', async () => ((await lenses(document)).length > 0 ? true : undefined));
    assert.deepEqual(await lenses(document), [
      '1 1 ready · 1 problem',
      '1 Phone column: phone · 1 line above the header',
      '1 Check',
      '1 Preview',
      '1 Prepare Campaign…',
    ]);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(3, 0, 3, 5), '+33261912602');
    await vscode.workspace.applyEdit(edit);
    await until('the counts follow', async () =>
      (await lenses(document))[0] === '1 2 ready · no problems' ? true : undefined,
    );
  });

  it('show what a number and a header mean, and nothing elsewhere', async () => {
    const uri = await writeList(
      'hover.csv',
      'phone;"first name"\n"+33 1 99 00 12 01";"Ann; Eve"\n+3312;Bob\n',
    );
    const document = await openChecked(uri, 'revox.phone.tooShort');
    const number = await hoverAt(document, 1, 8);
    assert.match(number, /\+33 1 99 00 12 01 \(there: 01 99 00 12 01\)/);
    assert.match(number, /France, fixed line/);
    assert.match(number, /default calling hours are (open|closed)/);
    assert.match(await hoverAt(document, 0, 1), /The number that is called/);
    assert.match(await hoverAt(document, 0, 10), /Fills \{\{first_name\}\}/);
    assert.equal(await hoverAt(document, 1, 25), '');
    assert.equal(await hoverAt(document, 2, 2), '', 'its mark says why it is left out');
  });

  it('show why a number is left out where its mark is turned off', async () => {
    const uri = await writeList('hoverOff.csv', 'phone,name\n+3312,Ann\n+33199001201,Bob\n');
    const document = await openChecked(uri, 'revox.phone.tooShort');
    const settings = vscode.workspace.getConfiguration('revox', uri);
    const target = vscode.ConfigurationTarget.Global;
    await settings.update('problemSeverity', { 'revox.phone.tooShort': 'off' }, target);
    await until('the mark is gone', () => (codes(uri).length === 0 ? true : undefined));
    assert.match(await hoverAt(document, 1, 2), /^Left out: .*too few/);
    await settings.update('problemSeverity', undefined, target);
  });

  it('show nothing in other CSV files', async () => {
    const uri = await writeList('hoverNot.csv', 'article,price\nchair,12.50\n');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.equal(await hoverAt(document, 1, 2), '');
    assert.deepEqual(await lenses(document), []);
  });

  it('show one line in a CSV that looks like a call list, until it is hidden for this file', async () => {
    const uri = await writeList('greeted.csv', 'phone,name\n+33199001201,Ann\n');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.deepEqual(await lenses(document), [
      '0 1 row, 1 can be called',
      '0 Check',
      '0 Prepare Campaign…',
      '0 Hide',
    ]);
    assert.equal(await hoverAt(document, 1, 2), '');
    await vscode.commands.executeCommand(commandIds.dismissGreeting, uri);
    assert.deepEqual(await lenses(document), []);
  });
});
