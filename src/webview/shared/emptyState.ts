import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';

export interface EmptyState {
  readonly icon: string;
  readonly title: string;
  readonly text?: string;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** Shown in place of content: what happened, and the next step. */
export function emptyState({ icon: name, title, text, actions = [] }: EmptyState): TemplateResult {
  return html`<div class="empty-state" role="status">
    ${icon(name)}
    <p class="empty-state-title">${title}</p>
    ${text === undefined ? nothing : html`<p>${text}</p>`}
    ${actions.map(
      ({ label, run }, index) =>
        html`<vscode-button ?secondary=${index > 0} @click=${run}>${label}</vscode-button>`,
    )}
  </div>`;
}

/**
 * The loading state. It renders nothing until `slow`, to avoid flicker. A server that stalls is given up only
 * after minutes: the style sheet shows the second line and its button after ten seconds.
 * @param again asks anew and abandons what is asked; undefined: nothing would be gained by it
 */
export function loadingState(slow: boolean, title: string, again?: () => void): TemplateResult {
  const late = html`<p class="late">The server is slow to answer.</p>
    <vscode-button class="late" secondary @click=${again}>Try Again</vscode-button>`;
  return html`<div class="empty-state" role="status">
    ${
      slow
        ? html`<vscode-progress-ring></vscode-progress-ring>
            <p>${title}</p>
            ${again === undefined ? nothing : late}`
        : nothing
    }
  </div>`;
}
