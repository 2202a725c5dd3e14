import type * as vscode from 'vscode';
import type { Contact } from '../core/createRequest.ts';
import { HumanError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import type { ListReading } from '../editor/listReading.ts';

/**
 * The last look before people are called, whoever checked the list and when.
 * @throws HumanError when a suppression list or the campaign file beside the list cannot be read now, or one of these numbers is on one by now
 */
export async function refuseSuppressed(
  reading: ListReading,
  uri: vscode.Uri,
  contacts: readonly Pick<Contact, 'to_phone_number'>[],
): Promise<void> {
  const { suppressions, campaignFile } = await reading.fresh(uri);
  if (campaignFile?.problem !== undefined) {
    throw new HumanError(`Nothing was sent. ${campaignFile.problem} Mend it, or take it away.`);
  }
  const [failure] = suppressions.failures;
  if (failure !== undefined) {
    throw new HumanError(
      `Nothing was sent. ${failure} Put the file right, or take it out of revox.suppressionLists; people on it might be called otherwise.`,
    );
  }
  const { numbers } = suppressions;
  const now = numbers === undefined ? [] : contacts.filter((contact) => numbers.has(contact.to_phone_number));
  if (now.length === 0) return;
  const [first] = now;
  const list = first && numbers?.listOf?.(first.to_phone_number);
  throw new HumanError(
    `Nothing was sent: ${plural(now.length, 'number')} of this campaign ${now.length === 1 ? 'is' : 'are'} on the suppression list ${list ?? ''} by now. Create the campaign again from the list, without ${now.length === 1 ? 'it' : 'them'}.`,
  );
}
