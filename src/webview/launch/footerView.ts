import { html, nothing, type TemplateResult } from 'lit';
import { plural } from '../../core/format.ts';
import { icon } from '../shared/icon.ts';
import type { LaunchPage } from './launchPage.ts';
import { canSend, type LaunchState } from './launchState.ts';

const problemsNamed = 3;

/** What will happen, in a sentence, and the one button that leads to it. */
export function footerView(state: LaunchState, page: LaunchPage): TemplateResult {
  const { view, created, sending, step } = state;
  if (created !== undefined) {
    return html`<footer>
      <p class="summary">${icon('pass-filled', 'green')}<span>“${created.name}” ${created.text}</span></p>
      <button class="button primary" @click=${() => page.openRows()}>Open Rows</button>
    </footer>`;
  }
  return html`<footer>
    ${outcomeView(state, page)}
    <div class="summary">
      <p>${progressText(state) ?? summaryText(state)}</p>
      ${sending && step !== undefined ? html`<p class="quiet" id="withdrawal">${step.withdrawal}</p>` : nothing}
      ${missingView(state, page)}
    </div>
    ${withdrawView(state, page)}
    <button
      class="button primary"
      aria-disabled=${!canSend(state)}
      aria-describedby="missing"
      @click=${() => void page.submit()}
    >
      ${view?.button ?? 'Checking the List…'}
    </button>
  </footer>`;
}

/** @returns undefined unless the button was pressed */
function progressText({ sending, confirmed, step }: LaunchState): string | undefined {
  if (!sending) return undefined;
  return confirmed ? (step?.text ?? 'Sending…') : 'Nothing is sent before you confirm.';
}

/** With the first call as the forecast says it: the chosen start may be outside the calling hours. */
function summaryText({ view, plan, draft }: LaunchState): string {
  const summary = view?.summary ?? '';
  const first = draft?.start === 'draft' ? undefined : plan?.firstCall;
  return first === undefined || summary === '' ? summary : `${summary} First call: ${first}.`;
}

/** Shown while the campaign is sent; disabled once it was pressed. */
function withdrawView({ sending, step }: LaunchState, page: LaunchPage): TemplateResult | typeof nothing {
  if (!sending || step === undefined || step.withdrawal === '') return nothing;
  return html`<button class="button secondary" aria-describedby="withdrawal" @click=${() => page.withdraw()}>
    Cancel
  </button>`;
}

/**
 * The result of the last attempt, beside the button, so that it is visible however far the sheet is scrolled.
 */
function outcomeView({ outcome }: LaunchState, page: LaunchPage): TemplateResult | typeof nothing {
  if (outcome === undefined) return nothing;
  return html`<div class="notice" role="alert">
    ${icon('warning', 'yellow')}<span>${outcome.message}</span>
    ${
      outcome.kind === 'unsure'
        ? html`<button class="button secondary" @click=${() => page.settle()}>Resolve…</button>`
        : nothing
    }
  </div>`;
}

/** Why the button is disabled; each reason is a link to its field. */
function missingView({ view, sending }: LaunchState, page: LaunchPage): TemplateResult {
  const problems = sending ? [] : (view?.problems ?? []);
  return html`<p class="missing" id="missing">
    ${problems
      .slice(0, problemsNamed)
      .map(
        ({ field, message }) =>
          html`<button class="link" @click=${() => page.goTo(field)}>${firstSentence(message)}</button> `,
      )}
    ${
      problems.length > problemsNamed
        ? html`<span class="quiet">and ${plural(problems.length - problemsNamed, 'more thing')}</span>`
        : nothing
    }
  </p>`;
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}
