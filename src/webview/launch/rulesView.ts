import { capitalized } from '../../core/format.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { days, type Day } from '../../core/retryConfig.ts';
import type { ComboOption } from '../../panels/contract/protocolLaunch.ts';
import type { RulesDraft } from '../../core/campaignDraft.ts';
import type { SheetDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import { comboView } from './comboView.ts';
import { checkField, describedBy, fieldMessage, textField } from './fieldView.ts';
import type { LaunchPage } from './launchPage.ts';
import { radioGroup } from './radioView.ts';
import { lineList, sectionView } from './sectionView.ts';
import type { LaunchState } from './launchState.ts';
import { windowsView } from './windowsView.ts';

const zones: readonly ComboOption[] = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone,
}));

/** The section for the calling rules. */
export function rulesSection(draft: SheetDraft, state: LaunchState, page: LaunchPage): TemplateResult {
  const { view } = state;
  const inherited = view?.assistant;
  const content = html`
    ${radioGroup(
      'Calling rules',
      [
        { value: 'assistant', label: 'Use the assistant’s rules', detail: undefined },
        { value: 'own', label: 'Custom rules', detail: undefined },
      ],
      draft.rulesFrom,
      (from) => page.dispatch({ type: 'rulesFrom', from }),
      'compact',
    )}
    ${
      draft.rulesFrom === 'own' && draft.rules !== undefined
        ? ownRules(draft.rules, state, page)
        : inherited?.known === true
          ? lineList(inherited.rulesLines)
          : html`<p class="hint">
              ${
                inherited === undefined
                  ? 'Choose an assistant to see its rules.'
                  : 'The rules of this assistant could not be read.'
              }
            </p>`
    }
  `;
  return sectionView({ id: 'rules', icon: 'calendar', title: 'Calling rules', content });
}

function ownRules(rules: RulesDraft, state: LaunchState, page: LaunchPage): TemplateResult {
  return html`<div class="own-rules">
    ${presetsView(state, page)} ${windowsView(rules, state, page)} ${daysView(rules, state, page)}
    <div class="field-row">
      ${textField(
        {
          field: 'rules.attempts',
          label: 'Maximum attempts per number',
          inputmode: 'numeric',
          classes: 'short',
          value: rules.attempts,
          type: (attempts) => page.dispatch({ type: 'rules', change: { attempts } }),
          left: () => page.touch('rules.attempts'),
        },
        state,
      )}
      ${comboView(
        {
          field: 'rules.timezone',
          label: 'Time zone',
          value: rules.timezone,
          choices: zones,
          placeholder: 'Each contact’s local time (by country)',
          free: true,
          hint: rules.timezone === '' ? undefined : 'For all numbers, wherever they are.',
          pick: (timezone) => page.dispatch({ type: 'rules', change: { timezone } }),
        },
        state,
        page,
      )}
    </div>
    ${checkField(
      'Call again immediately when nobody was reached',
      rules.twice,
      (twice) => page.dispatch({ type: 'rules', change: { twice } }),
      'Some phones let a second call through in Do Not Disturb mode.',
    )}
  </div>`;
}

function presetsView({ ready }: LaunchState, page: LaunchPage): TemplateResult | typeof nothing {
  const presets = ready?.presets ?? [];
  if (presets.length === 0) return nothing;
  return html`<div class="presets" role="group" aria-label="Start from">
    <span class="quiet">Start from:</span>
    ${presets.map(
      ({ label, detail, rules }) =>
        html`<button
          class="link"
          title=${detail}
          @click=${() => page.dispatch({ type: 'rules', change: { windows: rules.windows, days: rules.days } })}
        >
          ${label}
        </button>`,
    )}
  </div>`;
}

function daysView({ days: chosen }: RulesDraft, state: LaunchState, page: LaunchPage): TemplateResult {
  const said = { ...state, touched: new Set([...state.touched, 'rules.days']) };
  return html`<div class="field">
    <span class="label" id="label-days">Days</span>
    <div
      class="days"
      role="group"
      aria-labelledby="label-days"
      aria-describedby=${describedBy('rules.days', said)}
    >
      ${days.map((day, at) => dayButton(day, at === 0, chosen.includes(day), page))}
    </div>
    ${fieldMessage('rules.days', said)}
  </div>`;
}

function dayButton(day: Day, isFirst: boolean, pressed: boolean, page: LaunchPage): TemplateResult {
  const name = capitalized(day);
  return html`<button
    class="day"
    id=${isFirst ? 'field-rules-days' : nothing}
    title=${name}
    aria-pressed=${live(pressed ? 'true' : 'false')}
    @click=${() => page.dispatch({ type: 'day', day })}
  >
    ${name.slice(0, 3)}
  </button>`;
}
