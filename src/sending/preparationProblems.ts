import type { CallList } from '../callList/callList.ts';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignDraft, FieldProblem } from '../core/campaignDraft.ts';
import type { LeaveOut, Start } from '../launch/draft/campaignSpec.ts';
import { linesText } from '../launch/draft/lineNumbers.ts';
import type { AccountHistory } from '../launch/gate/accountHistory.ts';

const fieldOrder = [
  'name',
  'list',
  'leaveOut',
  'calledDays',
  'variable',
  'assistantId',
  'rules',
  'start',
  'startAt',
  'pilotSize',
  'pilotLines',
  'fromNumber',
  'concurrency',
];

/** Fields as they are on the sheet; of several problems of one start the first is enough. */
export function inOrder(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const rank = ({ field }: FieldProblem) => fieldOrder.indexOf(field.split('.')[0] ?? '');
  const sorted = problems.toSorted((one, other) => rank(one) - rank(other));
  return sorted.filter(({ field }, index) => field !== 'start' || sorted[index - 1]?.field !== 'start');
}

export function listProblems(
  list: CallList | undefined,
  listProblem: string | undefined,
): readonly FieldProblem[] {
  if (list === undefined) return [{ field: 'list', message: listProblem ?? 'The list is being checked.' }];
  const refused = list.problems.find(({ code }) => code === 'revox.phone.refusedElsewhere');
  if (refused !== undefined) return [{ field: 'list', message: `Line ${refused.line}: ${refused.message}` }];
  if (list.counts.ready > 0) return [];
  return [{ field: 'list', message: 'Nobody on this list can be called. Check its problems.' }];
}

/** Each line that is to be tried first must have a contact who can be called. */
export function pilotProblems(start: Start | undefined, list: CallList | undefined): readonly FieldProblem[] {
  if (start?.kind !== 'pilot' || start.lines === undefined || list === undefined) return [];
  const callable = new Set(list.contacts.map(({ line }) => line));
  const others = start.lines.filter((line) => !callable.has(line));
  if (others.length === 0) return [];
  const message = `Nobody on ${others.length === 1 ? 'line' : 'lines'} ${linesText(others)} can be called. Choose other lines.`;
  return [{ field: 'pilotLines', message }];
}

/** People who were to be left out are not called. */
export function leaveOutProblems(
  leaveOut: LeaveOut | undefined,
  { kind }: AccountHistory,
): readonly FieldProblem[] {
  if (leaveOut === undefined || kind !== 'none') return [];
  const message =
    'This server has no call history, so nobody can be left out for earlier calls. Clear this choice to call everybody.';
  return [{ field: 'leaveOut', message }];
}

export function nameRemarks(
  { name }: CampaignDraft,
  campaigns: readonly Campaign[],
): readonly FieldProblem[] {
  if (!campaigns.some((campaign) => campaign.name === name.trim())) return [];
  return [
    {
      field: 'name',
      message: 'Another campaign already has this name. A unique name is easier to find.',
    },
  ];
}

/**
 * The problems that should be settled first. They are repeated in the confirmation, and the person decides.
 */
export function listRemarks(list: CallList | undefined): readonly FieldProblem[] {
  return (list?.problems ?? [])
    .filter(({ blocks }) => blocks)
    .map(({ code, message, value }) => ({
      field: code === 'revox.variable.noColumn' && value !== undefined ? `variable.${value}` : 'list',
      message,
    }));
}
