import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ForecastSlider, ForecastView, ForecastWarning } from '../../panels/contract/protocolLaunch.ts';
import { icon } from '../shared/icon.ts';
import { forecastChart } from './forecastChart.ts';
import type { LaunchPage } from './launchPage.ts';
import { lineList, sectionView } from './sectionView.ts';
import type { LaunchState } from './launchState.ts';

/** When the calls will be made, given the list, the rules and a few assumptions that can be changed. */
export function forecastSection(state: LaunchState, page: LaunchPage): TemplateResult | typeof nothing {
  const { plan } = state;
  if (plan === undefined) return nothing;
  const content = html`<p class="plan-headline">${plan.headline}</p>
    ${forecastChart(plan, state, page)} ${lineList(plan.lines)} ${warningsView(plan)} ${zonesView(plan)}
    ${slidersView(plan, state, page)}`;
  return sectionView({ id: 'plan', icon: 'graph', title: 'Forecast', content });
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
          <th scope="col">First call (local)</th>
          <th scope="col">Last call (local)</th>
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
  /** The value it was moved to, before the new forecast has arrived. */
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
