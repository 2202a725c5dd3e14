import { RefusingRemarks } from '../callList/refusals/refusingRemarks.ts';
import { holdsPhrase, isIn, vocabulary, wordsOf } from '../callList/vocabulary.ts';
import { isUnspaced } from '../callList/refusals/unspacedRefusals.ts';
import { hintsAtOptOut, maxTextLength } from './optOutHints.ts';
import { belongings, ends, harassment, spokenStatements } from './spokenWords.ts';

const remarks = new RefusingRemarks();

/** As a status it says that nobody is to be called there; a person who says it asks for nothing. */
const wrongNumber = vocabulary(
  'wrongnumber falschenummer fauxnumero numeroerrone numeroequivocado numerosbagliato numeroerrado verkeerdnummer',
);

/** So many words may stand between what is to end and what the caller has. */
const maxBetween = 4;

/**
 * The first sentence of a turn that asks not to be called again, as it was said. It is read as a note of a
 * list is read, and for what only the called person would say. It is a reason to read the line, and never
 * more: nobody is suppressed by it alone.
 *
 * @param text one turn of the contact: best understood in English, French, German, Spanish, Italian and
 *   Portuguese, and in part in the other languages of notes
 * @returns undefined where there is none
 */
export function findOptOut(text: string): string | undefined {
  const read = text.length > maxTextLength ? text.slice(0, maxTextLength) : text;
  if (!hintsAtOptOut(read)) return undefined;
  const sentences = read.split(/(?<=[.!?。！？\n])/);
  return sentences.find((each) => hintsAtOptOut(each) && isOptOut(each))?.trim();
}

function isOptOut(sentence: string): boolean {
  const words = wordsOf(sentence);
  // one word, such as “Stop”, is said of anything
  if ((words.length < 2 && !isUnspaced(sentence)) || isIn(wrongNumber, words.join(''))) return false;
  return (
    holdsPhrase(spokenStatements, words) ||
    words.some((word) => isIn(harassment, word)) ||
    endsWhatIsKept(words) ||
    remarks.refusesOnce(sentence, words)
  );
}

/** `Forget my number`, `potete togliermi dalla lista`. */
function endsWhatIsKept(words: readonly string[]): boolean {
  return words.some(
    (word, at) =>
      isIn(ends, word) &&
      words
        .slice(Math.max(0, at - maxBetween - 1), at + maxBetween + 2)
        .some((near) => isIn(belongings, near)),
  );
}
