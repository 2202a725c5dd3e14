import { listEnding } from './listEnding.ts';

const csvLanguage = /^(csv|tsv|dynamic csv|csv \(.+\))$/;
const numberDigits = /(?:\d[ ().-]{0,2}){8}/;

/** What an editor shows. */
export interface ShownText {
  readonly path: string;
  readonly languageId: string;
  /** It has no file yet. */
  readonly isUntitled: boolean;
  /** Its first thousand characters or so. */
  readonly beginning: string;
}

/** Whether somebody who asks for a campaign may mean this text. One that was pasted has no file yet. */
export function mayBeList({ path, languageId, isUntitled, beginning }: ShownText): boolean {
  if (listEnding.test(path) || csvLanguage.test(languageId)) return true;
  return isUntitled && numberDigits.test(beginning);
}
