import { plural } from '../core/format.ts';
import type { CallingRules } from './callingRules.ts';
import type { NeverCalled, NeverReason } from './forecastTypes.ts';

/** One sentence for each reason why contacts are never called. */
export function neverCalled(
  never: ReadonlyMap<NeverReason, { readonly contacts: number; readonly countries: readonly string[] }>,
  rules: CallingRules,
): NeverCalled[] {
  return [...never].map(([reason, { contacts, countries }]) => ({
    reason,
    contacts,
    countries,
    sentence: sentence(reason, contacts, rules),
  }));
}

function sentence(reason: NeverReason, contacts: number, { timezone }: CallingRules): string {
  const who = `${plural(contacts, 'contact')} can never be called`;
  switch (reason) {
    case 'noWindow':
      return `${who}: the rules have no calling window that can be read. Add one, such as 10:00 to 18:00.`;
    case 'noDay':
      return `${who}: the rules allow no day of the week. Allow at least one.`;
    case 'noZone':
      return timezone === undefined
        ? `It is not known when ${plural(contacts, 'contact')} may be called: the numbers belong to no country, so they have no time zone. Set a time zone for the campaign, or leave them out.`
        : `${who}: "${timezone}" is not a time zone. Write it as in Europe/Paris.`;
  }
}
