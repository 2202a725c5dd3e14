import { html, nothing, type TemplateResult } from 'lit';

/** A quiet button of a toolbar, in words. `title`: more than the word, for who points at it. */
export function textButton(label: string, run: () => void, title?: string): TemplateResult {
  return html`<button type="button" class="text-button" title=${title ?? nothing} @click=${run}>
    ${label}
  </button>`;
}
