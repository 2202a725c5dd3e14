import type { Steps } from '../callList/pace.ts';
import { subscriberOf } from '../callList/phone/otherForm.ts';
import type { PhoneHistory } from '../core/account.ts';
import { toMs } from '../core/timestamp.ts';
import { visitInPieces } from './figure.ts';
import type { PersonFacts } from './personFacts.ts';

/** The rules that keep people off a redial list. */
export interface CohortCaps {
  /** Calls to the number within the last 24 hours; as many or more keep it off. Undefined: no cap. */
  readonly maxInDay: number | undefined;
  /** Within the last 30 days. */
  readonly maxInMonth: number | undefined;
  /** E.164 numbers that are never to be called. */
  readonly suppressed: ReadonlySet<string>;
  /** Leave out people whom another campaign still calls. */
  readonly openElsewhere: boolean;
  /** Leave out numbers of which the last call said that they do not exist. */
  readonly noSuchNumber: boolean;
  /** What the service knows of the numbers, calls of campaigns that were not read included. */
  readonly history: ReadonlyMap<string, PhoneHistory>;
  /**
   * Ids of campaigns that still call people and were not read: whoever the history names there may be open.
   */
  readonly openCampaigns: ReadonlySet<string>;
  readonly nowMs: number;
}

export type CapReason =
  | 'called within 24 hours'
  | 'called within 30 days'
  | 'suppressed'
  | 'do not contact'
  | 'open elsewhere'
  | 'no such number'
  | 'twice';

export interface CappedCohort {
  readonly people: readonly PersonFacts[];
  readonly leftOut: ReadonlyMap<CapReason, number>;
}

const dayMs = 86_400_000;

/**
 * Leaves out people who must not, or should not, be called again. Each subscriber is on the list once, also
 * one who has two numbers. Who must not be contacted, as the service says, is always left out.
 * @param all people of every campaign that was read: their calls count, and who is open elsewhere is left out
 */
export function* capCohort(
  people: readonly PersonFacts[],
  all: readonly PersonFacts[],
  caps: CohortCaps,
): Steps<CappedCohort> {
  const numbers = yield* numberCalls(people, all, caps);
  const leftOut = new Map<CapReason, number>();
  const seen = new Set<string>();
  const kept: PersonFacts[] = [];
  yield* visitInPieces(people, (person) => {
    const reason = reasonAgainst(person, numbers.get(subscriberOf(person.phone)), seen, caps);
    if (reason !== undefined) {
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      return;
    }
    seen.add(subscriberOf(person.phone));
    kept.push(person);
  });
  return { people: kept, leftOut };
}

function reasonAgainst(
  { phone, campaignId, attempts }: PersonFacts,
  calls: NumberCalls | undefined,
  seen: ReadonlySet<string>,
  caps: CohortCaps,
): CapReason | undefined {
  const { maxInDay, maxInMonth, suppressed, openElsewhere, noSuchNumber, history } = caps;
  if (suppressed.has(phone)) return 'suppressed';
  if (history.get(phone)?.do_not_contact === true) return 'do not contact';
  if (seen.has(subscriberOf(phone))) return 'twice';
  if (noSuchNumber && attempts.at(-1)?.dialError === 'number_non_attributed') return 'no such number';
  if (openElsewhere && calls?.openIn.some((id) => id !== campaignId) === true) return 'open elsewhere';
  if (maxInDay !== undefined && (calls?.inDay ?? 0) >= maxInDay) return 'called within 24 hours';
  if (maxInMonth !== undefined && (calls?.inMonth ?? 0) >= maxInMonth) return 'called within 30 days';
  return undefined;
}

interface NumberCalls {
  inDay: number;
  inMonth: number;
  readonly openIn: string[];
}

/** By `subscriberOf`. */
function* numberCalls(
  people: readonly PersonFacts[],
  all: readonly PersonFacts[],
  { history, openCampaigns, nowMs }: CohortCaps,
): Steps<ReadonlyMap<string, NumberCalls>> {
  const wanted = new Map<string, NumberCalls>();
  yield* visitInPieces(people, ({ phone }) => {
    wanted.set(subscriberOf(phone), { inDay: 0, inMonth: 0, openIn: [] });
  });
  yield* visitInPieces(all, ({ phone, attempts, open, campaignId }) => {
    const calls = wanted.get(subscriberOf(phone));
    if (calls === undefined) return;
    if (open) calls.openIn.push(campaignId);
    for (const { startedMs } of attempts) {
      if (startedMs === undefined) continue;
      if (startedMs > nowMs - dayMs) calls.inDay += 1;
      if (startedMs > nowMs - 30 * dayMs) calls.inMonth += 1;
    }
  });
  yield* visitInPieces(people, ({ phone }) => {
    const calls = wanted.get(subscriberOf(phone));
    if (calls !== undefined) addHistory(calls, history.get(phone), openCampaigns, nowMs);
  });
  return wanted;
}

/**
 * The service tells how often a number was called and when last, but not when before: whoever was called
 * within 30 days counts with all their calls, which leaves out too many rather than too few.
 */
function addHistory(
  calls: NumberCalls,
  known: PhoneHistory | undefined,
  openCampaigns: ReadonlySet<string>,
  nowMs: number,
): void {
  if (known === undefined) return;
  const lastMs = toMs(known.last_called_at);
  if (lastMs !== undefined && lastMs > nowMs - dayMs) calls.inDay = Math.max(calls.inDay, 1);
  if (lastMs !== undefined && lastMs > nowMs - 30 * dayMs)
    calls.inMonth = Math.max(calls.inMonth, known.count);
  for (const { id } of known.campaigns) if (openCampaigns.has(id)) calls.openIn.push(id);
}
