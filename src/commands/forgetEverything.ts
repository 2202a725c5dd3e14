import { plural } from '../core/format.ts';
import { showInformationMessage, showWarningMessage } from '../host/messages.ts';
import type { CommandContext } from './context.ts';

/**
 * For a machine that is given away, or shared: deletes whatever the extension stores on it, except open
 * launches.
 */
export async function forgetEverything(context: CommandContext): Promise<void> {
  const { connections, keys, provenances, submitter, machineMemory, clock } = context;
  const forget = 'Delete All Data';
  const chosen = await showWarningMessage(
    'Delete all data that Revox stores on this machine?',
    {
      modal: true,
      detail:
        'This deletes the API keys of all hosts, the origins of campaigns, the hashes of their numbers, the journal of launches, columns, drafts and call list options. Launches whose outcome is not yet known are kept so that nobody is called twice, and so are campaigns that can still be cancelled before they start. Campaigns, call lists and settings are not changed.',
    },
    'Go Back',
    forget,
  );
  if (chosen !== forget) return;
  await keys.removeAll([connections.service()]);
  await provenances.forget();
  await machineMemory.forget(clock.now());
  const open = await submitter.forget();
  const kept =
    open === 0 ? '' : ` ${plural(open, 'unconfirmed launch is', 'unconfirmed launches are')} kept.`;
  void showInformationMessage(
    `All Revox data on this machine is deleted.${kept} Data of other workspaces is deleted when they are next opened.`,
  );
}
