import { noWords, yesWords } from '../refusals/answerWords.ts';
import { isIn, vocabulary } from '../vocabulary.ts';
import { callWords, otherChannels } from './channelWords.ts';

/**
 * What a cell says of calls where it answers for several channels: `Phone: no, email: yes`, `{"call":false}`,
 * `Tel nein, Mail ja`.
 * @param words of the cell, as `wordsOf` makes them
 * @returns whether calls are answered with a yes; undefined where no answer stands behind a word for calls
 */
export function answerForCalls(words: readonly string[]): boolean | undefined {
  // `no calls` is another order of words
  if (!isChannel(words[0] ?? '') || words.length > maxWords) return undefined;
  const answers = words.flatMap((word, at) => {
    if (!isIn(callWords, word)) return [];
    const next = words[at + 1] ?? '';
    const isAnswered = isIn(noWords, next) || isIn(yesWords, next) || ticks.exact.has(next);
    return isAnswered ? [!isIn(noWords, next)] : [];
  });
  return answers.length === 0 ? undefined : answers.every(Boolean);
}

function isChannel(word: string): boolean {
  return isIn(callWords, word) || isIn(otherChannels, word);
}

const maxWords = 24;
const ticks = vocabulary('1 x t');
