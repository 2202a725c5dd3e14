import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { marked, openChecked, writeList } from './support/callListFiles.ts';

async function actionsAt(
  document: vscode.TextDocument,
  line: number,
  kind?: string,
): Promise<readonly vscode.CodeAction[]> {
  const range = document.lineAt(line).range;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, 50);
}

async function choose(document: vscode.TextDocument, line: number, title: RegExp): Promise<void> {
  const actions = await actionsAt(document, line);
  const action = actions.find((one) => title.test(one.title));
  const edit = action?.edit ?? assert.fail(actions.map((one) => one.title).join('\n'));
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

async function undo(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
}

const cleaned = 'revox.phone.cleaned';
const duplicate = 'revox.phone.duplicate';

describe('quick fixes in a call list', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('fix this cell, or all safe ones, as one undo step and in the dialect of the file', async () => {
    const text = 'phone;name\r\n"tel:+33 1 99 00 26 06";Ann\r\ntel:+33199001201;Bob\r\n+3312;Cid\r\n';
    const uri = await writeList('fixes.csv', text);
    const document = await openChecked(uri, cleaned, cleaned, 'revox.phone.tooShort');
    await choose(document, 2, /^Write it as \+33199001201$/);
    assert.equal(document.lineAt(2).text, '+33199001201;Bob');
    await undo(document);
    assert.equal(document.getText(), text);

    await choose(document, 2, /^Fix (all \d problems|the 1 problem) that can be fixed automatically$/);
    await marked(uri, 'revox.phone.tooShort');
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await undo(document);
    assert.equal(document.getText(), text);
  });

  it('offer each reading of a number that may be two', async () => {
    const uri = await writeList('readings.csv', 'phone,name\n+49 49 15123456789,Ann\n+1 65 8234 5678,Bob\n');
    const ambiguous = 'revox.phone.ambiguous';
    const document = await openChecked(uri, ambiguous, ambiguous);
    await choose(document, 1, /^Write it as \+4915123456789$/);
    await choose(document, 2, /^Write it as \+6582345678$/);
    assert.equal(document.getText(), 'phone,name\n+4915123456789,Ann\n+6582345678,Bob\n');
  });

  it('fix what is safe on save, where source.fixAll is set so', async () => {
    const uri = await writeList('fixAll.csv', 'phone,name\ntel:+33199001201,Ann\n');
    const document = await openChecked(uri, cleaned);
    const [action] = await actionsAt(document, 0, 'source.fixAll');
    assert.equal(action?.kind?.value, 'source.fixAll.revox');
    await vscode.workspace.applyEdit(action.edit ?? assert.fail('nothing to apply'));
    assert.equal(document.getText(), 'phone,name\n+33199001201,Ann\n');
  });

  it('delete duplicate rows, or the other rows instead', async () => {
    const text = 'phone,name\n+33199001201,Ann\n+33199001201,Bob\n+33261912602,Cid\n+33199001201,Dan\n';
    const uri = await writeList('duplicates.csv', text);
    const document = await openChecked(uri, duplicate, duplicate);
    await choose(document, 2, /^Keep this row, delete the 2 others with the same number$/);
    assert.equal(document.getText(), 'phone,name\n+33199001201,Bob\n+33261912602,Cid\n');
    await marked(uri);
    await undo(document);
    await marked(uri, duplicate, duplicate);
    await choose(document, 4, /^Delete all 2 duplicate rows$/);
    assert.equal(document.getText(), 'phone,name\n+33199001201,Ann\n+33261912602,Cid\n');
    await marked(uri);
  });

  it('give each of two numbers in a cell a row, or keep the one that a person chooses', async () => {
    const several = 'revox.phone.several';
    const text =
      'phone;name\r\n+33199001201 / +33199001202;"Ann; Eve"\r\n+33199001203 ou +33199001204;Bob\r\n+33199001205;Cid\r\n';
    const uri = await writeList('several.csv', text);
    const document = await openChecked(uri, several, several);
    const actions = await actionsAt(document, 1);
    assert.deepEqual(
      actions.slice(0, 4).map(({ title }) => title),
      [
        'Call both: +33199001201 here, +33199001202 in a new row below',
        'Keep only +33199001201',
        'Keep only +33199001202',
        'Move each number to its own row in all 2 cells like this, after a preview…',
      ],
    );
    assert.ok(
      actions.every(({ isPreferred }) => isPreferred !== true),
      'who is called is never chosen by Auto Fix',
    );
    await choose(document, 1, /^Call both/);
    assert.equal(document.lineAt(1).text, '+33199001201;"Ann; Eve"');
    assert.equal(document.lineAt(2).text, '+33199001202;"Ann; Eve"');
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await marked(uri, several);
    await undo(document);
    assert.equal(document.getText(), text);
    await marked(uri, several, several);
    await choose(document, 2, /^Keep only \+33199001204$/);
    assert.equal(document.lineAt(2).text, '+33199001204;Bob');
    await undo(document);
    await marked(uri, several, several);
    await choose(document, 2, /^Move each number/);
    await marked(uri);
    assert.equal(document.lineCount, 7);
    await undo(document);
    assert.equal(document.getText(), text);
  });

  it('extend from this cell to the whole column', async () => {
    const zeroLost = 'revox.phone.zeroLost';
    const uri = await writeList('order.csv', 'phone,name\n199002607,Ann\n199002608,Bob\n+33199001201,Cid\n');
    const settings = vscode.workspace.getConfiguration('revox');
    const usual = settings.inspect('defaultRegion')?.globalValue;
    await settings.update('defaultRegion', 'FR', vscode.ConfigurationTarget.Global);
    try {
      const document = await openChecked(uri, zeroLost, zeroLost);
      const actions = await actionsAt(document, 1);
      assert.deepEqual(
        actions.map(({ title }) => title),
        [
          'Write it as +33199002607',
          'Fix all 2 problems like this, after a preview…',
          'Put the lost zeros of this column back…',
        ],
      );
      assert.ok(
        actions.every(({ isPreferred }) => isPreferred !== true),
        'a digit is never added by Auto Fix',
      );
    } finally {
      await settings.update('defaultRegion', usual, vscode.ConfigurationTarget.Global);
    }
  });

  it('are absent where nothing is wrong, and in files that nobody opened as a call list', async () => {
    const uri = await writeList('notMarked.csv', 'phone,name\ntel:+33199001201,Ann\n');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.deepEqual(await actionsAt(document, 1), []);
  });
});
