import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { formatCount, plural } from '../../core/format.ts';
import type { ForecastBar, ForecastView } from '../../panels/contract/protocolLaunch.ts';
import type { LaunchPage } from './launchPage.ts';
import type { LaunchState } from './launchState.ts';

const barWidth = 6;
const barGap = 1;
const chartHeight = 100;
/** The least distance between names of days, in percent of the width. */
const dayGap = 19;
/** How many hour labels fit below the bars. */
const maxHours = 8;
const hourSteps: readonly number[] = [1, 2, 3, 6, 12];

const parts = [
  { key: 'answered', label: 'a person answers' },
  { key: 'machine', label: 'a voicemail' },
  { key: 'unanswered', label: 'no answer' },
] as const;

/** Calls by hour or day. Pointing at a bar, or moving to it with the arrow keys, shows its values. */
export function forecastChart(
  { bars, step, headline }: ForecastView,
  { bar: active }: LaunchState,
  page: LaunchPage,
): TemplateResult | typeof nothing {
  if (bars.length === 0) return nothing;
  const most = Math.max(...bars.map(callsIn), 1);
  const width = Math.max(bars.length, 8) * (barWidth + barGap);
  const shown = active === undefined ? undefined : bars[active];
  const show = (bar: number | undefined) => page.dispatch({ type: 'bar', bar });
  return html`<figure class="chart">
      <figcaption class="quiet chart-scale">
        <span>Calls per ${step}</span><span>${formatCount(Math.round(most))}</span>
      </figcaption>
      <div
        class="bars"
        tabindex="0"
        role="group"
        aria-label=${`${headline} Left and Right read the calls per ${step}.`}
        @pointerleave=${() => show(undefined)}
        @blur=${() => show(undefined)}
        @keydown=${(event: KeyboardEvent) => pressed(event, active, bars.length, show)}
      >
        <svg viewBox="0 0 ${width} ${chartHeight}" preserveAspectRatio="none" aria-hidden="true">
          ${bars.map((bar, at) => barView(bar, at, { most, isActive: at === active, show }))}
        </svg>
      </div>
      ${hoursView(hoursBelow(bars), width)}
      <div class="chart-days quiet" aria-hidden="true">
        ${daysBelow(bars).map(({ at, text }) => tick(at, text, width))}
      </div>
      <p class="bar-values" role="status">${shown === undefined ? '' : valuesText(shown)}</p>
      <ul class="legend" aria-hidden="true">
        ${parts.map(({ key, label }) => html`<li><span class="key ${key}"></span>${label}</li>`)}
      </ul>
    </figure>
    <details class="chart-table">
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${step === 'hour' ? 'Hour' : 'Day'}</th>
            ${parts.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${bars.filter((bar) => callsIn(bar) > 0).map(tableRow)}
        </tbody>
      </table>
    </details>`;
}

function callsIn(bar: ForecastBar): number {
  return bar.answered + bar.machine + bar.unanswered;
}

/** `Fri 27 Nov, 13:00: 18 calls (6 a person answers, 5 a voicemail, 7 no answer)` */
export function valuesText(bar: ForecastBar): string {
  const calls = Math.round(callsIn(bar));
  const values = parts.map(({ key, label }) => `${formatCount(Math.round(bar[key]))} ${label}`).join(', ');
  return `${bar.label}: ${plural(calls, 'call')}${calls === 0 ? '' : ` (${values})`}`;
}

function pressed(
  event: KeyboardEvent,
  active: number | undefined,
  bars: number,
  show: (bar: number | undefined) => void,
): void {
  const targets: Readonly<Record<string, number | undefined>> = {
    ArrowLeft: Math.max(0, (active ?? 0) - 1),
    ArrowRight: active === undefined ? 0 : Math.min(bars - 1, active + 1),
    Home: 0,
    End: bars - 1,
  };
  if (event.key === 'Escape') show(undefined);
  else if (Object.hasOwn(targets, event.key)) show(targets[event.key]);
  else return;
  event.preventDefault();
}

function tableRow(bar: ForecastBar): TemplateResult {
  return html`<tr>
    <th scope="row">${bar.label}</th>
    ${parts.map(({ key }) => html`<td>${formatCount(Math.round(bar[key]))}</td>`)}
  </tr>`;
}

interface BarOptions {
  readonly most: number;
  readonly isActive: boolean;
  readonly show: (bar: number) => void;
}

function barView(bar: ForecastBar, at: number, { most, isActive, show }: BarOptions): SVGTemplateResult {
  let top = chartHeight;
  const x = at * (barWidth + barGap);
  return svg`<g @pointerenter=${() => show(at)}>
    <rect class=${isActive ? 'bar-area active' : 'bar-area'} x=${x} y="0" width=${barWidth + barGap}
      height=${chartHeight}></rect>
    ${parts.map(({ key }) => {
      const height = (bar[key] / most) * chartHeight;
      top -= height;
      return svg`<rect class="bar ${key}" x=${x} y=${top} width=${barWidth} height=${height}></rect>`;
    })}
  </g>`;
}

function hoursView(hours: readonly Tick[], width: number): TemplateResult | typeof nothing {
  if (hours.length === 0) return nothing;
  return html`<div class="chart-axis quiet" aria-hidden="true">
    ${hours.map(({ at, text }) => tick(at, text, width))}
  </div>`;
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Styles by script: the content security policy rightly allows no style attributes. */
function tick(at: number, text: string, width: number): TemplateResult {
  return html`<span .style=${`inset-inline-start: ${((at * (barWidth + barGap)) / width) * 100}%`}
    >${text}</span
  >`;
}

/** `09:00`, `12:00` … as far as there is room; none where a bar is a day, or nearly all is midnight. */
export function hoursBelow(bars: readonly ForecastBar[]): readonly Tick[] {
  const step = hourSteps.find((hours) => Math.max(bars.length, 8) / hours <= maxHours);
  if (step === undefined) return [];
  return bars.flatMap(({ hour }, at) =>
    hour !== undefined && hour % step === 0 && at / Math.max(bars.length, 8) < 0.93
      ? [{ at, text: `${String(hour).padStart(2, '0')}:00` }]
      : [],
  );
}

/** The names of days, as many as fit. */
function daysBelow(bars: readonly ForecastBar[]): readonly Tick[] {
  const shown: Tick[] = [];
  bars.forEach(({ day }, at) => {
    const before = shown.at(-1);
    const far = before === undefined || ((at - before.at) / bars.length) * 100 >= dayGap;
    if (day !== undefined && far && at / bars.length < 0.9) shown.push({ at, text: day });
  });
  return shown;
}
