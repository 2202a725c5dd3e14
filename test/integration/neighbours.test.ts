import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { codes, marked, openChecked, writeList } from './support/callListFiles.ts';
import { until } from './support/until.ts';

const tooShort = 'revox.phone.tooShort';
const cleaned = 'revox.phone.cleaned';

/** The text of each extension's hover. */
async function hovers(document: vscode.TextDocument, line: number, character: number): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return found.map(({ contents }) =>
    contents
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('\\', ''),
  );
}

async function lenses({ uri }: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    50,
  );
  return found.map(({ command }) => command?.title ?? '');
}

async function actionsAt(document: vscode.TextDocument, line: number): Promise<vscode.CodeAction[]> {
  const { range } = document.lineAt(line);
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    undefined,
    50,
  );
}

/** Our marks, hover, lens and fix in this list, beside those of the neighbour. */
async function bothAreThere(document: vscode.TextDocument, language: string): Promise<void> {
  await until('the neighbour knows its language', async () =>
    document.languageId === language && (await hovers(document, 1, 3)).length === 2 ? true : undefined,
  );
  const [first = '', second = ''] = (await hovers(document, 1, 3)).sort((one) =>
    one.startsWith('Col') ? -1 : 1,
  );
  assert.equal(first, `Col 1 of ${language}`);
  assert.match(second, /France, fixed line/);
  await until('both have their lenses', async () => {
    const titles = await lenses(document);
    return titles.includes('Align') && titles.some((title) => title.startsWith('2 ready')) ? true : undefined;
  });
  const actions = await actionsAt(document, 2);
  const titles = actions.map(({ title }) => title);
  assert.ok(titles.includes('Shrink columns'), titles.join('\n'));
  assert.equal(titles[0], 'Write it as +33199001202');
  await vscode.workspace.applyEdit(actions[0]?.edit ?? assert.fail(titles.join('\n')));
  await marked(document.uri, tooShort);
}

function list(delimiter: string): string {
  return [
    ['phone', 'name'],
    ['+33199001201', 'Ann'],
    ['tel:+33199001202', 'Bob'],
    ['+3312', 'Cid'],
  ]
    .map((cells) => cells.join(delimiter))
    .join('\r\n');
}

describe('with other CSV extensions installed', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const files: [name: string, language: string, text: string][] = [
    ['one.neighbour.csv', 'csv', list(',')],
    ['two.neighbour.tsv', 'tsv', list('\t')],
    ['three.csv', 'csv (semicolon)', list(';')],
    ['four.dat', 'csv (pipe)', list('|')],
    ['five.dat', 'dynamic csv', list(',')],
  ];
  for (const [name, language, text] of files) {
    it(`a list in “${language}” has its marks, hover, code lens and fixes`, async () => {
      const uri = await writeList(`neighbours/${name}`, text);
      const document = await openChecked(uri, cleaned, tooShort);
      if (document.languageId !== language)
        await vscode.languages.setTextDocumentLanguage(document, language);
      await bothAreThere(await vscode.workspace.openTextDocument(uri), language);
    });
  }

  it('a call list stays one when its language changes, which closes and reopens it', async () => {
    const uri = await writeList('neighbours/changing.csv', list(';'));
    const document = await openChecked(uri, cleaned, tooShort);
    for (const language of ['csv (semicolon)', 'dynamic csv', 'plaintext', 'csv']) {
      const changed = await vscode.languages.setTextDocumentLanguage(document, language);
      assert.equal(changed.languageId, language);
      await marked(uri, cleaned, tooShort);
      await until('the lens', async () =>
        (await lenses(changed)).some((title) => title.startsWith('2 ready')) ? true : undefined,
      );
    }
  });

  it('a call list is detected whatever the case of its extension', async () => {
    const uri = await writeList('neighbours/LIST.CSV', list(';'));
    const document = await openChecked(uri, cleaned, tooShort);
    assert.equal((await actionsAt(document, 2))[0]?.title, 'Write it as +33199001202');
  });

  it('other CSV files are not touched', async () => {
    const uri = await writeList('neighbours/accounts.neighbour.csv', list(','));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until('the neighbour is there', async () =>
      (await lenses(document)).includes('Align') ? true : undefined,
    );
    await vscode.commands.executeCommand(commandIds.dismissGreeting, uri);
    assert.deepEqual(await lenses(document), ['Align']);
    assert.deepEqual(await hovers(document, 1, 3), ['Col 1 of csv']);
    assert.deepEqual(
      (await actionsAt(document, 2)).map(({ title }) => title),
      ['Shrink columns'],
    );
    assert.deepEqual(codes(uri), []);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      uri,
    );
    assert.equal(tokens.data.length / 5, 4, 'the colours are theirs');
  });

  it('a list shown as a table by another extension is the one that is checked and watched', async () => {
    const uri = await writeList('neighbours/table.csv', list(';'));
    await vscode.commands.executeCommand('vscode.openWith', uri, 'neighbour.table');
    await until('the table is in front', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom
        ? true
        : undefined,
    );
    void vscode.commands.executeCommand(commandIds.checkCallList);
    await marked(uri, cleaned, tooShort);
    // a table writes its cells through an edit of the document, as we do
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(3, 0, 3, 5), '+33199001203');
    await vscode.workspace.applyEdit(edit);
    await marked(uri, cleaned);
  });
});
