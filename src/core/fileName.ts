/** `november.csv` of `…/lists/november.csv`; empty for a folder with a slash at its end. */
export function fileNameOf({ path }: { readonly path: string }): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
