import * as vscode from 'vscode';
import { fileNameOf } from '../../core/fileName.ts';
import { DisposableStore } from '../../host/disposables.ts';

/** Unsaved text counts, and so does what another program writes. */
export function watchListFile(list: vscode.Uri, onChange: () => void): DisposableStore {
  const watches = new DisposableStore();
  const own = (uri: vscode.Uri) => uri.toString() === list.toString();
  const { workspace } = vscode;
  watches.add(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && own(document.uri)) onChange();
    }),
  );
  watches.add(workspace.onDidSaveTextDocument(({ uri }) => own(uri) && onChange()));
  watches.add(workspace.onDidCloseTextDocument(({ uri }) => own(uri) && onChange()));
  const folder = list.with({ path: list.path.replace(/\/[^/]*$/, '') });
  const pattern = new vscode.RelativePattern(folder, fileNameOf(list).replace(/[[\]{}*?]/g, '?'));
  const watcher = watches.add(workspace.createFileSystemWatcher(pattern));
  watches.add(watcher.onDidChange(onChange));
  watches.add(watcher.onDidCreate(onChange));
  watches.add(watcher.onDidDelete(onChange));
  return watches;
}
