/** `Report: November`, `Report: 3 campaigns` */
export function reportTitle(names: readonly string[]): string {
  return names.length === 1 ? `Report: ${names[0] ?? ''}` : `Report: ${names.length} campaigns`;
}

/** `Report-Spring-pilot.md`: letters and digits alone, as every disk allows them. */
export function reportFileName(title: string): string {
  return `${title
    .slice(0, 200)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)}.md`;
}
