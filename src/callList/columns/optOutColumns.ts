import { isYes, noWords } from '../refusals/answerWords.ts';
import { ordersCalls, ordersToSkip, saysCalled } from './callInstructions.ts';
import { cellForm, isNumberForm } from './cellForm.ts';
import { asksForCalls, isOpposition, isWithdrawal } from './consentHeaders.ts';
import { headerMeaning } from './headerWords.ts';
import { saysNoNumber } from '../phone/phoneWords.ts';
import { refusedWords } from './phoneNames.ts';
import { isNothingButRefusal, MarkedNames } from '../refusals/markedNames.ts';
import {
  consentPhrases,
  holdsRefusal,
  namesBan,
  noAnswers,
  remarkPhrases,
  saysDoNotCall,
} from '../refusals/refusalPhrases.ts';
import {
  isNegated,
  namesDeath,
  ordersNoCalls,
  RefusingRemarks,
  registers,
  withoutCode,
} from '../refusals/refusingRemarks.ts';
import { holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';

/**
 * A column in which a row may say that its person is not to be called. `optOut`: anything but a no does, as
 * below “Do not call”. `consent`: a no does. `remark`: words that say so do, as in a status or a note.
 * `text`: sentences that say so do, below a header that tells nothing or no header. Single words there may be
 * names. `name`: marks on a name do, as in `Ann (deceased)`. `cell`: the column is about something else, and
 * only a cell that says nothing but `Do not call` or `Deceased` counts.
 */
export interface OptOutColumn {
  readonly column: number;
  readonly kind: OptOutKind;
  /** Only in a column of consent in which rows are ticked: whoever is not ticked is not called. */
  readonly emptyRefuses?: true;
  /** The header is an order of the list's author: `To call`, `Skip`. Nobody refused to be called. */
  readonly isOrder?: true;
}

export type OptOutKind = 'optOut' | 'consent' | 'remark' | 'text' | 'name' | 'cell';

type Answer = Extract<OptOutKind, 'optOut' | 'consent'>;

/** Headers of columns beyond this are not read: a person does not name so many. */
const maxColumns = 2000;
const maxHeaderLength = 120;
/** Longer answers are not read. */
const maxAnswerLength = 200;
const maxCached = 1000;

/**
 * @param called columns of numbers that are called, which say nothing of the sort
 * @param rows the first rows of the list
 */
export function findOptOutColumns(
  headers: readonly string[],
  called: readonly number[],
  rows: readonly (readonly string[])[],
): OptOutColumn[] {
  const found: OptOutColumn[] = [];
  for (const [column, header] of headers.slice(0, maxColumns).entries()) {
    if (called.includes(column)) continue;
    const last = found.at(-1);
    // a question whose two answers have a column each
    const isSecondAnswer = header === '' && last?.kind === 'consent' && last.column === column - 1;
    const kind = isSecondAnswer ? 'consent' : optOutKind(header);
    if (kind === undefined) continue;
    // without a header it may be a name
    if (kind === 'text') found.push({ column, kind: header === '' ? 'name' : 'cell' });
    const hasOneColumn = !isSecondAnswer && headers[column + 1] !== '';
    const isOrder = isOrderHeader(header);
    const emptyRefuses = kind === 'consent' && hasOneColumn && isTicked(rows, column, isOrder);
    found.push({ column, kind, ...(emptyRefuses && { emptyRefuses }), ...(isOrder && { isOrder }) });
  }
  return found;
}

/**
 * Whether a column of consent holds nothing but ticks, or, below an order to call, nothing but one word, so
 * that an empty cell is a no. `yes` and nothing below “Consent” leaves open what nothing means.
 */
function isTicked(rows: readonly (readonly string[])[], column: number, isOrder: boolean): boolean {
  const filled = new Set<string>();
  for (const row of rows) {
    const cell = (row[column] ?? '').trim().toLowerCase();
    if (cell === '') continue;
    if (cell.length > maxTickLength) return false;
    filled.add(cell);
  }
  const cells = [...filled];
  if (cells.length === 0) return false;
  if (cells.every((cell) => ticks.test(cell))) return true;
  return isOrder && (cells.length === 1 || cells.every(isYes)) && !cells.some(refusesConsent);
}

/** The columns that say of some of these rows that the person was called, which leaves nobody out. */
export function findCalledColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): number[] {
  const isMarked = (cell: string): boolean => isYes(cell) || ticks.test(cell.toLowerCase());
  return headers
    .slice(0, maxColumns)
    .flatMap((header, column) =>
      header.length <= maxHeaderLength && saysCalled(wordsOf(header)) ? [column] : [],
    )
    .filter((column) => rows.some((row) => isMarked((row[column] ?? '').trim())));
}

