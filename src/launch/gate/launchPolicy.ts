import type { Bounds } from '../../callList/boundedCallList.ts';
import type { Contact } from '../../core/createRequest.ts';
import { HumanError } from '../../core/errors.ts';
import { capitalized, formatCount, plural } from '../../core/format.ts';
import { startKinds, type StartKind } from '../../core/campaignDraft.ts';

/** A rule and where it is set: one of a workspace can be changed only there. */
export interface Rule<T> {
  readonly value: T;
  readonly from: 'user' | 'workspace';
  /** True: a value cannot be read, so that the strictest counts. */
  readonly isUnreadable?: true;
}

/** What may be launched, and from which size on a person must type the number of contacts. */
export interface LaunchPolicy {
  /** A campaign of more contacts than this is confirmed by typing their number. */
  readonly strongAbove: Rule<number>;
  readonly maxContacts: Rule<number>;
  /** Of the request that creates the campaign. */
  readonly maxBodyMegabytes: Rule<number>;
  readonly allowedStarts: Rule<readonly StartKind[]>;
}

/**
 * One setting as it is in each place. Settings files are edited by hand, so the values are not trusted.
 */
export interface PlacedSetting {
  readonly user: unknown;
  readonly workspace: unknown;
  readonly folder: unknown;
}

/**
 * The settings, and what counts where nothing is set: no limit of the service is known, and its peers
 * refuse above 10,000 rows or 5 MB.
 */
export const policySettings = {
  strongAbove: { name: 'confirm.strongAbove', fallback: 5_000 },
  maxContacts: { name: 'policy.maxContacts', fallback: 10_000 },
  maxBodyMegabytes: { name: 'policy.maxBodyMegabytes', fallback: 5 },
  allowedStarts: { name: 'policy.allowedStarts', fallback: startKinds },
} as const;

/**
 * The user's settings decide. A workspace or folder can make each of them stricter, never looser: opening
 * somebody else's folder must not allow calls that the user's own settings forbid. A value that cannot be
 * read was meant as a limit, so it counts as the strictest one.
 */
export function readLaunchPolicy(setting: (name: string) => PlacedSetting): LaunchPolicy {
  const number = ({ name, fallback }: { name: string; fallback: number }) =>
    strictest(setting(name), fallback, 0, readNumber, Math.min);
  const { name, fallback } = policySettings.allowedStarts;
  return {
    strongAbove: number(policySettings.strongAbove),
    maxContacts: number(policySettings.maxContacts),
    maxBodyMegabytes: number(policySettings.maxBodyMegabytes),
    allowedStarts: strictest<readonly StartKind[]>(setting(name), fallback, [], readStarts, (one, other) =>
      one.filter((kind) => other.includes(kind)),
    ),
  };
}

