import type { Row } from '../core/row.ts';
import { toMs } from '../core/timestamp.ts';
import type { CallingRules } from './callingRules.ts';
import { nextAttemptMs, nextCallMs } from './nextCall.ts';
import { isZone, zoneOffsets } from './zoneOffsets.ts';
import { recipientZone } from './zones.ts';

/** A row that is still to be called, and when its rules let that happen. */
export interface WaitingRow {
  /** IANA name; undefined: the number belongs to no country. */
  readonly zone: string | undefined;
  /** When the retry delay is over; undefined: it has not been called yet. */
  readonly delayUntilMs: number | undefined;
  /** When it may be called by the rules; undefined: never, or nobody can tell. */
  readonly mayStartMs: number | undefined;
  /** When the service itself says that it will be called, where that is ahead. */
  readonly plannedMs: number | undefined;
  /** The service has not finished making a call of it. */
  readonly initializing: boolean;
}

const waitingStatuses: ReadonlySet<string> = new Set(['initializing', 'queued_for_calling', 'scheduled']);

/** The rows that wait, of those that were read. */
export function waitingRows(
  rows: readonly Row[],
  rules: CallingRules,
  countryOf: (e164: string) => string | undefined,
  nowMs: number,
): WaitingRow[] {
  return rows
    .filter(({ call }) => call === undefined || waitingStatuses.has(call.status))
    .map((row) => waitingRow(row, rules, countryOf(row.phone_number), nowMs));
}

function waitingRow(row: Row, rules: CallingRules, country: string | undefined, nowMs: number): WaitingRow {
  const found = recipientZone(country, rules.timezone);
  const zone = found !== undefined && isZone(found.zone) ? found.zone : undefined;
  const plannedMs = toMs(row.call?.scheduled_at);
  const delayUntilMs = zone === undefined ? undefined : delayOver(row, rules, zone);
  return {
    zone,
    delayUntilMs,
    mayStartMs:
      zone === undefined
        ? undefined
        : nextCallMs(Math.max(nowMs, delayUntilMs ?? nowMs), rules, zoneOffsets(zone)),
    plannedMs: plannedMs !== undefined && plannedMs > nowMs ? plannedMs : undefined,
    initializing: row.call?.status === 'initializing',
  };
}

function delayOver({ call }: Row, rules: CallingRules, zone: string): number | undefined {
  const last = call?.last_call_attempt ?? call?.call_attempts[0];
  const endedMs = toMs(last?.ended_at);
  if (call === undefined || endedMs === undefined) return undefined;
  const ended = {
    number: Math.max(1, call.calls_count ?? call.call_attempts.length),
    startedMs: toMs(last?.started_at) ?? endedMs,
    endedMs,
    reachedHuman: last?.result === 'human',
  };
  return nextAttemptMs(ended, rules, zoneOffsets(zone));
}
