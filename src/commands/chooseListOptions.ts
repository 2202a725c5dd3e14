import type * as vscode from 'vscode';
import { readListChoices, phoneRepairs, type ListChoices } from '../callList/listChoices.ts';
import type { PhoneRepair } from '../callList/phone/phoneVerdict.ts';
import { pickStep } from '../host/multiStep.ts';
import { agreeToRepair } from './choices/agreeToRepair.ts';
import { askForChoice } from './choices/askForChoice.ts';
import { choiceItems } from './choices/choiceItems.ts';
import { checkForChoices } from './choices/checkForChoices.ts';
import type { CommandContext } from './context.ts';
import { chooseCallList } from '../sending/callListFile.ts';

/** What the light bulb gives with the list: choices to make at once, or a repair to ask about. */
interface Given {
  readonly choices?: ListChoices | undefined;
  readonly repair?: PhoneRepair | undefined;
}

const frame = { title: 'Call List Options', step: 0, totalSteps: 0, canGoBack: false };

/** Shows all options of one list. The file is not changed. */
export async function chooseListOptions(
  context: CommandContext,
  uri: unknown,
  given: unknown,
): Promise<void> {
  const list = await chooseCallList(uri);
  if (list === undefined) return;
  const { choices, repair } = readGiven(given);
  if (repair !== undefined) await agreeToRepair(context, list, repair);
  else if (choices !== undefined) await context.reading.choose(list, choices);
  else await showChoices(context, list);
}

/**
 * Stays open, so that several options can be changed, each with a preview of its effect.
 */
async function showChoices(context: CommandContext, uri: vscode.Uri): Promise<void> {
  let chosen: string | undefined;
  for (;;) {
    const checked = await checkForChoices(context, uri);
    if (checked === undefined) return;
    const answer = await pickStep(frame, {
      placeholder: 'Your choices are remembered for this list. The file is not changed.',
      items: choiceItems(checked),
      active: ({ key }) => key === chosen,
    });
    if (answer === undefined || answer === 'back') return;
    const { key } = answer.value;
    chosen = key;
    if (key === 'defaults') await context.reading.reset(uri);
    else if (key !== '') await askForChoice(context, checked, key, { ...frame, canGoBack: true });
  }
}

function readGiven(given: unknown): Given {
  if (typeof given !== 'object' || given === null) return {};
  const { choices, repair } = given as Record<string, unknown>;
  return {
    choices: typeof choices === 'object' && choices !== null ? namedChoices(choices) : undefined,
    repair: phoneRepairs.find((known) => known === repair),
  };
}

/** Keeps choices that equal the default, because `{ duplicates: 'first' }` resets an earlier choice. */
function namedChoices(choices: object): ListChoices {
  const usual = Object.fromEntries(Object.keys(choices).map((name) => [name, undefined]));
  return { ...usual, ...readListChoices(choices) };
}
