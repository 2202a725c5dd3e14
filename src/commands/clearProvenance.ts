import { plural } from '../core/format.ts';
import { showInformationMessage, showWarningMessage } from '../host/messages.ts';
import type { CommandContext } from './context.ts';

/** Forgets what is kept on this machine about where campaigns came from. The campaigns and the lists stay. */
export async function clearProvenance({ provenances }: CommandContext): Promise<void> {
  const count = await provenances.count();
  if (count === 0) {
    void showInformationMessage('Nothing is kept about where campaigns came from.');
    return;
  }
  const campaigns = plural(count, 'campaign');
  const forget = 'Forget';
  const chosen = await showWarningMessage(
    `Forget where ${campaigns} came from?`,
    {
      modal: true,
      detail:
        'Which list each came from, how it was read, and the hashes of its numbers are deleted from this machine. Lists no longer show where their numbers were used before, and rows no longer lead back to their line. The campaigns themselves stay as they are.',
    },
    'Go Back',
    forget,
  );
  if (chosen !== forget) return;
  await provenances.forget();
  void showInformationMessage(
    `Forgotten where ${campaigns} came from. The campaigns themselves stay as they are.`,
  );
}
