import type { CallRetryConfig } from '../core/retryConfig.ts';
import { readCallingRules } from '../dialing/callingRules.ts';
import { nextCallMs } from '../dialing/nextCall.ts';
import { zoneOffsets } from '../dialing/zoneOffsets.ts';
import { silentMinutes } from './earlyWarning.ts';
import type { PersonFacts } from './personFacts.ts';

export interface SilentCampaign {
  readonly people: readonly PersonFacts[];
  /** Of the campaign or its assistant; undefined: the service's usual rules. */
  readonly rules: CallRetryConfig | undefined;
  /** IANA zone of a person's clock; undefined where nobody can tell. */
  readonly zoneOf: (person: PersonFacts) => string | undefined;
  readonly nowMs: number;
  /** The fewest minutes of silence that are a reason to warn. */
  readonly minutes: number;
}

const minuteMs = 60_000;
/** The service calls these people only after somebody has launched or resumed them. */
const heldStatuses: ReadonlySet<string | undefined> = new Set(['not_launched', 'paused']);
const maxZones = 30;

/**
 * Minutes in which a running campaign called nobody, although somebody waits whose hours were open all the
 * while; undefined while that is no reason to warn. A person who waits for a retry waits for its delay first.
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
