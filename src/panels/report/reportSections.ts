import { formatCount, formatPercent, plural } from '../../core/format.ts';
import { minCallsOfHour } from '../../insights/weekHours.ts';
import type { Figure } from '../../insights/figure.ts';
import type { FieldFigures } from '../../insights/outputFields.ts';
import type { Report } from '../../insights/campaignReport.ts';
import { dialErrorText, endedByText, endReasonText, outcomeBadge, resultBadge } from '../callWords.ts';
import type { HeatChart, ReportFigure, ReportSection } from '../contract/protocolReport.ts';
import { formatDuration } from '../duration.ts';
import { valueText } from '../valueText.ts';
import { barsOf, markOf, marksTable, shareText, wholeText } from './reportMarks.ts';

const approximate =
  'Calls to one person are not independent of each other, so intervals of calls are approximate.';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export interface SectionOptions {
  readonly running: boolean;
  readonly firstAttemptsOnly: boolean;
  readonly ratePerMinute: number | undefined;
  readonly currency: string;
}

/** Everything below the funnel, in the order of the page. What has nothing to show is left out. */
export function reportSections(found: Report, options: SectionOptions): readonly ReportSection[] {
  return [
    reachSection(found),
    hoursSection(found, options),
    resultsSection(found),
    errorsSection(found),
    talkSection(found),
    endsSection(found),
    outcomesSection(found),
    ...found.fields.filter(({ missing }) => missing.of > 0).map(fieldSection),
    toolsSection(found),
    callersSection(found),
    attentionSection(found),
    costSection(found, options),
  ].filter((section) => section !== undefined);
}

function lastPart({ key }: Pick<Figure, 'key'>): string {
  return key.slice(key.indexOf('/') + 1);
}

function reachSection({ reach, funnel }: Report): ReportSection | undefined {
  if (reach.length === 0) return undefined;
  const steps = reach.map(({ call, by, open }) => ({
    label: String(call),
    by: markOf(`Reached after ${plural(call, 'call')}`, by, 'people called'),
    open: markOf(`Open after ${plural(call, 'call')}`, open, 'people called'),
  }));
  return {
    id: 'reach',
    title: 'Reached after 1, 2, 3… calls',
    caption: `How many of ${plural(funnel.called.count, 'person', 'people')} called were reached by then. People who may still be called are shown as open.`,
    chart: { kind: 'steps', people: funnel.called.count, steps },
    table: {
      header: ['Call', 'Got this call', 'Reached at it', 'Reached by then', 'Still open'],
      lines: reach.map(({ call, at, by, open }) => [
        String(call),
        formatCount(at.of),
        at.of === 0 ? '0' : `${formatCount(at.count)} (${formatPercent(at.count / at.of)})`,
        formatCount(by.count),
        formatCount(open.count),
      ]),
    },
    figures: [],
    notes: [],
  };
}

