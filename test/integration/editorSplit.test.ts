import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { writeList } from './support/callListFiles.ts';
import { until } from './support/until.ts';

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

describe('a split call list', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const text = 'phone;name\r\n+33199001201;Ann\r\n+3312;"Bob; Jr."\r\n+33 2 61 91 26 02;Cid\r\n';

  it('opens the rows that can be called as a new file, in the dialect of the list', async () => {
    const uri = await writeList('november.csv', text);
    await vscode.commands.executeCommand(commandIds.openCleanList, uri);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.match(document.uri.toString(), /^untitled:.*\/november-clean\.csv$/);
    assert.equal(document.getText(), 'phone;name\r\n+33199001201;Ann\r\n+33261912602;Cid\r\n');
  });

  it('opens the excluded rows, with the reasons', async () => {
    const uri = await writeList('november.csv', text);
    await vscode.commands.executeCommand(commandIds.openExcludedRows, uri);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.match(document.uri.toString(), /^untitled:.*\/november-left-out\.csv$/);
    assert.match(
      document.getText(),
      /^phone;name;reason\r\n\+3312;"Bob; Jr\.";[^;\r\n]*too few[^\r\n]*\r\n$/,
    );
  });

  it('is split into one file for each country, in the dialect of the list', async () => {
    const uri = await writeList(
      'everywhere.csv',
      'phone;name\r\n+33199001201;Ann\r\n+34911234567;"Bob; Jr."\r\n+33261912602;Cid\r\n+3312;Dan\r\n',
    );
    const untitled = () =>
      vscode.workspace.textDocuments.filter(
        (document) => document.isUntitled && nameOf(document).startsWith('everywhere-'),
      );
    const done = vscode.commands.executeCommand(commandIds.splitCallList, uri);
    await until('both parts are open', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return untitled().length === 2 ? true : undefined;
    });
    await done;
    assert.deepEqual(
      untitled().map((document) => [nameOf(document), document.getText()]),
      [
        ['everywhere-France.csv', 'phone;name\r\n+33199001201;Ann\r\n+33261912602;Cid\r\n'],
        ['everywhere-Spain.csv', 'phone;name\r\n+34911234567;"Bob; Jr."\r\n'],
      ],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
