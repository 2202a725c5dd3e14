// The sections of a report whose shares are of calls. Each is undefined where there is nothing to show.
import { formatCount, plural } from '../../core/format.ts';
import { minCallsOfHour } from '../../insights/weekHours.ts';
import type { Report } from '../../insights/campaignReport.ts';
import { dialErrorText, endedByText, endReasonText, resultBadge } from '../callWords.ts';
import type { HeatChart, ReportSection } from '../contract/protocolReport.ts';
import { formatDuration } from '../duration.ts';
import { barsOf, figureLine, lastPart, markOf, marksTable, wholeText } from './reportMarks.ts';

const approximate =
  'Calls to one person are not independent of each other, so intervals of calls are approximate.';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export function hoursSection(
  { hours }: Report,
  { firstAttemptsOnly }: { readonly firstAttemptsOnly: boolean },
): ReportSection | undefined {
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

export function resultsSection({ results, answeredCalls, humanCalls, humanFirstCalls, calls }: Report) {
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

export function errorsSection({ dialErrors, calls }: Report): ReportSection | undefined {
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

export function talkSection({ talk }: Report): ReportSection | undefined {
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

export function endsSection({ endedBy, endReasons, humanCalls }: Report): ReportSection | undefined {
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

export function toolsSection({ tools }: Report): ReportSection | undefined {
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

export function callersSection({ callers }: Report): ReportSection | undefined {
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
