import { html, nothing, type TemplateResult } from 'lit';
import { formatAgo } from '../../core/format.ts';
import type { TranscriptView } from '../../panels/contract/protocolTranscript.ts';
import { emptyState, loadingState, type EmptyState } from '../shared/emptyState.ts';
import { icon } from '../shared/icon.ts';
import { iconButton } from '../shared/iconButton.ts';
import { attemptView } from './attemptView.ts';
import { findView } from './findView.ts';
import { orderView } from './orderView.ts';
import type { TranscriptState } from './transcriptState.ts';
import type { TranscriptPage } from './transcriptPage.ts';

/** The page as a function of its state. */
export function pageView(state: TranscriptState, page: TranscriptPage): TemplateResult {
  const { view, failure, asking } = state;
  if (view === undefined) {
    const content =
      failure === undefined
        ? loadingState(asking === 'slow', 'Reading the transcript…', () => void page.start())
        : emptyState(failureState(failure, page));
    return html`<main>${content}</main>`;
  }
  return html`<main>
    ${toolbar(view, state, page)}
    <div class="busy">${asking === 'slow' ? html`<vscode-progress-bar></vscode-progress-bar>` : nothing}</div>
    ${findView(state, page)}
    <div class="reading" tabindex="-1">
      ${
        failure === undefined
          ? nothing
          : html`<div class="notice" role="status">
              ${icon('warning', 'yellow')}<span>${failure.message}</span>
            </div>`
      }
      ${orderView(view, state, page)}
      ${
        view.attempts.length === 0
          ? html`<p class="quiet silence">This number has not been called yet.</p>`
          : html`<div class="attempts">
              ${view.attempts.map((attempt) => attemptView(attempt, state, page))}
            </div>`
      }
    </div>
    <div class="visually-hidden" aria-live="polite">${state.announcement}</div>
  </main>`;
}

function toolbar(view: TranscriptView, { nowMs }: TranscriptState, page: TranscriptPage): TemplateResult {
  const button = (name: string, label: string, run: () => void, enabled = true) =>
    iconButton({ icon: name, label, enabled, run });
  return html`<div class="toolbar" role="toolbar" aria-label="Transcript">
    ${button('arrow-up', 'Previous row', () => page.step(-1), view.hasPrevious)}
    ${button('arrow-down', 'Next row', () => page.step(1), view.hasNext)}
    ${button('list-unordered', 'Open rows', () => page.openRows())}
    <span class="quiet read-time">Updated ${formatAgo(view.readMs, nowMs)}</span>
    ${button('refresh', 'Refresh', () => page.refresh())}
    ${button('search', 'Find', () => page.dispatch({ type: 'find', find: { open: true } }))}
    ${button('copy', 'Copy all as Markdown', () => page.copyAll())}
    ${button('go-to-file', 'Open as document', () => page.openDocument())}
  </div>`;
}

function failureState(
  { message, reason }: NonNullable<TranscriptState['failure']>,
  page: TranscriptPage,
): EmptyState {
  const retry = { label: 'Try Again', run: () => void page.start() };
  const rows = { label: 'Open Rows', run: () => page.openRows() };
  if (reason === 'no key' || reason === 'auth') {
    const setKey = { label: 'Set API Key', run: () => page.setApiKey() };
    return { icon: 'key', title: 'The transcript cannot be read', text: message, actions: [setKey, retry] };
  }
  const offline = reason === 'offline' || reason === 'timeout';
  const title = offline ? 'The server cannot be reached' : 'The transcript could not be read';
  return { icon: offline ? 'debug-disconnect' : 'warning', title, text: message, actions: [retry, rows] };
}
