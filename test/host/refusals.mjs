// npm run refusals -- "please don't call": whether a phrase refuses calls as a note of a list, as a sentence
// in a column of texts, as a header and as a turn of a call, and which of the word lists says so.
// src/callList/refusals/README.md says which list a new phrase belongs in.
import { importSource } from './importSource.mjs';
import { projectRoot } from './projectRoot.mjs';

const loaded = await importSource({
  stdin: {
    resolveDir: projectRoot,
    contents: `
      export { findOptOutColumns } from './src/callList/columns/optOutColumns.ts';
      export { endOfRefusalPattern } from './src/callList/refusals/matchRefusalPattern.ts';
      export { endOfNegatedStem } from './src/callList/refusals/negatedStems.ts';
      export { saysDoNotCall } from './src/callList/refusals/refusalPhrases.ts';
      export { RefusingRemarks } from './src/callList/refusals/refusingRemarks.ts';
      export { StatedRefusals } from './src/callList/refusals/statedRefusals.ts';
      export { refusesUnspaced } from './src/callList/refusals/unspacedRefusals.ts';
      export { wordsOf } from './src/callList/vocabulary.ts';
      export { hintsAtOptOut } from './src/insights/optOutHints.ts';
      export { findOptOut } from './src/insights/spokenOptOut.ts';`,
  },
});
const lists = /** @type {Lists} */ (loaded);

/**
 * @typedef {{
 *   findOptOutColumns: (headers: string[], called: number[]) => {kind: string}[],
 *   endOfRefusalPattern: (words: string[]) => number | undefined,
 *   endOfNegatedStem: (words: string[]) => number | undefined,
 *   saysDoNotCall: (words: string[]) => boolean,
 *   RefusingRemarks: new (options?: {onlySentences: boolean}) => {refuses: (remark: string) => boolean},
 *   StatedRefusals: new () => {states: (words: string[]) => boolean},
 *   refusesUnspaced: (clause: string) => boolean,
 *   wordsOf: (text: string) => string[],
 *   hintsAtOptOut: (text: string) => boolean,
 *   findOptOut: (text: string) => string | undefined,
 * }} Lists
 */

/** @param {boolean} refuses */
const answer = (refuses) => (refuses ? 'refuses calls' : 'does not');

for (const phrase of process.argv.slice(2)) {
  const words = lists.wordsOf(phrase);
  const says = [
    lists.saysDoNotCall(words) && 'refusalPhrases',
    lists.endOfRefusalPattern(words) !== undefined && 'refusalPatterns',
    lists.endOfNegatedStem(words) !== undefined && 'negatedStems',
    new lists.StatedRefusals().states(words) && 'statementWords',
    lists.refusesUnspaced(phrase) && 'unspacedRefusals',
  ].filter((name) => name !== false);
  const header = lists.findOptOutColumns([phrase], [])[0]?.kind ?? 'no such column';
  const spoken = lists.findOptOut(phrase) !== undefined;
  console.log(
    [
      phrase,
      `  words      ${words.join(' ')}`,
      `  found in   ${says.join(', ') || 'none of these lists'}`,
      `  note       ${answer(new lists.RefusingRemarks().refuses(phrase))}`,
      `  text       ${answer(new lists.RefusingRemarks({ onlySentences: true }).refuses(phrase))}`,
      `  header     ${header}`,
      `  said       ${answer(spoken)}${lists.hintsAtOptOut(phrase) ? '' : ' (optOutHints has no part of it)'}`,
    ].join('\n'),
  );
}
