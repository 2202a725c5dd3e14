import type { Campaign } from '../../core/campaign.ts';

/**
 * A name for a campaign of this file: `call-list.csv` → `call-list`, and `call-list 2` when that is taken.
 */
export function suggestedName(fileName: string, campaigns: readonly Pick<Campaign, 'name'>[]): string {
  const taken = new Set(campaigns.map((campaign) => campaign.name));
  const stem = fileName.replace(/\.[^.]*$/, '') || 'Campaign';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem} ${number}`;
    if (!taken.has(name)) return name;
  }
}
