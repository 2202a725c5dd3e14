import { html, nothing, type TemplateResult } from 'lit';
import type { AttemptView, Speaker, TurnView } from '../../panels/contract/protocolTranscript.ts';
import { icon } from '../shared/icon.ts';
import type { TranscriptPage } from './transcriptPage.ts';

const speakerIcons: Readonly<Record<Speaker, string>> = {
  user: 'person',
  assistant: 'robot',
  human_agent: 'account',
  tool: 'tools',
  other: 'comment',
};

const groupSize = 50;

/**
 * A conversation in groups. Groups outside the viewport are not laid out (see turns in transcript.css). A
 * browser checks the visibility of each at every frame, which would be noticeable with 5,000 separate turns.
 */
export function turnList(attempt: AttemptView, isLive: boolean, page: TranscriptPage): TemplateResult {
  const shown = (isLive ? attempt.liveTurns : undefined) ?? attempt.turns;
  const turns = shown.map((turn, index) =>
    turnView(turn, {
      number: index + 1,
      of: shown.length,
      copy: () => page.copyTurn(attempt.id, index),
      play: attempt.recording === 'here' ? (fromMs) => page.play(attempt.id, fromMs) : undefined,
    }),
  );
  const groups = Array.from({ length: Math.ceil(turns.length / groupSize) }, (_, group) =>
    turns.slice(group * groupSize, (group + 1) * groupSize),
  );
  return html`<div class="transcript-head">
      <h3>Transcript</h3>
      ${attempt.liveTurns === undefined ? nothing : versionSwitch(attempt, isLive, page)}
    </div>
    ${groups.map(
      (group, index) =>
        html`<ol class=${groups.length > 1 ? 'turns long' : 'turns'} start=${index * groupSize + 1}>
          ${group}
        </ol>`,
    )}`;
}

function versionSwitch({ id }: AttemptView, isLive: boolean, page: TranscriptPage): TemplateResult {
  const button = (label: string, live: boolean) =>
    html`<button
      type="button"
      class="version"
      aria-pressed=${isLive === live}
      @click=${() => page.dispatch({ type: 'live', attemptId: id, live })}
    >
      ${label}
    </button>`;
  return html`<div class="versions" role="group" aria-label="Version of the transcript">
    ${button('From the recording', false)} ${button('During the call', true)}
  </div>`;
}

interface TurnOptions {
  readonly number: number;
  readonly of: number;
  readonly copy: () => void;
  /** Undefined where there is no recording that can be played here. */
  readonly play: ((fromMs: number) => void) | undefined;
}

function turnView(turn: TurnView, { number, of, copy, play }: TurnOptions): TemplateResult {
  const { speaker, name, text, failed, interrupted, arguments: given, output } = turn;
  return html`<li class="turn ${speaker} ${failed === true ? 'failed' : ''}">
    <div class="speaker">
      ${icon(speakerIcons[speaker])}<span class="visually-hidden">Turn ${number} of ${of}, </span
      ><span class="name">${name}</span>
      ${timeView(turn, play)}
      ${failed === true ? html`<span class="failure">${icon('error', 'red')} Failed</span>` : nothing}
      ${interrupted === true ? html`<span class="quiet">interrupted</span>` : nothing}
      <button class="copy" title="Copy turn" aria-label="Copy turn ${number}" @click=${copy}>
        <span class="codicon codicon-copy" aria-hidden="true"></span>
      </button>
    </div>
    ${folded('Arguments', given)} ${text === '' ? nothing : html`<div class="text">${text}</div>`}
    ${folded('Answer of the tool', output)}
  </li>`;
}

/** The time of a turn, and where there is a recording, the way to hear it from there. */
function timeView({ time, startMs }: TurnView, play: TurnOptions['play']): TemplateResult | typeof nothing {
  if (time === undefined) return nothing;
  if (play === undefined || startMs === undefined) return html`<span class="quiet time">${time}</span>`;
  return html`<button
    class="link time"
    title="Play the recording from here"
    aria-label="Play from ${time}"
    @click=${() => play(startMs)}
  >
    ${time}
  </button>`;
}

function folded(title: string, text: string | undefined): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  return html`<details>
    <summary>${title}</summary>
    <pre tabindex="0">${text}</pre>
  </details>`;
}