function strictest<T>(
  places: PlacedSetting,
  fallback: T,
  mostStrict: T,
  read: (value: unknown) => T | undefined,
  tighten: (one: T, other: T) => T,
): Rule<T> {
  const readPlace = (set: unknown): T | undefined =>
    set === undefined ? undefined : (read(set) ?? mostStrict);
  const isUnreadable = [places.user, places.workspace, places.folder].some(
    (set) => set !== undefined && read(set) === undefined,
  );
  const user = readPlace(places.user) ?? fallback;
  const value = [readPlace(places.workspace), readPlace(places.folder)].reduce<T>(
    (strict, place) => (place === undefined ? strict : tighten(strict, place)),
    user,
  );
  const from = JSON.stringify(value) === JSON.stringify(user) ? 'user' : 'workspace';
  return isUnreadable ? { value, from, isUnreadable } : { value, from };
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** A list without any known value allows nothing: a typo must not permit what was meant to be forbidden. */
function readStarts(value: unknown): readonly StartKind[] | undefined {
  return Array.isArray(value) ? startKinds.filter((kind) => value.includes(kind)) : undefined;
}

/** A launch that the settings forbid. The message names the setting. */
export class PolicyError extends HumanError {
  /** `revox.policy.maxContacts` */
  readonly setting: string;

  constructor(message: string, setting: string) {
    super(message);
    this.setting = setting;
  }
}

/** The largest list that can be sent. */
export function policyBounds({ maxContacts, maxBodyMegabytes }: LaunchPolicy): Bounds {
  // in JSON each character takes a byte or more
  return { maxContacts: maxContacts.value, maxCharacters: bytesOf(maxBodyMegabytes) };
}

/**
 * Checks the size of a list against the settings.
 * @param ready how many contacts there are, where not all of them are kept
 */
export function requireAllowedSize(
  policy: LaunchPolicy,
  contacts: readonly Contact[],
  ready = contacts.length,
): void {
  const { maxContacts, maxBodyMegabytes } = policy;
  if (ready > maxContacts.value) {
    throw refusal(
      policySettings.maxContacts.name,
      maxContacts,
      (setting) =>
        `The list has ${plural(ready, 'contact')} to call, and ${setting} allows ${formatCount(maxContacts.value)} in one campaign.`,
      'split the list, or',
    );
  }
  if (isLargerThan(bytesOf(maxBodyMegabytes), contacts)) {
    throw refusal(
      policySettings.maxBodyMegabytes.name,
      maxBodyMegabytes,
      (setting) =>
        `The contacts and their variables are more than the ${formatCount(maxBodyMegabytes.value)} MB that ${setting} allows in one request.`,
      'send fewer columns, split the list, or',
    );
  }
  // the settings now allow more than when the list was read
  if (contacts.length < ready) {
    throw new HumanError(
      `Only ${formatCount(contacts.length)} of ${plural(ready, 'contact')} were loaded under the previous settings, so nothing was sent. Check the list again.`,
    );
  }
}

function bytesOf({ value }: Rule<number>): number {
  return value * 1_000_000;
}

const startWords: Readonly<Record<StartKind, string>> = {
  draft: 'saving a draft',
  pilot: 'trying a few first',
  schedule: 'scheduling',
  grace: 'starting after some minutes',
  now: 'starting now',
};

/** Checks that the settings allow this start. @throws PolicyError */
export function requireAllowedStart({ allowedStarts }: LaunchPolicy, kind: StartKind): void {
  if (allowedStarts.value.includes(kind)) return;
  const allowed = allowedStarts.value.map((start) => startWords[start]).join(', ');
  throw refusal(
    policySettings.allowedStarts.name,
    allowedStarts,
    (setting) =>
      `${capitalized(startWords[kind])} is not allowed by ${setting}, which allows ${allowed === '' ? 'nothing' : `only ${allowed}`}.`,
    'choose another start, or',
  );
}

function refusal(
  name: string,
  { from, isUnreadable }: Rule<unknown>,
  what: (setting: string) => string,
  instead: string,
): PolicyError {
  const setting = `revox.${name}`;
  const remedy =
    from === 'user'
      ? `change it in your user settings`
      : `change it in the workspace settings: your user settings cannot override a stricter workspace setting`;
  if (isUnreadable === true) {
    return new PolicyError(
      `The value of ${setting} cannot be read, so nothing is allowed. Correct it in your settings, or in those of the workspace.`,
      setting,
    );
  }
  return new PolicyError(
    `${what(from === 'user' ? setting : `the workspace's ${setting}`)} ${capitalized(instead)} ${remedy}.`,
    setting,
  );
}

/** Stops counting at the limit, so that a list of a million is refused early. */
function isLargerThan(limitBytes: number, contacts: readonly Contact[]): boolean {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const { to_phone_number, prompt_variables } of contacts) {
    bytes += encoder.encode(JSON.stringify({ to_phone_number, prompt_variables })).byteLength + 1;
    if (bytes > limitBytes) return true;
  }
  return false;
}
