import { namesDeath, ordersNoCalls, RefusingRemarks } from './refusingRemarks.ts';
import { refusesUnspaced } from './unspacedRefusals.ts';
import { holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';

/** Longer cells are no names. */
const maxLength = 200;

/**
 * Tells which names carry a mark that their person is not to be called: `Ann (deceased)`, `DNC - Ann`,
 * `Ann DO NOT CALL`, `Ann †`. A mark differs from the name by brackets, by a dash or by its case, as `Stop`
 * and `Tod` are names, too.
 */
export class MarkedNames {
  readonly #remarks = new RefusingRemarks();
  /** Cells that had to be read, as many repeat. */
  readonly #cells = new Map<string, boolean>();

  refuses(name: string): boolean {
    if (name.length > maxLength || !mayBeMarked(name)) return false;
    if (this.isRefusal(name)) return true;
    if (plain.test(name)) return false;
    if (signs.test(name) || ordersNoCalls(wordsOf(name)) || refusesUnspaced(name)) return true;
    return (
      [...inBrackets(name), ...besideDash(name)].some((mark) => this.#isMark(mark)) ||
      inOtherCase(name).some((mark) => this.#isMark(mark) && !isShortName(mark))
    );
  }

  /** Whether a cell says nothing else, whatever its column is about: `Do not call`, `DNC`, `Deceased`. */
  isRefusal(cell: string): boolean {
    if (cell.length > maxCellLength || !begins.test(cell)) return false;
    const known = this.#cells.get(cell);
    if (known !== undefined) return known;
    const refuses = isNothingButRefusal(wordsOf(cell));
    if (this.#cells.size < maxCached) this.#cells.set(cell, refuses);
    return refuses;
  }

  #isMark(mark: string): boolean {
    const words = wordsOf(mark);
    return (
      holdsPhrase(removed, words) || words.some((word) => isIn(marks, word)) || this.#remarks.refuses(mark)
    );
  }
}

/** `Do not call`, `DNC`, `Deceased`. */
export function isNothingButRefusal(words: readonly string[]): boolean {
  if (words.length > maxCellWords) return false;
  const joined = words.join('');
  return (
    joined === 'dnc' || joined === 'dncl' || ordersNoCalls(words) || (words.length === 1 && namesDeath(words))
  );
}

const maxCellLength = 60;
const maxCellWords = 6;
const maxCached = 1000;

/** Names as most are written: `Ann Smith-Jones`, `王伟`. Nothing else of them is read. */
const plain = /^(?:\p{Lu}[\p{Ll}\p{M}'’.-]*(?: |$)){1,3}$|^[\p{Lo}\p{M}]{1,5}$/u;

/** How cells begin that say nothing but a refusal, or with a letter of another script than Latin. */
const begins =
  /^(?:do |don|pl(?:ea)?se? |never|no[nt]? |ne |ni[ec]|n[aã]o |pas |kein|stop|bitte|por |ei |[aä]l[aä]|inte |ikke |ring |nem |nu |dnc|d[ée]c|verst|fall?ec|overl|obit|zmar|zem|zom|umr|megh|elhu|mu[er]|mor|avli|avd|kuol|dod|vef|[\u0370-\u1fff\u2c00-\ud7ff])/i;

function mayBeMarked(name: string): boolean {
  if (begins.test(name)) return true;
  return unusual.test(name) && (separators.test(name) || hints.test(name));
}

/**
 * What most names have none of: signs and scripts as below; words that may be no part of the name, as they
 * are two in small letters, a long one, in capitals, or many. Every name of a list meets these patterns, so
 * they are no Unicode ones, which take three times as long.
 */
const unusual =
  /[([{<*~:;|_–—†✝✞☠⚰❌⛔\u0370-\u1fff\u2c00-\udfff]|\s(?:[-/]|[a-zà-ž'’]+\s[a-zà-ž]|[a-zà-ž]{5,}|[A-Za-zÀ-ž'’]+\s[A-Za-zÀ-ž'’]+\s[A-Za-zÀ-ž])|-\s|,\s*[a-zà-ö]|[A-ZÀ-Ž]{3}/;
/** What separates a mark from a name, and scripts other than Latin. */
const separators = /[([{<*~:;|_–—†✝✞☠⚰❌⛔\u0370-\u1fff\u2c00-\udfff]|\s[-/]|-\s|,\s*(?:[a-zà-ö]|[A-Z]{3})/;
/** Without one of these nothing in a name of the Latin script says that its person is not to be called. */
const hints =
  /call|phon|ring|contact|kontakt|dnc|opt|stop|unsub|appel|rufen|telef|llam|marc|chiam|contat|lig[au]|molest|bel|dzwon|vol[ae]|soit|h[ií]v|suna|arama|zov|zva|nazv|deceas|dead|died|[ée]c[ée]d|verstor|falle?c|overl|zmar|avlid|zem[rř]|meghalt|umr|decedu|kuol|d[øöo]d/i;

/**
 * The sign of death with a year, in brackets or at an end; signs that forbid; a name that is struck out;
 * `tod`, as `Tod` is a name.
 */
const signs = /[(–-]\s*tod\b|[†✝✞]\s*(?:$|[)\]\d])|^\s*[†✝✞]|[☠⚰❌🚫⛔📵]|^\s*~~.{1,198}~~\s*$/u;

/** What is said of records, not of people. */
const removed = phraseList(
  'deleted do_not_use supprime supprimee geloscht eliminado cancellato verwijderd usuniety',
);

/** What only a mark says: as a status it may be another thing's. */
const marks = vocabulary(
  `defunt defunte mort morte verst tot gest dcd dcde decd blocked refused declined gesperrt sperrvermerk
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
