import { html, nothing, type TemplateResult } from 'lit';

/** A toolbar button with a text. `title`: its tooltip. */
export function textButton(label: string, run: () => void, title?: string): TemplateResult {
  return html`<button type="button" class="text-button" title=${title ?? nothing} @click=${run}>
    ${label}
  </button>`;
}
