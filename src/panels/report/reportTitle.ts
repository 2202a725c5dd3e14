/** `Report: November`, `Report: 3 campaigns` */
export function reportTitle(names: readonly string[]): string {
  return names.length === 1 ? `Report: ${names[0] ?? ''}` : `Report: ${names.length} campaigns`;
}
