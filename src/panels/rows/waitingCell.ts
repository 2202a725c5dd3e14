import type { CampaignState } from '../../core/campaign.ts';
import { waitingBadge } from '../callWords.ts';
import type { Cell } from '../contract/protocolRows.ts';

const notCalled: Cell = { text: 'Not called', icon: 'circle-slash', tone: 'muted' };

/** The text for a row without a call, by the state of its campaign: what it waits for, if anything. */
const cells: Readonly<Record<CampaignState, Cell>> = {
  draft: { ...waitingBadge, why: 'The campaign is a draft: nobody is called before it is launched.' },
  'not launched': { ...waitingBadge, why: 'The campaign is not launched: nobody is called before it is.' },
  scheduled: { ...waitingBadge, why: 'The campaign has not begun yet.' },
  running: { ...waitingBadge, why: 'There is no call for this row yet.' },
  paused: { ...waitingBadge, why: 'The campaign is paused.' },
  completed: { ...notCalled, why: 'The campaign is completed, and there is no call for this row.' },
  cancelled: { ...notCalled, why: 'The campaign was cancelled before there was a call for this row.' },
  unknown: waitingBadge,
};

export function waitingCell(state: CampaignState): Cell {
  return cells[state];
}
