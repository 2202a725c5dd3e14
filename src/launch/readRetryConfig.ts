import type { CallingWindow, CallRetryConfig } from '../core/retryConfig.ts';
import { readCallingRules } from '../dialing/callingRules.ts';
import { isZone } from '../dialing/zoneOffsets.ts';
import { readFields, whole, type Fields, type Report } from './readFields.ts';

/**
 * Calling rules as somebody wrote them by hand, in the API's own words; undefined, and at least one problem, when
 * they cannot be used. The rules of a launch are read strictly: what is misspelt must not fall back to a default that
 * calls at other hours.
 */
export function readRetryConfig(value: unknown, report: Report): CallRetryConfig | undefined {
  const problems: string[] = [];
  const keep: Report = (field, problem) => problems.push(`${field} ${problem}`);
  const fields = readFields(value, configFields, keep);
  if (fields === undefined) {
    report('', 'must be an object such as the API takes.');
    return undefined;
  }
  const config: CallRetryConfig = {
    calling_windows: readWindows(fields.calling_windows, keep),
    max_retry_attempts: whole(fields, 'max_retry_attempts', 1, keep) ?? 1,
    ...optional('allowed_days', readDays(fields, keep)),
    ...optional('call_twice_in_a_row', readFlag(fields, keep)),
    ...optional('timezone', readZone(fields, keep)),
  };
  if (fields.max_retry_attempts === undefined)
    keep('max_retry_attempts', 'is missing: the calls a person gets at most.');
  if (problems.length === 0) {
    for (const { path, message } of readCallingRules(config).problems) keep(path, `is wrong: ${message}.`);
  }
  for (const problem of problems) report('', `is not right: ${problem}`);
  return problems.length === 0 ? config : undefined;
}

const configFields = [
  'calling_windows',
  'max_retry_attempts',
  'allowed_days',
  'call_twice_in_a_row',
  'timezone',
];
const windowFields = ['calling_window_start_time', 'calling_window_end_time', 'retry_delay_seconds'];

function readWindows(value: unknown, report: Report): readonly CallingWindow[] {
  if (!Array.isArray(value) || value.length === 0) {
    report('calling_windows', 'must be a list of at least one window.');
    return [];
  }
  return value.flatMap((each: unknown, index) => {
    const path = `calling_windows[${index}]`;
    const fields = readFields(each, windowFields, (field, problem) => report(`${path}.${field}`, problem));
    const delay = fields && whole(fields, 'retry_delay_seconds', 0, (_, problem) => report(path, problem));
    const { calling_window_start_time: start, calling_window_end_time: end } = fields ?? {};
    if (typeof start !== 'string' || typeof end !== 'string' || delay === undefined) {
      report(path, 'needs a start, an end such as "17:00" or "5pm", and retry_delay_seconds.');
      return [];
    }
    return [{ calling_window_start_time: start, calling_window_end_time: end, retry_delay_seconds: delay }];
  });
}

function readDays(fields: Fields, report: Report): readonly string[] | undefined {
  const { allowed_days: days } = fields;
  if (days === undefined) return undefined;
  if (Array.isArray(days) && days.length > 0 && days.every((day) => typeof day === 'string')) return days;
  report('allowed_days', 'must be a list of at least one day, such as "monday".');
  return undefined;
}

function readFlag(fields: Fields, report: Report): boolean | undefined {
  const { call_twice_in_a_row: flag } = fields;
  if (flag === undefined || typeof flag === 'boolean') return flag;
  report('call_twice_in_a_row', 'must be true or false.');
  return undefined;
}

function readZone(fields: Fields, report: Report): string | undefined {
  const { timezone: zone } = fields;
  if (zone === undefined || (typeof zone === 'string' && isZone(zone))) return zone;
  report('timezone', `must be a zone such as "Europe/Paris", not ${JSON.stringify(zone)}.`);
  return undefined;
}

function optional<Name extends string, T>(name: Name, value: T | undefined): Partial<Record<Name, T>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, T>);
}
