import { plural } from '../core/format.ts';
import { showInformationMessage, showWarningMessage } from '../host/messages.ts';
import type { CommandContext } from './context.ts';

/**
 * Deletes what is stored on this machine about where campaigns came from. The campaigns and the lists stay.
 */
export async function clearProvenance({ provenances }: CommandContext): Promise<void> {
  const count = await provenances.count();
  if (count === 0) {
    void showInformationMessage('No campaign origins are stored on this machine.');
    return;
  }
  const campaigns = plural(count, 'campaign');
  const forget = 'Delete';
  const chosen = await showWarningMessage(
    `Delete the origins of ${campaigns}?`,
    {
      modal: true,
      detail:
        'This deletes from this machine which list each campaign came from, how the list was read, and the hashes of its numbers. Lists no longer show where their numbers were used before, and rows no longer lead back to their line. The campaigns themselves are not changed.',
    },
    'Go Back',
    forget,
  );
  if (chosen !== forget) return;
  await provenances.forget();
  void showInformationMessage(`Deleted the origins of ${campaigns}. The campaigns themselves are unchanged.`);
}
