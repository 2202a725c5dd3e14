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

/** The loading state. It renders nothing until `slow`, to avoid flicker. */
export function loadingState(slow: boolean, title: string): TemplateResult {
  return html`<div class="empty-state" role="status">
    ${
      slow
        ? html`<vscode-progress-ring></vscode-progress-ring>
            <p>${title}</p>`
        : nothing
    }
  </div>`;
}
