import assert from 'node:assert/strict';
import { closeSync, linkSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { until } from './support/until.ts';

const people = 1000;
const times = 55;

/** 55 MB, more than VS Code shares with extensions: a thousand people, again and again. */
function writeLargeList(path: string): void {
  const notes = Array.from({ length: 10 }, () => 'a word or two '.repeat(7).trim()).join(',');
  const rows = Array.from(
    { length: people },
    (_, row) => `+33612${String(row).padStart(6, '0')},Zoé ${row},${notes}\n`,
  );
  const block = Buffer.from(rows.join(''));
  const file = openSync(path, 'w');
  writeSync(file, `phone,name,${Array.from({ length: 10 }, (_, at) => `note ${at + 1}`).join(',')}\n`);
  for (let time = 0; time < times; time++) writeSync(file, block);
  closeSync(file);
}

describe('a list that is too large for extensions to read from the editor', () => {
  let folder: string;
  let list: vscode.Uri;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'revox-large-'));
    list = vscode.Uri.file(join(folder, 'people.csv'));
    writeLargeList(list.fsPath);
    await vscode.commands.executeCommand(commandIds.startSandbox);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Undefined until there are some. */
  function marks(uri: vscode.Uri): readonly vscode.Diagnostic[] | undefined {
    const found = vscode.languages.getDiagnostics(uri);
    return found.length > 0 ? found : undefined;
  }

  /** All rows but the first of each person are marked; the first mark counts those that are not shown. */
  function assertAllRowsAreMarked(found: readonly vscode.Diagnostic[]): void {
    const hidden = people * (times - 1) - (found.length - 1);
    assert.match(found[0]?.message ?? '', new RegExp(`^${hidden.toLocaleString('en')} more problems`));
  }

  it('is checked from the disk, and every row of it is counted', async () => {
    // ends when its notification does
    void vscode.commands.executeCommand(commandIds.checkCallList, list);
    assertAllRowsAreMarked(await until('the marks', () => marks(list), 15_000));
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === list.toString());
    assert.equal(isOpen, false, 'no extension sees its text');
  });

  it('is checked from the disk for a campaign as well, which ends when its questions are closed', async () => {
    const another = vscode.Uri.file(join(folder, 'campaign.csv'));
    linkSync(list.fsPath, another.fsPath);
    let ended = false;
    void vscode.commands.executeCommand(commandIds.createCampaign, another).then(() => (ended = true));
    assertAllRowsAreMarked(await until('the marks', () => marks(another), 15_000));
    assert.equal(ended, false, 'it waits for answers');
    await until('the question is closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return ended ? true : undefined;
    });
  });
});
