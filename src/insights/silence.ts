import type { CallRetryConfig } from '../core/retryConfig.ts';
import { readCallingRules } from '../dialing/callingRules.ts';
import { nextCallMs } from '../dialing/nextCall.ts';
import { zoneOffsets } from '../dialing/zoneOffsets.ts';
import { silentMinutes } from './earlyWarning.ts';
import type { PersonFacts } from './personFacts.ts';

export interface SilentCampaign {
  readonly people: readonly PersonFacts[];
  /** The rules of the campaign or its assistant; undefined: the service's defaults. */
  readonly rules: CallRetryConfig | undefined;
  /** The IANA time zone of a person; undefined: unknown. */
  readonly zoneOf: (person: PersonFacts) => string | undefined;
  readonly nowMs: number;
  /** The minimum number of minutes for a warning. */
  readonly minutes: number;
}

const minuteMs = 60_000;
/** Calls that the service makes only after a person launches or resumes them. */
const heldStatuses: ReadonlySet<string | undefined> = new Set(['not_launched', 'paused']);
const maxZones = 30;

/**
 * Minutes in which a running campaign called nobody although a person was waiting and could be called all
 * that time; undefined while there is no reason to warn. For a person who waits for a retry, the delay does
 * not count.
 */
export function silentFor({ people, rules, zoneOf, nowMs, minutes }: SilentCampaign): number | undefined {
  if (people.some(({ attempts }) => attempts.some(({ over }) => !over))) return undefined;
  const { rules: read } = readCallingRules(rules);
  const sinceMs = nowMs - minutes * minuteMs;
  const maxDelayMs = Math.max(0, ...read.windows.map(({ retryDelayMs }) => retryDelayMs));
  const waiting = people.filter(
    ({ open, status, attempts }) =>
      open &&
      !heldStatuses.has(status) &&
      (attempts.length === 0 || (attempts.at(-1)?.endedMs ?? nowMs) + maxDelayMs <= sinceMs),
  );
  const zones = new Set(waiting.map((person) => read.timezone ?? zoneOf(person)));
  const isOpen = (zone: string, ms: number) => nextCallMs(ms, read, zoneOffsets(zone)) === ms;
  const mayCallNow = [...zones]
    .slice(0, maxZones)
    .some((zone) => zone !== undefined && isOpen(zone, nowMs) && isOpen(zone, sinceMs));
  const starts = people.flatMap(({ attempts }) => attempts.flatMap(({ startedMs }) => startedMs ?? []));
  const lastCallMs = starts.reduce<number | undefined>(
    (last, ms) => (last === undefined || ms > last ? ms : last),
    undefined,
  );
  return silentMinutes({ nowMs, lastCallMs, openSinceMs: sinceMs, mayCallNow, minutes });
}
