import { isFaxLabel, isPhoneLabel } from '../phone/phoneWords.ts';
import { wordsOf } from '../vocabulary.ts';
import { isIn, vocabulary } from '../vocabulary.ts';
import { refusedWords } from './phoneNames.ts';

const sampleRows = 200;
const maxTypeLength = 60;
/** Headers of columns beyond this are not read: a person does not name so many. */
const maxColumns = 2000;
const typeWords = vocabulary(
  `type types typ tipo tipus label labels kind art sort soort slag rodzaj druh vrsta tur 種別 类型 類型 유형 סוג نوع тип вид
  libelle etiquette etichetta etiqueta rotulo etykieta etiket etikett oznaceni tunniste cimke eticheta ярлык метка
  ετικετα תווית تصنيف ラベル 标签 標籤 라벨`,
);

/**
 * The column that says of what type each number is, such as `Phone 1 - Type` beside `Phone 1 - Value`.
 * @returns undefined where there is none, or its cells are no types of numbers
 */
export function findNumberType(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  phoneColumn: number,
): number | undefined {
  const ofPhone = wordsOf(headers[phoneColumn] ?? '');
  const found = headers.findIndex((header, column) => {
    if (column === phoneColumn || column >= maxColumns || header.length > maxTypeLength) return false;
    const words = wordsOf(header);
    if (!words.some((word) => isIn(typeWords, word))) return false;
    if (!words.every((word) => isIn(typeWords, word) || ofPhone.includes(word) || isPhoneLabel(word)))
      return false;
    return namesTypes(rows.slice(0, sampleRows).map((row) => row[column] ?? ''));
  });
  return found < 0 ? undefined : found;
}

function namesTypes(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const types = filled.filter((cell) => {
    const words = labelsOf(cell);
    return words.length > 0 && words.every((word) => isPhoneLabel(word) || isNoPhone(word));
  });
  return filled.length > 0 && types.length >= filled.length / 2;
}

/** `Work Fax`, `Pager`; not `Tel/Fax`. */
export function isUncallableType(cell: string): boolean {
  if (cell.length > maxTypeLength || /[/&+,]/.test(cell)) return false;
  return labelsOf(cell).some(isNoPhone);
}

/** A fax, a pager, or what lists of leads call a number that is wrong or refused. */
function isNoPhone(label: string): boolean {
  return isFaxLabel(label) || wordsOf(label).some((word) => isIn(refusedWords, word) || word === 'telex');
}

function labelsOf(cell: string): readonly string[] {
  return cell.slice(0, maxTypeLength).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}
