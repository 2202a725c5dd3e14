import type * as vscode from 'vscode';
import type { SplitPattern } from '../callList/suppression/pathPattern.ts';
import { workspaceFiles } from '../host/workspaceFiles.ts';
import type { SearchedFiles } from './suppression/fileSearch.ts';

/** How long a result is reused, ms: searching a folder takes long compared with a check. */
const keptMs = 10_000;
const maxFolders = 20_000;
const maxSearchMs = 20_000;

/**
 * Files by glob pattern, remembered for a while. Looked for in the file system itself: the editor's own
 * search leaves things out that a setting excludes, and an empty answer would mean that people are called.
 */
export class PatternFinder {
  readonly #found = new Map<
    string,
    { readonly atMs: number; readonly files: Promise<SearchedFiles<vscode.Uri>> }
  >();

  readonly find = (start: vscode.Uri, { text, steps }: SplitPattern): Promise<SearchedFiles<vscode.Uri>> => {
    const key = `${start.toString()} ${text}`;
    const known = this.#found.get(key);
    if (known !== undefined && Date.now() - known.atMs < keptMs) return known.files;
    const signal = AbortSignal.timeout(maxSearchMs);
    // few people name a pattern: what searches for it loads with the first
    const files = import('./suppression/fileSearch.ts').then(({ searchFiles }) =>
      searchFiles(workspaceFiles, start, steps, { maxFolders, signal }),
    );
    this.#found.set(key, { atMs: Date.now(), files });
    void files.then(({ incomplete }) => {
      if (incomplete !== undefined) this.#found.delete(key);
    });
    return files;
  };

  forget(): void {
    this.#found.clear();
  }
}
