import { formatCount, formatWhen, plural } from '../../core/format.ts';
import type { NormWarning } from '../../dialing/normWarnings.ts';
import type { Estimate, ForecastAssumptions } from '../../dialing/forecastAssumptions.ts';
import type { Forecast, ForecastHour, ZoneForecast } from '../../dialing/forecastTypes.ts';
import { clockIn, placeOf } from './launchStart.ts';
import type {
  Line,
  ForecastBar,
  ForecastSlider,
  ForecastView,
  ForecastWarning,
} from '../contract/protocolLaunch.ts';

const hourMs = 3_600_000;
const maxHourBars = 24 * 8;
const maxZones = 40;

/** A forecast in words and bars. Times are on the person's own clock, those of a zone on its own. */
export function forecastAnswer(
  plan: Forecast,
  assumptions: ForecastAssumptions,
  norms: readonly NormWarning[],
  nowMs: number,
  basis: string,
): ForecastView {
  const days = (plan.hours.at(-1)?.fromMs ?? 0) - (plan.hours[0]?.fromMs ?? 0) >= maxHourBars * hourMs;
  return {
    headline: headline(plan, nowMs),
    firstCall: plan.firstCallMs === undefined ? undefined : formatWhen(plan.firstCallMs, nowMs),
    step: days ? 'day' : 'hour',
    bars: days ? dayBars(plan.hours) : hourBars(plan.hours),
    lines: linesOf(plan, nowMs),
    zones: plan.zones.slice(0, maxZones).map(zoneView),
    warnings: warningsOf(plan, norms),
    assumptions: slidersOf(assumptions),
    basis,
  };
}

function headline({ finish, firstCallMs, contacts }: Forecast, nowMs: number): string {
  if (contacts === 0) return 'There is nobody to call.';
  if (firstCallMs === undefined) return 'These rules do not allow any calls.';
  const { earlyMs, likelyMs, lateMs } = finish;
  const when = (ms: number) => formatWhen(ms, nowMs);
  /** `today at 13:01`, `Mon 23 Nov at 09:00` */
  const at = (ms: number) => when(ms).replace(/,? (?=[\d:]+$)/, ' at ');
  if (likelyMs === undefined) return 'This would take longer than a year.';
  if (earlyMs === undefined || lateMs === undefined || lateMs - earlyMs < hourMs) {
    return `Expected to finish ${at(likelyMs)}.`;
  }
  return `Expected to finish ${at(likelyMs)}; between ${when(earlyMs)} and ${when(lateMs)}.`;
}

function linesOf(plan: Forecast, nowMs: number): readonly Line[] {
  const { firstCallMs, attempts, reached, talkMinutes, concurrency, contacts } = plan;
  if (firstCallMs === undefined) return [];
  const assumed = concurrency.assumed ? ' (assumed)' : '';
  return [
    { label: 'First call', text: formatWhen(firstCallMs, nowMs) },
    { label: 'Calls', text: range(attempts) },
    { label: 'Reached', text: `${range(reached)} of ${plural(contacts, 'person', 'people')}` },
    { label: 'Talk time', text: talkText(talkMinutes) },
    { label: 'Parallel calls', text: `${formatCount(concurrency.peak)}${assumed}` },
  ];
}

function range({ low, likely, high }: Estimate): string {
  const count = (value: number) => formatCount(Math.round(value));
  return count(low) === count(high) ? count(likely) : `about ${count(likely)} (${count(low)}–${count(high)})`;
}

function talkText({ low, likely, high }: Estimate): string {
  if (high >= 600) return `${range({ low: low / 60, likely: likely / 60, high: high / 60 })} hours`;
  return `${range({ low, likely, high })} min`;
}

/** Every hour from the first to the last, so that nights are seen as what they are. */
function hourBars(hours: readonly ForecastHour[]): readonly ForecastBar[] {
  const [first] = hours;
  const last = hours.at(-1);
  if (first === undefined || last === undefined) return [];
  const byTime = new Map(hours.map((hour) => [hour.fromMs, hour]));
  const bars: ForecastBar[] = [];
  for (let fromMs = first.fromMs; fromMs <= last.fromMs; fromMs += hourMs) {
    const hour = byTime.get(fromMs);
    const at = new Date(fromMs);
    bars.push({
      label: localText(fromMs),
      answered: hour?.answered ?? 0,
      machine: hour?.machine ?? 0,
      unanswered: hour?.unanswered ?? 0,
      day: bars.length === 0 || at.getHours() === 0 ? dayText(at) : undefined,
      hour: at.getHours(),
    });
  }
  return bars;
}

