import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { AttemptView, OutputLine, SentMessage } from '../../panels/contract/protocolTranscript.ts';
import { formatWhen } from '../../core/format.ts';
import { readableValue } from '../../core/readableValue.ts';
import { badge, icon } from '../shared/icon.ts';
import { factList } from './orderView.ts';
import type { TranscriptState } from './transcriptState.ts';
import type { TranscriptPage } from './transcriptPage.ts';
import { turnList } from './turnList.ts';

/** One call attempt on the timeline. */
export function attemptView(
  attempt: AttemptView,
  state: TranscriptState,
  page: TranscriptPage,
): TemplateResult {
  const { title, status, result, dialError } = attempt;
  const isLive = state.live.has(attempt.id);
  return html`<section class="attempt" aria-label=${title} data-attempt=${attempt.id}>
    <div class="attempt-head">
      <h2>${title}</h2>
      ${badge(status)} ${result === undefined ? nothing : badge(result)}
      ${dialError === undefined ? nothing : html`<span class="dial-error">${dialError}</span>`}
    </div>
    ${attempt.handledBy === undefined ? nothing : html`<p class="handled">Handled by: ${attempt.handledBy}</p>`}
    ${recordingView(attempt, state, page)}
    ${
      attempt.silence === undefined
        ? guard([attempt, isLive], () => turnList(attempt, isLive, page))
        : html`<p class="quiet silence">${attempt.silence}</p>`
    }
    ${outputsView(attempt.outputs, state.nowMs)} ${messagesView(attempt.messages, state.nowMs)}
    <details class="more">
      <summary>Details of the attempt</summary>
      <div class="line-of-facts">${factList(attempt.facts, state.nowMs)}</div>
    </details>
  </section>`;
}

function messagesView(messages: readonly SentMessage[], nowMs: number): TemplateResult | typeof nothing {
  if (messages.length === 0) return nothing;
  return html`<h3>Messages sent</h3>
    <ul class="messages">
      ${messages.map(
        ({ kind, title, text, ms }) =>
          html`<li>
            ${icon(kind === 'SMS' ? 'comment' : 'mail')}
            <span>${title}${ms === undefined ? nothing : `, ${formatWhen(ms, nowMs)}`}</span>
            <div class="text">${text}</div>
          </li>`,
      )}
    </ul>`;
}

function recordingView(
  { id, recording, title }: AttemptView,
  { playing, unplayable }: TranscriptState,
  page: TranscriptPage,
): TemplateResult | typeof nothing {
  if (recording === undefined) return nothing;
  const outside = html`<vscode-button secondary icon="link-external" @click=${() => page.openRecording(id)}
    >Open Recording in Browser</vscode-button
  >`;
  if (recording === 'outside') return html`<div class="recording">${outside}</div>`;
  if (unplayable.has(id)) {
    return html`<div class="recording" role="status">
      <span>${icon('warning', 'yellow')} The recording could not be played here.</span>
      <vscode-button secondary @click=${() => page.play(id)}>Try Again</vscode-button> ${outside}
    </div>`;
  }
  if (playing?.attemptId !== id) {
    return html`<div class="recording">
      <vscode-button secondary icon="play" @click=${() => page.play(id)}>Play Recording</vscode-button>
    </div>`;
  }
  return html`<div class="recording">
    <audio
      controls
      autoplay
      aria-label=${`Recording of ${title.toLowerCase()}`}
      src=${playing.url}
      @error=${() => page.dispatch({ type: 'unplayable', attemptId: id })}
    ></audio>
  </div>`;
}

function outputsView(outputs: readonly OutputLine[], nowMs: number): TemplateResult | typeof nothing {
  if (outputs.length === 0) return nothing;
  return html`<h3>Structured output</h3>
    <div class="outputs-area">
      <table class="outputs">
        <tbody>
          ${outputs.map(
            ({ name, text, description, problem }) =>
              html`<tr>
                <th scope="row">
                  ${name}${
                    description === undefined
                      ? nothing
                      : html`<span class="quiet description">${description}</span>`
                  }
                </th>
                <td>
                  ${text === '' && problem === undefined ? html`<span class="quiet">—</span>` : readableValue(text, nowMs)}
                  ${
                    problem === undefined
                      ? nothing
                      : html`<span class="problem">${icon('warning', 'yellow')} ${problem}</span>`
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
