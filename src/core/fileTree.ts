/**
 * The kind of an entry of a folder; for a link, of its target. `other`: a device, a pipe or a broken link.
 */
export type EntryKind = 'file' | 'folder' | 'other';

export interface FileEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** Files and folders, wherever they are. A place is an address in VS Code and a path in plain Node. */
export interface FileTree<Place> {
  /** The same text for the same place. */
  keyOf(place: Place): string;
  /** @param path relative, with `/` between its parts */
  join(folder: Place, path: string): Place;
  /** @param path absolute; on the same disk or server as `near` */
  absolute(near: Place, path: string): Place;
  /** @returns undefined where nothing is; @throws where that cannot be told */
  kindOf(place: Place): Promise<EntryKind | undefined>;
  /** @returns undefined where no such folder is; @throws where it cannot be listed */
  entriesOf(folder: Place): Promise<readonly FileEntry[] | undefined>;
  /** The same text for each way to one folder, as far as links can be resolved. */
  identityOf(folder: Place): Promise<string>;
}
