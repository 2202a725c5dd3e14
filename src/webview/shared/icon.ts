import { html, type TemplateResult } from 'lit';
import type { Badge, Tone } from '../../panels/contract/protocolRows.ts';

/** A codicon; what it says is beside it in words, so screen readers skip it. */
export function icon(name: string, tone: Tone = 'plain'): TemplateResult {
  return html`<span class="codicon codicon-${name} tone-${tone}" aria-hidden="true"></span>`;
}

export function badge({ text, icon: name, tone }: Badge): TemplateResult {
  return html`<span class="badge">${icon(name, tone)}<span>${text}</span></span>`;
}
