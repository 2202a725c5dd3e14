import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icon.ts';
import { problemOf, remarkOf, type LaunchState } from './launchState.ts';

/** Fields are named as the host names them in its problems: `rules.windows.0.start`. */
export function inputId(field: string): string {
  return `field-${plainId(field)}`;
}

export function plainId(field: string): string {
  return field.replace(/[^\p{L}\p{N}_-]/gu, '-');
}

export interface FieldParts {
  readonly field: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly classes?: string;
  /** Whether its label is for screen readers only, because its place shows what it is. */
  readonly hiddenLabel?: boolean;
}

/** A label, a control, and its message, linked for sighted users and screen readers. */
export function fieldView(parts: FieldParts, state: LaunchState, control: TemplateResult): TemplateResult {
  const { field, label, hint, classes = '', hiddenLabel = false } = parts;
  return html`<div class="field ${classes}">
    <label class=${hiddenLabel ? 'visually-hidden' : ''} for=${inputId(field)}>${label}</label>
    ${control} ${fieldMessage(field, state, hint)}
  </div>`;
}

/** The problem of a field, else the remark, else the hint; each where aria-describedby finds it. */
export function fieldMessage(
  field: string,
  state: LaunchState,
  hint?: string,
): TemplateResult | typeof nothing {
  const problem = problemOf(state, field);
  const remark = remarkOf(state, field);
  const id = `said-${plainId(field)}`;
  if (problem !== undefined) {
    return html`<p class="problem" id=${id}>${icon('error', 'red')}<span>${problem.message}</span></p>`;
  }
  if (remark !== undefined) {
    return html`<p class="remark" id=${id}>${icon('warning', 'yellow')}<span>${remark.message}</span></p>`;
  }
  return hint === undefined ? nothing : html`<p class="hint" id=${id}>${hint}</p>`;
}

/** For `aria-describedby`: nothing where nothing is said. */
export function describedBy(field: string, state: LaunchState, hint?: string): string | typeof nothing {
  const said =
    hint !== undefined || problemOf(state, field) !== undefined || remarkOf(state, field) !== undefined;
  return said ? `said-${plainId(field)}` : nothing;
}

export function isInvalid(field: string, state: LaunchState): boolean {
  return problemOf(state, field) !== undefined;
}

export interface TextField extends FieldParts {
  readonly value: string;
  readonly placeholder?: string;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel';
  readonly type: (text: string) => void;
  /** Called when the field loses the focus. */
  readonly left: () => void;
}

export function textField(parts: TextField, state: LaunchState): TemplateResult {
  const { field, hint, value, placeholder = '', inputmode = 'text', type, left } = parts;
  return fieldView(
    parts,
    state,
    html`<input
      class="input"
      type="text"
      id=${inputId(field)}
      inputmode=${inputmode}
      autocomplete="off"
      spellcheck="false"
      placeholder=${placeholder}
      aria-invalid=${isInvalid(field, state)}
      aria-describedby=${describedBy(field, state, hint)}
      .value=${live(value)}
      @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
      @change=${left}
      @blur=${left}
    />`,
  );
}

export interface SelectField extends FieldParts {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

export function selectField(parts: SelectField, state: LaunchState): TemplateResult {
  const { field, hint, value, options, choose } = parts;
  return fieldView(
    parts,
    state,
    html`<select
      class="input"
      id=${inputId(field)}
      aria-invalid=${isInvalid(field, state)}
      aria-describedby=${describedBy(field, state, hint)}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${live(option.value === value)}>
            ${option.label}
          </option>`,
      )}
    </select>`,
  );
}

export function checkField(
  label: string,
  checked: boolean,
  change: (checked: boolean) => void,
  hint?: string,
): TemplateResult {
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${live(checked)}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${label}${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}</span>
  </label>`;
}
