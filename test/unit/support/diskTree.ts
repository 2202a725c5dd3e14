import { dirname, join, resolve } from 'node:path';
import type { FileTree } from '../../../src/core/fileTree.ts';
import { diskEntriesOf, diskIdentityOf, diskKindOf } from '../../../src/host/diskFiles.ts';

/** Files of this machine by their paths, as the extension sees those with the scheme `file:`. */
export const diskTree: FileTree<string> = {
  keyOf: (path) => path,
  join,
  absolute: (near, path) => resolve(dirname(near), path),
  kindOf: diskKindOf,
  entriesOf: diskEntriesOf,
  identityOf: diskIdentityOf,
};
