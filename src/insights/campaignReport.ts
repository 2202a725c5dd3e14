import { withoutPauses, type Steps } from '../callList/pace.ts';
import type { StructuredOutputField } from '../core/assistant.ts';
import { callerPieces, type CallerNumber } from './callerNumbers.ts';
import {
  callPieces,
  callsBy,
  callsThat,
  madeOnce,
  peopleFigure,
  visitInPieces,
  type CallOf,
  type Figure,
} from './figure.ts';
import { funnelPieces, isAnswered, type ConversationThreshold, type Funnel, type Goal } from './funnel.ts';
import { fieldFigures, fieldNames, type FieldFigures } from './outputFields.ts';
import type { PersonFacts } from './personFacts.ts';
import { reachSteps, type ReachStep } from './reachSteps.ts';
import { talkTime, type TalkTime } from './talkTime.ts';
import { toolFigures, type ToolFigure } from './toolUses.ts';
import { weekHours, type WeekHours } from './weekHours.ts';

export interface ReportOptions {
  readonly threshold: ConversationThreshold;
  readonly goal: Goal | undefined;
  /** Whether hours and weekdays count first attempts only. */
  readonly firstAttemptsOnly: boolean;
  /** What the assistants extract. */
  readonly fields: readonly StructuredOutputField[];
  /** IANA zone of a person's clock; undefined where it is unknown. */
  readonly zoneOf: (person: PersonFacts) => string | undefined;
}

/** Everything that is counted over the people of one or several campaigns. */
export interface Report {
  readonly funnel: Funnel;
  /** Calls that are over. */
  readonly calls: number;
  /** Calls in progress: counted nowhere else. */
  readonly callsInProgress: number;
  /** Different numbers on the list. */
  readonly distinctNumbers: number;
  /** Answered by anybody or anything, of all calls. */
  readonly answeredCalls: Figure;
  /** Answered by a person, of all calls. */
  readonly humanCalls: Figure;
  /** Answered by a person, of first calls. */
  readonly humanFirstCalls: Figure;
  readonly reach: readonly ReachStep[];
  readonly hours: WeekHours;
  /** Of the answered calls. */
  readonly results: readonly Figure[];
  /** Of all calls. */
  readonly dialErrors: readonly Figure[];
  readonly talk: TalkTime;
  /** Of the calls with a person. */
  readonly endedBy: readonly Figure[];
  readonly endReasons: readonly Figure[];
  readonly tools: readonly ToolFigure[];
  /** By the service's outcome, of the people reached. */
  readonly outcomes: readonly Figure[];
  readonly fields: readonly FieldFigures[];
  readonly callers: readonly CallerNumber[];
  /**
   * Calls taken for voicemail in which the other side answers the assistant, of the calls taken for
   * voicemail.
   */
  readonly voicemailWithPerson: Figure;
  /**
   * People who may have asked not to be called again: by their words or by the outcome. Of the people
   * reached.
   */
  readonly optOut: Figure;
}

export function report(people: readonly PersonFacts[], options: ReportOptions): Report {
  return withoutPauses(reportPieces(people, options));
}

