import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatCount } from '../../core/format.ts';
import type { ReportSettings, ReportView } from '../../panels/contract/protocolReport.ts';
import { emptyState, loadingState, type EmptyState } from '../shared/emptyState.ts';
import { badge, icon } from '../shared/icon.ts';
import { iconButton } from '../shared/iconButton.ts';
import type { ReportPage } from './reportPage.ts';
import { reportSectionView } from './reportSectionView.ts';
import type { ReportState } from './reportState.ts';

/** The page as a function of its state. */
export function pageView(state: ReportState, page: ReportPage): TemplateResult {
  const { view, settings } = state;
  if (view === undefined || settings === undefined) return html`<main>${emptyView(state, page)}</main>`;
  return html`<main>
    <header class="report-head">
      <ul class="campaigns">
        ${view.campaigns.map(
          ({ name, state: of }) => html`<li><span class="campaign-name">${name}</span> ${badge(of)}</li>`,
        )}
        ${view.sandbox ? html`<li>${icon('beaker')} Sandbox: nobody is called</li>` : nothing}
      </ul>
      <h1 class="sentence">${view.sentence}</h1>
      ${toolbar(page, view.funnel.chart !== undefined)}
    </header>
    ${readingView(view)} ${noticeView(state, page)}
    ${view.funnel.chart === undefined ? nothing : settingsView(view, settings, page)}
    ${
      view.funnel.chart === undefined
        ? nothing
        : html`<div class="funnel">${reportSectionView(view.funnel, state.widths.wide, state, page)}</div>`
    }
    <div class="sections">
      ${view.sections.map((section) => reportSectionView(section, state.widths.narrow, state, page))}
    </div>
    <div class="visually-hidden" aria-live="polite">${state.announcement}</div>
  </main>`;
}

function emptyView(state: ReportState, page: ReportPage): TemplateResult {
  if (state.failure === undefined) {
    return loadingState(state.asking === 'slow', 'Reading the calls…', () => page.refresh());
  }
  const { message, reason } = state.failure;
  const retry = { label: 'Try Again', run: () => page.refresh() };
  const setKey = { label: 'Set API Key', run: () => page.action('setApiKey') };
  const needsKey = reason === 'no key' || reason === 'auth';
  const shown: EmptyState = {
    icon: needsKey ? 'key' : 'warning',
    title: needsKey ? 'No valid API key' : 'The calls could not be read',
    text: message,
    actions: needsKey ? [setKey, retry] : [retry],
  };
  return emptyState(shown);
}

function toolbar(page: ReportPage, hasPeople: boolean): TemplateResult {
  return html`<div class="tools" role="toolbar" aria-label="Report">
    <span class="icon-tools">
      ${iconButton({ icon: 'refresh', label: 'Read again', run: () => page.refresh() })}
      ${iconButton({ icon: 'list-unordered', label: 'Open rows', run: () => page.action('openRows') })}
      ${iconButton({
        icon: 'search',
        label: 'Search what was said',
        run: () => page.action('searchTranscripts'),
      })}
      ${iconButton({ icon: 'go-to-file', label: 'Open as document', run: () => page.action('openDocument') })}
      ${iconButton({ icon: 'save', label: 'Save as Markdown…', run: () => page.action('saveMarkdown') })}
      ${iconButton({ icon: 'export', label: 'Export calls…', run: () => page.action('exportCalls') })}
    </span>
    ${
      hasPeople
        ? html`<span class="main-tools">
            <vscode-button @click=${() => page.action('newList')}>Follow-Up Calls…</vscode-button>
            <vscode-button secondary @click=${() => page.action('redial')}>Redial…</vscode-button>
          </span>`
        : nothing
    }
  </div>`;
}

function readingView({ reading }: ReportView): TemplateResult | typeof nothing {
  if (reading === undefined) return nothing;
  const of = reading.total === undefined ? '' : ` of ${formatCount(reading.total)}`;
  return html`<p class="reading" role="status">
    <vscode-progress-ring></vscode-progress-ring>
    <span
      >Reading: ${formatCount(reading.read)}${of} people so far. The numbers below are refined as more
      come.</span
    >
  </p>`;
}

function noticeView({ failure, stale }: ReportState, page: ReportPage): TemplateResult | typeof nothing {
  const problem = failure?.message ?? stale;
  if (problem === undefined) return nothing;
  return html`<div class="notice" role="status">
    ${icon('warning', 'yellow')}<span>${problem} What is shown was read before.</span>
    <vscode-button secondary @click=${() => page.refresh()}>Try Again</vscode-button>
  </div>`;
}

function settingsView(view: ReportView, settings: ReportSettings, page: ReportPage): TemplateResult {
  const number = (event: Event) => Math.round(Number((event.target as HTMLInputElement).value));
  const set = (name: 'turns' | 'seconds', most: number) => (event: Event) => {
    const value = number(event);
    if (Number.isFinite(value) && value >= 0 && value <= most) page.settings({ [name]: value }, true);
  };
  return html`<form class="settings" @submit=${(event: Event) => event.preventDefault()}>
    <label
      >Goal
      <select
        .value=${live(settings.goal)}
        @change=${(event: Event) => page.settings({ goal: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${settings.goal === ''}>
          ${view.goals.length === 0 ? 'No outcome known yet' : 'None chosen'}
        </option>
        ${view.goals.map(
          ({ value, label }) =>
            html`<option value=${value} ?selected=${value === settings.goal}>${label}</option>`,
        )}
      </select>
    </label>
    <label
      >Conversation from
      <input
        type="number"
        min="0"
        max="100"
        .value=${live(String(settings.turns))}
        @input=${set('turns', 100)}
      />
      turns
    </label>
    <label
      >and
      <input
        type="number"
        min="0"
        max="3600"
        .value=${live(String(settings.seconds))}
        @input=${set('seconds', 3600)}
      />
      seconds
    </label>
    <label
      ><input
        type="checkbox"
        .checked=${live(settings.firstAttemptsOnly)}
        @change=${(event: Event) =>
          page.settings({ firstAttemptsOnly: (event.target as HTMLInputElement).checked })}
      />
      Hours by first calls only
    </label>
  </form>`;
}
