import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdsPhrase, phrasesOf, vocabulary, wordsOf } from '../../../src/callList/vocabulary.ts';
import { runs } from '../support/runs.ts';

const piece = fc.constantFrom(
  'do',
  'Not',
  'CALL',
  'WhatsApp',
  '2',
  '٢',
  'é',
  'ß',
  'Σας',
  'отказ',
  'ﬁ',
  '電話',
  'ال',
  'اتصال',
  '_',
  ' ',
  "'",
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

describe('words of lists', () => {
  it('are the same in plain text, whatever is beside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (plain) => {
        assert.deepEqual([...wordsOf(plain), 'отказ'], wordsOf(`${plain}\nотказ`));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('are the same in a vocabulary and alone', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const words = texts.flatMap((each) => each.split(/\s+/)).filter((word) => word !== '');
        const alone = words.flatMap((word) => [...vocabulary(word).exact]);
        assert.deepEqual([...vocabulary(words.join(' ')).exact], [...new Set(alone)]);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('are the same in a phrase among others and alone', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, (phrases, note) => {
        const words = wordsOf(note);
        const alone = phrases.some((phrase) => holdsPhrase(phrasesOf([phrase]), words));
        assert.equal(holdsPhrase(phrasesOf(phrases), words), alone);
        for (const phrase of phrases)
          if (wordsOf(phrase).length > 0) assert.ok(holdsPhrase(phrasesOf(phrases), wordsOf(phrase)));
      }),
      { numRuns: runs(2000) },
    );
  });
});