/** The same in pieces, so that counting 100,000 people does not block the thread. */
export function* reportPieces(people: readonly PersonFacts[], options: ReportOptions): Steps<Report> {
  const { threshold, goal, firstAttemptsOnly, fields, zoneOf } = options;
  const zoneOfCall = ({ person }: CallOf) => zoneOf(person);
  const calls = yield* callPieces(people);
  const made = calls.length;
  yield;
  const answered = calls.filter(({ attempt }) => isAnswered(attempt));
  yield;
  const human = calls.filter(isHuman);
  yield;
  const first = calls.filter(({ attempt }) => attempt.number === 1);
  yield;
  const voicemail = calls.filter(({ attempt }) => attempt.result === 'voicemail');
  yield;
  const steps = yield* funnelPieces(people, threshold, goal);
  const { called, reached } = steps;
  const answeredCalls = yield* callsThat('calls/answered', calls, ({ attempt }) => isAnswered(attempt));
  const humanCalls = yield* callsThat('calls/human', calls, isHuman);
  const humanFirstCalls = yield* callsThat('calls/humanFirst', first, isHuman);
  const reach = yield* reachSteps(called.people);
  const hours = yield* weekHours(calls, zoneOfCall, firstAttemptsOnly);
  const results = yield* callsBy('result', answered, ({ attempt }) => attempt.result ?? 'unknown');
  const dialErrors = yield* callsBy('dialError', calls, ({ attempt }) => attempt.dialError);
  const talk = yield* talkTime(human);
  const endedBy = yield* callsBy('endedBy', human, ({ attempt }) => attempt.endedBy ?? 'not told');
  const endReasons = yield* callsBy('endReason', human, ({ attempt }) => attempt.endReason);
  const tools = yield* toolFigures(calls);
  const fieldsFound: FieldFigures[] = [];
  for (const name of yield* fieldNames(reached.people, fields))
    fieldsFound.push(yield* fieldFigures(name, reached.people, fields));
  const callers = yield* callerPieces(calls, zoneOfCall);
  const callsInProgress = people.reduce((sum, { attempts }) => sum + attempts.length, 0) - made;
  yield;
  const numbers = new Set<string>();
  yield* visitInPieces(people, ({ phone }) => void numbers.add(phone));
  const outcomes = outcomesOf(reached.people);
  yield;
  const voicemailWithPerson = yield* callsThat(
    'voicemailWithPerson',
    voicemail,
    ({ attempt }) => attempt.answersBack,
  );
  return {
    funnel: steps,
    calls: made,
    callsInProgress,
    distinctNumbers: numbers.size,
    answeredCalls,
    humanCalls,
    humanFirstCalls,
    reach,
    hours,
    results,
    dialErrors,
    talk,
    endedBy,
    endReasons,
    tools,
    outcomes,
    fields: fieldsFound,
    callers,
    voicemailWithPerson,
    optOut: peopleFigure('optOut', reached.people.filter(mayOptOut), reached.count),
  };
}

/** By their words or by what the service made of the call. */
export function mayOptOut({ attempts, outcome }: PersonFacts): boolean {
  return outcome === 'do_not_contact' || attempts.some(({ optOut }) => optOut !== undefined);
}

function isHuman({ attempt }: CallOf): boolean {
  return attempt.result === 'human';
}

function outcomesOf(reached: readonly PersonFacts[]): readonly Figure[] {
  const groups = new Map<string, PersonFacts[]>();
  for (const person of reached) {
    if (person.outcome === undefined) continue;
    madeOnce(groups, person.outcome, (): PersonFacts[] => []).push(person);
  }
  return [...groups]
    .map(([outcome, members]) => peopleFigure(`outcome/${outcome}`, members, reached.length))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** The people behind a number of the report, by its key; undefined for a key it does not have. */
export function peopleBehind(found: Report, key: string): readonly PersonFacts[] | undefined {
  for (const figure of figuresOf(found)) if (figure.key === key) return figure.people;
  return undefined;
}

function* figuresOf(found: Report): Iterable<Pick<Figure, 'key' | 'people'>> {
  for (const figure of Object.values(found.funnel) as (Figure | undefined)[])
    if (figure !== undefined) yield figure;
  yield* [found.answeredCalls, found.humanCalls, found.humanFirstCalls];
  for (const { at, by, open } of found.reach) yield* [at, by, open];
  for (const { reached } of found.hours.hours) yield reached;
  yield* [...found.results, ...found.dialErrors, ...found.endedBy, ...found.endReasons, ...found.tools];
  for (const { calls } of found.talk.bins) yield calls;
  yield* [found.talk.hungUpWithin5, found.talk.hungUpWithin10, ...found.outcomes];
  for (const { values, otherValues, missing } of found.fields) {
    for (const { people } of values) yield people;
    if (otherValues !== undefined) yield otherValues;
    yield missing;
  }
  for (const { reached, answered, days } of found.callers) {
    yield* [reached, answered];
    for (const day of days) yield day.reached;
  }
  yield* [found.voicemailWithPerson, found.optOut];
}
