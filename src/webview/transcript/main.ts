import { render } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { TranscriptEvents, TranscriptRequests } from '../../panels/protocolTranscript.ts';
import '../shared/base.css';
import { connectPage } from '../shared/page.ts';
import { highlightMatches, showMatch } from './highlights.ts';
import { pageView } from './pageView.ts';
import type { TranscriptState } from './state.ts';
import './transcript.css';
import { TranscriptPage } from './transcriptPage.ts';

const tickMs = 10_000;

const host = connectPage<TranscriptRequests, TranscriptEvents>();
const page = new TranscriptPage(host, draw);
let shownRow: string | undefined;
let reading: HTMLElement | null = null;
let ranges: readonly Range[] = [];
let before = page.state;

function draw(state: TranscriptState): void {
  render(pageView(state, page), host.root);
  takeReading();
  scroll(state);
  find(state);
  before = state;
}

function takeReading(): void {
  const now = document.querySelector<HTMLElement>('.reading');
  if (now === reading) return;
  reading = now;
  now?.addEventListener('scrollend', () => page.scrolled(now.scrollTop));
}

/** Another row begins at its top, or where it was left before the page went to sleep. */
function scroll({ view }: TranscriptState): void {
  if (view === undefined || view.rowId === shownRow) return;
  const scrollTop = page.scrollTopOf(view.rowId);
  shownRow = view.rowId;
  reading?.scrollTo({ top: scrollTop });
  page.scrolled(scrollTop);
}

/** Matches are looked for again only when the text or what is searched changed. */
function find(state: TranscriptState): void {
  const { find: wanted, view, assistant } = state;
  if (wanted.open && !before.find.open) focusFind();
  const same = wanted.text === before.find.text && view === before.view && assistant === before.assistant;
  if (!same && reading !== null) {
    ranges = highlightMatches(reading, wanted.text);
    if (ranges.length !== wanted.count) page.dispatch({ type: 'found', count: ranges.length });
  }
  if (!same || wanted.at !== before.find.at) showMatch(ranges[wanted.at]);
}

/** The field draws itself a moment after it is there. */
function focusFind(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.find vscode-textfield')?.focus());
}

document.addEventListener('keydown', (event) => {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key.toLowerCase() === 'f' && ctrl && !event.shiftKey) {
    page.dispatch({ type: 'find', find: { open: true } });
    focusFind();
  } else if (event.altKey && event.key === 'ArrowUp') page.step(-1);
  else if (event.altKey && event.key === 'ArrowDown') page.step(1);
  else return;
  event.preventDefault();
});
setInterval(() => page.dispatch({ type: 'tick', nowMs: Date.now() }), tickMs);
void page.start();
