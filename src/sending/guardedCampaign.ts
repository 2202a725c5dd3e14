import * as vscode from 'vscode';
import type { PhoneHistory } from '../core/account.ts';
import type { StartKind } from '../core/campaignDraft.ts';
import type { Contact } from '../core/createRequest.ts';
import { HumanError } from '../core/errors.ts';
import { quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import { withProgress } from '../host/messages.ts';
import { termDifferences, type CampaignTerms } from '../launch/comparison/campaignTerms.ts';
import { contactHasher } from '../launch/comparison/hashedContacts.ts';
import { readCampaign, type CampaignWithRows } from '../launch/comparison/readCampaign.ts';
import type { SelectionGuards } from '../launch/calls/selectWaiting.ts';
import { hashedSentContacts, type SentContacts } from '../launch/comparison/sentContacts.ts';
import { launchesWithoutHistory } from '../host/settings.ts';
import { unreadableHistory } from '../launch/gate/accountHistory.ts';
import { phoneHistories } from '../launch/gate/phoneHistories.ts';
import type { LeaveOut } from '../launch/draft/campaignSpec.ts';
import { historyProblem, historyReason } from '../launch/gate/leaveOut.ts';
import { gateOf } from './preparationOf.ts';
import type { SendingServices } from './sendingServices.ts';

/** A campaign of the server that was just read, with everything that protects its people from calls. */
export interface GuardedCampaign {
  readonly read: CampaignWithRows;
  /** The list that the campaign was created from, where that is known. */
  readonly list: vscode.Uri | undefined;
  readonly guards: SelectionGuards;
  /**
   * How assistant, caller ID, rules and parallel calls differ from what was sent from here, one sentence
   * each.
   */
  readonly changedTerms: readonly string[];
  /** Who is left out because of earlier calls, as chosen when the campaign was created; undefined: nobody. */
  readonly leaveOut: LeaveOut | undefined;
  /** The warning that the call history could not be read, for the question; undefined: nothing to say. */
  readonly historyWarning: string | undefined;
}

const noHistoryToLeaveOut =
  'Nothing was sent: this campaign leaves out people for earlier calls, and the server has no call history any more. Choose the people in the list, then create a campaign without that choice.';

/** Represents a list without a file: the user's settings apply to it, and nothing is beside it. */
const nowhere = vscode.Uri.from({ scheme: 'untitled', path: 'calls.csv' });

/**
 * Reads a campaign before people of it are called: its rows, the suppression lists that apply to it, and whom
 * the service says must not be contacted.
 * @param options.leavesOut people of it are called for the first time: whom the campaign leaves out for
 *   earlier calls is asked again
 * @returns undefined when the person stopped
 * @throws when anything of that cannot be read
 */
export async function readGuardedCampaign(
  services: SendingServices,
  api: CampaignApi,
  { id, name }: { readonly id: string; readonly name: string },
  { leavesOut = false }: { readonly leavesOut?: boolean } = {},
): Promise<GuardedCampaign | undefined> {
  const origin = await services.provenances.originOf(id);
  const list = origin === undefined ? undefined : vscode.Uri.parse(origin.list);
  const leaveOut = leavesOut ? origin?.leaveOut : undefined;
  return withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Reading the contacts of ${quoted(name)}`,
      cancellable: true,
    },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      try {
        const read = await readCampaign(api, id, abort.signal);
        const { suppressions } = await services.reading.fresh(list ?? nowhere);
        const [failure] = suppressions.failures;
        if (failure !== undefined) throw new HumanError(`Nothing was sent: ${failure}`);
        const numbers = new Set(
          read.rows.map(({ call, phone_number }) => call?.to_phone_number ?? phone_number),
        );
        const mayFail = leaveOut === undefined && launchesWithoutHistory();
        const { history, warning } = await readHistory(api, numbers, mayFail, abort.signal);
        if (leaveOut !== undefined && history === undefined) throw new HumanError(noHistoryToLeaveOut);
        const nowMs = services.clock.now();
        const { numbers: suppressed } = suppressions;
        const { sent, terms } = await sentFromHere(services, id);
        const guards = {
          named: await services.submitter.calls.namedCalls(services.connections.required().baseUrl, id),
          isSuppressed: (number: string) => suppressed?.has(number) === true,
          mustNotBeCalled: (number: string) => history?.get(number)?.do_not_contact === true,
          isLeftOut: (number: string) => {
            const known = history?.get(number);
            return known !== undefined && historyReason(number, known, leaveOut, nowMs)?.kind === 'chosen';
          },
          sent,
        };
        const changedTerms =
          terms === undefined ? [] : await termDifferences(terms, read.campaign, { undefinedMeans: 'asked' });
        return { read, list, guards, changedTerms, leaveOut, historyWarning: warning };
      } catch (error) {
        if (abort.signal.aborted) return undefined;
        throw error;
      }
    },
  );
}

/**
 * What the service knows of these numbers; undefined: it has no such operation, or could not be asked.
 * @param mayFail then what is wrong is a warning
 * @throws HumanError where it may not
 */
async function readHistory(
  api: CampaignApi,
  numbers: ReadonlySet<string>,
  mayFail: boolean,
  signal?: AbortSignal,
): Promise<{
  readonly history: ReadonlyMap<string, PhoneHistory> | undefined;
  readonly warning?: string;
}> {
  try {
    return { history: await phoneHistories(api, numbers, signal) };
  } catch (error) {
    signal?.throwIfAborted();
    const warning = unreadableHistory(error);
    if (!mayFail) throw new HumanError(`Nothing was sent. ${warning}`, { cause: error });
    return { history: undefined, warning };
  }
}

/** What was sent when the campaign was created on this machine; undefined: it was not, or too long ago. */
async function sentFromHere(
  { submitter }: SendingServices,
  id: string,
): Promise<{ readonly sent: SentContacts | undefined; readonly terms: CampaignTerms | undefined }> {
  const { journal } = submitter;
  const entry = await journal.createOf(id);
  const terms = entry?.intent.inSteps?.terms;
  const hashed = entry && (await journal.contacts(entry.intent.id));
  if (hashed === undefined) return { sent: undefined, terms };
  return { sent: hashedSentContacts(hashed, await contactHasher(await journal.key())), terms };
}

/**
 * @throws HumanError when the settings, a suppression list or the file beside the list forbid to call these
 * people
 */
export async function requireAllowed(
  services: SendingServices,
  list: vscode.Uri | undefined,
  start: StartKind,
  contacts: readonly Contact[],
): Promise<void> {
  const gateList = { contacts, counts: { ready: contacts.length } };
  const [forbidden] = await gateOf(services, list ?? nowhere).check({ start }, gateList);
  if (forbidden !== undefined) throw new HumanError(`Nothing was sent: ${forbidden.message}`);
}

/** Who is about to be called, with what the person has chosen and has been told. */
export interface CallsAbout {
  /** Undefined: the list that they came from is not known. */
  readonly list: vscode.Uri | undefined;
  readonly start: StartKind;
  readonly contacts: readonly Contact[];
  readonly leaveOut?: LeaveOut | undefined;
  /** Whether the person was told that the call history cannot be read. */
  readonly historyMayFail: boolean;
}

/**
 * Checks everything that protects people again, right before the request: a number may have been put on a
 * suppression list, or marked as “do not contact”, while the question was open.
 * @throws HumanError when these people may not be called any more, or that cannot be read
 */
export async function requireStillAllowed(
  services: SendingServices,
  api: CampaignApi,
  { list, start, contacts, leaveOut, historyMayFail }: CallsAbout,
): Promise<void> {
  await requireAllowed(services, list, start, contacts);
  const numbers = new Set(contacts.map(({ to_phone_number }) => to_phone_number));
  const { history } = await readHistory(api, numbers, historyMayFail);
  const problem = historyProblem(numbers, history, leaveOut, services.clock.now());
  if (problem !== undefined) throw new HumanError(`Nothing was sent: ${problem}`);
}

/** Which suppression lists were checked, as a sentence of the confirmation. */
export function suppressionText(list: vscode.Uri | undefined): string {
  return list === undefined
    ? 'The call list of this campaign is not known, so only the suppression lists in your settings apply.'
    : `Suppression lists: those of ${quoted(list.path.split('/').at(-1) ?? '')} and of your settings.`;
}
