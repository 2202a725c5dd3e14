import { recordRange } from './positions.ts';
import { problemAt, type Problem } from '../problems.ts';
import type { CsvRecord } from './records.ts';

/**
 * A line that an export puts below the rows: a total, a count, when and by whom it was made. Asked only of
 * rows whose number cannot be called: a person or a company may be named Total.
 */
export function lineBelowList(record: CsvRecord): Problem | undefined {
  const filled = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = ''] = filled;
  if (first.length > maxNoteLength) return undefined;
  const isTotal = totals.test(first) && filled.slice(1).every(isAmount);
  if (!isTotal && !(filled.length === 1 && notes.test(first))) return undefined;
  const message = isTotal
    ? 'Read as a total below the list: not called. Delete the line to remove this note.'
    : 'Read as a note of the program that made the list: not called. Delete the line to remove this note.';
  return problemAt(recordRange(record), 'revox.list.totalsLine', message);
}

/**
 * A line that is no person though a number stands in it: who made the list, or a row that is switched off.
 * @returns undefined for nearly all rows, told by one or two characters
 */
export function lineAboutList(record: CsvRecord, phoneColumn: number): Problem | undefined {
  const first = record.cells[0] ?? '';
  if (phoneColumn === 0) return undefined;
  const sign = first.charCodeAt(0);
  if ((sign === hash || sign === slash) && switchedOff.test(first)) {
    return problemAt(
      recordRange(record),
      'revox.list.switchedOff',
      'This line starts with a comment sign, so it is not called. Remove the sign to call this person.',
    );
  }
  if (first.length > maxNoteLength || !/[:：]/.test(first) || !makers.test(first)) return undefined;
  return problemAt(
    recordRange(record),
    'revox.list.totalsLine',
    'Read as a note of who made the list: not called. Delete the line to remove this note.',
  );
}

const hash = 35;
const slash = 47;
/** `# inactive: Ann`. `#12` is an id, and `#Brand` a name. */
const switchedOff = /^(?:#|\/\/)\s+\p{L}/u;

/** In the languages of the lists we have seen; each is the beginning of a line. */
const makerWords = [
  '(?:prepared|compiled|printed|exported|generated|created|issued|submitted|approved|checked|' +
    'signed|made) (?:by|on|from|at)',
  '(?:établie?|préparée?|éditée?|imprimée?|générée?|exportée?|créée?|vérifiée?) (?:par|le)',
  '(?:erstellt|gedruckt|exportiert|geprüft|ausgedruckt) (?:von|am|durch)',
  '(?:preparado|elaborado|generado|exportado|impreso|creado|emitido|gerado|criado|' +
    'impresso) (?:por|el|em|pelo|pela)',
  '(?:preparato|redatto|generato|stampato|creato|esportato) (?:da|il)',
  '(?:opgesteld|gemaakt|afgedrukt|geëxporteerd) (?:door|op)',
  '(?:udskrevet|utskrevet|utskriven|oprettet|opprettet|skapad) (?:af|av|den)|sporządził[aoy]?',
  'przygotował[aoy]?|wygenerowan[oay]|wydrukowan[oay]|hazırlayan|düzenleyen|oluşturan',
  'составил[аи]?|подготовил[аи]?|исполнитель|сформировано|выгружено|склав|склала|підготував',
  'підготувала|виконавець|vypracoval[a]?|zpracoval[a]?|vytvořil[a]?|vyhotovil[a]?|készítette',
  'nyomtatta|összeállította|întocmit(?: de)?|laatinut|koostanud|sagatavoja|parengė|pripravil[a]?',
  'izradio|izradila|sastavio|συντάχθηκε|εκδόθηκε|συντάκτης|作成者|作成日|作成|制表人|制表|填表人|작성자|작성일|출력일|أعده',
  'إعداد|הוכן על ידי|נערך על ידי|ผู้จัดทำ|người lập|disusun oleh|dibuat oleh|disediakan oleh',
  'imetayarishwa na',
];

const makers = new RegExp(`^\\s*(?:${makerWords.join('|')})[:：\\s]`, 'iu');

/** What stands below a list is short. */
const maxNoteLength = 120;

/** Digits, and no letters but those of a currency. */
function isAmount(cell: string): boolean {
  return (
    cell.length <= maxNoteLength &&
    /\d/.test(cell) &&
    !/\p{L}/u.test(cell.replace(/(?:EUR|USD|GBP|CHF)$/i, ''))
  );
}

const totals =
  /^(?:(?:grand|sub|sous|gesamt|zwischen|general)[ -]?)?(?:totals?|totaux|totales|totale|totaal|summe|somme|suma|sum|insgesamt|gesamt|count|nombre|anzahl|razem|итого|合计|合計)(?: (?:g[ée]n[ée]ral|general|generale|contacts?|rows?|lignes?|amount|count))?\s?:?[\d\s.,]*[€$£%]?$/iu;

const notes =
  /^(?:\(?\d[\d.,]*\)? (?:rows?|records?|contacts?|entries|lignes?|enregistrements?|zeilen|datens[äa]tze|filas|registros|righe|rijen)(?:\W.*)?$|(?:exported|generated|created|printed|export[ée]|g[ée]n[ée]r[ée]|erstellt|exportiert|generado|exportado) (?:on|by|from|at|le|par|du|am|von|el|por|de)\b|page \d+(?: (?:of|sur|von|de) \d+)?$|end of (?:file|list|report)$|fin de (?:la )?(?:liste|fichier|lista)$|©|\(c\) )/iu;
