/** The most of a page that sticky columns may take: the others need room, too. */
const mostOfPage = 0.55;

/**
 * Where each sticky column stays, in px from the left. On a narrow page only the last ones stay, which say
 * best who it is; those before them scroll away.
 * @param widths of the sticky columns, in px
 * @returns empty where not even the last one fits
 */
export function stickyPlaces(widths: readonly number[], pageWidth: number): readonly number[] {
  const total = (from: number) => widths.slice(from).reduce((sum, width) => sum + width, 0);
  const first = widths.findIndex((_, index) => total(index) <= pageWidth * mostOfPage);
  if (first < 0) return [];
  return widths.map((_, index) => total(first) - total(index));
}
