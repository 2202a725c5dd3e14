import type { Campaign } from '../core/campaign.ts';
import { formatCount, plural } from '../core/format.ts';

const namesShown = 10;

/** How a question names the campaigns it is about: one by its name, several by their number and names. */
export interface NamedCampaigns {
  /** `“Spring reminders”`, `3 campaigns` */
  readonly subject: string;
  /** For a button: `Campaign`, `3 Campaigns` */
  readonly object: string;
  /** The names of several, a line each, before the consequences; nothing for one. */
  readonly lines: readonly string[];
}

export function namedCampaigns(campaigns: readonly Campaign[]): NamedCampaigns {
  const [only] = campaigns;
  if (only !== undefined && campaigns.length === 1) {
    return { subject: `“${only.name}”`, object: 'Campaign', lines: [] };
  }
  const names = campaigns.slice(0, namesShown).map((campaign) => campaign.name);
  const more = campaigns.length - names.length;
  return {
    subject: plural(campaigns.length, 'campaign'),
    object: `${formatCount(campaigns.length)} Campaigns`,
    lines: [...names, ...(more > 0 ? [`and ${formatCount(more)} more`] : []), ''],
  };
}
