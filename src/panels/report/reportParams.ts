import { countParam, InvalidParams, textParam } from '../params.ts';
import type { ReportSettings } from '../contract/protocolReport.ts';

const maxTurns = 100;
const maxSeconds = 3600;

/** @throws InvalidParams when another version kept it */
export function checkSettings(value: unknown): ReportSettings {
  const { goal, turns, seconds, firstAttemptsOnly } = fields(value);
  if (typeof firstAttemptsOnly !== 'boolean') throw new InvalidParams('yes or no expected');
  return {
    goal: textParam(goal),
    turns: countParam(turns, maxTurns),
    seconds: countParam(seconds, maxSeconds),
    firstAttemptsOnly,
  };
}

export function checkOptionalSettings(value: unknown): { settings: ReportSettings | undefined } {
  const { settings } = fields(value);
  return { settings: settings === undefined || settings === null ? undefined : checkSettings(settings) };
}

export function checkKey(value: unknown): { key: string } {
  return { key: textParam(fields(value).key) };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return (value ?? {}) as Record<string, unknown>;
}
