import { capitalized } from '../core/format.ts';
import type { CallingRules } from './callingRules.ts';
import type { ContactGroup } from './contactGroups.ts';
import { norms, type Norm, type NormSource } from './norms.ts';
import { hoursIn, hoursText, openMinutes, shifted, usualMinutes, without } from './weekMinutes.ts';
import { zoneOffsets, isZone } from './zoneOffsets.ts';
import { recipientZone, zonesOf } from './zones.ts';

export interface NormWarning {
  /** The norm and its aspect: `fr.hours`, `us.states`. */
  readonly id: string;
  /** `hours` and `frequency` are about these rules; `advice` holds whatever the rules are. */
  readonly kind: 'hours' | 'frequency' | 'advice';
  readonly sentence: string;
  readonly sources: readonly NormSource[];
  /** `2026-11` */
  readonly asOf: string;
}

/**
 * Warns where rules go beyond what is usual in the countries that a list calls. Only the norms in `norms.ts`
 * are checked, and no public holidays: no warning does not mean that a campaign is allowed.
 * @param startMs the clocks differ by the season where the rules name a zone of their own
 */
export function normWarnings(
  rules: CallingRules,
  groups: readonly ContactGroup[],
  startMs: number,
): NormWarning[] {
  return norms
    .filter(({ country, isPart }) => !isPart && groups.some((group) => group.country === country))
    .flatMap((norm) => [
      ...hoursWarning(norm, rules, startMs),
      ...partsWarning(norm, rules, startMs),
      ...otherClocksWarning(norm, rules, startMs),
      ...capWarning(norm, rules),
      ...advice(norm),
    ]);
}

function hoursWarning(norm: Norm, rules: CallingRules, startMs: number): NormWarning[] {
  const outside = outsideHours(norm, rules, startMs, recipientZone(norm.country, undefined)?.zone);
  if (outside === undefined) return [];
  return [warning(norm, 'hours', `These rules call outside the usual hours in ${norm.place}: ${outside}.`)];
}

/** `13:00–14:00 Mon–Fri`; undefined: the rules stay within the hours. */
function outsideHours(
  norm: Norm,
  rules: CallingRules,
  startMs: number,
  zone: string | undefined,
): string | undefined {
  const open = shifted(openMinutes(rules), minutesAhead(zone, rules.timezone ?? zone, startMs));
  const outside = hoursIn(without(open, usualMinutes(norm)));
  return outside.length === 0 ? undefined : outside.map(hoursText).join('; ');
}

/** How many minutes the clocks of one zone are ahead of another's. */
function minutesAhead(zone: string | undefined, of: string | undefined, atMs: number): number {
  if (zone === undefined || of === undefined || !isZone(of)) return 0;
  return (zoneOffsets(zone).spanAt(atMs).offsetMs - zoneOffsets(of).spanAt(atMs).offsetMs) / 60_000;
}

function partsWarning({ id, country, place }: Norm, rules: CallingRules, startMs: number): NormWarning[] {
  const zone = recipientZone(country, undefined)?.zone;
  const parts = norms.filter((norm) => norm.isPart && norm.country === country);
  const left = parts.filter((norm) => outsideHours(norm, rules, startMs, zone) !== undefined);
  const [first] = left;
  if (first === undefined) return [];
  const places = left.map(({ place: name }) => name).join(', ');
  return [
    {
      id: `${id}.parts`,
      kind: 'hours',
      sentence: `Parts of ${place} have shorter hours than these rules: ${places}. A phone number doesn’t prove where someone lives, and sources differ.`,
      sources: first.sources,
      asOf: first.asOf,
    },
  ];
}

/**
 * Where a country code does not tell the zone, one clock's calling hours are other hours elsewhere in the
 * country.
 */
function otherClocksWarning(norm: Norm, rules: CallingRules, startMs: number): NormWarning[] {
  const found = recipientZone(norm.country, undefined);
  if (found?.ambiguous !== true) return [];
  const clock = rules.timezone !== undefined && isZone(rules.timezone) ? rules.timezone : found.zone;
  const open = openMinutes(rules);
  const usual = usualMinutes(norm);
  const outside = zonesOf(norm.country)
    .filter((zone) => isZone(zone))
    .map((zone) => ({ zone, ahead: minutesAhead(zone, clock, startMs) }))
    .filter(({ ahead }) => without(shifted(open, ahead), usual).includes(1))
    .sort((one, other) => Math.abs(other.ahead) - Math.abs(one.ahead));
  const [furthest] = outside;
  if (furthest === undefined || furthest.ahead === 0) return [];
  const there = hoursIn(without(shifted(open, furthest.ahead), usual))
    .map(hoursText)
    .join('; ');
  const sentence = `${capitalized(norm.place)} has several time zones and a number does not tell which: if its hours are taken from ${clock}, somebody in ${furthest.zone} is called outside the usual hours, ${there}. Split the list by zone to avoid that.`;
  return [warning(norm, 'clocks', sentence)];
}

function capWarning(norm: Norm, rules: CallingRules): NormWarning[] {
  const capped = norms.filter(
    ({ country, cap }) => country === norm.country && cap !== undefined && rules.maxAttempts > cap.attempts,
  );
  const [first] = capped;
  if (first?.cap === undefined) return [];
  const places = capped.map(({ place }) => place).join(', ');
  const sentence = `Up to ${rules.maxAttempts} attempts are more than is usual in ${places}: ${first.cap.sentence}, other campaigns included.`;
  return [{ ...warning(first, 'cap', sentence), kind: 'frequency' }];
}

function advice(norm: Norm): NormWarning[] {
  const sentences = [norm.consent, 'Public holidays are not known here.'].filter(
    (text) => text !== undefined,
  );
  return [
    { ...warning(norm, 'advice', `${capitalized(norm.place)}: ${sentences.join(' ')}`), kind: 'advice' },
  ];
}

function warning(norm: Norm, about: string, sentence: string): NormWarning {
  return { id: `${norm.id}.${about}`, kind: 'hours', sentence, sources: norm.sources, asOf: norm.asOf };
}
