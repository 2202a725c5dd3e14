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
  if (first.length > longestNote) return undefined;
  const isTotal = totals.test(first) && filled.slice(1).every(isAmount);
  if (!isTotal && !(filled.length === 1 && notes.test(first))) return undefined;
  const message = isTotal
    ? 'Read as a total below the list: not called. Delete the line to be rid of this note.'
    : 'Read as a note of the program that made the list: not called. Delete the line to be rid of this note.';
  return problemAt(recordRange(record), 'revox.list.totalsLine', message);
}

/** What stands below a list is short. */
const longestNote = 120;

/** Digits, and no letters but those of a currency. */
function isAmount(cell: string): boolean {
  return (
    cell.length <= longestNote && /\d/.test(cell) && !/\p{L}/u.test(cell.replace(/(?:EUR|USD|GBP|CHF)$/i, ''))
  );
}

const totals =
  /^(?:(?:grand|sub|sous|gesamt|zwischen|general)[ -]?)?(?:totals?|totaux|totales|totale|totaal|summe|somme|suma|sum|insgesamt|gesamt|count|nombre|anzahl|razem|итого|合计|合計)(?: (?:g[ée]n[ée]ral|general|generale|contacts?|rows?|lignes?|amount|count))?\s?:?[\d\s.,]*[€$£%]?$/iu;

const notes =
  /^(?:\(?\d[\d.,]*\)? (?:rows?|records?|contacts?|entries|lignes?|enregistrements?|zeilen|datens[äa]tze|filas|registros|righe|rijen)(?:\W.*)?$|(?:exported|generated|created|printed|export[ée]|g[ée]n[ée]r[ée]|erstellt|exportiert|generado|exportado) (?:on|by|from|at|le|par|du|am|von|el|por|de)\b|page \d+(?: (?:of|sur|von|de) \d+)?$|end of (?:file|list|report)$|fin de (?:la )?(?:liste|fichier|lista)$|©|\(c\) )/iu;
