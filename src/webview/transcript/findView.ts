import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatCount } from '../../core/format.ts';
import { iconButton } from '../shared/iconButton.ts';
import type { TranscriptState } from './transcriptState.ts';
import type { TranscriptPage } from './transcriptPage.ts';

/** The find widget of the transcript, in the place of VS Code's own. */
export function findView({ find }: TranscriptState, page: TranscriptPage): TemplateResult | typeof nothing {
  if (!find.open) return nothing;
  return html`<div
    class="find"
    role="search"
    aria-label="Find"
    @keydown=${(event: KeyboardEvent) => pressed(event, page)}
  >
    <vscode-textfield
      .label=${'Find in transcript'}
      placeholder="Find"
      .value=${live(find.text)}
      @input=${(event: Event) => page.findText(valueOf(event))}
    ></vscode-textfield>
    <span class="find-count" aria-live="polite">${countText(find)}</span>
    ${iconButton({ icon: 'arrow-up', label: 'Previous match', run: () => page.findStep(-1) })}
    ${iconButton({ icon: 'arrow-down', label: 'Next match', run: () => page.findStep(1) })}
    ${iconButton({ icon: 'close', label: 'Close', run: () => page.closeFind() })}
  </div>`;
}

function pressed(event: KeyboardEvent, page: TranscriptPage): void {
  if (
    event.key === 'Enter' &&
    event.target instanceof HTMLElement &&
    event.target.matches('vscode-textfield')
  ) {
    page.findStep(event.shiftKey ? -1 : 1);
  } else if (event.key === 'Escape') page.closeFind();
  else return;
  event.preventDefault();
}

/** `2 of 28`; of what was looked for last, while somebody types. */
export function countText({ text, searchedText, count, at }: TranscriptState['find']): string {
  if (text === '' || searchedText === '') return '';
  return count === 0 ? 'No results' : `${formatCount(at + 1)} of ${formatCount(count)}`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}
