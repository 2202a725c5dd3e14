import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { marked, openChecked, writeList } from './support/callListFiles.ts';

const duplicate = 'revox.phone.duplicate';

async function choose(document: vscode.TextDocument, line: number, title: string): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.lineAt(line).range,
  );
  const action = actions.find((one) => one.title === title);
  const { command, arguments: given = [] } =
    action?.command ?? assert.fail(actions.map((one) => one.title).join('\n'));
  await vscode.commands.executeCommand(command, ...(given as unknown[]));
}

async function lensTitles(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    50,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

describe('how a list is read', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is chosen by a quick fix without an edit, shown above the header, and undone', async () => {
    const text = 'phone,name\n+33199001201,Ann\n+33199001201,Bob\n';
    const uri = await writeList('choices.csv', text);
    const document = await openChecked(uri, duplicate);
    assert.equal(vscode.languages.getDiagnostics(uri)[0]?.range.start.line, 2);
    await choose(document, 2, 'Call every row, the same number more than once');
    await marked(uri, 'revox.phone.duplicateKept');
    assert.ok((await lensTitles(uri)).includes('Read as chosen'), (await lensTitles(uri)).join('\n'));
    assert.equal(document.getText(), text);
    assert.equal(document.isDirty, false);
    await choose(document, 2, 'Call each number once, for its first row');
    await marked(uri, duplicate);
    assert.equal((await lensTitles(uri)).includes('Read as chosen'), false);
  });

  it('is remembered when the list is closed and opened again', async () => {
    const uri = await writeList(
      'choicesKept.csv',
      'phone,mobile\n+33199001201,+33199001202\n+33199001203,+33199001204\n',
    );
    const document = await openChecked(uri, 'revox.phone.otherColumn');
    await choose(document, 0, 'Call the numbers in column “mobile”');
    await marked(uri);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(uri);
    await marked(uri);
    assert.ok((await lensTitles(uri)).includes('Read as chosen'));
  });
});