const maxTickLength = 16;
const ticks = /^(?:[x✓✔☑✅●•○◯〇v*+1]\ufe0f?|\[x\]|1[.,]0|true)$/u;

function isOrderHeader(header: string): boolean {
  if (header.length > maxHeaderLength) return false;
  const words = wordsOf(header);
  return ordersCalls(words) || ordersToSkip(words);
}

function optOutKind(header: string): OptOutKind | undefined {
  if (header === '') return 'text';
  if (header.length > maxHeaderLength) return undefined;
  const words = wordsOf(header);
  const says = (one: ReturnType<typeof vocabulary>): boolean => words.some((word) => isIn(one, word));
  // a column of texts, not of consent to text messages
  if (words.length > 0 && words.every((word) => textWords.exact.has(word) || word === 'free')) return 'text';
  if (says(otherChannels) && !says(callWords)) return says(itemWords) ? undefined : 'cell';
  if (ordersNoCalls(words) || saysDoNotCall(words) || says(refusedWords) || says(optOutWords))
    return 'optOut';
  if (isWithdrawal(words) || isOpposition(words) || ordersToSkip(words)) return 'optOut';
  if (namesBan(words) || holdsPhrase(registers, words) || namesDeath(words)) return 'optOut';
  if (says(consentWords) || [consentPhrases, permissions].some((one) => holdsPhrase(one, words)))
    return 'consent';
  if (asksForCalls(header, words) || ordersCalls(words)) return 'consent';
  const isRemark = says(remarkWords) || [remarkPhrases, preferences].some((one) => holdsPhrase(one, words));
  if (isRemark) return 'remark';
  // no list of headers knows what a person calls a column of notes
  const { kind } = headerMeaning(header);
  if (says(textWords)) return says(itemWords) ? undefined : 'text';
  if (says(nameWords)) return 'name';
  return kind === 'unknown' || (kind === 'other' && words.join('').length === 1) ? 'text' : 'cell';
}

/** Whether a header says that its column is about consent to calls. */
export function asksForConsent(header: string): boolean {
  return optOutKind(header) === 'consent';
}

/** Names of columns of free text, whatever else the header says: `Feedback client`, `Description`. */
const textWords = vocabulary(
  `text texte texto testo tekst teksti tekstas teksts teks szoveg tekstfelt textfeld textarea freetext freitext memo message messages mensaje
  mensagem messaggio nachricht bericht meddelande melding besked viesti zprava sprava wiadomosc uzenet mesaj сообщение повідомлення
  description descriptions descripcion descricao descrizione beschreibung omschrijving beskrivning beskrivelse kuvaus kirjeldus apraksts aprasymas opis popis
  leiras descriere описание опис περιγραφη תיאור وصف الوصف توضیحات विवरण বিবরণ รายละเอียด deskripsi keterangan libelle bezeichnung
  feedback reply answer reaction reponse respuesta resposta risposta antwort antwoord svar odpowiedz odpoved valasz raspuns ответ відповідь
  retour retours avis opinion ruckmeldung rueckmeldung opinie отзыв відгук details detail content contents body inhalt contenu contenido`,
  'freitext freetext beschreibung ruckmeldung 説明 描述 說明 설명 内容 內容 내용 反馈 回饋 感想 mota',
);

/** Names of people and companies, on which somebody may have marked that they are not to be called. */
const nameWords = vocabulary(
  `name names fullname firstname lastname fname lname surname forename nickname nom noms prenom prenoms nome nomes nombre nombres naam
  voornaam achternaam navn fornavn etternavn efternavn namn fornamn efternamn nimi etunimi sukunimi nazwa nazwisko imie jmeno prijmeni meno
  priezvisko nev vezeteknev keresztnev ime prezime nume prenume isim ad soyad soyadi adi vorname nachname apellido apellidos cognome
  sobrenome contact contacts kontakt contacto contatto contato person client clients customer kunde kunden cliente clientes klant klient
  company firma firm societe azienda empresa entreprise organisation organization bedrijf foretag yritys salutation anrede title
  имя фамилия отчество фио клиент контакт име прізвище імя ονομα επωνυμο שם اسم नाम ชื่อ ten ho`,
  '名前 氏名 姓名 客户 客戶 顧客 이름 성명 고객 ชื่อ',
);

