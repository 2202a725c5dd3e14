import { formatWhen } from '../../core/format.ts';
import { delayText } from '../../launch/launchDetails.ts';
import type { Start } from '../../launch/launchPlan.ts';
import type { LaunchPolicy } from '../../launch/launchPolicy.ts';
import { scheduleWarning, type ScheduleSupport } from '../../launch/scheduleSupport.ts';
import type { StartOption, StartView } from '../contract/protocolLaunch.ts';

const maxZones = 4;

/** The ways to begin, from the most careful on; those that settings or server rule out are left out. */
export function startOptions(
  { allowedStarts }: LaunchPolicy,
  scheduleSupport: ScheduleSupport,
  graceMs: number,
): readonly StartOption[] {
  const warning = scheduleWarning(scheduleSupport);
  const options: readonly StartOption[] = [
    {
      kind: 'draft',
      label: 'Save as draft',
      detail: 'Nobody is called. You launch it later in the dashboard.',
      warning: undefined,
    },
    {
      kind: 'schedule',
      label: 'Schedule',
      detail: 'At a time you choose, within the calling hours.',
      warning,
    },
    // Where the server does not wait, there is no way back to promise.
    ...(graceMs > 0 && scheduleSupport !== 'ignored'
      ? [
          {
            kind: 'grace' as const,
            label: `In ${delayText(graceMs)}`,
            detail: 'Until then one click in the status bar takes it back.',
            warning,
          },
        ]
      : []),
    {
      kind: 'now',
      label: 'Now',
      detail: 'As soon as a recipient’s calling hours allow.',
      warning: undefined,
    },
  ];
  return options.filter(({ kind }) => allowedStarts.value.includes(kind));
}

/** A scheduled start on the person's clock, the recipients' and that of the servers. Undefined for the other kinds. */
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
