import { HumanError } from '../core/errors.ts';
import { quoted } from '../core/plainText.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { parseStart } from '../core/scheduleTime.ts';
import type { Start } from './launchPlan.ts';
import { readFields, shown, text, whole, type Fields, type Report } from './readFields.ts';
import { readRetryConfig } from './readRetryConfig.ts';

/** What a keybinding, task or other extension asks for. It fills in answers; the person still gives the last one. */
export interface LaunchArguments {
  readonly name: string | undefined;
  /** uuid */
  readonly assistantId: string | undefined;
  readonly start: Start | undefined;
  /** E.164 */
  readonly fromPhoneNumber: string | undefined;
  readonly maxConcurrentCalls: number | undefined;
  readonly callRetryConfig: CallRetryConfig | undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const e164 = /^\+[1-9]\d{6,14}$/;
const mostGraceMinutes = 60;

const known = [
  'uri',
  'name',
  'assistantId',
  'launch',
  'scheduledAt',
  'graceMinutes',
  'fromPhoneNumber',
  'maxConcurrentCalls',
  'callRetryConfig',
];

/** Throws a HumanError that names all that is wrong: nothing is guessed where people are called. */
export function readLaunchArguments(given: object, nowMs: number): LaunchArguments {
  const problems: string[] = [];
  const report: Report = (field, problem) => problems.push(`${quoted(field)} ${problem}`);
  const fields = readFields(given, known, report) ?? {};
  const read: LaunchArguments = {
    name: text(fields, 'name', report),
    assistantId: matching(fields, 'assistantId', uuid, 'must be the id (uuid) of an assistant', report),
    start: readStart(fields, nowMs, report),
    fromPhoneNumber: matching(
      fields,
      'fromPhoneNumber',
      e164,
      'must be a number with + and country code, such as "+33199000000"',
      report,
    ),
    maxConcurrentCalls: whole(fields, 'maxConcurrentCalls', 1, report),
    callRetryConfig:
      fields.callRetryConfig === undefined
        ? undefined
        : readRetryConfig(fields.callRetryConfig, (_, problem) => report('callRetryConfig', problem)),
  };
  if (problems.length > 0) {
    throw new HumanError(
      `The arguments of revox.createCampaign cannot be used, so nothing was begun. ${problems.join(' ')}`,
    );
  }
  return read;
}

function matching(
  fields: Fields,
  name: string,
  pattern: RegExp,
  problem: string,
  report: Report,
): string | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && pattern.test(value)) return value;
  report(name, `${problem}, not ${shown(value)}.`);
  return undefined;
}

/** Undefined: it is asked for, and a draft is offered first. */
function readStart(fields: Fields, nowMs: number, report: Report): Start | undefined {
  const { launch, scheduledAt } = fields;
  const graceMinutes = whole(fields, 'graceMinutes', 1, report);
  if (launch !== undefined && typeof launch !== 'boolean') {
    report('launch', `must be true or false, not ${shown(launch)}.`);
    return undefined;
  }
  const timed = ['scheduledAt', 'graceMinutes'].filter((name) => fields[name] !== undefined);
  if (timed.length > 1)
    report('graceMinutes', 'and “scheduledAt” say two different things: give one of them.');
  if (timed[0] !== undefined && launch === false) {
    report(timed[0], 'makes no sense with “launch” false: a draft has no start.');
  }
  if (scheduledAt !== undefined) return readSchedule(scheduledAt, nowMs, report);
  if (graceMinutes !== undefined) {
    if (graceMinutes > mostGraceMinutes) report('graceMinutes', `can be ${mostGraceMinutes} at most.`);
    return { kind: 'grace', delayMs: graceMinutes * 60_000 };
  }
  if (launch === undefined) return undefined;
  return { kind: launch ? 'now' : 'draft' };
}

/** ISO 8601 with its zone, or a time of this computer as a person types it. */
function readSchedule(value: unknown, nowMs: number, report: Report): Start | undefined {
  const atMs = typeof value === 'string' ? readTime(value.trim(), nowMs) : undefined;
  if (atMs === undefined) {
    report(
      'scheduledAt',
      `must be a time such as "2026-11-23T09:00:00+01:00" or "tomorrow 9:00", not ${shown(value)}.`,
    );
    return undefined;
  }
  if (atMs <= nowMs) {
    report('scheduledAt', `is past: ${shown(value)}.`);
    return undefined;
  }
  return { kind: 'schedule', atMs };
}

function readTime(value: string, nowMs: number): number | undefined {
  const typed = parseStart(value, nowMs);
  if (typed !== undefined) return typed;
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value);
  const ms = zoned ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
