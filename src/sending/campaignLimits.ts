import type * as vscode from 'vscode';
import { HumanError } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';
import type { ListReading } from '../editor/listReading.ts';
import type { LaunchPlan } from '../launch/launchPlan.ts';

/**
 * What the campaign file beside a list forbids, beside what the settings do.
 * @throws HumanError that names the file
 */
export async function refuseBeyondLimits(
  reading: ListReading,
  uri: vscode.Uri,
  { start }: LaunchPlan,
  contactCount: number,
): Promise<void> {
  const { campaignFile } = await reading.of(uri);
  const { maxContacts, allowedStarts } = campaignFile?.file?.limits ?? {};
  const name = campaignFile?.name ?? '';
  if (maxContacts !== undefined && contactCount > maxContacts) {
    throw new HumanError(
      `Nothing was sent: there are ${formatCount(contactCount)} contacts, and “${name}” limits this list to ${formatCount(maxContacts)}. Take some out, or change its limits.`,
    );
  }
  if (allowedStarts !== undefined && !allowedStarts.includes(start.kind)) {
    const allowed = allowedStarts.length === 0 ? 'none' : `only ${allowedStarts.join(', ')}`;
    throw new HumanError(
      `Nothing was sent: “${name}” does not allow the start “${start.kind}” for this list (${allowed}). Choose another, or change its limits.`,
    );
  }
}
