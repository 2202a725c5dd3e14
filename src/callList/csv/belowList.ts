import { recordRange } from './positions.ts';
import { problemAt, type Problem } from '../problems.ts';
import type { CsvRecord } from './records.ts';

/**
 * A line that an export puts below the rows: a total, a count, when and by whom it was made. Used only for
 * rows whose number cannot be called, because a person or a company may be named Total.
 */
export function lineBelowList(record: CsvRecord): Problem | undefined {
  const filled = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = ''] = filled;
  if (first.length > maxNoteLength) return undefined;
  // the amounts first: `totals` takes milliseconds to compile, and hardly any row has nothing but amounts
  const isTotal = filled.slice(1).every(isAmount) && totals.test(first);
  if (!isTotal && !(filled.length === 1 && notes.test(first))) return undefined;
  const message = isTotal
    ? 'Read as a total below the list: not called. Delete the line to remove this note.'
    : 'Read as a note of the program that made the list: not called. Delete the line to remove this note.';
  return problemAt(recordRange(record), 'revox.list.totalsLine', message);
}

/**
 * A line that has a number and is not a contact: who made the list, or a row that is commented out.
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
  if (first.length > maxNoteLength) return undefined;
  const message = aboutLine(first) ?? amountLine(record, record.cells[phoneColumn] ?? '');
  return message === undefined ? undefined : problemAt(recordRange(record), 'revox.list.totalsLine', message);
}

function aboutLine(first: string): string | undefined {
  if (first.length <= maxWordsLength) {
    const words = first.trim().toLowerCase();
    if (examples.has(words)) return exampleMessage;
    if (inquiries.has(words)) return inquiryMessage;
  }
  const hasColon = first.includes(':') || first.includes('：');
  // `e.g.`: checking for the point rules out nearly all other rows faster than a pattern
  if (!hasColon)
    return first.charCodeAt(1) === point && exampleSigns.test(first) ? exampleMessage : undefined;
  if (makers.test(first))
    return 'Read as a note of who made the list: not called. Delete the line to remove this note.';
  if (contacts.test(first))
    return 'Read as a note of whom to ask about the list: not called. Remove the words before the colon to call this contact.';
  return exampleSigns.test(first) ? exampleMessage : undefined;
}

/** `Total;81234567`: as many digits as a number has in some countries, and none of its signs. */
function amountLine({ cells }: CsvRecord, phone: string): string | undefined {
  const digit = phone.charCodeAt(0);
  if (digit < 49 || digit > 57 || !/^\d{1,3}(?:[,.' ]?\d{3})*$|^\d+$/.test(phone)) return undefined;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return totals.test(filled[0] ?? '') && filled.slice(1).every(isAmount)
    ? 'Read as a total below the list: not called. Delete the line to remove this note.'
    : undefined;
}

const exampleMessage =
  'Read as an example of how to fill in the list: not called. Delete the line to remove this note.';
const maxWordsLength = 16;
const examples: ReadonlySet<string> = new Set(
  'example exemple beispiel ejemplo esempio exemplo voorbeeld eksempel exempel esimerkki przykład příklad príklad példa exemplu örnek пример приклад παράδειγμα 例 예시 示例 範例 ตัวอย่าง ví_dụ contoh مثال דוגמה उदाहरण'
    .split(' ')
    .map((word) => word.replace('_', ' ')),
);
/** Whom to ask about a list, in words that are no name of anybody. */
const inquiryMessage =
  'Read as a note of whom to ask about the list: not called. Write a name instead to call this contact.';
const inquiries: ReadonlySet<string> = new Set(
  `rückfragen auskunft auskünfte renseignements dudas consultas preguntas domande dúvidas vragen inlichtingen lisätietoja frågor spørgsmål
  spørsmål pytania dotazy вопросы справки довідки πληροφορίες questions queries enquiries inquiries لمزيد_من_المعلومات للاستفسار
  للاستعلام לבירורים לפרטים お問い合わせ お問い合わせ先 お問合せ お問合せ先 問い合わせ先 問合せ先 照会先 문의 문의처 咨询 咨询电话 查询 查詢 สอบถาม
  สอบถามข้อมูล tiedustelut felvilágosítás`
    .split(/\s+/)
    .map((words) => words.replaceAll('_', ' ')),
);
/** `e.g. Ann Smith`, `Beispiel: Ann` */
const exampleSigns =
  /^\s*(?:e\. ?g\. |z\. ?b\. |p\. ?ej\. |p\. ?ex\. |(?:example|exemple|beispiel|ejemplo|esempio|exemplo|voorbeeld|пример|例|예시|示例) ?[:：])/iu;

/** Whom to ask about a list, in words before a colon. */
const contactWords = [
  'kontakt|kontaktperson|ansprechpartner(?:in)?|(?:bei |für )?(?:rück)?fragen(?: bitte)?(?: an)?|auskunft|auskünfte',
  'contact|contact person|contact us|(?:for )?(?:any |more |further )?(?:questions?|queries|enquiries|inquiries|information|info|help|support)(?: (?:please )?(?:call|contact))?',
  'hotline|helpdesk|personne à contacter|renseignements?|informations?|infos?|pour (?:toute question|tout renseignement)',
  'contacto|persona de contacto|consultas?|información|dudas|preguntas|contatto|referente|(?:per )?informazioni|domande',
  'contato|dúvidas|informações|contactpersoon|vragen|inlichtingen|yhteyshenkilö|lisätietoja|spørsmål|spørgsmål|frågor',
  'osoba kontaktowa|pytania|informacja|kontaktní osoba|kontaktná osoba|dotazy|kapcsolattartó|információ|persoană de contact|informații',
  'контактное лицо|контакты?|вопросы|справки|по вопросам|контактна особа|довідки|επικοινωνία|πληροφορίες|bilgi|iletişim',
  'お問い合わせ(?:先)?|問い合わせ先|問合せ先?|문의처?|연락처|联系人|聯絡人|咨询|للتواصل|للاستفسار|איש קשר|ติดต่อ|สอบถาม|liên hệ|hubungi|mawasiliano',
];

const contacts = new RegExp(`^\\s*(?:${contactWords.join('|')}) ?[:：]`, 'iu');

const hash = 35;
const point = 46;
const slash = 47;
/** `# inactive: Ann`. `#12` is an id, and `#Brand` a name. */
const switchedOff = /^(?:#|\/\/)\s+\p{L}/u;

/** Beginnings of lines that say who made a list, in the languages of lists we have seen. */
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

/** The longest note below a list, in characters. */
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
  /^(?:(?:grand|sub|sous|gesamt|zwischen|general)[ -]?)?(?:totals?|totaux|totales|totale|totaal|summe|somme|suma|sum|insgesamt|gesamt|count|nombre|anzahl|razem|łącznie|итого|всего|всього|разом|ukupno|skupaj|celkem|spolu|összesen|toplam|genel toplam|i alt|ialt|totalt|sammanlagt|yhteensä|samtals|kokku|kopā|iš viso|gjithsej|σύνολο|סה["״]?כ|المجموع|الإجمالي|الاجمالي|مجموع|جمع|合计|合計|总计|總計|小计|小計|합계|총계|총합계|소계|รวม(?:ทั้งหมด|ทั้งสิ้น|เงิน)?|ยอดรวม(?:ทั้งหมด|ทั้งสิ้น)?|tổng|tổng cộng|jumlah|average|durchschnitt|moyenne|promedio|średnia)(?: (?:g[ée]n[ée]ral|general|generale|contacts?|rows?|lignes?|amount|count))?\s?:?[\d\s.,]*[€$£%]?$/iu;

const notes =
  /^(?:\(?\d[\d.,]*\)? (?:rows?|records?|contacts?|entries|lignes?|enregistrements?|zeilen|datens[äa]tze|filas|registros|righe|rijen)(?:\W.*)?$|(?:exported|generated|created|printed|export[ée]|g[ée]n[ée]r[ée]|erstellt|exportiert|generado|exportado) (?:on|by|from|at|le|par|du|am|von|el|por|de)\b|page \d+(?: (?:of|sur|von|de) \d+)?$|end of (?:file|list|report)$|fin de (?:la )?(?:liste|fichier|lista)$|©|\(c\) )/iu;
