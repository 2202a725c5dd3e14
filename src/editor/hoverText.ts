import type { Column } from '../contacts/callList.ts';
import type { PhoneFacts } from '../contacts/phoneFacts.ts';
import type { RecipientClock } from '../dialing/recipientClock.ts';

/** What is said about a number, a paragraph each; plain text. */
export function phoneLines(facts: PhoneFacts, clock: RecipientClock | undefined): string[] {
  const { international, national, countryName, type } = facts;
  const origin = [countryName, type].filter((fact) => fact !== undefined).join(', ');
  return [
    national === international ? international : `${international} (there: ${national})`,
    ...(origin === '' ? [] : [origin.charAt(0).toUpperCase() + origin.slice(1)]),
    ...(clock === undefined ? [] : clockLines(clock, countryName ?? 'The country')),
  ];
}

function clockLines(clock: RecipientClock, countryName: string): string[] {
  const { zone, ambiguous, localMs, open, opensLocalMs } = clock;
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const now = `It is ${moment(localMs)} there`;
  const time = ambiguous
    ? `${now} by the clock of ${city}. ${countryName} has several time zones, so the recipient’s may differ.`
    : `${now}.`;
  const next = opensLocalMs === undefined ? '' : ` and open ${moment(opensLocalMs)}`;
  const hours = open
    ? 'The default calling hours are open now.'
    : `The default calling hours are closed now${next}.`;
  return [time, hours];
}

/** `Tue 14:05` */
function moment(localMs: number): string {
  const date = new Date(localMs);
  const weekday = date.toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' });
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  return `${weekday} ${time}`;
}

/**
 * What becomes of a column.
 * @param variables what the assistant of the last campaign made from this list uses, where there is one
 */
export function columnLines(
  column: Column,
  isPhone: boolean,
  variables: readonly string[] | undefined,
): string[] {
  const name = `{{${column.variable}}}`;
  const lines = isPhone ? ['The number that is called.'] : [];
  if (variables === undefined) {
    return isPhone ? lines : [`Fills ${name}. Sent when the assistant you choose uses it.`];
  }
  if (column.sent)
    return [...lines, `Fills ${name}, which the assistant chosen last uses: sent with each call.`];
  return isPhone ? lines : [`Would fill ${name}, which the assistant chosen last does not use: not sent.`];
}
