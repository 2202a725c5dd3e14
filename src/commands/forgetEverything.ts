import { plural } from '../core/format.ts';
import { showInformationMessage, showWarningMessage } from '../host/messages.ts';
import type { CommandContext } from './context.ts';

/**
 * For a machine that is given away, or shared: whatever the extension keeps on it is deleted, except open
 * launches.
 */
export async function forgetEverything(context: CommandContext): Promise<void> {
  const { connections, keys, provenances, submitter, machineMemory, clock } = context;
  const forget = 'Forget Everything';
  const chosen = await showWarningMessage(
    'Forget everything that Revox keeps on this machine?',
    {
      modal: true,
      detail:
        'The API keys of all hosts, where campaigns came from, the hashes of their numbers, the journal of launches, columns, drafts and how lists are read are deleted. Launches of which nobody knows yet how they ended stay, so that nobody is called twice, and so do campaigns that can still be cancelled before they start. Campaigns, lists and settings stay as they are.',
    },
    'Go Back',
    forget,
  );
  if (chosen !== forget) return;
  await keys.removeAll([connections.service()]);
  await provenances.forget();
  await machineMemory.forget(clock.now());
  const open = (await submitter.journal.forget()) + (await submitter.calls.forget());
  const stays =
    open === 0 ? '' : ` ${plural(open, 'launch', 'launches')} in doubt ${open === 1 ? 'stays' : 'stay'}.`;
  void showInformationMessage(
    `Everything is forgotten.${stays} Other workspaces forget what they remember when they are opened the next time.`,
  );
}
