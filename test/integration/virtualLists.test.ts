import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readCallListFile } from '../../src/sending/callListFile.ts';
import { marked, openChecked } from './support/callListFiles.ts';
import { until } from './support/until.ts';

const suppressed = 'revox.phone.suppressed';
const text = 'phone,name\n+33199001201,Ann\n+33199001202,Bob\n';

/** A file system of another extension, as those of virtual workspaces and of remote repositories. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly texts = new Map<string, string>();
  /** Files that are listed and cannot be read. */
  readonly locked = new Set<string>();

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const times = { ctime: 0, mtime: 0 };
    const found = this.texts.get(path);
    if (found !== undefined) return { ...times, type: vscode.FileType.File, size: found.length };
    if (this.#namesIn(path).length > 0) return { ...times, type: vscode.FileType.Directory, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return this.#namesIn(path).map((name) => [name, vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const found = this.texts.get(path);
    if (found === undefined) throw vscode.FileSystemError.FileNotFound(path);
    if (this.locked.has(path)) throw vscode.FileSystemError.Unavailable(path);
    return new TextEncoder().encode(found);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  #namesIn(folder: string): string[] {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    return [...this.texts.keys()]
      .filter((path) => path.startsWith(start) && !path.slice(start.length).includes('/'))
      .map((path) => path.slice(start.length));
  }
}

/** As Git's: with a query, every path of a folder is the file that the query names. */
class VersionFiles extends MemoryFiles {
  override stat(uri: vscode.Uri): vscode.FileStat {
    return super.stat(this.#named(uri));
  }

  override readFile(uri: vscode.Uri): Uint8Array {
    return super.readFile(this.#named(uri));
  }

  override readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const names = ['people.csv', 'suppression.csv', 'do-not-call.csv', 'people.suppression.csv'];
    return uri.query === ''
      ? super.readDirectory(uri)
      : names.map((name) => [name, vscode.FileType.File] as [string, vscode.FileType]);
  }

  #named(uri: vscode.Uri): vscode.Uri {
    return uri.query === '' ? uri : uri.with({ path: '/git/people.csv', query: '' });
  }
}

async function lensTitles(uri: vscode.Uri): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    50,
  );
  return found.map(({ command }) => command?.title ?? '');
}

describe('a list that is not a file on this machine', () => {
  const files = new MemoryFiles();
  const scheme = 'revox-memory';
  let provider: vscode.Disposable;

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly: true });
  });
  after(() => {
    provider.dispose();
  });
  afterEach(async () => {
    files.texts.clear();
    files.locked.clear();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is checked, with the suppression list beside it', async () => {
    files.texts.set('/one/people.csv', text).set('/one/do-not-call.csv', 'phone\n+33199001202\n');
    await openChecked(vscode.Uri.from({ scheme, path: '/one/people.csv' }), suppressed);
  });

  it('blocks a launch where the suppression list beside it cannot be read', async () => {
    files.texts.set('/two/people.csv', text).set('/two/suppression.csv', 'phone\n+33199001202\n');
    files.locked.add('/two/suppression.csv');
    const uri = vscode.Uri.from({ scheme, path: '/two/people.csv' });
    await openChecked(uri, 'revox.list.suppressionUnreadable');
  });

  it('is checked as it was, where its query names a version: the query decides what is read', async () => {
    const versions = new VersionFiles();
    const version = vscode.workspace.registerFileSystemProvider('revox-version', versions, {
      isReadonly: true,
    });
    try {
      versions.texts.set('/git/people.csv', `${text}+3312,Cid\n`);
      const uri = vscode.Uri.from({ scheme: 'revox-version', path: '/git/people.csv', query: 'HEAD' });
      await openChecked(uri, 'revox.phone.tooShort');
    } finally {
      version.dispose();
    }
  });

  it('is read from its editor where an extension provides its text', async () => {
    const shown = vscode.workspace.registerTextDocumentContentProvider('revox-shown', {
      provideTextDocumentContent: () => `${text}+3312,Cid\n`,
    });
    try {
      const uri = vscode.Uri.from({ scheme: 'revox-shown', path: '/people.csv' });
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await openChecked(uri, 'revox.phone.tooShort');
    } finally {
      shown.dispose();
    }
  });

  it('is not detected in the output of a program, however many numbers that holds', async () => {
    const channel = vscode.window.createOutputChannel('People');
    channel.appendLine(text.repeat(50));
    channel.show();
    const document = await until('the output', () =>
      vscode.workspace.textDocuments.find(
        (one) => one.uri.scheme === 'output' && one.getText().includes('+33199001201'),
      ),
    );
    assert.deepEqual(await lensTitles(document.uri), []);
    await marked(document.uri);
    channel.dispose();
  });

  it('is not detected in a notebook cell: a suppression list beside the notebook would be ignored', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'csv');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    assert.equal(document.languageId, 'csv');
    const titles = await until('the editor of the cell', () =>
      lensTitles(document.uri).catch(() => undefined),
    );
    assert.deepEqual(titles, []);
    await assert.rejects(
      readCallListFile(document.uri),
      /A cell of a notebook cannot be a call list\. Copy its text into a CSV file\./,
    );
  });
});
