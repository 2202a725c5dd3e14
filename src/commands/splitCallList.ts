import type { CallList } from '../callList/callList.ts';
import { randomHalves } from '../callList/randomHalves.ts';
import type { ListPart } from '../editor/listParts.ts';
import { HumanError } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';
import { showInformationMessage, showInputBox, showQuickPick } from '../host/messages.ts';
import { openUntitledCsv } from '../editor/untitledCsv.ts';
import { folderOf } from '../host/workspaceFiles.ts';
import { nameOf, openedList } from './openedList.ts';
import type { CommandContext } from './context.ts';
import { chooseCallList } from '../sending/callListFile.ts';

/** The contacts that are left out, with the reason, as a file to repair or to return. */
export async function openExcludedRows(context: CommandContext, given: unknown): Promise<void> {
  const uri = await chooseCallList(given);
  const checked = uri && (await openedList(context, uri));
  if (uri === undefined || checked === undefined) return;
  const { list, records, text } = checked;
  const { read, ready, blank } = list.counts;
  if (read - blank === ready) {
    void showInformationMessage(`Nobody is left out of “${nameOf(uri).whole}”.`);
    return;
  }
  const { excludedCsv } = await import('../editor/listCsv.ts');
  const { base, ending } = nameOf(uri);
  await openUntitledCsv(`${base}-left-out`, ending, excludedCsv(list, records, text), folderOf(uri));
}

/** Opens a list of the contacts that can be called. */
export async function openCleanList(context: CommandContext, given: unknown): Promise<void> {
  const uri = await chooseCallList(given);
  const checked = uri && (await openedList(context, uri));
  if (uri === undefined || checked === undefined) return;
  const { list, records, text } = checked;
  const { base, ending, whole } = nameOf(uri);
  if (list.counts.ready === 0) {
    const { summarySentence } = await import('../callList/summary.ts');
    throw new HumanError(`Nobody on “${whole}” can be called. ${summarySentence(list)}`);
  }
  const { cleanCsv } = await import('../editor/listCsv.ts');
  await openUntitledCsv(`${base}-clean`, ending, cleanCsv(list, records, text), folderOf(uri));
}

/**
 * Into one list for each country, time zone, or value of a column such as states, because the rules of a
 * campaign have one time zone.
 */
export async function splitCallList(context: CommandContext, given: unknown): Promise<void> {
  const uri = await chooseCallList(given);
  const opened = uri && (await openedList(context, uri));
  if (uri === undefined || opened === undefined) return;
  const { list, records, text } = opened;
  const { dividingColumns, maxParts, partsByCountry, partsByZone } = await import('../editor/listParts.ts');
  const countries = partsByCountry(list);
  const zones = partsByZone(list);
  const ways: SplitWay[] = [
    ...(zones.length < 2 ? [] : [{ label: 'By time zone of the area code', parts: zones, zones: true }]),
    ...(countries.length < 2 ? [] : [{ label: 'By country of the number', parts: countries, zones: false }]),
    ...(list.contacts.length < 2
      ? []
      : [
          {
            label: 'At random into two halves',
            parts: halvesOf(list, usualSeed),
            zones: false,
            asksSeed: true,
          },
        ]),
    ...dividingColumns(list, records).map(({ index, header, parts }) => ({
      label: `By “${header === '' ? `column ${index + 1}` : header}”`,
      parts,
      zones: false,
    })),
  ].map((way) => ({ ...way, detail: partsSentence(way.parts) }));
  const { base, ending, whole } = nameOf(uri);
  if (ways.length === 0) {
    throw new HumanError(
      `“${whole}” cannot be split: all its numbers are from one country, and no column has between 2 and ${maxParts} different values.`,
    );
  }
  const chosen = await showQuickPick(ways, {
    title: `Split ${whole}`,
    placeHolder: 'Each part opens as a new file, with the rows that can be called',
    matchOnDetail: true,
  });
  if (chosen === undefined) return;
  const parts = chosen.asksSeed === true ? await seededHalves(list) : chosen.parts;
  if (parts === undefined) return;
  const { cleanCsv } = await import('../editor/listCsv.ts');
  // a list from everywhere has a file for each of the largest, and one for all others
  const shown = parts.slice(0, maxParts);
  const others = parts.slice(maxParts).flatMap(({ contacts }) => contacts);
  for (const { name, contacts } of [
    ...shown,
    ...(others.length === 0 ? [] : [{ name: 'others', contacts: others }]),
  ]) {
    const part = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40);
    const partText = cleanCsv({ ...list, contacts }, records, text);
    await openUntitledCsv(`${base}-${part}`, ending, partText, folderOf(uri));
  }
  if (chosen.zones) {
    void showInformationMessage(
      'Choose the zone in each file’s name as “Time zone” when you make a campaign from it: the service does not use area codes.',
    );
  }
}

interface SplitWay {
  readonly label: string;
  readonly parts: readonly ListPart[];
  readonly zones: boolean;
  /** The parts depend on a number that the person may choose. */
  readonly asksSeed?: boolean;
}

const usualSeed = '1';

/**
 * Asks for random halves, for a fair comparison of two campaigns. @returns undefined when the person went
 * back
 */
async function seededHalves(list: CallList): Promise<readonly ListPart[] | undefined> {
  const seed = await showInputBox({
    title: 'Split at Random into Two Halves',
    prompt: 'Seed: the same list and seed give the same halves.',
    value: usualSeed,
  });
  return seed === undefined ? undefined : halvesOf(list, seed);
}

function halvesOf({ contacts }: CallList, seed: string): readonly ListPart[] {
  const { first, second } = randomHalves(contacts, seed);
  return [
    { name: 'half A', contacts: first },
    { name: 'half B', contacts: second },
  ];
}

/** `France 1,150, Spain 12, Belgium 3` */
function partsSentence(
  parts: readonly { readonly name: string; readonly contacts: readonly unknown[] }[],
): string {
  return parts.map(({ name, contacts }) => `${name} ${formatCount(contacts.length)}`).join(', ');
}
