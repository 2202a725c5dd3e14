import type { SplitPattern } from '../../callList/suppression/pathPattern.ts';
import type { FileTree } from '../../core/fileTree.ts';
import { formatCount } from '../../core/format.ts';
import { unlessAborted } from '../../core/unlessAborted.ts';

export interface SearchedFiles<Place> {
  readonly files: readonly Place[];
  /**
   * Why there may be more files than these, as the end of a sentence; undefined: it was looked everywhere.
   */
  readonly incomplete?: string | undefined;
}

export interface SearchBounds {
  /** Folders that are looked into at most. */
  readonly maxFolders: number;
  /** Aborts the search. */
  readonly signal: AbortSignal;
}

/**
 * `**` does not enter these: nobody keeps call lists there, and they hold more folders than all others
 * together.
 */
const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);
/** Each file that is found is read whole. Nobody has more suppression lists than this. */
const maxFiles = 1_000;
/** The deepest path that is searched: a deeper one is a cycle of links. */
const maxDepth = 64;

/**
 * Files below a folder, by pattern. Links are followed, each folder is looked into once for each step of the
 * pattern. Never rejects: what prevents the search is reported, because "nothing found" means that people are
 * called.
 */
export async function searchFiles<Place>(
  tree: FileTree<Place>,
  start: Place,
  steps: SplitPattern['steps'],
  bounds: SearchBounds,
): Promise<SearchedFiles<Place>> {
  const found = new Map<string, Place>();
  const seen = new Set<string>();
  const open = [{ folder: start, stepAt: 0, depth: 0 }];
  let incomplete: string | undefined;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, stepAt, depth } = next;
    const step = steps[stepAt];
    if (step === undefined) continue;
    try {
      const key = `${stepAt} ${await unlessAborted(tree.identityOf(folder), bounds.signal)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > bounds.maxFolders) {
        return {
          files: [...found.values()],
          incomplete: `there are more than ${formatCount(bounds.maxFolders)} folders`,
        };
      }
      const entries = (await unlessAborted(tree.entriesOf(folder), bounds.signal)) ?? [];
      const isLast = stepAt === steps.length - 1;
      // `**` stands for no folder, too.
      if (step === 'any folders' && !isLast) open.push({ folder, stepAt: stepAt + 1, depth });
      for (const { name, kind } of entries) {
        const isFolder = kind === 'folder';
        if (step === 'any folders' ? isFolder && skippedFolders.has(name) : !step(name)) continue;
        const place = tree.join(folder, name);
        if (!isFolder) {
          if (!isLast) continue;
          found.set(tree.keyOf(place), place);
          if (found.size > maxFiles) {
            return { files: [], incomplete: `it fits more than ${formatCount(maxFiles)} files` };
          }
        } else if (depth >= maxDepth) incomplete ??= 'its folders go deeper than a path can';
        else
          open.push({
            folder: place,
            stepAt: step === 'any folders' ? stepAt : stepAt + 1,
            depth: depth + 1,
          });
      }
    } catch (error) {
      if (bounds.signal.aborted) return { files: [...found.values()], incomplete: 'it took too long' };
      incomplete ??= whyNot(tree.keyOf(folder), error);
    }
  }
  return { files: [...found.values()], incomplete };
}

function whyNot(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return `the folder “${folder}” cannot be listed${code}`;
}
