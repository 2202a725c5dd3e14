import type * as vscode from 'vscode';
import type { PhoneRepair } from '../../callList/phone/phoneVerdict.ts';
import { proposedRepairs } from '../../callList/phone/repairs.ts';
import { formatCount, plural } from '../../core/format.ts';
import { showInformationMessage, showWarningMessage } from '../../host/messages.ts';
import type { CommandContext } from '../context.ts';
import { checkForChoices } from './checkForChoices.ts';

const words: Readonly<
  Record<PhoneRepair, { readonly question: (numbers: string) => string; readonly yes: string }>
> = {
  zeroLost: {
    question: (numbers) => `Put the lost zero back in ${numbers}?`,
    yes: 'Put the Zeros Back',
  },
  scientific: {
    question: (numbers) => `Write out ${numbers} that are in scientific notation?`,
    yes: 'Write Them Out',
  },
  oldNumber: {
    question: (numbers) => `Update ${numbers} to the current format?`,
    yes: 'Write Them in Today’s Form',
  },
  words: {
    question: (numbers) => `Call ${numbers} found in cells with other text?`,
    yes: 'Call the Numbers',
  },
};

/** Asks once for the whole column, with examples and what it changes: a wrong repair calls strangers. */
export async function agreeToRepair(
  context: CommandContext,
  uri: vscode.Uri,
  repair: PhoneRepair,
): Promise<void> {
  const before = await checkForChoices(context, uri);
  if (before === undefined) return;
  const { reading, list, file } = before;
  const proposed = proposedRepairs(list, 5).find((proposal) => proposal.repair === repair);
  if (proposed === undefined) {
    void showInformationMessage(`No number of “${file.name}” needs this repair.`);
    return;
  }
  const repairs = [...(reading.choices.repairs ?? []), repair];
  const after = await checkForChoices(context, uri, { repairs });
  if (after === undefined) return;
  const { question, yes } = words[repair];
  const examples = proposed.examples.map(({ line, from, to }) => `Line ${line}: ${from} becomes ${to}`);
  const more = proposed.count - examples.length;
  const detail = [
    ...examples,
    ...(more > 0 ? [`… and ${formatCount(more)} more`] : []),
    '',
    `Ready to be called: ${formatCount(list.counts.ready)} now, ${formatCount(after.list.counts.ready)} with it.`,
    'Compare one of them with the original list first. The file is not changed, and you can undo this in the call list options.',
  ].join('\n');
  const title = question(plural(proposed.count, 'number'));
  const chosen = await showWarningMessage(title, { modal: true, detail }, 'Go Back', yes);
  if (chosen === yes) await context.reading.choose(uri, { repairs });
}
