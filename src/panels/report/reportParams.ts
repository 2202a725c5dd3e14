import { InvalidParams, countParam, fieldsParam, textParam } from '../params.ts';
import type { ReportSettings } from '../contract/protocolReport.ts';

const maxTurns = 100;
const maxSeconds = 3600;

/** @throws InvalidParams when another version kept it */
export function checkSettings(value: unknown): ReportSettings {
  const { goal, turns, seconds, firstAttemptsOnly } = fieldsParam(value);
  if (typeof firstAttemptsOnly !== 'boolean') throw new InvalidParams('yes or no expected');
  return {
    goal: textParam(goal),
    turns: countParam(turns, maxTurns),
    seconds: countParam(seconds, maxSeconds),
    firstAttemptsOnly,
  };
}

export function checkOptionalSettings(value: unknown): { settings: ReportSettings | undefined } {
  const { settings } = fieldsParam(value);
  return { settings: settings === undefined || settings === null ? undefined : checkSettings(settings) };
}

export function checkKey(value: unknown): { key: string } {
  return { key: textParam(fieldsParam(value).key) };
}