/** With these the text is about a thing: `Product description`. */
const itemWords = vocabulary(
  `product products produit produits produkt produkte producto productos produto produtos prodotto artikel article articulo item items sku ware
  order bestellung commande pedido job role property objekt bien vehicle event url subject title товар товара 商品 产品 產品 상품`,
  'produkt product artikel',
);

/** The columns that are only about calls; a status or a note is about many things. */
export function decidingColumns(optOuts: readonly OptOutColumn[]): readonly number[] {
  return optOuts.filter(({ kind }) => kind === 'optOut' || kind === 'consent').map(({ column }) => column);
}

/** Reads the opt-out cells of one list, and caches the answers, because statuses repeat. */
export class OptOutReader {
  readonly #columns: readonly OptOutColumn[];
  readonly #remarks = new RefusingRemarks();
  readonly #sentences = new RefusingRemarks({ onlySentences: true });
  readonly #names = new MarkedNames();
  readonly #cache: Readonly<Record<Answer, Map<string, boolean>>> = {
    optOut: new Map(),
    consent: new Map(),
  };

  constructor(columns: readonly OptOutColumn[]) {
    // whoever refused did so whatever an order says
    this.#columns = columns.toSorted((one, other) => Number(one.isOrder ?? 0) - Number(other.isOrder ?? 0));
  }

  /** @returns the first column by which this row is not to be called; undefined where none says so */
  refusing(cells: readonly string[]): OptOutColumn | undefined {
    const columns = this.#columns;
    for (let at = 0; at < columns.length; at++) {
      const one = columns[at];
      if (one === undefined) continue;
      const cell = cells[one.column] ?? '';
      const refuses = cell === '' || isBlank(cell) ? one.emptyRefuses : this.#refuses(one.kind, cell);
      if (refuses) return one;
    }
    return undefined;
  }

  #refuses(kind: OptOutKind, cell: string): boolean {
    if (kind === 'remark') return this.#remarks.refuses(cell);
    if (kind === 'text') return this.#sentences.refuses(cell);
    if (kind === 'name') return this.#names.refuses(cell);
    if (kind === 'cell') return this.#names.isRefusal(cell);
    const cache = this.#cache[kind];
    const known = cache.get(cell);
    if (known !== undefined) return known;
    // whatever a long text below “Do not call” says, it is no “no”
    const refuses = cell.length > maxAnswerLength ? kind === 'optOut' : cellRefuses(kind, cell.trim());
    if (cache.size < maxCached) cache.set(cell, refuses);
    return refuses;
  }
}

function isBlank(cell: string): boolean {
  return cell.charCodeAt(0) <= 32 && cell.trim() === '';
}

function cellRefuses(kind: Answer, text: string): boolean {
  const cell = withoutCode(text);
  const words = wordsOf(cell);
  switch (kind) {
    case 'optOut':
      if (isYesNumber(cell) || holdsPhrase(disallowed, words)) return true;
      if (
        cell === '' ||
        (cell.length > 1 && saysNoNumber(cell)) ||
        isCount(cell) ||
        isNumberForm(cellForm(cell))
      )
        return false;
      return (
        ordersNoCalls(words) ||
        !(isPlainNo(cell, words) || isNotListed(words) || isIn(unsaid, words.join('')))
      );
    case 'consent':
      return (
        isNo(cell, words) ||
        isNothingButRefusal(words) ||
        isIn(noToConsent, words.join('')) ||
        isNegated(words) ||
        holdsRefusal(words) ||
        words.some((word) => isIn(withdrawn, word) || isIn(notGivenYet, word)) ||
        ordersNoCalls(words)
      );
  }
}

function refusesConsent(cell: string): boolean {
  return cellRefuses('consent', cell);
}

