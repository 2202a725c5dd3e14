import { html, nothing, type TemplateResult } from 'lit';
import { formatWhen } from '../../core/format.ts';
import type { Fact, TranscriptView } from '../../panels/contract/protocolTranscript.ts';
import { badge } from '../shared/icon.ts';
import type { TranscriptState } from './transcriptState.ts';
import type { TranscriptPage } from './transcriptPage.ts';

/** The call at the top: the contact, its state, its variables, and the assistant. */
export function orderView(
  view: TranscriptView,
  state: TranscriptState,
  page: TranscriptPage,
): TemplateResult {
  return html`<section class="order" aria-label="Call order">
    <div class="title-line">
      <h1>
        <bdi>${view.name ?? view.phone}</bdi>${
          view.name === undefined ? nothing : html` <bdi class="phone">${view.phone}</bdi>`
        }
      </h1>
      ${badge(view.status)} ${view.outcome === undefined ? nothing : badge(view.outcome)}
    </div>
    <p>
      <button class="link" @click=${() => page.openRows()}>${view.campaign.name}</button>
    </p>
    ${view.summary === undefined ? nothing : html`<p class="summary">${view.summary}</p>`}
    ${detailsView(view, state, page)}
  </section>`;
}

function detailsView(view: TranscriptView, state: TranscriptState, page: TranscriptPage): TemplateResult {
  const { variables, brief, order, metadata, assistant } = view;
  return html`<details class="more">
    <summary>Details of the call</summary>
    <div class="fact-groups">
      ${factGroup('Variables', variables, state.nowMs)}
      ${factGroup('Call', [...brief, ...order], state.nowMs)} ${factGroup('Metadata', metadata, state.nowMs)}
      ${
        assistant === undefined
          ? nothing
          : factGroup(`Assistant: ${assistant.name}`, assistant.facts, state.nowMs)
      }
    </div>
    ${
      assistant === undefined
        ? nothing
        : html`<details @toggle=${(event: Event) => toggled(event, state, page)}>
            <summary>The whole assistant, without keys and tokens</summary>
            <pre tabindex="0">${state.assistant ?? ''}</pre>
          </details>`
    }
  </details>`;
}

function toggled(event: Event, { assistant }: TranscriptState, page: TranscriptPage): void {
  const { open } = event.currentTarget as HTMLDetailsElement;
  if (open && assistant === undefined) void page.showAssistant();
}

function factGroup(title: string, facts: readonly Fact[], nowMs: number): TemplateResult | typeof nothing {
  if (facts.length === 0) return nothing;
  return html`<div class="fact-group">
    <h2>${title}</h2>
    ${factList(facts, nowMs)}
  </div>`;
}

export function factList(facts: readonly Fact[], nowMs: number): TemplateResult {
  return html`<dl>
    ${facts.map(
      (fact) =>
        html`<div>
          <dt>${fact.label}</dt>
          <dd>${factValue(fact, nowMs)}</dd>
        </div>`,
    )}
  </dl>`;
}

function factValue({ text, ms }: Fact, nowMs: number): TemplateResult | string {
  if (ms === undefined) return text;
  const exact = new Date(ms);
  return html`<time datetime=${exact.toISOString()} title=${exact.toLocaleString('en-GB')}
    >${formatWhen(ms, nowMs)}</time
  >`;
}
