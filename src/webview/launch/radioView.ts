import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly detail: string | undefined;
}

/** A group of radio buttons, each with a short explanation. */
export function radioGroup<T extends string>(
  name: string,
  options: readonly RadioOption<T>[],
  value: T,
  choose: (value: T) => void,
  classes = '',
): TemplateResult {
  return html`<div class="radios ${classes}" role="radiogroup" aria-label=${name}>
    ${options.map(
      (option) =>
        html`<label class="radio ${option.value === value ? 'chosen' : ''}">
          <input
            type="radio"
            name=${name}
            value=${option.value}
            .checked=${live(option.value === value)}
            @change=${() => choose(option.value)}
          />
          <span
            >${option.label}${
              option.detail === undefined ? nothing : html`<span class="hint">${option.detail}</span>`
            }</span
          >
        </label>`,
    )}
  </div>`;
}
