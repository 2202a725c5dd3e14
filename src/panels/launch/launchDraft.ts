import { days, retryDefaults, type CallRetryConfig, type Day } from '../../core/retryConfig.ts';
import { formatStart } from '../../core/scheduleTime.ts';
import type { LaunchPlan } from '../../launch/launchPlan.ts';
import { choiceParam, countParam, InvalidParams, listParam, recordParam, textParam } from '../params.ts';
import {
  delayUnits,
  duplicatePolicies,
  startKinds,
  sliderIds,
  type AssumptionsDraft,
  type CreatedCampaign,
  type ReadingDraft,
  type RulesDraft,
  type SheetDraft,
  type SliderId,
  type WindowDraft,
} from '../contract/protocolLaunchDraft.ts';

/** A sheet that nobody has touched. Draft is the start that calls nobody. */
export function initialDraft(name: string, startAt: string): SheetDraft {
  return {
    name,
    assistantId: '',
    rulesFrom: 'assistant',
    rules: undefined,
    fromNumber: '',
    concurrency: '',
    start: 'draft',
    startAt,
    assumptions: undefined,
  };
}

/** A plan as one would have typed it; what it leaves open stays as it is in `usual`. */
export function draftOfPlan(plan: Partial<LaunchPlan>, usual: SheetDraft): SheetDraft {
  const { assistantId, name, start, fromPhoneNumber, maxConcurrentCalls, callRetryConfig } = plan;
  return {
    ...usual,
    name: name ?? usual.name,
    assistantId: assistantId ?? usual.assistantId,
    rulesFrom: callRetryConfig === undefined ? usual.rulesFrom : 'own',
    rules: callRetryConfig === undefined ? usual.rules : rulesDraftOf(callRetryConfig),
    fromNumber: fromPhoneNumber ?? usual.fromNumber,
    concurrency: maxConcurrentCalls === undefined ? usual.concurrency : String(maxConcurrentCalls),
    start: start?.kind ?? usual.start,
    startAt: start?.kind === 'schedule' ? formatStart(start.atMs) : usual.startAt,
  };
}

/** Rules of the service, ready to be changed. Days of no known name are left out: fewer calls. */
export function rulesDraftOf(config: CallRetryConfig = retryDefaults): RulesDraft {
  const allowed: readonly string[] = config.allowed_days ?? retryDefaults.allowed_days;
  const windows = config.calling_windows.length > 0 ? config.calling_windows : retryDefaults.calling_windows;
  return {
    windows: windows.map((window) => ({
      start: window.calling_window_start_time,
      end: window.calling_window_end_time,
      ...delayDraft(window.retry_delay_seconds),
    })),
    days: days.filter((day) => allowed.includes(day)),
    attempts: String(config.max_retry_attempts),
    twice: config.call_twice_in_a_row ?? false,
    timezone: config.timezone ?? '',
  };
}

/** Hours where they are halves or whole, else minutes: 7,200 s are 2 hours, 900 s are 15 minutes. */
function delayDraft(seconds: number): Pick<WindowDraft, 'delay' | 'unit'> {
  return seconds >= 3600 && seconds % 1800 === 0
    ? { delay: String(seconds / 3600), unit: 'hours' }
    : { delay: String(Math.round((seconds / 60) * 100) / 100), unit: 'minutes' };
}

/** What a page or an earlier version sent. Throws InvalidParams when it is no draft. */
export function checkDraft(value: unknown): SheetDraft {
  const draft = fields(value);
  return {
    name: textParam(draft.name),
    assistantId: textParam(draft.assistantId),
    rulesFrom: choiceParam(['assistant', 'own'], draft.rulesFrom),
    rules: optional(draft.rules, checkRules),
    fromNumber: textParam(draft.fromNumber),
    concurrency: textParam(draft.concurrency),
    start: choiceParam(startKinds, draft.start),
    startAt: textParam(draft.startAt),
    assumptions: optional(draft.assumptions, checkAssumptions),
  };
}

/** Throws InvalidParams when it is no way to read a list. */
export function checkReading(value: unknown): ReadingDraft {
  const reading = fields(value);
  return {
    duplicates: choiceParam(duplicatePolicies, reading.duplicates),
    region: textParam(reading.region, 2),
    phoneColumn: optional(reading.phoneColumn, columnParam),
    mapping: recordParam(reading.mapping, columnParam),
    includeUnused: flag(reading.includeUnused),
    leaveOutEmpty: flag(reading.leaveOutEmpty),
  };
}

/** Undefined for anything but a campaign that was created. */
export function checkCreated(value: unknown): CreatedCampaign | undefined {
  if (value === undefined || value === null) return undefined;
  const created = fields(value);
  return { id: textParam(created.id), name: textParam(created.name), text: textParam(created.text) };
}

function checkRules(value: unknown): RulesDraft {
  const rules = fields(value);
  return {
    windows: listParam(rules.windows, checkWindow, 50),
    days: listParam(rules.days, (day): Day => choiceParam(days, day), 7),
    attempts: textParam(rules.attempts),
    twice: flag(rules.twice),
    timezone: textParam(rules.timezone),
  };
}

function checkWindow(value: unknown): WindowDraft {
  const window = fields(value);
  return {
    start: textParam(window.start),
    end: textParam(window.end),
    delay: textParam(window.delay),
    unit: choiceParam(delayUnits, window.unit),
  };
}

const mostOnSlider: Readonly<Record<SliderId, number>> = {
  answerPercent: 100,
  talkSeconds: 3600,
  ringSeconds: 600,
};

function checkAssumptions(value: unknown): AssumptionsDraft {
  const assumptions = fields(value);
  const moved = sliderIds.flatMap((id) => {
    const value = optional(assumptions[id], (given) => countParam(given, mostOnSlider[id]));
    return value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(moved);
}

function columnParam(value: unknown): number {
  return countParam(value, 100_000);
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new InvalidParams('yes or no expected');
  return value;
}

function optional<T>(value: unknown, check: (value: unknown) => T): T | undefined {
  return value === undefined || value === null ? undefined : check(value);
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new InvalidParams('object expected');
  return value as Record<string, unknown>;
}
