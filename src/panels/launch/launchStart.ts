import { formatWhen } from '../../core/format.ts';
import type { Start } from '../../launch/draft/campaignSpec.ts';
import type { StartView } from '../contract/protocolLaunch.ts';

const maxZones = 4;

/**
 * A scheduled start on the person's clock, the recipients' and that of the servers. Undefined for the other
 * kinds.
 */
export function startView(
  start: Start | undefined,
  zones: readonly string[],
  nowMs: number,
): StartView | undefined {
  if (start?.kind !== 'schedule') return undefined;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = zones.filter((zone) => zone !== own && zone !== 'UTC').slice(0, maxZones);
  return {
    lines: [
      { label: `Your time, ${placeOf(own)}`, text: formatWhen(start.atMs, nowMs) },
      ...others.map((zone) => ({ label: placeOf(zone), text: clockIn(zone, start.atMs) })),
      ...(own === 'UTC' ? [] : [{ label: 'UTC', text: clockIn('UTC', start.atMs) }]),
    ],
  };
}

/** `Europe/Paris` → `Paris` */
export function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** `Mon 23 Nov, 09:00` on the clock of that zone. */
export function clockIn(zone: string, ms: number): string {
  const date = new Date(ms);
  const part = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleString('en-GB', { timeZone: zone, ...options });
  const time = part({ hour: '2-digit', minute: '2-digit' });
  return `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'short' })}, ${time}`;
}
