import { namesAlike } from '../../callList/file/namesAlike.ts';
import { isPattern, readPattern, type SplitPattern } from '../../callList/suppression/pathPattern.ts';
import { HumanError } from '../../core/errors.ts';
import type { FileTree } from '../../core/fileTree.ts';
import { oneLine, quoted } from '../../core/plainText.ts';
import type { SearchedFiles } from './fileSearch.ts';

/** A path or a pattern that names suppression lists. */
export interface NamedSuppression<Place> {
  readonly path: string;
  /** The folder of relative paths; absent: the base of the list. */
  readonly base?: Place | undefined;
  /**
   * A workspace setting or a file beside a list can come with a repository, so it may name files of this
   * machine only. The user's settings apply to every folder, so a relative pattern may find nothing in this
   * one.
   */
  readonly by: 'user' | 'workspace';
  /** The place for an error message, such as `the setting revox.suppressionLists`. */
  readonly where: string;
  /** Why the setting is not a path; undefined: it is one. */
  readonly problem?: string | undefined;
}

/** A call list and the folders around it. */
export interface ListSurroundings<Place> {
  /** The list itself, which is never its own suppression list. */
  readonly list: Place;
  readonly listName: string;
  /** The folder that contains the list; undefined: none. */
  readonly folder: Place | undefined;
  /** The folder of relative paths. */
  readonly base: Place;
  readonly home: Place;
  /** False: a workspace may only name files inside its folder. */
  readonly isTrusted: boolean;
}

export interface FoundSuppressions<Place> {
  readonly files: readonly Place[];
  /**
   * One sentence for each list that is missing or could not be searched for. Any of them blocks the launch.
   */
  readonly failures: readonly string[];
}

export type Search<Place> = (start: Place, split: SplitPattern) => Promise<SearchedFiles<Place>>;

const besideNames = ['suppression.csv', 'do-not-call.csv'];
const maxShownPathCharacters = 120;

/** The suppression lists of a call list: those that are named, and those beside it with a special name. */
export async function findSuppressions<Place>(
  tree: FileTree<Place>,
  around: ListSurroundings<Place>,
  named: readonly NamedSuppression<Place>[],
  search: Search<Place>,
): Promise<FoundSuppressions<Place>> {
  const files = new Map<string, Place>();
  const failures: string[] = [];
  const add = (places: readonly Place[]) => places.forEach((place) => files.set(tree.keyOf(place), place));
  for (const name of named) {
    try {
      add(await filesNamed(tree, around, name, search));
    } catch (error) {
      failures.push(failureOf(name, error));
    }
  }
  try {
    add(await filesBeside(tree, around.folder, suppressionNamesFor(around.listName)));
  } catch {
    failures.push(
      'The folder of the call list cannot be searched for suppression lists. Check that you may list it.',
    );
  }
  files.delete(tree.keyOf(around.list));
  return { files: [...files.values()], failures };
}

/**
 * The files in a folder with one of these names, in any case, so that a suppression list works on every disk.
 * @throws where the folder cannot be listed
 */
export async function filesBeside<Place>(
  tree: FileTree<Place>,
  folder: Place | undefined,
  names: readonly string[],
): Promise<readonly Place[]> {
  if (folder === undefined) return [];
  const entries = (await tree.entriesOf(folder)) ?? [];
  const others = entries.flatMap(({ name, kind }) => (kind === 'folder' ? [] : [name]));
  return namesAlike(others, names).map((name) => tree.join(folder, name));
}

/** The names of files beside `list.csv` that are its suppression lists without a setting. */
export function suppressionNamesFor(listName: string): readonly string[] {
  return [...besideNames, `${listName.replace(/\.[^.]*$/, '')}.suppression.csv`];
}

/** Whether a file is a suppression list by its name alone. */
export function isSuppressionName(fileName: string): boolean {
  const name = fileName.toLowerCase();
  return besideNames.includes(name) || name.endsWith('.suppression.csv');
}

class NothingFound extends HumanError {
  override readonly name = 'NothingFound';
}

async function filesNamed<Place>(
  tree: FileTree<Place>,
  around: ListSurroundings<Place>,
  { path, base = around.base, by, problem }: NamedSuppression<Place>,
  search: Search<Place>,
): Promise<readonly Place[]> {
  if (problem !== undefined) throw new HumanError(problem);
  if (by === 'workspace') refuseForeign(path, around.isTrusted);
  if (!isPattern(path)) {
    const place = locate(tree, around, base, path);
    const kind = await tree.kindOf(place);
    if (kind === undefined) throw new NothingFound('No file is there. Put it there, or correct the path.');
    if (kind === 'folder') throw new HumanError('It is a folder. Name the files in it: add “/*.csv”.');
    return [place];
  }
  const files: Place[] = [];
  for (const split of readPattern(path)) {
    // an alternative of braces may be absolute where the pattern is not: `{//host/share,lists}/*.csv`
    if (by === 'workspace') refuseForeign(split.start, around.isTrusted);
    const start = split.start === '' ? base : locate(tree, around, base, split.start);
    const found = await search(start, split);
    if (found.incomplete !== undefined) {
      throw new HumanError(
        `The search for it could not be finished: ${found.incomplete}. Name a folder that is smaller, or that you may read.`,
      );
    }
    files.push(...found.files);
  }
  const mayFindNothing = by === 'user' && !isAbsolute(path);
  if (files.length === 0 && !mayFindNothing)
    throw new NothingFound('No file is found. Put it there, or correct the pattern.');
  return files;
}

/**
 * A repository must not make this machine open a file on another one, nor, before it is trusted, one outside
 * its folder.
 */
function refuseForeign(path: string, isTrusted: boolean): void {
  if (/^[\\/]{2}/.test(path)) {
    throw new HumanError('It is a path to another machine. Name it in your own settings, if you trust it.');
  }
  if (!isTrusted && (isAbsolute(path) || path.split(/[\\/]/).includes('..'))) {
    throw new HumanError('It is outside the folder. Trust the workspace, or name it in your own settings.');
  }
}

function failureOf<Place>({ path, where }: NamedSuppression<Place>, error: unknown): string {
  const shown = quoted(oneLine(path, maxShownPathCharacters));
  const why =
    error instanceof HumanError ? error.message : 'It cannot be read: check that you have permission.';
  const what = error instanceof NothingFound ? 'is missing' : 'cannot be used';
  return `The suppression list ${shown}, named in ${where}, ${what}. ${why}`;
}

function isAbsolute(path: string): boolean {
  return /^(?:~[\\/]|(?:[a-z]:)?[\\/])/i.test(path);
}

function locate<Place>(
  tree: FileTree<Place>,
  around: ListSurroundings<Place>,
  base: Place,
  path: string,
): Place {
  if (/^~[\\/]/.test(path)) return tree.join(around.home, path.slice(2).replaceAll('\\', '/'));
  return isAbsolute(path) ? tree.absolute(base, path) : tree.join(base, path.replaceAll('\\', '/'));
}