/** A number of more than one digit counts something; eight digits may be the day of a refusal. */
function isCount(cell: string): boolean {
  return /^\d{2,7}$/.test(cell) || /^[2-9]$/.test(cell);
}

/** `No`, `N (2026)`, `non, merci`, an empty box, `0`, `0.0`. */
function isNo(cell: string, words: readonly string[]): boolean {
  const [first = ''] = words;
  return isIn(noWords, first) || noAnswers.has(first) || noAnswers.has(words.join('')) || noSigns.test(cell);
}

const noSigns = /^(?:[✗✘❌❎×☐⬜👎🚫⛔-]|\[ ?\]|-?0*[.,]0+)\ufe0f?$/u;

/** `1.0`, `-1`: how a spreadsheet or a database stores a tick. */
function isYesNumber(cell: string): boolean {
  return /^-?1(?:[.,]0+)?$/.test(cell);
}

const otherChannels = vocabulary(
  `email emails mail mails mailing newsletter newsletters sms mms text texts post postal letter brief courrier fax push cookie cookies
  correo courriel posta rassylka рассылка`,
  `newsletter emailing mailing`,
);

const callWords = vocabulary(
  `call calls calling phone phones telephone tel telefon telefono telefone appel appels appeler anruf anrufe anrufen llamada llamadas llamar
  chiamata chiamate chiamare chamada ligar ligacao bellen telefonisch telefonica telefonico telefonique puhelin звонок звонки звонить
  電話 电话 전화 הטלפון هاتف`,
  `telefon telephon anruf`,
);

/** Below “Do not call”: `no`, `No (2026)`, `non, merci`; not `no molestar` or `nicht stören`. */
function isPlainNo(cell: string, words: readonly string[]): boolean {
  if (!isNo(cell, words)) return false;
  if (noAnswers.has(words.join(''))) return true;
  const others = [noWords, listed, besideNo];
  return words.slice(1).every((word) => /^\d+$/.test(word) || others.some((one) => isIn(one, word)));
}

const besideNo = vocabulary(
  'thanks thank you merci danke gracias grazie obrigado ok okay since seit depuis dal desde as of on at set yet stop is may be called',
);

/** Below “Do not call”: `not registered`, `non inscrit`; not `do not disturb`. */
function isNotListed(words: readonly string[]): boolean {
  return isNegated(words) && words.some((word) => isIn(listed, word));
}

const listed = vocabulary(
  `registered register registry listed list dnc optedout blocked suppressed found present inscrit inscrite liste oppose opposee inscrito
  restriction restrictions objection opt out optout block sperre einwand opposition inscrita lista iscritto iscritta elenco eingetragen vorliegend vorhanden gelistet gesperrt geregistreerd registrato registrado`,
);

/** How somebody wants to be reached, which may be not at all. */
const preferences = phraseList(
  'contact_preference contact_preferences preferred_contact communication_preference communication_preferences contact_method',
);

/** Below “Do not call”, where they mean a yes. */
const disallowed = phraseList(
  'do_not_allow not_allowed not_permitted nicht_erlaubt nicht_gestattet no_permitido non_autorise',
);

const optOutWords = vocabulary(
  `sprzeciw tiltott letiltva nix nixregistret reservationsregisteret aranmasin ndnc litigator suppress suppression excluded exclude exclu
  exclus excluido escluso ausgeschlossen donotphone dontcall donotallow bloctel robinson robinsonliste tps ctps dncr dncl rpo oposicion opposition opposizione oposicao widerspruch sperre sperrvermerk
  unsubscribe abgemeldet abmeldung desabonne desabonnement baja stopliste stoplist стоплист стоп`,
  `werbesperr rufsperr telefonsperr kontaktsperr reklamebeskyt markkinointikielto robinson widerspr opposizion myyntikielto`,
);

const consentWords = vocabulary(
  `optin subscribed callable contactable erlaubt erwunscht iys gdpr rgpd dsgvo lgpd lupa onay izin izni riza acord accord lgpd pdpa popia`,
  `consent einwillig einverstand zustimmung consens consentim autorizza autorizac autorisation permission permiso permissao toestemming zgoda souhlas suhlas
  samtyk samtyck suostum nousolek sutikim piekris hozzajarul beleegyez consimt pristanak privola saglasnost съгласие согласи згода згоду
  συγκαταθ συναινεσ 同意 許諾 架電可 電話可 連絡可 通話可 連絡希望 電話連絡 통화가능 可联系 可致电 동의 הסכמ موافق persetuj dongy ยินยอม सहमति სთანხმ თანხმობა համաձայն`,
);

