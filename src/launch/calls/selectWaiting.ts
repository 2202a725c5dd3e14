import { plural } from '../../core/format.ts';
import type { Contact } from '../../core/createRequest.ts';
import { isNamed, type NamedCalls } from '../journal/callsJournal.ts';
import { compareContacts, readRow } from '../comparison/compareContacts.ts';
import type { ConfirmedCall } from '../comparison/confirmedCalls.ts';
import { contactText } from '../comparison/contactText.ts';
import type { LaunchOperation } from '../journal/launchIntent.ts';
import type { CampaignWithRows } from '../comparison/readCampaign.ts';
import type { SentContacts } from '../comparison/sentContacts.ts';
import { callStage, type ServerRow } from '../comparison/serverRow.ts';

/** Why a waiting call is left out of a launch. */
export const exclusionReasons = [
  /** The number or a value cannot be read. */
  'unreadable',
  /** An earlier launch names it, and that launch may still arrive. */
  'named',
  /** On a suppression list. */
  'suppressed',
  /** The service says that it must not be called. */
  'do not contact',
  /** Called before in a way that the campaign leaves out. */
  'called before',
  /** Different from what was sent when the campaign was created here. */
  'differs',
  /** Chosen, but launched, cancelled or not ready. */
  'not waiting',
  /** Chosen to be made again, but not over yet. */
  'open',
  'cancelled',
  'never launched',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export interface WaitingSelection {
  readonly operation: LaunchOperation;
  /** What may be launched, in the server's order. */
  readonly calls: readonly WaitingCall[];
  readonly excluded: ReadonlyMap<ExclusionReason, number>;
}

export interface WaitingCall extends ConfirmedCall {
  readonly rowId: string;
  /** The contact as the server has it. */
  readonly dialled: Contact;
}

export interface SelectionGuards {
  readonly named: NamedCalls;
  readonly isSuppressed: (number: string) => boolean;
  readonly mustNotBeCalled: (number: string) => boolean;
  /** Whether a number is left out because of earlier calls, as chosen when the campaign was created. */
  readonly isLeftOut?: ((number: string) => boolean) | undefined;
  /** What was sent when the campaign was created here; undefined: not known. */
  readonly sent: SentContacts | undefined;
  /** Only these calls; undefined: all that wait. */
  readonly callIds?: ReadonlySet<string> | undefined;
}

/**
 * The calls of a campaign that wait to be launched and may be. Those of a draft have no call yet.
 * @returns undefined when the campaign has nothing that waits
 */
export async function selectWaiting(
  read: CampaignWithRows,
  guards: SelectionGuards,
): Promise<WaitingSelection | undefined> {
  const isDraft = read.campaign.status === 'draft';
  const { callIds } = guards;
  const chosen =
    callIds === undefined
      ? read.rows
      : read.rows.filter(({ call }) => call !== undefined && callIds.has(call.id));
  const waiting = chosen.filter(({ call }) => isDraft || callStage(call) === 'waiting');
  if (waiting.length === 0) return undefined;
  const differing = await differingRows(read, guards.sent);
  const excluded = new Map<ExclusionReason, number>();
  if (callIds !== undefined && chosen.length > waiting.length) {
    excluded.set('not waiting', chosen.length - waiting.length);
  }
  const calls: WaitingCall[] = [];
  for (const row of waiting) {
    const found = await callOrReason(row, {
      ...guards,
      callId: row.call?.id ?? '',
      differs: differing.has(row.id),
    });
    if (typeof found === 'string') excluded.set(found, (excluded.get(found) ?? 0) + 1);
    else calls.push({ ...found, callId: isDraft ? undefined : row.call?.id });
  }
  return { operation: isDraft ? 'launchDraft' : 'launchCalls', calls, excluded };
}

/** The call of a row, or why it must not be made. */
export async function callOrReason(
  row: ServerRow,
  guards: SelectionGuards & { readonly callId: string; readonly differs: boolean },
): Promise<Omit<WaitingCall, 'callId'> | ExclusionReason> {
  const said = await readRow(row, { names: undefined });
  if (typeof said === 'string') return 'unreadable';
  const { number, variables } = said;
  const reason = reasonAgainst(number, guards);
  if (reason !== undefined) return reason;
  return {
    rowId: row.id,
    contact: contactText(number, variables),
    dialled: { to_phone_number: number, prompt_variables: variables },
  };
}

/** Why a call to this number must not be made; undefined: it may be. */
export function reasonAgainst(
  number: string,
  guards: SelectionGuards & { readonly callId: string; readonly differs: boolean },
): ExclusionReason | undefined {
  if (guards.differs) return 'differs';
  if (isNamed(guards.named, guards.callId)) return 'named';
  if (guards.isSuppressed(number)) return 'suppressed';
  if (guards.mustNotBeCalled(number)) return 'do not contact';
  return guards.isLeftOut?.(number) === true ? 'called before' : undefined;
}

/** Ids of rows that do not say what was sent from here; none where that is not known. */
export async function differingRows(
  { rows }: CampaignWithRows,
  sent: SentContacts | undefined,
): Promise<ReadonlySet<string>> {
  if (sent === undefined) return new Set();
  const { differing } = await compareContacts(sent, rows);
  return new Set(differing.map(({ row }) => row.id));
}

const reasonTexts: Readonly<Record<ExclusionReason, [one: string, many: string]>> = {
  unreadable: ['number or value cannot be read', 'numbers or values cannot be read'],
  named: ['is named in an earlier launch', 'are named in an earlier launch'],
  suppressed: ['is on a suppression list', 'are on a suppression list'],
  'do not contact': ['is marked “do not contact” in Revox', 'are marked “do not contact” in Revox'],
  'called before': ['was called before', 'were called before'],
  differs: ['is not what you sent', 'are not what you sent'],
  'not waiting': ['does not wait to be launched', 'do not wait to be launched'],
  open: ['is not over yet', 'are not over yet'],
  cancelled: ['is cancelled', 'are cancelled'],
  'never launched': ['was never launched', 'were never launched'],
};

/** `3 are on a suppression list`, one line for each reason. */
export function exclusionLines(excluded: WaitingSelection['excluded']): readonly string[] {
  return exclusionReasons.flatMap((reason) => {
    const count = excluded.get(reason) ?? 0;
    return count === 0 ? [] : [plural(count, ...reasonTexts[reason])];
  });
}
