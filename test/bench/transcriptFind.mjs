// Find in a transcript of 5,000 turns, in a real browser: from the last key to the painted count and marks
// (the page waits 150 ms for another key first), how long a frame has to wait meanwhile, and from one match
// to the next in sight. The peer is the plain way, a range for every match, on the same page in the same run.
import assert from 'node:assert/strict';
import { answer, openPage } from './pageInBrowser.mjs';
import { summary } from './summary.mjs';

const turns = 5000;
const rounds = 5;
const needles = ['ticket', 'ticket T-4', 'zzz', 'e'];
const steps = ['Next match', 'Next match', 'Previous match', 'Previous match', 'Previous match'];

/** @returns {import('../../src/panels/contract/protocolTranscript.ts').TranscriptView} */
function longTranscript() {
  const badge = /** @type {const} */ ({ text: 'Completed', icon: 'check', tone: 'green' });
  const said =
    'Thank you for your patience. The engineer will be there on Tuesday between nine and eleven, about ticket';
  const speakers = /** @type {const} */ (['assistant', 'user', 'tool']);
  const turnsOfAttempt = Array.from({ length: turns }, (_, index) => {
    const speaker = speakers[index % 3] ?? 'tool';
    const note = JSON.stringify({ ticket: index, note: 'the same' }, null, 2);
    const turn = { speaker, name: speaker, text: `${said} T-${index}.` };
    return speaker === 'tool' ? { ...turn, arguments: note } : turn;
  });
  const attempt = {
    ...{ id: 'a', title: 'Attempt 1', status: badge, result: undefined, dialError: undefined, facts: [] },
    ...{ handledBy: undefined, recording: undefined, outputs: [], turns: turnsOfAttempt },
    ...{ liveTurns: undefined, messages: [], silence: undefined },
  };
  return {
    ...{ rowId: 'r', campaign: { id: 'c', name: 'C' }, phone: '+1', name: undefined, status: badge },
    question: { page: 0, page_size: 1, query: '', statuses: [], result: undefined },
    ...{ outcome: undefined, summary: undefined, variables: [], brief: [], order: [], metadata: [] },
    ...{ assistant: undefined, attempts: [attempt], hasPrevious: false, hasNext: false, readMs: 0 },
  };
}

/** @param {import('@playwright/test').Page} page @param {string} needle */
function typed(page, needle) {
  return page.evaluate(async (text) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const field = /** @type {HTMLInputElement} */ (document.querySelector('.find vscode-textfield'));
    const count = /** @type {HTMLElement} */ (document.querySelector('.find-count'));
    const type = (/** @type {string} */ value) => {
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    type('');
    await new Promise((resolve) => setTimeout(resolve, 250));
    const startMs = performance.now();
    let [lastMs, maxMs] = [startMs, 0];
    type(text);
    do {
      await frame();
      maxMs = Math.max(maxMs, performance.now() - lastMs);
      lastMs = performance.now();
    } while (count.textContent === '');
    await frame();
    return { ms: performance.now() - startMs, maxMs, count: count.textContent };
  }, needle);
}

/** @param {import('@playwright/test').Page} page @param {string} label */
function stepped(page, label) {
  return page.evaluate(async (name) => {
    const startMs = performance.now();
    const count = /** @type {HTMLElement} */ (document.querySelector('.find-count'));
    const before = count.textContent;
    /** @type {HTMLElement} */ (document.querySelector(`[aria-label="${name}"]`)).click();
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (count.textContent === before);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const ms = performance.now() - startMs;
    const [current] = CSS.highlights.get('revox-find-current') ?? [];
    const range = document.createRange();
    if (current === undefined) return { ms, inSight: false };
    range.setStart(current.startContainer, current.startOffset);
    range.setEnd(current.endContainer, current.endOffset);
    const [match, area] = [range, /** @type {Element} */ (document.querySelector('.reading'))].map((each) =>
      each.getBoundingClientRect(),
    );
    const inSight = match !== undefined && area !== undefined && match.height > 0;
    return { ms, inSight: inSight && match.top >= area.top && match.bottom <= area.bottom };
  }, label);
}

/** One range for every match, in one highlight: what a page does that thinks of no long call. */
function plainly(/** @type {import('@playwright/test').Page} */ page, /** @type {string} */ needle) {
  return page.evaluate(async (text) => {
    const startMs = performance.now();
    const marks = new Highlight();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const where = (node.nodeValue ?? '').toLowerCase();
      for (let at = where.indexOf(text); at >= 0; at = where.indexOf(text, at + text.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        marks.add(range);
      }
    }
    CSS.highlights.set('plain', marks);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const ms = performance.now() - startMs;
    CSS.highlights.delete('plain');
    return ms;
  }, needle.toLowerCase());
}

/** @param {import('@playwright/test').Browser} browser */
export async function measureFind(browser) {
  const page = await openPage(browser, 'transcript');
  await answer(page, 'ready', { view: longTranscript() });
  await page.keyboard.press('Control+f');
  await page.waitForSelector('.find vscode-textfield');
  console.log(`Find in a transcript of ${turns} turns, ${rounds} rounds:`);
  for (const needle of needles) {
    const shown = [];
    const longest = [];
    const next = [];
    const plain = [];
    let found = '';
    for (let round = 0; round < rounds; round += 1) {
      const { ms, maxMs, count } = await typed(page, needle);
      shown.push(ms);
      longest.push(maxMs);
      found = count;
      for (const label of found.includes(' of ') ? steps : []) {
        const step = await stepped(page, label);
        assert.ok(step.inSight, `${label} of "${needle}" is out of sight`);
        next.push(step.ms);
      }
      plain.push(await plainly(page, needle));
    }
    console.log(`  "${needle}", ${found}`);
    console.log(`    from the key to the marks          ${summary(shown)}`);
    console.log(`    longest wait of a frame meanwhile  ${summary(longest)}`);
    if (next.length > 0) console.log(`    from one match to the next         ${summary(next)}`);
    console.log(`    plainly, a range for every match   ${summary(plain)}`);
  }
  await page.close();
}
