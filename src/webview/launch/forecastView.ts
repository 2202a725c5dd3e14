import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { formatCount, plural } from '../../core/format.ts';
import { live } from 'lit/directives/live.js';
import type {
  ForecastBar,
  ForecastSlider,
  ForecastView,
  ForecastWarning,
} from '../../panels/contract/protocolLaunch.ts';
import { icon } from '../shared/icon.ts';
import type { LaunchPage } from './launchPage.ts';
import { lineList, sectionView } from './sectionView.ts';
import type { LaunchState } from './launchState.ts';

/** When the calls will be made, by the list, the rules and a few guesses that can be changed. */
export function planSection(state: LaunchState, page: LaunchPage): TemplateResult | typeof nothing {
  const { plan } = state;
  if (plan === undefined) return nothing;
  const content = html`<p class="plan-headline">${plan.headline}</p>
    ${chartView(plan)} ${lineList(plan.lines)} ${warningsView(plan)} ${zonesView(plan)}
    ${slidersView(plan, state, page)}`;
  return sectionView({ id: 'plan', icon: 'graph', title: 'Forecast', content });
}

const barWidth = 6;
const barGap = 1;
const chartHeight = 100;
/** Names of days stand no closer together than this, in percent of the width. */
const dayGap = 16;

const parts = [
  { key: 'answered', label: 'a person answers' },
  { key: 'machine', label: 'a voicemail' },
  { key: 'unanswered', label: 'no answer' },
] as const;

function callsIn(bar: ForecastBar): number {
  return bar.answered + bar.machine + bar.unanswered;
}

function chartView({ bars, step, headline }: ForecastView): TemplateResult | typeof nothing {
  if (bars.length === 0) return nothing;
  const most = Math.max(...bars.map(callsIn), 1);
  const width = Math.max(bars.length, 8) * (barWidth + barGap);
  return html`<figure class="chart">
      <figcaption class="quiet chart-scale">
        <span>Calls per ${step}</span><span>${formatCount(Math.round(most))}</span>
      </figcaption>
      <svg viewBox="0 0 ${width} ${chartHeight}" preserveAspectRatio="none" role="img" aria-label=${headline}>
        ${bars.map((bar, at) => barView(bar, at, most))}
      </svg>
      <div class="chart-days quiet" aria-hidden="true">
        ${daysBelow(bars).map(
          ({ at, text }) =>
            html`<span .style=${`inset-inline-start: ${((at * (barWidth + barGap)) / width) * 100}%`}
              >${text}</span
            >`,
        )}
      </div>
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

function tableRow(bar: ForecastBar): TemplateResult {
  return html`<tr>
    <th scope="row">${bar.label}</th>
    ${parts.map(({ key }) => html`<td>${formatCount(Math.round(bar[key]))}</td>`)}
  </tr>`;
}

function barView(bar: ForecastBar, at: number, most: number): SVGTemplateResult {
  let top = chartHeight;
  return svg`<g>
    <title>${bar.label}: ${plural(Math.round(callsIn(bar)), 'call')}</title>
    ${parts.map(({ key }) => {
      const height = (bar[key] / most) * chartHeight;
      top -= height;
      return svg`<rect class="bar ${key}" x=${at * (barWidth + barGap)} y=${top} width=${barWidth} height=${height}></rect>`;
    })}
  </g>`;
}

/** As many names of days as there is room for. */
function daysBelow(bars: readonly ForecastBar[]): readonly { readonly at: number; readonly text: string }[] {
  const shown: { at: number; text: string }[] = [];
  bars.forEach(({ day }, at) => {
    const before = shown.at(-1);
    const far = before === undefined || ((at - before.at) / bars.length) * 100 >= dayGap;
    if (day !== undefined && far && at / bars.length < 0.9) shown.push({ at, text: day });
  });
  return shown;
}

function warningsView({ warnings }: ForecastView): TemplateResult {
  const loud = warnings.filter(({ quiet }) => !quiet);
  const others = warnings.filter(({ quiet }) => quiet);
  return html`${
    loud.length === 0
      ? nothing
      : html`<ul class="warnings">
          ${loud.map(warningView)}
        </ul>`
  }
  ${
    others.length === 0
      ? nothing
      : html`<details>
          <summary>Good to know</summary>
          <ul class="warnings">
            ${others.map(warningView)}
          </ul>
        </details>`
  }`;
}

function warningView({ text, quiet }: ForecastWarning): TemplateResult {
  return html`<li>${quiet ? icon('info') : icon('warning', 'yellow')}<span>${text}</span></li>`;
}

function zonesView({ zones }: ForecastView): TemplateResult | typeof nothing {
  if (zones.length === 0) return nothing;
  return html`<div class="zones">
    <table>
      <caption class="visually-hidden">
        First and last call by time zone
      </caption>
      <thead>
        <tr>
          <th scope="col">Zone</th>
          <th scope="col">People</th>
          <th scope="col">First call</th>
          <th scope="col">Last call</th>
        </tr>
      </thead>
      <tbody>
        ${zones.map(
          ({ zone, contacts, first, last }) =>
            html`<tr>
              <th scope="row">${zone}</th>
              <td>${contacts}</td>
              <td>${first}</td>
              <td>${last}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function slidersView(
  { assumptions, basis }: ForecastView,
  { draft }: LaunchState,
  page: LaunchPage,
): TemplateResult | typeof nothing {
  if (assumptions.length === 0) return nothing;
  return html`<p class="quiet plan-basis">${basis}</p>
    <details class="assumptions">
      <summary>Assumptions</summary>
      ${assumptions.map((slider) => sliderView(slider, draft?.assumptions?.[slider.id], page))}
      <button class="link" @click=${() => page.assumeAsSuggested()}>Back to the suggested values</button>
    </details>`;
}

function sliderView(
  { id, label, value, min, max, step, text }: ForecastSlider,
  /** Where it was moved to, ahead of the plan that is on its way. */
  moved: number | undefined,
  page: LaunchPage,
): TemplateResult {
  return html`<label class="slider">
    <span>${label}</span><span class="slider-text">${text}</span>
    <input
      type="range"
      min=${min}
      max=${max}
      step=${step}
      aria-valuetext=${text}
      .value=${live(String(moved ?? value))}
      @input=${(event: Event) => page.assume(id, Number((event.target as HTMLInputElement).value))}
    />
  </label>`;
}
