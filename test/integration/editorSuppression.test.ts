import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/commandIds.ts';
import { marked, openChecked, writeList } from './support/callListFiles.ts';
import { until } from './support/until.ts';

const suppressed = 'revox.phone.suppressed';
const unreadable = 'revox.list.suppressionUnreadable';
const text = 'phone,name\n+33199001201,Ann\n+33199001202,Bob\n+33261912602,Cid\n';

function said(uri: vscode.Uri, code: string): string[] {
  return vscode.languages.getDiagnostics(uri).flatMap((mark) => (mark.code === code ? [mark.message] : []));
}

describe('people on suppression lists', () => {
  const settings = () => vscode.workspace.getConfiguration('revox');
  const name = async (lists: unknown) =>
    settings().update('suppressionLists', lists, vscode.ConfigurationTarget.Workspace);

  afterEach(async () => {
    await name(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are left out as soon as a suppression list lies beside, and called again once it is deleted', async () => {
    const uri = await writeList('suppression-beside/people.csv', text);
    await openChecked(uri);
    const stop = await writeList('suppression-beside/do-not-call.csv', '+33199001201\n');
    await marked(uri, suppressed);
    const [mark] = vscode.languages.getDiagnostics(uri);
    assert.match(mark?.message ?? '', /on the suppression list suppression-beside\/do-not-call\.csv/);
    await writeList('suppression-beside/people.suppression.csv', 'phone\n+33199001202\n');
    await marked(uri, suppressed, suppressed);
    await vscode.workspace.fs.delete(stop);
    await marked(uri, suppressed);
  });

  it('are left out by a list whose file name is in capitals', async () => {
    await writeList('suppression-case/Suppression.CSV', '+33199001201\n');
    const uri = await writeList('suppression-case/people.csv', text);
    await openChecked(uri);
    await marked(uri, suppressed);
  });

  it('are left out by the lists that a setting names, by path or pattern', async () => {
    await writeList('suppression-named/stop/one.csv', '+33199001201\n');
    await writeList('suppression-named/stop/two.csv', '+33199001202\n');
    const uri = await writeList('suppression-named/people.csv', text);
    await openChecked(uri);
    await name(['suppression-named/stop/one.csv']);
    await marked(uri, suppressed);
    await name(['suppression-named/stop/*.csv']);
    await marked(uri, suppressed, suppressed);
  });

  it('block the launch, with the name of the setting, when it has the wrong type', async () => {
    const uri = await writeList('suppression-typed/people.csv', text);
    await openChecked(uri);
    for (const [value, shown] of [
      ['stop.csv', '“stop.csv”'],
      [5, '“5”'],
      [{ path: 'stop.csv' }, '“an object”'],
      [[true], '“true”'],
    ] as const) {
      await name(value);
      await until(`${shown} is said`, () =>
        said(uri, unreadable).some((words) =>
          words.includes(`${shown}, named in the setting revox.suppressionLists, cannot be used`),
        )
          ? true
          : undefined,
      );
    }
    await name(undefined);
    await until('nothing is said', () => (said(uri, unreadable).length === 0 ? true : undefined));
  });

  it('are added from their row to a list beside it, which is created, and marked at once', async () => {
    const uri = await writeList('suppression-added/people.csv', text);
    await openChecked(uri);
    const stop = vscode.Uri.joinPath(uri, '..', 'suppression.csv');
    const putOn = async (line: number): Promise<void> => {
      // ends when its notification does
      void vscode.commands.executeCommand(commandIds.neverCallAgain, uri.toString(), line);
      await until('the number is on the list', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return said(uri, suppressed).length === line - 1 ? true : undefined;
      });
    };
    await putOn(2);
    await putOn(3);
    assert.equal(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(stop)),
      'phone\n+33199001201\n+33199001202\n',
    );
    assert.match(said(uri, suppressed)[0] ?? '', /suppression list suppression-added\/suppression\.csv/);
  });

  it('cause an error where a named list is missing or holds no number, since they could be called', async () => {
    const uri = await writeList('suppression-missing/people.csv', text);
    await openChecked(uri);
    for (const path of ['suppression-missing/nowhere.csv', 'suppression-missing/none-*.csv']) {
      await name([path]);
      await until('the mark', () =>
        said(uri, unreadable).find((message) =>
          message.startsWith(`The suppression list “${path}”, named in`),
        ),
      );
    }
    await writeList('suppression-missing/nowhere.csv', 'phone\n01 99 00 12 01\n');
    const region = settings().inspect('defaultRegion')?.globalValue;
    await settings().update('defaultRegion', undefined, vscode.ConfigurationTarget.Global);
    await name(['suppression-missing/nowhere.csv']);
    try {
      await until('the mark', () =>
        said(uri, unreadable).find((message) => message.startsWith('No number can be read')),
      );
    } finally {
      await settings().update('defaultRegion', region, vscode.ConfigurationTarget.Global);
    }
  });
});
