import type { StartKind } from '../../core/campaignDraft.ts';
import { formatCount, formatWhen, plural } from '../../core/format.ts';
import type { Start } from '../../launch/draft/campaignSpec.ts';
import { delayText } from '../../launch/start/launchDetails.ts';

const buttons: Readonly<Record<StartKind, (ready: number) => string>> = {
  draft: (ready) => `Save Draft of ${plural(ready, 'Contact')}…`,
  pilot: (ready) => `Create with ${plural(ready, 'Contact')} and Try…`,
  now: (ready) => `Call ${plural(ready, 'Person', 'People')}…`,
  grace: (ready) => `Call ${plural(ready, 'Person', 'People')}…`,
  schedule: (ready) => `Schedule ${plural(ready, 'Call')}…`,
};

/** The label of the button: what it does, and for how many people. */
export function buttonText(kind: StartKind, ready: number, inSteps: boolean): string {
  if (kind === 'draft' && inSteps) return `Create with ${plural(ready, 'Contact')}…`;
  return buttons[kind](ready);
}

export interface SummaryFacts {
  readonly ready: number;
  readonly assistant: string | undefined;
  readonly kind: StartKind;
  readonly start: Start | undefined;
  /** The campaign can be launched from here, once it exists. */
  readonly inSteps: boolean;
  readonly nowMs: number;
}

/**
 * One sentence about all of it: `1,214 people are called by Emma from Mon 23 Nov, 09:00, within their calling
 * hours.`
 */
export function summaryText({ ready, assistant, kind, start, inSteps, nowMs }: SummaryFacts): string {
  const people = plural(ready, 'person', 'people');
  if (kind === 'draft')
    return inSteps
      ? `Creates a campaign for ${people}. Nobody is called until you launch it.`
      : `Saves a draft for ${people}. Nobody is called until you launch it in the dashboard.`;
  if (kind === 'pilot') return pilotText(ready, assistant, start);
  const called = `${people} ${ready === 1 ? 'is' : 'are'} called${assistant === undefined ? '' : ` by ${assistant}`}`;
  if (kind === 'now') return `${called} as soon as their calling hours allow.`;
  if (kind === 'grace') {
    const delay = start?.kind === 'grace' ? ` in ${delayText(start.delayMs)}` : ' after some minutes';
    return `${called}${delay}, as their calling hours allow. You can cancel from the status bar until then.`;
  }
  const when =
    start?.kind === 'schedule' ? ` from ${formatWhen(start.atMs, nowMs)}` : ' from the time you choose';
  return `${called}${when}, within their calling hours.`;
}

function pilotText(ready: number, assistant: string | undefined, start: Start | undefined): string {
  const created = `Creates a campaign for ${plural(ready, 'person', 'people')}.`;
  if (start?.kind !== 'pilot') return created;
  const tried = Math.min(start.size, ready);
  const by = assistant === undefined ? '' : ` by ${assistant}`;
  if (tried === ready) return `${created} All are called${by} as soon as their calling hours allow.`;
  const some = `${formatCount(tried)} of them ${tried === 1 ? 'is' : 'are'} called${by}`;
  return `${created} ${some} as soon as their calling hours allow. The others wait until you launch them.`;
}
