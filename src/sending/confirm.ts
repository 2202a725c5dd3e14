import { formatCount, plural } from '../core/format.ts';
import { showInputBox, showWarningMessage } from '../host/messages.ts';
import { launchDetails, launchQuestion, type LaunchFacts } from '../launch/start/launchDetails.ts';
import type { LaunchPolicy } from '../launch/gate/launchPolicy.ts';
import { calledByLaunch } from '../launch/draft/campaignSpec.ts';
import { isTypedCount } from '../launch/start/typedCount.ts';

/**
 * The confirmation. The button repeats what it does and how many it does it to; Enter goes back, Escape
 * cancels, so that an extra key press calls nobody. Above a size that is a setting the number must be
 * typed, too.
 */
export async function confirmLaunch(facts: LaunchFacts, { strongAbove }: LaunchPolicy): Promise<boolean> {
  const { question, button } = launchQuestion(facts);
  const options = { modal: true, detail: launchDetails(facts) };
  const chosen = await showWarningMessage(question, options, 'Go Back', button);
  if (chosen !== button) return false;
  const called = calledByLaunch(facts.spec.start, facts.list.counts.ready);
  return called <= strongAbove.value || typeCount(called);
}

/**
 * Asks to type the number of people. Typing the number makes sure that it was read.
 * @returns whether it was typed
 */
export async function typeCount(count: number): Promise<boolean> {
  const people = plural(count, 'person', 'people');
  const typed = await showInputBox({
    title: `Call ${people}`,
    prompt: `Type ${formatCount(count)} to call ${people}. Escape goes back.`,
    placeHolder: formatCount(count),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' || isTypedCount(text, count)
        ? undefined
        : `This is not ${formatCount(count)}. Type the whole number, or press Escape to go back.`,
  });
  return typed !== undefined && isTypedCount(typed, count);
}
