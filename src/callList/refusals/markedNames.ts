import { namesDeath, ordersNoCalls, RefusingRemarks } from './refusingRemarks.ts';
import { refusesUnspaced } from './unspacedRefusals.ts';
import { holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';

/** Longer cells are no names. */
const maxLength = 200;
const maxCached = 1000;

/**
 * Tells which names carry a mark that their person is not to be called: `Ann (deceased)`, `DNC - Ann`,
 * `Ann DO NOT CALL`, `Ann †`. A mark differs from the name by brackets, by a dash or by its case, as `Stop`
 * and `Tod` are names, too.
 */
export class MarkedNames {
  readonly #remarks = new RefusingRemarks();
  /** Names that need to be read repeat where they are names of companies. */
  readonly #known = new Map<string, boolean>();

  refuses(name: string): boolean {
    if (name.length > maxLength || !mayBeMarked(name)) return false;
    if (plain.test(name)) return false;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const refuses = this.#read(name);
    if (this.#known.size < maxCached) this.#known.set(name, refuses);
    return refuses;
  }

  #read(name: string): boolean {
    if (signs.test(name) || ordersNoCalls(wordsOf(name)) || refusesUnspaced(name)) return true;
    return (
      [...inBrackets(name), ...besideDash(name)].some((mark) => this.#isMark(mark)) ||
      inOtherCase(name).some((mark) => this.#isMark(mark) && !isShortName(mark))
    );
  }

  #isMark(mark: string): boolean {
    const words = wordsOf(mark);
    return (
      holdsPhrase(removed, words) || words.some((word) => isIn(marks, word)) || this.#remarks.refuses(mark)
    );
  }
}

/** Names as most are written: `Ann Smith-Jones`, `王伟`. Nothing else of them is read. */
const plain = /^(?:\p{Lu}[\p{Ll}\p{M}'’.-]*(?: |$)){1,3}$|^[\p{Lo}\p{M}]{1,5}$/u;

/** Rules out nearly all names of a list, fast. */
function mayBeMarked(name: string): boolean {
  return separators.test(name) || (name.includes(' ') && hints.test(name));
}

/**
 * What separates a mark from a name, and scripts other than Latin. Every name of a list meets this pattern
 * and the next, so they are not Unicode ones, which take three times as long.
 */
const separators = /[([{<*~:;|_–—†✝✞☠⚰❌⛔\u0370-\u1fff\u2c00-\udfff]|\s[-/]|-\s|,\s*(?:[a-zà-ö]|[A-Z]{3})/;
/** Without one of these nothing in a name of the Latin script says that its person is not to be called. */
const hints =
  /call|phon|ring|contact|kontakt|dnc|opt|stop|unsub|appel|rufen|telef|llam|marc|chiam|contat|lig[au]|molest|bel|dzwon|vol[ae]|soit|h[ií]v|suna|arama|zov|zva|nazv|deceas|dead|died|[ée]c[ée]d|verstor|falle?c|overl|zmar|avlid|zem[rř]|meghalt|umr|decedu|kuol|d[øöo]d/i;

/** The sign of death with a year, in brackets or at an end; signs that forbid; a name that is struck out. */
const signs = /[†✝✞]\s*(?:$|[)\]\d])|^\s*[†✝✞]|[☠⚰❌🚫⛔📵]|^\s*~~.{1,198}~~\s*$/u;

/** What is said of records, not of people. */
const removed = phraseList(
  'deleted do_not_use supprime supprimee geloscht eliminado cancellato verwijderd usuniety',
);

/** What only a mark says: as a status it may be another thing's. */
const marks = vocabulary(
  `defunt defunte mort morte verst tot tod gest dcd dcde decd blocked refused declined gesperrt sperrvermerk
  bloque bloquee bloqueado bloqueada bloccato geblokkeerd zablokowany sparrad sperret`,
);

function inBrackets(name: string): string[] {
  return [...name.matchAll(/[([{<*【（]([^()[\]{}<>*【】（）]{2,100})[)\]}>*】）]/gu)].map(
    ([, text = '']) => text,
  );
}

/** Parts of a name in a case of their own, `Ann - deceased`; where all are in one case, all but the first. */
function besideDash(name: string): string[] {
  const parts = name.split(/[,:;|_]|\s[-–—/]+\s|\s[-–—]|[-–—]\s/u).filter((part) => part.trim() !== '');
  if (parts.length < 2) return [];
  return isInOneCase(name) ? parts.slice(1) : parts.filter(isInOneCase);
}

/** Words in capitals beside others that are not, or the reverse: `Ann DO NOT CALL`, `Ann deceased`. */
function inOtherCase(name: string): string[] {
  if (isInOneCase(name)) return [];
  const runs = [
    /(?<!\p{L})\p{Lu}[\p{Lu}\p{M}\d'’ -]{2,60}(?!\p{Ll})/gu,
    /(?<!\p{L})\p{Ll}[\p{Ll}\p{M}\d'’ -]{2,60}/gu,
  ];
  return runs.flatMap((run) => [...name.matchAll(run)].map(([text]) => text));
}

function isInOneCase(text: string): boolean {
  return text === text.toUpperCase() || text === text.toLowerCase();
}

/** `STOP`, `TPS` and `RIP` begin names of companies. */
function isShortName(mark: string): boolean {
  const words = wordsOf(mark);
  return words.length === 1 && !namesDeath(words) && !isIn(unmistakable, words[0] ?? '');
}

const unmistakable = vocabulary('dnc dncl optout unsubscribed blacklisted');
