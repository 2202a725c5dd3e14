import { namesDeath, ordersNoCalls, RefusingRemarks } from './refusingRemarks.ts';
import { refusesUnspaced } from './unspacedRefusals.ts';
import { gap, laterWord, separator, turn, twoCapitals } from '../values/valueSigns.ts';
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

  /** @param nameSigns `signsOf(name)` */
  refuses(name: string, nameSigns: number): boolean {
    if (name.length > maxLength || !mayBeMarked(name, nameSigns)) return false;
    if (this.isRefusal(name)) return true;
    if (caseless.test(name) || capitalized.test(name)) return false;
    if (signs.test(name) || ordersNoCalls(wordsOf(name)) || refusesUnspaced(name)) return true;
    return (
      [...inBrackets(name), ...besideDash(name)].some((mark) => this.#isMark(mark)) ||
      inOtherCase(name).some((mark) => this.#isMark(mark) && !isShortName(mark))
    );
  }

  /** Whether a cell says nothing else, whatever its column is about: `Do not call`, `DNC`, `Deceased`. */
  isRefusal(cell: string): boolean {
    if (cell.length > maxCellLength || !beginsRefusal(cell)) return false;
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

/** `Do not call`, `DNC`, `Deceased`, `Exclude`. */
export function isNothingButRefusal(words: readonly string[]): boolean {
  if (words.length > maxCellWords) return false;
  const joined = words.join('');
  return ordersNoCalls(words) || (words.length === 1 && (isIn(whole, joined) || namesDeath(words)));
}

/** Words that leave a person out whatever the column is about; `Skip` is a name. */
const whole = vocabulary(
  `dnc dncl exclude excluded exclu exclue ausgeschlossen ausschliessen excluido excluida escluso esclusa
  uitgesloten uitsluiten wykluczony wykluczona vyloucen vyloucit udelukket utesluten исключить исключен`,
);

const maxCellLength = 60;
const maxCellWords = 6;
const maxCached = 1000;

/** Names as most are written: `Ann Smith-Jones`. Nothing else of them is read. */
const capitalized = /^(?:\p{Lu}[\p{Ll}\p{M}'’.-]*(?: |$)){1,3}$/u;
/** `王伟`. A pattern of its own, which takes a third of the time to compile. */
const caseless = /^[\p{Lo}\p{M}]{1,5}$/u;

/** How cells begin that say nothing but a refusal; `_` is a blank. */
const beginnings =
  'do_ don pls_ plse_ pleas_ please_ never no_ non_ not_ ne_ nie nic nao_ não_ pas_ kein stop bitte por_ ei_ ' +
  'ala alä äla älä inte_ ikke_ ring_ nem_ nu_ dnc dec déc verst falec fallec overl obit zmar zem zom umr ' +
  'megh elhu mue mur mor avli avd kuol dod vef exclu esclu ausg ausschl uitg uits udel utesl ' +
  'wykl vyl';
/** Those, or a letter of another script than Latin. */
const begins = new RegExp(
  `^(?:${beginnings.replaceAll(' ', '|').replaceAll('_', ' ')}|[\\u0370-\\u1fff\\u2c00-\\ud7ff])`,
  'i',
);

/** By the first letter of a beginning, in lower case: the second ones, a bit for each. */
const secondLetters = new Uint32Array(128);
for (const letters of beginnings.split(' ')) {
  const first = letters.charCodeAt(0);
  if (first < secondLetters.length)
    secondLetters[first] = (secondLetters[first] ?? 0) | (1 << (letters.charCodeAt(1) & 31));
}

/**
 * Asked for every cell of nearly all columns: the first two letters rule out most of them in a third of the
 * time that the pattern takes.
 */
function beginsRefusal(cell: string): boolean {
  if (cell.length < 2) return begins.test(cell);
  const first = cell.charCodeAt(0);
  const second = cell.charCodeAt(1);
  const isAscii = first < 128 && second < 128;
  if (isAscii && (((secondLetters[first | 32] ?? 0) >>> (second & 31)) & 1) === 0) return false;
  return begins.test(cell);
}

function mayBeMarked(name: string, nameSigns: number): boolean {
  if (beginsRefusal(name)) return true;
  return isUnusual(name, nameSigns) && (separators.test(name) || hints.test(name));
}

/** The signs without which `unusual` finds nothing. */
const unusualSigns = separator | twoCapitals | laterWord;

function isUnusual(name: string, nameSigns: number): boolean {
  const mayBe = (nameSigns & unusualSigns) !== 0 || ((nameSigns & gap) !== 0 && (nameSigns & turn) !== 0);
  return mayBe && unusual.test(name);
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
