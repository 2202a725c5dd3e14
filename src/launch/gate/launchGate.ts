import type { CallList } from '../../callList/callList.ts';
import { sameContacts } from '../../callList/sameContacts.ts';
import type { SuppressedNumbers } from '../../callList/suppression/suppressedNumbers.ts';
import type { FieldProblem, StartKind } from '../../core/campaignDraft.ts';
import type { Contact } from '../../core/createRequest.ts';
import { HumanError } from '../../core/errors.ts';
import { formatCount, plural } from '../../core/format.ts';
import type { CampaignLimits } from '../draft/campaignFile.ts';
import { PolicyError, requireAllowedSize, requireAllowedStart, type LaunchPolicy } from './launchPolicy.ts';

/**
 * What can forbid a launch in addition to the settings: suppression lists and the campaign file beside the
 * list.
 */
export interface ListGuards {
  /** Sentences about suppression lists that cannot be read: people on them might be called. */
  readonly failures: readonly string[];
  /** Undefined: nobody is suppressed. */
  readonly suppressed: SuppressedNumbers | undefined;
  /** Undefined: there is none. */
  readonly campaignFile:
    | {
        readonly name: string;
        /** A sentence that says why it cannot be used; undefined: it can. */
        readonly problem: string | undefined;
        readonly limits: CampaignLimits | undefined;
      }
    | undefined;
}

export interface GateSources {
  readonly policy: () => LaunchPolicy;
  /** @param fresh true: read everything again, as right before a question or a request */
  readonly guards: (fresh: boolean) => Promise<ListGuards>;
}

/** Who would be called. */
export interface GateList {
  readonly contacts: readonly Contact[];
  readonly counts: { readonly ready: number };
}

export interface GateOptions {
  /**
   * Whether everything is read again; default true. While somebody types, what is known already is enough.
   */
  readonly fresh?: boolean;
  /** The contacts that the person has seen. If the list has others by now, it is refused. */
  readonly seen?: CallList | undefined;
}

export const contactsChanged =
  'The list has changed since you opened this page. Nothing was sent; review it and try again.';

/**
 * Everything that can forbid a launch: the settings, suppression lists, the limits beside the list, and that
 * the contacts are those that were seen. Asked before the confirmation, so that nothing is refused after it
 * that could have been said before, and again right before the request is sent.
 */
export class LaunchGate {
  readonly #sources: GateSources;

  constructor(sources: GateSources) {
    this.#sources = sources;
  }

  /** @returns why it may not be launched, by field; empty: it may */
  async check(
    { start }: { readonly start: StartKind },
    list: GateList | undefined,
    { fresh = true, seen }: GateOptions = {},
  ): Promise<readonly FieldProblem[]> {
    const guards = await this.#sources.guards(fresh);
    const policy = this.#sources.policy();
    return [
      ...guardProblems(guards),
      ...(list === undefined ? [] : suppressedProblems(guards, list.contacts)),
      ...(list === undefined ? [] : limitProblems(guards, list)),
      ...startLimitProblems(guards, start),
      ...refusal('list', () => list && requireAllowedSize(policy, list.contacts, list.counts.ready)),
      ...refusal('start', () => requireAllowedStart(policy, start)),
      ...(list !== undefined && seen !== undefined && !sameContacts(seen, list)
        ? [{ field: 'list', message: contactsChanged }]
        : []),
    ];
  }
}

function guardProblems({ campaignFile, failures }: ListGuards): readonly FieldProblem[] {
  return [
    ...(campaignFile?.problem === undefined
      ? []
      : [{ field: 'list', message: `${campaignFile.problem} Fix the file, or remove it.` }]),
    ...failures.slice(0, 1).map((failure) => ({
      field: 'list',
      message: `${failure} Fix the file, or take it out of revox.suppressionLists: people on it might be called otherwise.`,
    })),
  ];
}

function suppressedProblems(
  { suppressed }: ListGuards,
  contacts: readonly Contact[],
): readonly FieldProblem[] {
  const now =
    suppressed === undefined ? [] : contacts.filter(({ to_phone_number }) => suppressed.has(to_phone_number));
  const [first] = now;
  if (first === undefined) return [];
  const list = suppressed?.listOf?.(first.to_phone_number) ?? '';
  const [are, these] = now.length === 1 ? ['is', 'this number is'] : ['are', 'these numbers are'];
  return [
    {
      field: 'list',
      message: `${plural(now.length, 'number')} of this campaign ${are} now on the suppression list ${list}. Create the campaign again from the list; ${these} left out automatically.`,
    },
  ];
}

function limitProblems(
  { campaignFile }: ListGuards,
  { counts: { ready } }: GateList,
): readonly FieldProblem[] {
  const most = campaignFile?.limits?.maxContacts;
  if (most === undefined || ready <= most) return [];
  return [
    {
      field: 'list',
      message: `There are ${formatCount(ready)} contacts, and “${campaignFile?.name ?? ''}” limits this list to ${formatCount(most)}. Take some out, or change its limits.`,
    },
  ];
}

function startLimitProblems({ campaignFile }: ListGuards, start: StartKind): readonly FieldProblem[] {
  const allowed = campaignFile?.limits?.allowedStarts;
  if (allowed === undefined || allowed.includes(start)) return [];
  const words = allowed.length === 0 ? 'none' : `only ${allowed.join(', ')}`;
  return [
    {
      field: 'start',
      message: `“${campaignFile?.name ?? ''}” does not allow the start “${start}” for this list (${words}). Choose another, or change its limits.`,
    },
  ];
}

function refusal(field: string, require: () => void): readonly FieldProblem[] {
  try {
    require();
    return [];
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    const { message } = error;
    return [error instanceof PolicyError ? { field, message, setting: error.setting } : { field, message }];
  }
}
