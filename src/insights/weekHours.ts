import { zoneOffsets } from '../dialing/zoneOffsets.ts';
import type { Steps } from '../callList/pace.ts';
import { CallCount, madeOnce, visitInPieces, type CallOf, type Figure } from './figure.ts';

/** An hour of a weekday on the recipients' clocks. */
export interface WeekHour {
  /** 0: Monday … 6: Sunday */
  readonly day: number;
  /** 0 to 23 */
  readonly hour: number;
  /** Calls that reached a person, of the calls that began in this hour. */
  readonly reached: Figure;
}

/** Fewer calls than this tell too little about an hour to be read as a rate. */
export const minCallsOfHour = 20;

const hourMs = 3_600_000;

export interface WeekHours {
  /** Those in which at least one call began. */
  readonly hours: readonly WeekHour[];
  /** Calls that are not among them: their start or the recipient's clock is unknown. */
  readonly without: number;
}

/**
 * When people answer, by their own clocks.
 * @param zoneOf IANA zone of the person's clock; undefined where it is unknown
 * @param firstOnly only first attempts: later ones go to people who did not pick up before
 */
export function* weekHours(
  calls: readonly CallOf[],
  zoneOf: (call: CallOf) => string | undefined,
  firstOnly: boolean,
): Steps<WeekHours> {
  const cells = new Map<number, ReachedCount>();
  let without = 0;
  yield* visitInPieces(calls, (call) => {
    if (firstOnly && call.attempt.number !== 1) return;
    const place = hourOfWeek(call.attempt.startedMs, zoneOf(call));
    if (place === undefined) without += 1;
    else madeOnce(cells, place, () => new ReachedCount()).add(call);
  });
  const hours = [...cells]
    .sort(([one], [other]) => one - other)
    .map(([place, cell]) => ({
      day: Math.floor(place / 24),
      hour: place % 24,
      reached: cell.figure(`hour/${Math.floor(place / 24)}/${place % 24}`),
    }));
  return { hours, without };
}

/** Hours since Monday midnight on a clock of the zone. */
function hourOfWeek(ms: number | undefined, zone: string | undefined): number | undefined {
  const localMs = localTimeMs(ms, zone);
  if (localMs === undefined) return undefined;
  const hour = Math.floor(localMs / hourMs);
  // 1970 began on a Thursday, the fourth day of a week.
  return (((hour + 3 * 24) % 168) + 168) % 168;
}

/** What a clock of the zone shows, as milliseconds to be read as if they were UTC. */
export function localTimeMs(ms: number | undefined, zone: string | undefined): number | undefined {
  if (ms === undefined || zone === undefined) return undefined;
  return ms + zoneOffsets(zone).spanAt(ms).offsetMs;
}

/** Counts calls, and those among them that reached a person. */
export class ReachedCount {
  readonly #reached = new CallCount();
  #calls = 0;

  add(call: CallOf): void {
    this.#calls += 1;
    if (call.attempt.result === 'human') this.#reached.add(call);
  }

  figure(key: string): Figure {
    return this.#reached.figure(key, this.#calls);
  }
}
