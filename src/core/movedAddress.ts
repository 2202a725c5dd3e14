/**
 * The new address of something after a file, or a folder above it, was renamed or moved.
 *
 * @param address of the file, as all three are: without a slash at its end
 * @returns undefined where it stays
 */
export function movedAddress(address: string, from: string, to: string): string | undefined {
  if (address === from) return to;
  return address.startsWith(`${from}/`) ? to + address.slice(from.length) : undefined;
}