function dayBars(hours: readonly ForecastHour[]): readonly ForecastBar[] {
  const [first] = hours;
  const last = hours.at(-1);
  if (first === undefined || last === undefined) return [];
  const bars: ForecastBar[] = [];
  const day = new Date(first.fromMs);
  day.setHours(0, 0, 0, 0);
  let at = 0;
  while (day.getTime() <= last.fromMs) {
    const bar = { label: dayText(day), answered: 0, machine: 0, unanswered: 0, day: dayText(day) };
    day.setDate(day.getDate() + 1);
    for (let hour = hours[at]; hour !== undefined && hour.fromMs < day.getTime(); hour = hours[++at]) {
      bar.answered += hour.answered;
      bar.machine += hour.machine;
      bar.unanswered += hour.unanswered;
    }
    bars.push(bar);
  }
  return bars;
}

function localText(ms: number): string {
  return clockIn(Intl.DateTimeFormat().resolvedOptions().timeZone, ms);
}

function dayText(date: Date): string {
  return date
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
    .replace(',', '');
}

function zoneView({ zone, contacts, ambiguous, firstCallMs, lastCallMs }: ZoneForecast) {
  const when = (ms: number | undefined) => (ms === undefined ? '–' : clockIn(zone, ms));
  return {
    zone: placeOf(zone),
    contacts: ambiguous === 0 ? formatCount(contacts) : `${formatCount(contacts)} ≈`,
    first: when(firstCallMs),
    last: when(lastCallMs),
  };
}

function warningsOf(plan: Forecast, norms: readonly NormWarning[]): readonly ForecastWarning[] {
  const loud = (text: string) => ({ text, quiet: false });
  const ambiguous = plan.zones.reduce((sum, zone) => sum + zone.ambiguous, 0);
  const changes = plan.clockChanges.map(
    ({ zone, atMs, byMinutes }) =>
      `The clocks in ${placeOf(zone)} go ${byMinutes > 0 ? 'forward' : 'back'} on ${clockIn(zone, atMs)}.`,
  );
  return [
    ...plan.never.map(({ sentence }) => loud(sentence)),
    ...(plan.untried.likely > 0
      ? [
          loud(
            `${plural(Math.round(plan.untried.likely), 'person is', 'people are')} not called within a year.`,
          ),
        ]
      : []),
    ...norms.filter(({ kind }) => kind !== 'advice').map(({ sentence }) => loud(sentence)),
    ...(ambiguous === 0
      ? []
      : [
          loud(
            `≈ We can’t tell the time zone of ${plural(ambiguous, 'number')}; their local time may differ.`,
          ),
        ]),
    ...changes.map(loud),
    ...norms.filter(({ kind }) => kind === 'advice').map(({ sentence }) => ({ text: sentence, quiet: true })),
  ];
}

function slidersOf({ answerRate, talkSeconds, ringSeconds }: ForecastAssumptions): readonly ForecastSlider[] {
  // as the plan counts them
  const percent = (rate: number) => Math.round(rate * 100);
  const whole = (seconds: number) => formatCount(Math.round(seconds));
  return [
    {
      id: 'answerPercent',
      label: 'A person answers',
      value: percent(answerRate.likely),
      min: 1,
      max: 95,
      step: 1,
      text: `${percent(answerRate.likely)}% of calls (${percent(answerRate.low)}–${percent(answerRate.high)}%)`,
    },
    {
      id: 'talkSeconds',
      label: 'Call length',
      value: Math.round(talkSeconds.likely),
      min: 5,
      max: 600,
      step: 5,
      text: `${secondsText(talkSeconds.likely)} (${secondsText(talkSeconds.low)}–${secondsText(talkSeconds.high)})`,
    },
    {
      id: 'ringSeconds',
      label: 'Ring time before an answer',
      value: Math.round(ringSeconds.likely),
      min: 1,
      max: 60,
      step: 1,
      text: `${whole(ringSeconds.likely)} s (${whole(ringSeconds.low)}–${whole(ringSeconds.high)} s)`,
    },
  ];
}

function secondsText(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${Math.round((seconds / 60) * 10) / 10} min`;
}
