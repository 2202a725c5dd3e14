import { zoneOffsets } from './zoneOffsets.ts';

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** The time that clocks in this zone show: `Mon 09:00 in Paris`. */
export function timeThere(ms: number, zone: string): string {
  const localMs = ms + zoneOffsets(zone).spanAt(ms).offsetMs;
  return `${timeFormat.format(localMs).replace(',', '')} in ${cityOf(zone)}`;
}

/** `Europe/Paris` → `Paris`, `America/New_York` → `New York` */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