function hoursSection({ hours }: Report, { firstAttemptsOnly }: SectionOptions): ReportSection | undefined {
  if (hours.hours.length === 0) return undefined;
  const which = firstAttemptsOnly ? 'first calls' : 'calls';
  const cells = hours.hours.map(({ day, hour, reached }) => ({
    row: day,
    column: hour,
    few: reached.of < minCallsOfHour,
    mark: markOf(`${days[day] ?? ''} ${clock(hour)}`, reached, `${which} in this hour`),
  }));
  const few = `Hours with fewer than ${minCallsOfHour} calls are hatched, because they are too few for a rate.`;
  const confounded =
    'Later calls go to people who did not answer before, and may fall into other hours: compare with first calls only.';
  const without = `${plural(hours.without, 'call')} ${hours.without === 1 ? 'is' : 'are'} not shown, because the hour on the recipient’s clock is unknown.`;
  return {
    id: 'hours',
    title: 'When people answer',
    caption: `Share of ${which} that a person answered, by hour and weekday on the recipient’s clock.`,
    chart: {
      kind: 'heat',
      rows: days,
      columns: Array.from({ length: 24 }, (_, hour) => clock(hour)),
      cells,
    } satisfies HeatChart,
    table: marksTable(
      'Hour',
      cells.map(({ mark }) => mark),
    ),
    figures: [],
    notes: [few, ...(firstAttemptsOnly ? [] : [confounded]), ...(hours.without > 0 ? [without] : [])],
  };
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function resultsSection({ results, answeredCalls, humanCalls, humanFirstCalls, calls }: Report) {
  if (calls === 0) return undefined;
  const marks = results.map((figure) => markOf(resultBadge(lastPart(figure)).text, figure, 'answered calls'));
  return {
    id: 'results',
    title: 'Who or what answered',
    caption: `Of ${wholeText(answeredCalls.count, 'answered calls')}.`,
    chart: barsOf(marks),
    table: marksTable('Result', marks),
    figures: [
      figureLine('Answered calls', answeredCalls, 'calls made'),
      figureLine('Answered by a person', humanCalls, 'calls made'),
      figureLine('Answered by a person at the first call', humanFirstCalls, 'first calls'),
    ],
    notes: [approximate],
  } satisfies ReportSection;
}

function figureLine(label: string, figure: Figure, denominator: string): ReportFigure {
  return { label, text: shareText(figure, denominator), key: figure.count === 0 ? undefined : figure.key };
}

function errorsSection({ dialErrors, calls }: Report): ReportSection | undefined {
  if (dialErrors.length === 0) return undefined;
  const marks = dialErrors.map((figure) => markOf(dialErrorText(lastPart(figure)), figure, 'calls made'));
  return {
    id: 'dialErrors',
    title: 'Not connected',
    caption: `Why calls were not connected, of ${wholeText(calls, 'calls made')}.`,
    chart: barsOf(marks),
    table: marksTable('Reason', marks),
    figures: [],
    notes: [approximate],
  };
}

function talkSection({ talk }: Report): ReportSection | undefined {
  if (talk.calls === 0) return undefined;
  const marks = talk.bins.map(({ fromSeconds, belowSeconds, calls }) =>
    markOf(binLabel(fromSeconds, belowSeconds), calls, 'calls with a person'),
  );
  return {
    id: 'talk',
    title: 'Talk time',
    caption: `How long ${plural(talk.calls, 'call')} with a person lasted, from the answer to the end.`,
    chart: { kind: 'histogram', marks },
    table: marksTable('Talk time', marks),
    figures: [
      { label: 'Median', text: seconds(talk.medianSeconds), key: undefined },
      { label: '90th percentile', text: seconds(talk.p90Seconds), key: undefined },
      { label: 'In all', text: longDuration(talk.totalSeconds), key: undefined },
      figureLine('Contact hung up within 5 s', talk.hungUpWithin5, 'calls with a person'),
      figureLine('Contact hung up within 10 s', talk.hungUpWithin10, 'calls with a person'),
    ],
    notes: ['The columns cover intervals of different lengths.'],
  };
}

function binLabel(from: number, below: number): string {
  if (below === Infinity) return `${seconds(from)} and more`;
  return below <= 60 ? `${from}–${below} s` : `${seconds(from)}–${seconds(below)}`;
}

function seconds(value: number | undefined): string {
  return value === undefined ? '–' : formatDuration(value * 1000);
}

/** `58:20`, and from an hour on `1,122 h 13 min`: the seconds of a sum do not matter. */
function longDuration(totalSeconds: number): string {
  if (totalSeconds < 3600) return seconds(totalSeconds);
  const minutes = Math.round(totalSeconds / 60);
  return `${formatCount(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

function endsSection({ endedBy, endReasons, humanCalls }: Report): ReportSection | undefined {
  if (endedBy.length === 0) return undefined;
  const marks = endedBy.map((figure) => {
    const word = lastPart(figure);
    return markOf(word === 'not told' ? 'Not reported' : endedByText(word), figure, 'calls with a person');
  });
  return {
    id: 'endedBy',
    title: 'Who ended the call',
    caption: `Of ${wholeText(humanCalls.count, 'calls with a person')}.`,
    chart: barsOf(marks),
    table: marksTable('Ended by', marks),
    figures: endReasons.map((figure) =>
      figureLine(endReasonText(lastPart(figure)), figure, 'calls with a person'),
    ),
    notes: [],
  };
}

function outcomesSection({ outcomes, funnel }: Report): ReportSection | undefined {
  if (outcomes.length === 0) return undefined;
  const marks = outcomes.map((figure) =>
    markOf(outcomeBadge(lastPart(figure)).text, figure, 'people reached'),
  );
  return {
    id: 'outcomes',
    title: 'Outcome, as the service judged it',
    caption: `Of ${wholeText(funnel.reached.count, 'people reached')}.`,
    chart: barsOf(marks),
    table: marksTable('Outcome', marks),
    figures: [],
    notes: [],
  };
}

function fieldSection({ name, required, values, otherValues, missing }: FieldFigures): ReportSection {
  const denominator = 'people reached';
  const marks = [
    ...values.map(({ value, people }) => markOf(valueText(value), people, denominator)),
    ...(otherValues === undefined ? [] : [markOf('Other values', otherValues, denominator)]),
    ...(missing.count === 0 ? [] : [markOf('No value', missing, denominator)]),
  ];
  const absent = required && missing.count > 0;
  return {
    id: `field:${name}`,
    title: name,
    caption: `Values of “${name}” in the structured output, of ${wholeText(missing.of, denominator)}.`,
    chart: barsOf(marks),
    table: marksTable(name, marks),
    figures: absent ? [figureLine('Required, but missing', missing, denominator)] : [],
    notes: [],
  };
}

function toolsSection({ tools }: Report): ReportSection | undefined {
  if (tools.length === 0) return undefined;
  const marks = tools.map((tool) => markOf(tool.name, tool, 'uses'));
  return {
    id: 'tools',
    title: 'Tools that failed',
    caption: 'Failed uses of each tool, of all its uses.',
    chart: barsOf(marks),
    table: marksTable('Tool', marks),
    figures: [],
    notes: [],
  };
}

function callersSection({ callers }: Report): ReportSection | undefined {
  if (callers.length === 0) return undefined;
  const dates = [...new Set(callers.flatMap(({ days: made }) => made.map(({ day }) => day)))].sort();
  const shown = dates.slice(-28);
  const cells = callers.flatMap(({ days: made, number }, row) =>
    made
      .filter(({ day }) => shown.includes(day))
      .map(({ day, reached }) => ({
        row,
        column: shown.indexOf(day),
        few: reached.of < minCallsOfHour,
        mark: markOf(`${number}, ${day}`, reached, 'calls of that day'),
      })),
  );
  const dropped = callers.filter((caller) => caller.dropped).map(({ number }) => number);
  return {
    id: 'callers',
    title: 'Caller IDs',
    caption: 'Share of calls that a person answered, by calling number and day.',
    chart: { kind: 'heat', rows: callers.map(({ number }) => number), columns: shown, cells },
    table: marksTable(
      'Number and day',
      cells.map(({ mark }) => mark),
    ),
    figures: callers.map(({ number, reached }) => figureLine(number, reached, 'calls from this number')),
    notes: [
      `Days with fewer than ${minCallsOfHour} calls are hatched.`,
      ...dropped.map(
        (number) =>
          `${number} is answered by fewer people on its newest day than before, and not by chance: it may be marked as spam.`,
      ),
      ...(dates.length > shown.length ? ['The chart shows the latest 28 days.'] : []),
    ],
  };
}

function attentionSection({ voicemailWithPerson, optOut }: Report): ReportSection | undefined {
  if (voicemailWithPerson.count === 0 && optOut.count === 0) return undefined;
  const marks = [
    markOf('Voicemail with a person’s words', voicemailWithPerson, 'calls taken for voicemail'),
    markOf('May not want to be called again', optOut, 'people reached'),
  ].filter(({ count }) => count > 0);
  return {
    id: 'attention',
    title: 'Calls to review',
    caption: 'Calls that a person should read before anything is done.',
    chart: barsOf(marks),
    table: marksTable('What', marks),
    figures: [],
    notes: [
      'A voicemail counts here where the other side answers what the assistant said.',
      'Whether somebody asked not to be called again is guessed from phrases and outcomes: nobody is suppressed by that alone.',
    ],
  };
}

function costSection(
  { talk, funnel }: Report,
  { ratePerMinute, currency }: SectionOptions,
): ReportSection | undefined {
  if (ratePerMinute === undefined) return undefined;
  const cost = (talk.totalSeconds / 60) * ratePerMinute;
  const money = (value: number) => `${value.toFixed(2)} ${currency}`.trim();
  const perPerson = funnel.reached.count === 0 ? '–' : money(cost / funnel.reached.count);
  const lines = [
    ['Minutes with a person', formatCount(Math.round(talk.totalSeconds / 60))],
    ['Cost at your rate', money(cost)],
    ['Cost per person reached', perPerson],
  ] as const;
  return {
    id: 'cost',
    title: 'Cost, at your own rate',
    caption: `Calculated with revox.report.pricePerMinute: ${money(ratePerMinute)} per minute of conversation. This is not an invoice.`,
    chart: undefined,
    table: { header: ['What', 'Value'], lines },
    figures: lines.map(([label, text]) => ({ label, text, key: undefined })),
    notes: [],
  };
}
