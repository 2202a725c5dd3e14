import * as vscode from 'vscode';
import type { Campaign } from '../core/campaign.ts';
import { plural } from '../core/format.ts';
import type { CampaignApi } from '../core/ports.ts';
import { withProgress } from '../host/messages.ts';
import type { PersonFacts } from '../insights/personFacts.ts';
import type { CommandContext } from './context.ts';

/**
 * Reads everybody of these campaigns, with a progress; facts in memory are not read again. @returns undefined
 * when cancelled
 */
export async function readFacts(
  { facts }: CommandContext,
  api: CampaignApi,
  campaigns: readonly Campaign[],
): Promise<readonly PersonFacts[] | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return withProgress({ location, title: 'Reading calls', cancellable: true }, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const read: (readonly PersonFacts[])[] = [];
    let before = 0;
    try {
      for (const campaign of campaigns) {
        const { people } = await facts.read(api, campaign, {
          signal: abort.signal,
          onBatch: ({ people: soFar }) =>
            progress.report({ message: plural(before + soFar.length, 'person', 'people') }),
        });
        read.push(people);
        before += people.length;
      }
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
    return read.flat();
  });
}
