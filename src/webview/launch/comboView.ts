import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ComboOption } from '../../panels/contract/protocolLaunch.ts';
import { matchingChoices, meantChoice, stepActive } from './combo.ts';
import { describedBy, fieldView, inputId, isInvalid, plainId, type FieldParts } from './fieldView.ts';
import type { LaunchPage } from './launchPage.ts';
import type { LaunchState } from './launchState.ts';

export interface Combo extends FieldParts {
  readonly value: string;
  readonly choices: readonly ComboOption[];
  readonly placeholder: string;
  /** Whether any text is allowed, not only listed choices. */
  readonly free: boolean;
  readonly pick: (value: string) => void;
}

/** A field with a list to search in: arrow keys move, Enter chooses, Escape closes, typing filters. */
export function comboView(combo: Combo, state: LaunchState, page: LaunchPage): TemplateResult {
  const { field, hint, value, choices, placeholder } = combo;
  const open = state.combo?.field === field ? state.combo : undefined;
  const listed = open === undefined ? [] : matchingChoices(choices, open.query);
  const shown = open?.query ?? choices.find((choice) => choice.value === value)?.label ?? value;
  const listId = `list-${plainId(field)}`;
  const active = open === undefined ? undefined : listed[open.active];
  return fieldView(
    combo,
    state,
    html`<div class="combo">
      <input
        class="input"
        type="text"
        role="combobox"
        id=${inputId(field)}
        autocomplete="off"
        spellcheck="false"
        placeholder=${placeholder}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded=${open !== undefined && listed.length > 0}
        aria-controls=${open === undefined ? nothing : listId}
        aria-activedescendant=${active === undefined ? nothing : `${listId}-${open?.active ?? 0}`}
        aria-invalid=${isInvalid(field, state)}
        aria-describedby=${describedBy(field, state, hint)}
        .value=${live(shown)}
        @click=${() => page.openCombo(field)}
        @input=${(event: Event) => page.searchCombo(field, (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => pressed(event, combo, listed, state, page)}
        @blur=${() => leave(combo, state, page)}
      />
      <span class="codicon codicon-chevron-down" aria-hidden="true"></span>
      ${
        open === undefined
          ? nothing
          : html`<ul class="choices" role="listbox" id=${listId} aria-label=${combo.label}>
              ${listed.map((choice, at) => choiceView(choice, at, combo, state, page))}
              ${listed.length === 0 ? html`<li class="none" role="option" aria-disabled="true">Nothing found</li>` : nothing}
            </ul>`
      }
    </div>`,
  );
}

function choiceView(
  { value, label, detail }: ComboOption,
  at: number,
  combo: Combo,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult {
  return html`<li
    role="option"
    id=${`list-${plainId(combo.field)}-${at}`}
    class=${value === combo.value ? 'chosen' : ''}
    aria-selected=${state.combo?.active === at}
    @mousedown=${(event: Event) => event.preventDefault()}
    @click=${() => {
      page.closeCombo();
      combo.pick(value);
    }}
  >
    <span>${label}</span
    >${detail === undefined || detail === '' ? nothing : html`<span class="quiet">${detail}</span>`}
  </li>`;
}

function pressed(
  event: KeyboardEvent,
  combo: Combo,
  listed: readonly ComboOption[],
  { combo: open }: LaunchState,
  page: LaunchPage,
): void {
  const isOpen = open?.field === combo.field;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const by = event.key === 'ArrowDown' ? 1 : -1;
    if (isOpen) page.moveCombo(stepActive(open.active, by, listed.length));
    else page.openCombo(combo.field);
  } else if (event.key === 'Enter') {
    const chosen = isOpen ? listed[open.active] : undefined;
    if (chosen !== undefined) {
      page.closeCombo();
      combo.pick(chosen.value);
    } else if (isOpen) choose(combo, open.query, page);
  } else if (event.key === 'Escape' && isOpen) page.closeCombo();
  else return;
  event.preventDefault();
}

function leave(combo: Combo, { combo: open }: LaunchState, page: LaunchPage): void {
  if (open?.field === combo.field) choose(combo, open.query, page);
  page.touch(combo.field);
}

/** When the field loses the focus, the typed text becomes the choice it names, or stays as typed. */
function choose(combo: Combo, query: string | undefined, page: LaunchPage): void {
  page.closeCombo();
  if (query === undefined) return;
  const meant = meantChoice(combo.choices, query);
  if (meant !== undefined) combo.pick(meant.value);
  else if (combo.free || query.trim() === '') combo.pick(query.trim());
}
