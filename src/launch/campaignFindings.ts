import { messageOf } from '../core/errors.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { toMs } from '../core/timestamp.ts';
import { readCallingRules } from '../dialing/callingRules.ts';
import { campaignSchema } from './campaignSchema.ts';
import { schemaFindings, type JsonPath } from './schemaCheck.ts';

/** Something to say about a campaign file, with the place it is about. */
export interface CampaignFinding {
  readonly path: JsonPath;
  /** An error: the file is not used at all. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

const keyName = /^(?:revox_?)?(?:api_?key|key|token|authorization|auth|bearer|secret|password)$/i;
const hostName = /^(?:revox_?)?(?:api_?)?(?:base_?url|url|host|hostname|endpoint|server)$/i;

/** The text as JSON, and all that is wrong with it: as JSON, by the schema, and by what it means. */
export function campaignFileFindings(
  text: string,
  nowMs: number,
): { readonly value: unknown; readonly findings: CampaignFinding[] } {
  let value: unknown;
  if (nestingDepth(text) > mostNesting) {
    const message = `This is nested deeper than ${mostNesting} levels, which no campaign is.`;
    return { value: undefined, findings: [{ path: [], severity: 'error', message }] };
  }
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    const message = `This is no valid JSON: ${oneLine(messageOf(error))}.`;
    return { value: undefined, findings: [{ path: [], severity: 'error', message }] };
  }
  const bySchema = schemaFindings(value, campaignSchema).flatMap(({ path, kind, message }) =>
    refusedKey(path) === undefined
      ? [{ path, severity: kind === 'unknown' ? ('warning' as const) : ('error' as const), message }]
      : [],
  );
  const findings = [...refusedKeys(value), ...bySchema];
  const isReadable = !findings.some(({ severity }) => severity === 'error');
  return { value, findings: isReadable ? [...findings, ...meaningOf(value, nowMs)] : findings };
}

/** More than any campaign needs, and little enough for what reads it level by level. */
const mostNesting = 32;

/** How many brackets of JSON are open at once at most; brackets inside of texts do not count. */
function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inText && character === '\\') at++;
    else if (character === '"') inText = !inText;
    else if (inText) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth--;
  }
  return deepest;
}

/** Keys and addresses have no place in a file that is shared, whatever they are for. */
function refusedKeys(value: unknown, path: JsonPath = []): CampaignFinding[] {
  if (typeof value !== 'object' || value === null) return [];
  // the names of variables are the list's own
  if (path.length === 2 && path[0] === 'list' && path[1] === 'mapping') return [];
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
  if (typeof key !== 'string' || (path[0] === 'list' && path[1] === 'mapping')) return undefined;
  if (keyName.test(key))
    return `${quoted(key)} does not belong in a file that others can read. Remove it, and use “Set API Key”: the key is kept in the secret storage.`;
  return hostName.test(key)
    ? `${quoted(key)} does not belong here: the address of the service comes from your own settings alone. Remove it.`
    : undefined;
}

interface Meant {
  readonly call_retry_config?: CallRetryConfig;
  readonly start?: string;
  readonly scheduled_at?: string;
}

function meaningOf(value: unknown, nowMs: number): CampaignFinding[] {
  const { call_retry_config: rules, start, scheduled_at: scheduledAt } = value as Meant;
  const findings: CampaignFinding[] = [];
  const add = (severity: CampaignFinding['severity'], path: JsonPath, message: string) =>
    findings.push({ path, severity, message });
  if (rules !== undefined) {
    for (const { path, message } of readCallingRules(rules).problems)
      add(
        'error',
        ['call_retry_config', ...toPath(path)],
        `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
      );
    if (rules.calling_windows.length === 0)
      add(
        'error',
        ['call_retry_config', 'calling_windows'],
        'Without a window nobody is ever called. Add one.',
      );
    if (rules.allowed_days?.length === 0)
      add('error', ['call_retry_config', 'allowed_days'], 'Without a day nobody is ever called. Add one.');
    if (rules.timezone !== undefined && !isZone(rules.timezone))
      add(
        'error',
        ['call_retry_config', 'timezone'],
        `${quoted(rules.timezone)} is no time zone. Write one such as Europe/Paris.`,
      );
  }
  const atMs = toMs(scheduledAt);
  if (start === 'schedule' && scheduledAt === undefined)
    add('error', ['start'], 'A schedule needs “scheduled_at”, such as 2026-11-23T09:00:00Z.');
  if (scheduledAt !== undefined && atMs === undefined)
    add('error', ['scheduled_at'], 'There is no such day or time. Write it such as 2026-11-23T09:00:00Z.');
  if (atMs !== undefined && start !== 'schedule')
    add(
      'warning',
      ['scheduled_at'],
      'This counts only with "start": "schedule": write that, too, or remove the time.',
    );
  if (atMs !== undefined && start === 'schedule' && atMs <= nowMs)
    add(
      'warning',
      ['scheduled_at'],
      'This time is past: a draft is proposed, and a later time can be chosen.',
    );
  return findings;
}

/** `calling_windows[1].calling_window_end_time` in parts. */
function toPath(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}

function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
