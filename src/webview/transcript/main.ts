import { render } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { TranscriptEvents, TranscriptRequests } from '../../panels/contract/protocolTranscript.ts';
import '../shared/base.css';
import { connectPage } from '../shared/page.ts';
import { FindInPage } from './findInPage.ts';
import { pageView } from './pageView.ts';
import type { TranscriptState } from './transcriptState.ts';
import './transcript.css';
import { TranscriptPage } from './transcriptPage.ts';

const tickMs = 10_000;

const host = connectPage<TranscriptRequests, TranscriptEvents>();
const page = new TranscriptPage(host, draw);
let shownRow: string | undefined;
let reading: HTMLElement | null = null;
let finder: FindInPage | undefined;
let before = page.state;
let revealed: TranscriptState['reveal'];

function draw(state: TranscriptState): void {
  render(pageView(state, page), host.root);
  takeReading();
  scroll(state);
  reveal(state);
  playFrom(state);
  find(state);
  before = state;
}

function takeReading(): void {
  const now = document.querySelector<HTMLElement>('.reading');
  if (now === reading) return;
  reading = now;
  finder = now === null ? undefined : new FindInPage(now);
  now?.addEventListener('scrollend', () => page.scrolled(now.scrollTop));
}

/** Another row begins at its top, or where it was before the page was hidden. */
function scroll({ view }: TranscriptState): void {
  if (view === undefined || view.rowId === shownRow) return;
  const scrollTop = page.scrollTopOf(view.rowId);
  shownRow = view.rowId;
  reading?.scrollTo({ top: scrollTop });
  // The page was reloaded so that the recording may be played.
  reading?.querySelector('audio')?.scrollIntoView({ block: 'nearest' });
  page.scrolled(scrollTop);
}

/** Plays the recording from the turn that a person chose. */
function playFrom({ playing }: TranscriptState): void {
  if (playing?.fromMs === undefined || playing === before.playing) return;
  const audio = document.querySelector('audio');
  if (audio === null) return;
  audio.currentTime = playing.fromMs / 1000;
  void audio.play().catch(() => undefined); // the player itself says what is wrong
}

/** Scrolls once to the line that was found; it stays marked. */
function reveal({ view, reveal: wanted }: TranscriptState): void {
  if (view === undefined || wanted === undefined || wanted === revealed) return;
  const attempt = [...document.querySelectorAll<HTMLElement>('.attempt')].find(
    ({ dataset }) => dataset.attempt === wanted.attemptId,
  );
  const turn = attempt?.querySelectorAll<HTMLElement>('.turn')[wanted.turn];
  if (turn === undefined) return;
  revealed = wanted;
  for (const marked of document.querySelectorAll('.turn.revealed')) marked.classList.remove('revealed');
  turn.classList.add('revealed');
  turn.scrollIntoView({ block: 'center' });
}

/** Searches again only when the search text or the content changed; a refresh does not scroll. */
function find(state: TranscriptState): void {
  const { find: wanted, view } = state;
  if (wanted.open && !before.find.open) focusFind();
  const another = drawnFrom(state).some((part, index) => part !== drawnFrom(before)[index]);
  const isNewSearch = wanted.searchedText !== before.find.searchedText;
  if (another) finder?.forget();
  if (finder !== undefined && (isNewSearch || (another && wanted.searchedText !== ''))) {
    const count = finder.search(wanted.searchedText);
    finder.mark();
    if (count !== wanted.count) page.dispatch({ type: 'found', count });
  }
  const turned = view?.rowId !== before.view?.rowId;
  if (isNewSearch || turned || wanted.at !== before.find.at) finder?.show(wanted.at);
}

/** The state that the texts of the page are made from. */
function drawnFrom({ view, assistant, unplayable, failure }: TranscriptState): readonly unknown[] {
  return [view, assistant, unplayable, failure];
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
