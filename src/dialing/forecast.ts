import type { Yielding } from './contactGroups.ts';
import { DryRun } from './dryRun.ts';
import { neverCalled } from './neverCalled.ts';
import { assumedConcurrentCalls, type Estimate } from './forecastAssumptions.ts';
import { clockChangesBetween, pausesBetween, plannedHours } from './forecastCalendar.ts';
import { contactsByZone, type ZoneContacts } from './zoneContacts.ts';
import type { Forecast, PlanInput } from './forecastTypes.ts';
import { attemptEnds } from './runTally.ts';
import { scenariosOf, type TalkScenario } from './scenarios.ts';
import { zoneOffsets } from './zoneOffsets.ts';
import { zoneForecasts } from './zoneForecasts.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const horizonDays = 366;
const stepsAtOnce = 2000;

/**
 * A dry run of a campaign before it exists: who is called when, and when it is over. The same input gives the
 * same forecast. A million contacts take seconds, in portions of about a millisecond between which `pace`
 * lets others work. Rejects with what `pace.yieldIfDue` rejects with, which is how it is cancelled.
 */
export async function forecast(input: PlanInput, pace: Yielding): Promise<Forecast> {
  const horizonMs = input.startMs + (input.horizonDays ?? horizonDays) * dayMs;
  const concurrency = Math.max(1, Math.floor(input.concurrency ?? assumedConcurrentCalls));
  const planned = await contactsByZone(input.contacts, input.rules, pace);
  const { byZone, zoneIndex } = planned;
  await readZoneData(byZone, input.startMs, horizonMs, pace);
  const run = async (scenario: TalkScenario): Promise<Outcome> => {
    const dryRun = new DryRun({ ...input, byZone, zoneIndex, horizonMs, concurrency, scenario });
    while (!dryRun.advance(stepsAtOnce)) await pace.yieldIfDue();
    return outcomeOf(dryRun, scenario);
  };
  const scenarios = scenariosOf(input.assumptions);
  const likely = await run(scenarios.likely);
  const all = [likely];
  for (const corner of scenarios.corners) all.push(await run(corner));
  const range = (of: (outcome: Outcome) => number): Estimate => {
    const values = all.map(of);
    return { low: Math.min(...values), likely: of(likely), high: Math.max(...values) };
  };

  const finish = range(({ finishMs }) => finishMs);
  const hours = plannedHours(likely.tally);
  const zones = zoneForecasts(byZone, likely.tally, input);
  const firstCallMs = finite(Math.min(...likely.tally.firstMs));
  const endMs = finite(finish.likely) ?? horizonMs;
  return {
    startMs: input.startMs,
    horizonMs,
    contacts: input.contacts.total,
    concurrency: { limit: concurrency, assumed: input.concurrency === undefined, peak: likely.tally.peak },
    zones,
    never: neverCalled(planned.never, input.rules),
    hours,
    firstCallMs,
    finish: { earlyMs: finite(finish.low), likelyMs: finite(finish.likely), lateMs: finite(finish.high) },
    attempts: range(({ attempts }) => attempts),
    reached: range(({ tally }) => tally.attempts.human),
    talkMinutes: range(({ talkMinutes }) => talkMinutes),
    lineMinutes: range(({ lineMinutes }) => lineMinutes),
    movedToAnotherDay: likely.tally.anotherDay,
    unfinished: range(({ unfinished }) => unfinished),
    untried: range(({ untried }) => untried),
    clockChanges: zones.flatMap(({ zone }) => clockChangesBetween(zone, firstCallMs ?? endMs, endMs)),
    pauses: pausesBetween(hours),
  };
}

/**
 * Reads the time-zone data of every zone in advance: each takes milliseconds, which would slow the run down.
 */
async function readZoneData(
  byZone: readonly ZoneContacts[],
  fromMs: number,
  untilMs: number,
  pace: Yielding,
): Promise<void> {
  for (const { zone } of byZone) {
    const offsets = zoneOffsets(zone);
    for (let atMs = fromMs; atMs <= untilMs; atMs = offsets.spanAt(atMs).untilMs) {
      offsets.spanAt(atMs);
      await pace.yieldIfDue();
    }
  }
}

/** The results of a dry run in one scenario. */
interface Outcome {
  readonly tally: DryRun['tally'];
  /** Infinity: not before the horizon, or nobody is called at all. */
  readonly finishMs: number;
  readonly attempts: number;
  readonly talkMinutes: number;
  readonly lineMinutes: number;
  readonly unfinished: number;
  readonly untried: number;
}

function outcomeOf({ tally, unsettled, untried }: DryRun, { durationMs, talkMs }: TalkScenario): Outcome {
  const sum = (of: (end: (typeof attemptEnds)[number]) => number) =>
    attemptEnds.reduce((total, end) => total + of(end), 0);
  return {
    tally,
    finishMs: unsettled > 0 ? Infinity : (tally.lastEndMs ?? Infinity),
    attempts: sum((end) => tally.attempts[end]),
    talkMinutes: (tally.attempts.human * talkMs) / minuteMs,
    lineMinutes: sum((end) => tally.attempts[end] * durationMs[end]) / minuteMs,
    unfinished: unsettled,
    untried,
  };
}

function finite(ms: number): number | undefined {
  return Number.isFinite(ms) ? ms : undefined;
}
