import { campaignState, type Campaign } from '../../core/campaign.ts';
import { formatAgo, formatCount, formatWhen, plural } from '../../core/format.ts';
import { toMs } from '../../core/timestamp.ts';
import { provenanceBounds, type Provenance } from './provenance.ts';
import { hasCalled } from '../comparison/verify.ts';

/** An earlier campaign that contains some of a list's numbers. */
export interface Use {
  readonly provenance: Provenance;
  /** How many of the list's numbers are in it. */
  readonly shared: number;
  /**
   * What it is now. `unlisted`: the campaigns were read, and it is not among them; `unread`: they were not;
   * `unconfirmed`: it is not known whether that campaign was created.
   */
  readonly now: Campaign | 'unlisted' | 'unread' | 'unconfirmed';
}

const maxNamed = 3;

/**
 * Earlier campaigns with numbers of a list, one sentence each, those that share most first. People who are
 * only in a draft are not said to have been called.
 * @param numbers how many different numbers the list has
 */
export function usedBefore(uses: readonly Use[], numbers: number, nowMs: number): readonly string[] {
  const found = uses
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared || other.provenance.sentMs - one.provenance.sentMs);
  const rest = found.length - maxNamed;
  return [
    ...found.slice(0, maxNamed).map((use) => sentence(use, numbers, nowMs)),
    ...(rest > 0 ? [`Some are also in ${plural(rest, 'other campaign')} created here.`] : []),
  ];
}

function sentence({ provenance, shared, now }: Use, numbers: number, nowMs: number): string {
  const who = whoWords(provenance, shared, numbers);
  const isOne = shared === 1;
  const are = isOne ? 'is' : 'are';
  const name = `“${provenance.name}”`;
  const ago = agoWords(provenance.sentMs, nowMs);
  if (now === 'unconfirmed')
    return `${who} may be in ${name}, sent ${ago}: it is not known whether that campaign was created.`;
  if (now === 'unread') return `${who} ${are} in ${name}, created ${ago}.`;
  if (now === 'unlisted') {
    return `${who} ${isOne ? 'was' : 'were'} in ${name}, created ${ago}, which is not among your campaigns now.`;
  }
  switch (campaignState(now, nowMs)) {
    case 'draft':
      return `${who} ${are} in the draft ${name}, made ${ago}.`;
    case 'not launched':
      return `${who} ${are} in ${name}, created ${ago} and not launched.`;
    case 'scheduled':
      return `${who} ${are} in ${name}, created ${ago}, which starts ${formatWhen(toMs(now.scheduled_at) ?? nowMs, nowMs)}.`;
    case 'running':
      return `${who} ${are} in ${name}, created ${ago}, which is running.`;
    case 'paused':
      return `${who} ${are} in ${name}, created ${ago}, which is paused.`;
    case 'completed':
      return `${who} ${isOne ? 'was' : 'were'} ${hasCalled(now) ? 'called ' : ''}in ${name}, created ${ago} and completed.`;
    case 'cancelled':
      return `${who} ${are} in ${name}, created ${ago} and cancelled${cancelledWhen(now)}.`;
    case 'unknown':
      return `${who} ${are} in ${name}, created ${ago}.`;
  }
}

/** @returns empty where the counts do not show it */
function cancelledWhen(campaign: Campaign): string {
  if (hasCalled(campaign)) return ' after calls had begun';
  return campaign.row_stats?.failed === 0 ? ' before anybody was called' : '';
}

/** `All 21 numbers`, `412 of these numbers`; of a campaign too large to be kept whole: `At least 412 …`. */
function whoWords({ counts, hashes }: Provenance, shared: number, numbers: number): string {
  if (shared >= numbers) return numbers === 1 ? 'The number' : `All ${formatCount(numbers)} numbers`;
  const isCut = hashes >= provenanceBounds.numbersEach && counts.ready > hashes;
  return `${isCut ? 'At least ' : ''}${formatCount(shared)} of these ${formatCount(numbers)} numbers`;
}

const dayMs = 86_400_000;

/** `3 h ago`, `yesterday`, `3 days ago`, `on Mon 23 Nov, 09:00`. */
function agoWords(ms: number, nowMs: number): string {
  if (nowMs - ms < dayMs) return formatAgo(ms, nowMs);
  const days = Math.round((nowMs - ms) / dayMs);
  if (days === 1) return 'a day ago';
  return days <= 60 ? `${days} days ago` : `on ${formatWhen(ms, nowMs)}`;
}
