import { html, nothing, type TemplateResult } from 'lit';
import type { AttemptView, Speaker, TurnView } from '../../panels/contract/protocolTranscript.ts';
import { icon } from '../shared/icon.ts';
import type { TranscriptPage } from './transcriptPage.ts';

const speakerIcons: Readonly<Record<Speaker, string>> = {
  user: 'person',
  assistant: 'robot',
  tool: 'tools',
  other: 'comment',
};

const groupSize = 50;

/**
 * A conversation, in groups: one that is out of sight is not laid out (see turns in transcript.css). A browser asks each
 * such thing at every frame whether it is in sight, which 5,000 turns by themselves would feel.
 */
export function turnList(attempt: AttemptView, page: TranscriptPage): TemplateResult {
  const turns = attempt.turns.map((turn, index) => turnView(turn, () => page.copyTurn(attempt.id, index)));
  const groups = Array.from({ length: Math.ceil(turns.length / groupSize) }, (_, group) =>
    turns.slice(group * groupSize, (group + 1) * groupSize),
  );
  return html`<h3>Transcript</h3>
    ${groups.map(
      (group, index) =>
        html`<ol class=${groups.length > 1 ? 'turns long' : 'turns'} start=${index * groupSize + 1}>
          ${group}
        </ol>`,
    )}`;
}

function turnView(turn: TurnView, copy: () => void): TemplateResult {
  const { speaker, name, text, failed, arguments: given } = turn;
  return html`<li class="turn ${speaker} ${failed === true ? 'failed' : ''}">
    <div class="speaker">
      ${icon(speakerIcons[speaker])}<span class="name">${name}</span>
      ${failed === true ? html`<span class="failure">${icon('error', 'red')} Failed</span>` : nothing}
      <button class="copy" title="Copy turn" aria-label="Copy turn" @click=${copy}>
        <span class="codicon codicon-copy" aria-hidden="true"></span>
      </button>
    </div>
    ${
      given === undefined
        ? nothing
        : html`<details>
            <summary>Arguments</summary>
            <pre>${given}</pre>
          </details>`
    }
    ${text === '' ? nothing : html`<div class="text">${text}</div>`}
  </li>`;
}
