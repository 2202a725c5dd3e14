import * as vscode from 'vscode';
import { Pace, type Steps } from '../callList/pace.ts';
import type { PhoneHistory } from '../core/account.ts';
import { campaignState } from '../core/campaign.ts';
import { HumanError, messageOf } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import type { CampaignApi } from '../core/ports.ts';
import { showInformationMessage, showQuickPick, showWarningMessage } from '../host/messages.ts';
import { capCohort, type CapReason, type CohortCaps } from '../insights/cohortCaps.ts';
import { visitInPieces } from '../insights/figure.ts';
import type { PersonFacts } from '../insights/personFacts.ts';
import type { PeopleGroup } from '../panels/peopleGroup.ts';
import { phoneHistories } from '../launch/gate/phoneHistories.ts';
import type { CommandContext } from './context.ts';

interface CapItem extends vscode.QuickPickItem {
  readonly reason: CapReason;
  readonly count: number;
}

/** Reasons that a person may overrule. Whoever must not be called at all is left out without a question. */
const askedReasons = [
  'no such number',
  'open elsewhere',
  'called within 24 hours',
  'called within 30 days',
] as const satisfies readonly CapReason[];

/** Labels are short: with the count beside it, more does not fit into a narrow window. */
const capTexts: Readonly<
  Record<(typeof askedReasons)[number], Readonly<Record<'label' | 'detail', string>>>
> = {
  'no such number': {
    label: 'No such number',
    detail: 'The last call reported that the number does not exist',
  },
  'open elsewhere': { label: 'Called elsewhere', detail: 'Another campaign is still calling them' },
  'called within 24 hours': { label: 'Called recently', detail: 'Called within the last 24 hours' },
  'called within 30 days': {
    label: 'Called often',
    detail: 'Called 3 times or more, the last time within 30 days',
  },
};

const maxInMonth = 3;

/**
 * Asks whom to leave out, where anybody is to be left out at all.
 * @param address of the call list they came from; undefined: it is not known
 * @returns undefined when the person cancelled
 * @throws HumanError when nobody is left
 */
export async function withoutProtected(
  context: CommandContext,
  api: CampaignApi,
  { label, people }: PeopleGroup,
  address: string | undefined,
): Promise<readonly PersonFacts[] | undefined> {
  if (people.length === 0) throw new HumanError(`“${label}” contains no people.`);
  const all = context.facts.remembered(api).flatMap(({ people: known }) => known);
  const pace = new Pace();
  const everybody = await pace.between(joined(all, people));
  const caps: CohortCaps = {
    maxInDay: 1,
    maxInMonth,
    suppressed: await suppressedOf(context, people, address),
    openElsewhere: true,
    noSuchNumber: true,
    history: await historyOf(api, people),
    openCampaigns: openCampaigns(context, api),
    nowMs: context.clock.now(),
  };
  const items: CapItem[] = [];
  for (const reason of askedReasons) {
    const { leftOut } = await pace.between(capCohort(people, everybody, only(caps, [reason])));
    const count = leftOut.get(reason) ?? 0;
    if (count === 0) continue;
    const description = plural(count, 'person', 'people');
    items.push({ ...capTexts[reason], description, reason, picked: true, count });
  }
  const chosen =
    items.length === 0
      ? []
      : await showQuickPick(items, {
          title: `Whom to Leave Out: ${label}`,
          placeHolder: 'Leave out',
          canPickMany: true,
        });
  if (chosen === undefined) return undefined;
  const reasons = chosen.map(({ reason }) => reason);
  const capped = await pace.between(capCohort(people, everybody, only(caps, reasons)));
  sayWhoIsProtected(capped.leftOut);
  if (capped.people.length === 0) {
    throw new HumanError(`Nobody of “${label}” is left. Choose fewer reasons to leave people out.`);
  }
  return capped.people;
}

/** Those of one list, and of the other who are not on it. */
function* joined(one: readonly PersonFacts[], other: readonly PersonFacts[]): Steps<readonly PersonFacts[]> {
  const known = new Set<string>();
  const both = [...one];
  yield* visitInPieces(one, ({ rowId }) => void known.add(rowId));
  yield* visitInPieces(other, (person) => {
    if (!known.has(person.rowId)) both.push(person);
  });
  return both;
}

function sayWhoIsProtected(leftOut: ReadonlyMap<CapReason, number>): void {
  const suppressed = leftOut.get('suppressed') ?? 0;
  const marked = leftOut.get('do not contact') ?? 0;
  const reasons = [
    ...(suppressed > 0 ? [`${plural(suppressed, 'number is', 'numbers are')} on a suppression list`] : []),
    ...(marked > 0 ? [`Revox marks ${plural(marked, 'number')} as “do not contact”`] : []),
  ];
  if (reasons.length === 0) return;
  void showInformationMessage(
    `${plural(suppressed + marked, 'person is', 'people are')} left out: ${reasons.join(', and ')}.`,
  );
}

function only(caps: CohortCaps, reasons: readonly CapReason[]): CohortCaps {
  return {
    ...caps,
    maxInDay: reasons.includes('called within 24 hours') ? caps.maxInDay : undefined,
    maxInMonth: reasons.includes('called within 30 days') ? caps.maxInMonth : undefined,
    openElsewhere: reasons.includes('open elsewhere'),
    noSuchNumber: reasons.includes('no such number'),
  };
}

/** Campaigns that still call people, of whose people nothing is known here. */
function openCampaigns({ store, facts, clock }: CommandContext, api: CampaignApi): ReadonlySet<string> {
  const read = new Set(facts.remembered(api).map(({ campaignId }) => campaignId));
  const nowMs = clock.now();
  const open = store.state.campaigns.filter((campaign) => {
    const state = campaignState(campaign, nowMs);
    return !read.has(campaign.id) && (state === 'running' || state === 'scheduled' || state === 'paused');
  });
  return new Set(open.map(({ id }) => id));
}

/** What the service knows about these numbers; empty where it knows nothing, or cannot be asked. */
async function historyOf(
  api: CampaignApi,
  people: readonly PersonFacts[],
): Promise<ReadonlyMap<string, PhoneHistory>> {
  try {
    return (await phoneHistories(api, new Set(people.map(({ phone }) => phone)))) ?? new Map();
  } catch (error) {
    void showWarningMessage(
      `What Revox knows of these numbers could not be read, so people called by other campaigns are not left out. It is asked again before anybody is called. ${messageOf(error)}`,
    );
    return new Map();
  }
}

/** Numbers of these people that are on a suppression list of the call list they came from. */
async function suppressedOf(
  { reading }: CommandContext,
  people: readonly PersonFacts[],
  address: string | undefined,
): Promise<ReadonlySet<string>> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri =
    address !== undefined ? vscode.Uri.parse(address) : folder && vscode.Uri.joinPath(folder, 'contacts.csv');
  if (address === undefined) {
    const which =
      folder === undefined
        ? 'No suppression list applies'
        : 'Only suppression lists of your settings and this folder apply';
    void showWarningMessage(`${which}: the call list that these people came from is not known.`);
  }
  if (uri === undefined) return new Set();
  const { suppressions } = await reading.fresh(uri);
  const [failure] = suppressions.failures;
  if (failure !== undefined) throw new HumanError(`No list was made: ${failure}`);
  const { numbers } = suppressions;
  return new Set(people.map(({ phone }) => phone).filter((phone) => numbers?.has(phone) === true));
}
