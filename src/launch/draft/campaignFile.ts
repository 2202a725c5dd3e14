import type { ListChoices } from '../../callList/listChoices.ts';
import type { StartKind } from '../../core/campaignDraft.ts';
import { quoted } from '../../core/plainText.ts';
import { toMs } from '../../core/timestamp.ts';
import { choicesIn } from './campaignFileList.ts';
import { campaignFileSchema, type WrittenCampaign } from './campaignFileSchema.ts';
import { parseCampaignFileText } from './campaignFileText.ts';
import type { GivenCampaign } from './givenCampaign.ts';
import { placeText } from './launchArguments.ts';
import { readBySchema, type JsonPath } from './schemaProblems.ts';

/**
 * What is in a `<list>.campaign.json`: a campaign to be reviewed, kept with its list and launched again.
 */
export interface CampaignFile {
  readonly campaign: GivenCampaign;
  /** How the list is read. */
  readonly list: ListChoices;
  /** Paths or patterns, relative to the file. */
  readonly suppressionLists: readonly string[];
  readonly limits: CampaignLimits;
}

/** What a list must never be launched beyond; tighter than the settings, or without effect. */
export interface CampaignLimits {
  readonly maxContacts?: number | undefined;
  readonly allowedStarts?: readonly StartKind[] | undefined;
}

/** A problem of a campaign file, with its place. */
export interface CampaignFinding {
  readonly path: JsonPath;
  /** An error: the file is not used at all. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface ReadCampaignFile {
  /** Undefined when there is an error: half of what was written down is not launched. */
  readonly file: CampaignFile | undefined;
  readonly findings: readonly CampaignFinding[];
  /** False: no JSON, which the editor itself marks where it breaks. */
  readonly isJson: boolean;
}

/**
 * Reads a file that may have been written by hand, comments included. One error makes the whole file invalid.
 */
export function readCampaignFile(text: string, nowMs: number): ReadCampaignFile {
  const { value, problem } = parseCampaignFileText(text);
  if (problem !== undefined) {
    return { file: undefined, findings: [{ path: [], severity: 'error', message: problem }], isJson: false };
  }
  const { value: written, problems } = readBySchema(campaignFileSchema, value);
  const bySchema = problems
    .filter(({ path }) => refusedKey(path) === undefined)
    .map(({ path, kind, message }): CampaignFinding => {
      return { path, severity: kind === 'unknown' ? 'warning' : 'error', message };
    });
  const refused = refusedKeys(value);
  const meant = written === undefined ? [] : startFindings(written, nowMs);
  const findings = [...refused, ...bySchema.sort(bySeverity), ...meant];
  const isUsable = written !== undefined && !findings.some(({ severity }) => severity === 'error');
  return { file: isUsable ? fileOf(written, nowMs) : undefined, findings, isJson: true };
}

function bySeverity(one: CampaignFinding, other: CampaignFinding): number {
  return Number(one.severity === 'warning') - Number(other.severity === 'warning');
}

const keyName = /^(?:revox_?)?(?:api_?key|key|token|authorization|auth|bearer|secret|password)$/i;
const hostName = /^(?:revox_?)?(?:api_?)?(?:base_?url|url|host|hostname|endpoint|server)$/i;

/** Keys and addresses have no place in a file that is shared, whatever they are for. */
function refusedKeys(value: unknown, path: JsonPath = []): CampaignFinding[] {
  if (typeof value !== 'object' || value === null || isMapping(path)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const message = refusedKey(at);
    return message === undefined
      ? refusedKeys(item, at)
      : [{ path: at, severity: 'error' as const, message }];
  });
}

function refusedKey(path: JsonPath): string | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string' || isMapping(path)) return undefined;
  if (keyName.test(key))
    return `${quoted(key)} does not belong in a file that others can read. Remove it, and use “Set API Key”: the key is kept in the secret storage.`;
  return hostName.test(key)
    ? `${quoted(key)} does not belong here: the address of the service comes from your own settings alone. Remove it.`
    : undefined;
}

/** The names of variables are the list's own. */
function isMapping(path: JsonPath): boolean {
  return path[0] === 'list' && path[1] === 'mapping';
}

function startFindings(
  { start, scheduled_at: scheduledAt, grace_minutes: grace }: WrittenCampaign,
  nowMs: number,
) {
  const findings: CampaignFinding[] = [];
  const add = (severity: CampaignFinding['severity'], path: JsonPath, message: string) =>
    findings.push({ path, severity, message });
  const atMs = toMs(scheduledAt);
  if (start === 'schedule' && scheduledAt === undefined)
    add('error', ['start'], 'A schedule needs “scheduled_at”, such as 2026-11-23T09:00:00Z.');
  if (scheduledAt !== undefined && atMs === undefined)
    add('error', ['scheduled_at'], 'That date isn’t valid. Use a format like 2026-11-23T09:00:00Z.');
  if (atMs !== undefined && start !== 'schedule')
    add(
      'warning',
      ['scheduled_at'],
      'This counts only with "start": "schedule". Add that, or remove the time.',
    );
  if (grace !== undefined && start !== 'grace')
    add(
      'warning',
      ['grace_minutes'],
      'This counts only with "start": "grace". Add that, or remove the minutes.',
    );
  if (atMs !== undefined && start === 'schedule' && atMs <= nowMs)
    add(
      'warning',
      ['scheduled_at'],
      'This time is past: a draft is proposed, and you can choose a later time.',
    );
  return findings;
}

function fileOf(written: WrittenCampaign, nowMs: number): CampaignFile {
  const { list = {}, limits = {} } = written;
  return {
    campaign: withoutUndefined({
      assistantId: written.assistant_id,
      name: written.name,
      ...startOf(written, nowMs),
      fromPhoneNumber: written.from_phone_number,
      maxConcurrentCalls: written.max_concurrent_calls,
      callRetryConfig: written.call_retry_config,
      leaveOut: written.leave_out && {
        reached: written.leave_out.reached,
        notInterested: written.leave_out.not_interested,
        calledWithinDays: written.leave_out.called_within_days,
      },
    }),
    list: withoutUndefined(choicesIn(list)),
    suppressionLists: list.suppression_lists ?? [],
    limits: withoutUndefined({ maxContacts: limits.max_contacts, allowedStarts: limits.allowed_starts }),
  };
}

/** A schedule in the past never becomes "now": a draft is proposed, and anything more has to be chosen. */
function startOf({ start, scheduled_at, grace_minutes }: WrittenCampaign, nowMs: number): GivenCampaign {
  if (start === 'schedule') {
    const scheduledMs = toMs(scheduled_at);
    return scheduledMs === undefined || scheduledMs <= nowMs ? { start: 'draft' } : { start, scheduledMs };
  }
  return start === 'grace' ? { start, graceMinutes: grace_minutes } : { start };
}

/** `call_retry_config.timezone: “Mars” is not a time zone. …` */
export function findingText({ path, message }: Pick<CampaignFinding, 'path' | 'message'>): string {
  return path.length === 0 ? message : `${placeText(path)}: ${message}`;
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
