import * as vscode from 'vscode';
import { segmentPattern } from '../callList/suppression/pathPattern.ts';
import { HumanError } from '../core/errors.ts';

/** Searching a folder takes long beside a check: what was found is good for a moment. */
const keptMs = 10_000;
/** As many as a search may look into; beyond that a pattern is a slip. */
const maxFolders = 2_000;
const passedBy = new Set(['node_modules', '.git']);

/**
 * Files by glob pattern, remembered for a while. Looked for in the file system itself: the editor's own search leaves things out that a
 * setting excludes, and an empty answer would mean that people are called.
 */
export class PatternFinder {
  readonly #found = new Map<string, { readonly atMs: number; readonly files: Promise<vscode.Uri[]> }>();

  readonly find = (folder: vscode.Uri, pattern: string): Promise<readonly vscode.Uri[]> => {
    const key = `${folder.toString()} ${pattern}`;
    const known = this.#found.get(key);
    if (known !== undefined && Date.now() - known.atMs < keptMs) return known.files;
    const files = search(
      folder,
      pattern.split('/').filter((segment) => segment !== '' && segment !== '.'),
    );
    this.#found.set(key, { atMs: Date.now(), files });
    files.catch(() => this.#found.delete(key));
    return files;
  };

  forget(): void {
    this.#found.clear();
  }
}

async function search(folder: vscode.Uri, segments: readonly string[]): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  let folders = 0;
  const visit = async (within: vscode.Uri, [segment, ...rest]: readonly string[]): Promise<void> => {
    if (segment === undefined) return;
    if (++folders > maxFolders)
      throw new HumanError(`The pattern “${segments.join('/')}” leads through too many folders.`);
    if (segment === '**') await visit(within, rest);
    const matches = segment === '**' ? undefined : segmentPattern(segment);
    for (const [name, type] of await vscode.workspace.fs.readDirectory(within)) {
      const uri = vscode.Uri.joinPath(within, name);
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      if (matches === undefined) {
        // a link may lead back to where it stands
        const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
        if (isFolder && !isLink && !passedBy.has(name)) await visit(uri, [segment, ...rest]);
        else if (!isFolder && rest.length === 0) found.set(uri.toString(), uri);
      } else if (matches.test(name)) {
        if (isFolder) await visit(uri, rest);
        else if (rest.length === 0) found.set(uri.toString(), uri);
      }
    }
  };
  await visit(folder, segments);
  return [...found.values()];
}