/** Words that only together ask whether somebody may be called. */
const permissions = phraseList(
  'opt_in can_call can_we_call may_call may_we_call ok_to_call okay_to_call can_be_called may_be_called may_contact can_contact ' +
    'ok_to_contact contact_allowed calls_allowed call_allowed allow_calls accepts_calls wants_calls darf_angerufen ' +
    'anruf_erlaubt anrufe_erlaubt legal_basis peut_etre_appele accepte_les_appels souhaite_etre accepte_d_etre acepta_llamadas aceita_ligacoes wil_gebeld arama_izni ' +
    'may_we_phone can_we_phone can_be_phoned may_be_phoned contact_via_phone contact_by_phone allow_phone phone_allowed allow_contact se_puede_llamar puede_llamar pode_ligar',
);

const remarkWords = vocabulary(
  `lifecycle stage phase etape status statut stato estado stav stan staat tila allapot durum durumu статус състояние состояние κατασταση סטטוס حاله 状态 狀態 状況 상태
  disposition outcome result resultat ergebnis resultado risultato wynik vysledek eredmeny результат
  comment comments commentaire commentaires kommentar kommentare comentario comentarios commento komentar komentarz комментарий
  note notes notiz notizen nota notas uwagi poznamka poznamky megjegyzes megjegyzesek примечание заметки σχολια σημειωσεις 備考 备注 備註 비고 메모
  הערות ملاحظات remark remarks remarque remarques bemerkung bemerkungen observation observations observaciones observacoes osservazioni
  opmerking opmerkingen bemaerkning merknad anmarkning huomautus huomio mentiuni observatii aciklama not catatan keterangan
  anm bem obs opm komm merk memo rem pozn prim observ bijzonderheden besonderheiten besonderheit sonstiges info infos information informationen informations informacion detalles details
  divers divers ovrigt ovrige autres otros altro varie overig varia inne uwag zusatz zusatzinfo
  tag tags label labels etiquette etiquettes etiqueta etiquetas schlagwort flag flags hinweis hinweise`,
);

/** What is written below “Do not call” where nobody knows. */
const unsaid = vocabulary(
  'unknown unbekannt inconnu notset pending ok okay allowed none keine aucun aucune ninguno nessuno oktocall oktophone callable allow allowed permitted erlaubt autorise ' +
    'clean clear cleared subscribed optedin inactive disabled inaktiv inactif inactivo inattivo inativo',
);

/** `jo` is Albanian; a yes in Scandinavia, so that it is no answer below “Do not call”. */
const noToConsent = vocabulary(
  'jo none nil keine kein keiner aucun aucune ninguno ninguna nessuno nessuna nenhum nenhuma geen ingen brak なし 無し 未 안함',
);

const withdrawn = vocabulary(
  `withdrawn withdraws revoked revokes refused refuses denied denies declined declines rejected rejects opposed opposes objected objects optedout
  unsubscribed disagree disagrees disagreed unwanted
  widerrufen abgelehnt verweigert entzogen widersprochen unerwunscht retire retiree refuse refusee refus revoque oppose opposee revocado revocada rechazado rechazada
  rechaza denegado denegada negado negada niega
  revocato revocata rifiutato rifiutata rifiuta negato ritirato nega ingetrokken geweigerd weigert odmowa odmawia cofnieta wycofana odvolan odvolany odmita zamietnute tilbagekaldt
  trukket aterkallat peruttu visszavont retras recusado recusada recusa отозвано отказ відмова ανακληθηκε iptal verilmedi 拒否 不要 撤回 拒绝 철회 거부 סירב مرفوض`,
);

/** Answers below “Consent” that mean it has not been given yet. */
const notGivenYet = vocabulary(
  `pending expired missing unknown waiting awaiting requested unconfirmed undecided attente inconnu inconnue demande ausstehend unbekannt offen angefragt
  pendiente desconocido desconocida solicitado attesa sconosciuto richiesto pendente desconhecido openstaand onbekend oczekuje nieznana`,
);
