import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
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

  const marks = () => vscode.languages.getDiagnostics(list);

  it('is checked from the disk, and every row of it is counted', async () => {
    // ends when its notification does
    void vscode.commands.executeCommand(commandIds.checkCallList, list);
    const [first] = await until('the marks', () => (marks().length > 0 ? marks() : undefined), 15_000);
    // all but the first of each person, without those that are shown
    const hidden = people * (times - 1) - (marks().length - 1);
    assert.match(first?.message ?? '', new RegExp(`^${hidden.toLocaleString('en')} more problems`));
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === list.toString());
    assert.equal(isOpen, false, 'no extension sees its text');
  });

  it('can become a campaign: the steps ask their questions', async () => {
    let ended = false;
    void vscode.commands.executeCommand(commandIds.createCampaign, list).then(() => (ended = true));
    await until('the question is closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return ended ? true : undefined;
    });
    assert.ok(marks().length > 0);
  });
});
