import { capitalized } from '../core/format.ts';
import { nameInText } from '../callList/phone/countryName.ts';
import type { Column } from '../callList/callList.ts';
import { placeholderUses, type PlaceholderUse } from '../callList/values/placeholderUses.ts';
import type { PhoneFacts } from '../callList/phone/phoneFacts.ts';
import type { Assistant } from '../core/assistant.ts';
import { escapedMarkdown, oneLine } from '../core/plainText.ts';
import type { RecipientClock } from '../dialing/recipientClock.ts';

/** The longest paragraph of a hover, in characters. */
const maxLineCharacters = 1_000;

/** The paragraphs as Markdown in which none of their words is a link, an element or an icon. */
export function hoverMarkdown(lines: readonly string[]): string {
  return lines.map((line) => escapedMarkdown(oneLine(line, maxLineCharacters))).join('\n\n');
}

/**
 * What is said about a number, a paragraph each; plain text.
 * @param hours whose calling hours the clock is about: `The default calling hours`
 */
export function phoneLines(
  facts: PhoneFacts,
  clock: RecipientClock | undefined,
  hours = 'The default calling hours',
): string[] {
  const { international, national, countryName, type } = facts;
  const origin = [countryName, type].filter((fact) => fact !== undefined).join(', ');
  return [
    national === international ? international : `${international} (there: ${national})`,
    ...(origin === '' ? [] : [capitalized(origin)]),
    ...(clock === undefined ? [] : clockLines(clock, countryName ?? 'that country', hours)),
  ];
}

function clockLines(clock: RecipientClock, countryName: string, whose: string): string[] {
  const { zone, ambiguous, localMs, open, opensLocalMs } = clock;
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const now = `It is ${moment(localMs)} there`;
  const time = ambiguous
    ? `${now} by the clock of ${city}. There are several time zones in ${nameInText(countryName)}, so the recipient’s may differ.`
    : `${now}.`;
  const next = opensLocalMs === undefined ? '' : ` and open ${moment(opensLocalMs)}`;
  const hours = open ? `${whose} are open: a call could be placed now.` : `${whose} are closed now${next}.`;
  return [time, hours];
}

/** `Tue 14:05` */
function moment(localMs: number): string {
  const date = new Date(localMs);
  const weekday = date.toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' });
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  return `${weekday} ${time}`;
}

/** What a list decides by a column. `call`: its numbers are called. `leaveOut`: a row can say not to call. */
export type ColumnRole = 'call' | 'leaveOut';

const roleLines: Readonly<Record<ColumnRole, string>> = {
  call: 'The number that is called.',
  leaveOut: 'Decides who is called: a row that says here not to call is left out.',
};

/**
 * What happens to a column.
 * @param role undefined for a column that decides nothing
 * @param assistant the one chosen last for this list, where there is one
 */
export function columnLines(
  column: Column,
  role: ColumnRole | undefined,
  assistant: Assistant | undefined,
): string[] {
  const name = `{{${column.variable}}}`;
  const isPhone = role === 'call';
  const lines = role === undefined ? [] : [roleLines[role]];
  if (assistant === undefined) {
    return isPhone ? lines : [...lines, `Fills ${name}. Sent when the assistant you choose uses it.`];
  }
  const who = assistant.name === '' ? 'The assistant' : assistant.name;
  const uses = placeholderUses(assistant, column.variable);
  if (uses.length > 0 && column.sent) {
    return [...lines, `Fills ${name}, sent with each call. ${who} uses it in:`, ...uses.map(useLine)];
  }
  if (isPhone) return lines;
  return column.sent
    ? [...lines, `Fills ${name}. ${who} does not use it. It is sent anyway, as chosen for this list.`]
    : [...lines, `Not sent: ${who} does not use ${name}. Add it to the prompt to use it.`];
}

function useLine({ where, excerpt }: PlaceholderUse): string {
  const place = capitalized(where);
  return excerpt === undefined ? place : `${place}: “${excerpt}”`;
}
