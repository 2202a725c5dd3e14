import { html, nothing, type TemplateResult } from 'lit';
import type { ListView, VariableView } from '../../panels/contract/protocolLaunch.ts';
import type { ReadingDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import { checkField, selectField } from './fieldView.ts';
import type { LaunchPage } from './launchPage.ts';
import type { LaunchState } from './launchState.ts';

/** Which column fills which variable, and which columns are not sent. */
export function variablesView(list: ListView, state: LaunchState, page: LaunchPage): TemplateResult {
  const reading = state.reading ?? list.reading;
  return html`<div class="variables">
    <h3>${list.variablesKnown ? 'Variables' : 'Sent with each number'}</h3>
    ${
      list.variables.length === 0
        ? html`<p class="quiet">
            ${list.variablesKnown ? 'This assistant uses no variables.' : 'Only the number is sent.'}
          </p>`
        : list.variablesKnown
          ? list.variables.map((variable) => variableRow(variable, list, reading, state, page))
          : sentRows(list)
    }
    ${unusedView(list, reading, page)}
  </div>`;
}

function variableRow(
  variable: VariableView,
  list: ListView,
  reading: ReadingDraft,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult {
  const { name, usedIn, column, suggestion, example } = variable;
  const field = `variable.${name}`;
  const shown = reading.mapping[name] ?? column;
  const map = (index: number | undefined) => {
    const others = Object.entries(reading.mapping).filter(([other]) => other !== name);
    const own = index === undefined ? [] : [[name, index] as const];
    void page.read({ mapping: Object.fromEntries([...others, ...own]) });
  };
  return html`<div class="variable">
    <div class="variable-name"><code>{{${name}}}</code><span class="quiet">${usedIn}</span></div>
    <div class="variable-column">
      ${selectField(
        {
          field,
          label: `Column for ${name}`,
          hiddenLabel: true,
          value: shown === undefined ? '' : String(shown),
          options: [
            ...(shown === undefined ? [{ value: '', label: 'No column' }] : []),
            ...list.columns.map(({ index, label }) => ({ value: String(index), label })),
          ],
          choose: (value) => map(value === '' ? undefined : Number(value)),
        },
        state,
      )}
      ${
        suggestion === undefined
          ? nothing
          : html`<button class="link" @click=${() => map(suggestion.index)}>
              Use “${suggestion.label}”
            </button>`
      }
    </div>
    <div class="variable-example" title=${example}>
      ${example === '' ? html`<span class="quiet">empty</span>` : example}
    </div>
  </div>`;
}

function sentRows({ variables }: ListView): TemplateResult {
  return html`<ul class="sent">
    ${variables.map(({ name }) => html`<li><code>${name}</code></li>`)}
  </ul>`;
}

function unusedView(
  list: ListView,
  reading: ReadingDraft,
  page: LaunchPage,
): TemplateResult | typeof nothing {
  const { unused } = list;
  if (unused.length === 0 && !reading.includeUnused) return nothing;
  const names = unused.join(', ');
  return checkField(
    reading.includeUnused ? 'The other columns are sent, too' : 'Also send the other columns',
    reading.includeUnused,
    (includeUnused) => void page.read({ includeUnused }),
    names === '' ? undefined : `${reading.includeUnused ? 'Sent' : 'Not sent'}: ${names}`,
  );
}
