/**
 * Reads a start time as a person types it, in their own zone: `14:30`, `tomorrow 9:00`, `2026-11-23 09:00`.
 * @returns ms since 1970; undefined when it is none of these, or the day does not exist
 */
export function parseStart(text: string, nowMs: number): number | undefined {
  const match = /^(?:(today|tomorrow)\s+|(\d{4})-(\d{1,2})-(\d{1,2})[T\s]+)?(\d{1,2})[:h](\d{2})$/i.exec(
    text.trim(),
  );
  if (match === null) return undefined;
  const [, word, year, month, day, hour, minute] = match;
  const now = new Date(nowMs);
  const date =
    year === undefined
      ? new Date(
          now.getFullYear(),
          now.getMonth(),
          now.getDate() + (word?.toLowerCase() === 'tomorrow' ? 1 : 0),
        )
      : new Date(Number(year), Number(month) - 1, Number(day));
  if (year !== undefined && (date.getMonth() !== Number(month) - 1 || date.getDate() !== Number(day)))
    return undefined;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  date.setHours(Number(hour), Number(minute), 0, 0);
  return date.getTime();
}

/** The same, written so that `parseStart` reads it again: `2026-11-23 09:00`. */
export function formatStart(ms: number): string {
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
