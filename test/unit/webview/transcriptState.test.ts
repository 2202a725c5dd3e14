import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstMatchFrom, fold, matchesInAll } from '../../../src/webview/transcript/matches.ts';
import {
  initialState,
  reduce,
  type TranscriptAction,
} from '../../../src/webview/transcript/transcriptState.ts';
import { transcriptViewOf } from './support/transcriptViews.ts';

/** Any code point but a half of a pair. fast-check's own 'binary' takes a second to list them all. */
const anyCharacter = fc
  .nat({ max: 0x10_ffff - 0x800 })
  .map((place) => String.fromCodePoint(place < 0xd800 ? place : place + 0x800));

function after(...actions: readonly TranscriptAction[]) {
  return actions.reduce(reduce, initialState(0));
}

const playing = { attemptId: 'a', url: 'https://x.example/a.mp3' };
const ready: TranscriptAction = { type: 'ready', ready: { view: transcriptViewOf('1'), playing } };

describe('the state of the transcript page', () => {
  it('keeps expanded parts when the same row is read again, and drops them for another', () => {
    const opened = after(ready, { type: 'assistant', text: '{}' });
    const again = reduce(opened, { type: 'view', view: transcriptViewOf('1') });
    assert.deepEqual([again.assistant, again.playing], ['{}', playing]);
    const other = reduce(opened, { type: 'view', view: transcriptViewOf('2') });
    assert.deepEqual([other.assistant, other.playing], [undefined, undefined]);
  });

  it('wraps around the matches', () => {
    const found = after(
      ready,
      { type: 'find', find: { open: true, text: 'x', at: 0 } },
      { type: 'found', count: 3 },
    );
    const at = (state: typeof found, by: 1 | -1) => reduce(state, { type: 'findStep', by });
    assert.equal(at(found, 1).find.at, 1);
    assert.equal(at(found, -1).find.at, 2);
    assert.equal(at(at(at(found, 1), 1), 1).find.at, 0);
    const none = reduce(found, { type: 'found', count: 0 });
    assert.equal(at(none, 1).find.at, -1);
  });

  it('searches when a person stops typing, and starts at the first match', () => {
    const typed = after(ready, { type: 'find', find: { open: true, text: 'x' } });
    assert.deepEqual([typed.find.searchedText, typed.find.at], ['', -1]);
    const { find } = reduce(typed, { type: 'seek' });
    assert.deepEqual([find.searchedText, find.at], ['x', 0]);
    const { searchedText, at } = reduce(after(ready, { type: 'find', find: { text: '' } }), {
      type: 'seek',
    }).find;
    assert.deepEqual([searchedText, at], ['', -1]);
  });

  it('searches the next row for the same text', () => {
    const searched = after(ready, { type: 'find', find: { open: true, text: 'x', at: 2 } });
    const { find } = reduce(searched, { type: 'view', view: transcriptViewOf('2') });
    assert.deepEqual([find.searchedText, find.at, find.open], ['x', 0, true]);
  });

  it('keeps what it shows when a request fails', () => {
    const failed = after(ready, { type: 'asked' }, { type: 'failed', message: 'No.', reason: 'offline' });
    assert.equal(failed.view?.rowId, '1');
    assert.equal(reduce(failed, { type: 'asked' }).failure, undefined);
  });

  it('jumps to the time of a turn in the recording that plays, also repeatedly', () => {
    const playing = { attemptId: 'a', url: 'u' };
    const stopped = { ...after(ready), playing: undefined };
    const playingState = { ...after(ready), playing };
    const from = reduce(playingState, { type: 'playFrom', fromMs: 1500 });
    assert.deepEqual(from.playing, { ...playing, fromMs: 1500 });
    assert.notEqual(reduce(from, { type: 'playFrom', fromMs: 1500 }).playing, from.playing);
    assert.equal(reduce(stopped, { type: 'playFrom', fromMs: 1500 }).playing, undefined);
  });

  it('remembers which recordings cannot be played here', () => {
    assert.deepEqual([...after(ready, { type: 'unplayable', attemptId: 'a' }).unplayable], ['a']);
  });
});

describe('finding', () => {
  const cases: [text: string, needle: string, at: number[]][] = [
    ['Hello, hello', 'HELLO', [0, 7]],
    ['aaaa', 'aa', [0, 2]],
    ['', 'a', []],
    ['a', '', []],
    ['İstanbul istanbul', 'ISTANBUL', [9]],
    ['😀 ok', 'ok', [3]],
  ];
  for (const [text, needle, at] of cases) {
    it(`"${needle}" in "${text}": ${at.join(', ') || 'nowhere'}`, () =>
      assert.deepEqual(matchesInAll([fold(text)], needle).starts, at));
  }

  it('knows the first match of each text', () => {
    const found = matchesInAll(['a a', 'b', 'a', ''].map(fold), 'a');
    assert.deepEqual(found, { texts: [0, 0, 2], starts: [0, 2, 0] });
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((text) => firstMatchFrom(found, text)),
      [0, 2, 2, 3, 3],
    );
  });

  it('never selects a match outside the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter }),
        fc.string({ unit: anyCharacter, maxLength: 3 }),
        (text, needle) => {
          const { starts } = matchesInAll([fold(text)], needle);
          for (const at of starts) assert.ok(at + needle.length <= text.length);
        },
      ),
    );
  });
});
