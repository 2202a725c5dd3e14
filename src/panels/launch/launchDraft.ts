import {
  delayUnits,
  leaveOutNobody,
  pilotPicks,
  startKinds,
  type LeaveOutDraft,
  type RulesDraft,
  type WindowDraft,
} from '../../core/campaignDraft.ts';
import { days, type Day } from '../../core/retryConfig.ts';
import {
  InvalidParams,
  choiceParam,
  countParam,
  fieldsParam,
  listParam,
  optionalParam,
  recordParam,
  textParam,
} from '../params.ts';
import {
  duplicatePolicies,
  rowCountryChoices,
  sliderIds,
  type AssumptionsDraft,
  type CreatedCampaign,
  type ReadingDraft,
  type SavedSheet,
  type SheetDraft,
  type SliderId,
} from '../contract/protocolLaunchDraft.ts';

/** Longer than what is right, so that a name that is too long is a problem of its field. */
const maxTextCharacters = 100_000;

/** What a page or an earlier version sent. Throws InvalidParams when it is no draft. */
export function checkDraft(value: unknown): SheetDraft {
  const draft = fieldsParam(value);
  return {
    name: textParam(draft.name, maxTextCharacters),
    assistantId: textParam(draft.assistantId),
    rulesFrom: choiceParam(['assistant', 'own'], draft.rulesFrom),
    rules: optionalParam(draft.rules, checkRules),
    fromNumber: textParam(draft.fromNumber),
    concurrency: textParam(draft.concurrency),
    start: choiceParam(startKinds, draft.start),
    startAt: textParam(draft.startAt),
    graceMinutes: optionalParam(draft.graceMinutes, (value) => textParam(value)) ?? '',
    pilotSize: optionalParam(draft.pilotSize, (value) => textParam(value)) ?? '',
    pilotPick: optionalParam(draft.pilotPick, (value) => choiceParam(pilotPicks, value)) ?? 'sample',
    pilotLines: optionalParam(draft.pilotLines, (value) => textParam(value, maxTextCharacters)) ?? '',
    leaveOut: optionalParam(draft.leaveOut, checkLeaveOut) ?? leaveOutNobody,
    assumptions: optionalParam(draft.assumptions, checkAssumptions),
  };
}

function checkLeaveOut(value: unknown): LeaveOutDraft {
  const leaveOut = fieldsParam(value);
  return {
    reached: flag(leaveOut.reached),
    notInterested: flag(leaveOut.notInterested),
    calledLately: flag(leaveOut.calledLately),
    calledDays: textParam(leaveOut.calledDays),
  };
}

const maxPhoneColumns = 5;

/** Throws InvalidParams when it is no way to read a list. */
export function checkReading(value: unknown): ReadingDraft {
  const reading = fieldsParam(value);
  return {
    duplicates: choiceParam(duplicatePolicies, reading.duplicates),
    region: textParam(reading.region, 2),
    phoneColumns: listParam(reading.phoneColumns, columnParam, maxPhoneColumns),
    rowCountry: choiceParam(rowCountryChoices, reading.rowCountry),
    headerLine: optionalParam(reading.headerLine, columnParam),
    separator: textParam(reading.separator, 1),
    mapping: recordParam(reading.mapping, columnParam),
    includeUnused: flag(reading.includeUnused),
    leaveOutEmpty: flag(reading.leaveOutEmpty),
  };
}

/**
 * What a previous instance of the page left.
 * @returns undefined where it was of another list, or cannot be read
 */
export function readSavedSheet(
  saved: unknown,
  list: string,
): Pick<SavedSheet, 'draft' | 'created'> | undefined {
  try {
    const { draft, created, list: address } = (saved ?? {}) as Partial<Record<keyof SavedSheet, unknown>>;
    return address === list ? { draft: checkDraft(draft), created: checkCreated(created) } : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for anything but a campaign that was created. */
export function checkCreated(value: unknown): CreatedCampaign | undefined {
  if (value === undefined || value === null) return undefined;
  const created = fieldsParam(value);
  return { id: textParam(created.id), name: textParam(created.name), text: textParam(created.text) };
}

function checkRules(value: unknown): RulesDraft {
  const rules = fieldsParam(value);
  return {
    windows: listParam(rules.windows, checkWindow),
    days: listParam(rules.days, (day): Day => choiceParam(days, day), 7),
    attempts: textParam(rules.attempts),
    twice: flag(rules.twice),
    timezone: textParam(rules.timezone),
  };
}

function checkWindow(value: unknown): WindowDraft {
  const window = fieldsParam(value);
  return {
    start: textParam(window.start),
    end: textParam(window.end),
    delay: textParam(window.delay),
    unit: choiceParam(delayUnits, window.unit),
  };
}

const maxOnSlider: Readonly<Record<SliderId, number>> = {
  answerPercent: 100,
  talkSeconds: 3600,
  ringSeconds: 600,
};

function checkAssumptions(value: unknown): AssumptionsDraft {
  const assumptions = fieldsParam(value);
  const moved = sliderIds.flatMap((id) => {
    const value = optionalParam(assumptions[id], (given) => countParam(given, maxOnSlider[id]));
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
