/** Hours of one day in minutes since local midnight, `[start, end)`. */
export type Hours = readonly [startMinute: number, endMinute: number];

export interface NormSource {
  readonly title: string;
  readonly url: string;
}

/**
 * What is usual, or regulated, for calls to consumers in one place, with a date and a source. The data is
 * incomplete. It never says that a campaign is allowed; it only points out where one goes beyond these hours.
 * Public holidays are not known here.
 */
export interface Norm {
  readonly id: string;
  readonly place: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  /** Part of a country whose numbers do not tell that they belong to it. */
  readonly isPart: boolean;
  /** Seven days, Monday first; no hours: no calls on that day. */
  readonly week: readonly (readonly Hours[])[];
  /** How often somebody may be called. */
  readonly cap?: { readonly attempts: number; readonly days: number; readonly sentence: string } | undefined;
  readonly consent?: string | undefined;
  readonly sources: readonly NormSource[];
  /** When the sources were read, or what they describe was in force: `2026-11`. */
  readonly asOf: string;
}

const hour = (time: number): number => Math.round(time * 60);
const everyDay = (...hours: Hours[]) => Array<readonly Hours[]>(7).fill(hours);
const weekdays = (hours: readonly Hours[], saturday: readonly Hours[], sunday: readonly Hours[]) => [
  ...Array<readonly Hours[]>(5).fill(hours),
  saturday,
  sunday,
];
const between = (start: number, end: number): Hours => [hour(start), hour(end)];

const stateTables: readonly NormSource[] = [
  { title: 'Drop Cowboy: state compliance', url: 'https://www.dropcowboy.com/state-compliance' },
  {
    title: 'ClickPoint: federal and local call times',
    url: 'https://blog.clickpointsoftware.com/federal-and-local-call-time-and-date-compliance',
  },
];

interface State {
  readonly id: string;
  readonly place: string;
  readonly week: Norm['week'];
  readonly cap?: Norm['cap'];
}

const threeADay = {
  attempts: 3,
  days: 1,
  sentence: 'at most 3 calls in 24 hours on the same subject',
} as const;
const eightToEight = between(8, 20);
const noSunday = weekdays([eightToEight], [eightToEight], []);

/**
 * States whose hours are shorter than the federal ones. The sources disagree in places (Connecticut: 20:00 or
 * 21:00).
 */
const states: readonly State[] = [
  { id: 'al', place: 'Alabama', week: noSunday },
  { id: 'ct', place: 'Connecticut', week: everyDay(between(9, 20)) },
  { id: 'fl', place: 'Florida', week: everyDay(eightToEight), cap: threeADay },
  { id: 'ky', place: 'Kentucky', week: everyDay(between(10, 21)) },
  { id: 'la', place: 'Louisiana', week: noSunday },
  { id: 'ma', place: 'Massachusetts', week: everyDay(eightToEight) },
  { id: 'md', place: 'Maryland', week: everyDay(eightToEight), cap: threeADay },
  { id: 'mi', place: 'Michigan', week: everyDay(between(9, 21)) },
  { id: 'mn', place: 'Minnesota', week: everyDay(between(9, 21)) },
  { id: 'ms', place: 'Mississippi', week: noSunday },
  { id: 'nm', place: 'New Mexico', week: everyDay(between(9, 21)) },
  { id: 'nv', place: 'Nevada', week: everyDay(between(9, 20)) },
  { id: 'ok', place: 'Oklahoma', week: everyDay(eightToEight), cap: threeADay },
  { id: 'ri', place: 'Rhode Island', week: weekdays([between(9, 18)], [], []) },
];

const frenchHours = [between(10, 13), between(14, 20)];

export const norms: readonly Norm[] = [
  {
    id: 'us',
    place: 'the United States',
    country: 'US',
    isPart: false,
    week: everyDay(between(8, 21)),
    consent: 'AI-voice calls require prior express consent (written, for sales calls).',
    sources: [
      { title: '47 CFR 64.1200', url: 'http://hallikainen.com/FccRules/2021/64/1200' },
      { title: 'Vapi: TCPA consent', url: 'https://docs.vapi.ai/tcpa-consent' },
    ],
    asOf: '2026-11',
  },
  ...states.map((state) => ({
    ...state,
    id: `us-${state.id}`,
    country: 'US',
    isPart: true,
    sources: stateTables,
    asOf: '2025-11',
  })),
  {
    id: 'fr',
    place: 'France',
    country: 'FR',
    isPart: false,
    week: weekdays(frenchHours, [], []),
    cap: { attempts: 4, days: 30, sentence: 'at most 4 calls in 30 days' },
    consent:
      'Since 11 August 2026, sales calls to consumers require prior consent, unless they concern an existing contract.',
    sources: [
      { title: 'Décret 2022-1313', url: 'https://www.nextinpact.com/lebrief/1190' },
      {
        title: 'Loi 2025-594',
        url: 'https://www.leclubdesjuristes.com/en-bref/linterdiction-du-demarchage-telephonique-non-consenti-adoptee-par-le-parlement-10756',
      },
    ],
    asOf: '2026-11',
  },
  {
    id: 'ca',
    place: 'Canada',
    country: 'CA',
    isPart: false,
    week: weekdays([between(9, 21.5)], [between(10, 18)], [between(10, 18)]),
    consent:
      'Calls by a machine or an artificial voice need express consent; an earlier purchase is not enough.',
    sources: [
      {
        title: 'CRTC: Unsolicited Telecommunications Rules',
        url: 'http://www.crtc.gc.ca/eng/trules-reglest.htm',
      },
      { title: 'National Do Not Call List', url: 'https://www.lnnte-dncl.gc.ca/ind/ntr-nrt-eng' },
    ],
    asOf: '2026-11',
  },
  {
    id: 'au',
    place: 'Australia',
    country: 'AU',
    isPart: false,
    week: weekdays([between(9, 20)], [between(9, 17)], []),
    sources: [
      { title: 'Packleader: calling times', url: 'https://packleader.net.au/topic/calling-times/' },
      {
        title: 'Do Not Call Register: industry standards',
        url: 'https://donotcall.gov.au/industry/industry-overview/industry-standards',
      },
    ],
    asOf: '2026-11',
  },
];
