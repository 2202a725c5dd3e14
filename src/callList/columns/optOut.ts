import { cellForm, isNumberForm } from './cellForm.ts';
import { saysNoNumber } from '../phone/phoneWords.ts';
import { refusedWords } from './phoneNames.ts';
import {
  consentPhrases,
  deceasedPhrases,
  endOfRefusal,
  holdsRefusal,
  namesBan,
  noAnswers,
  remarkPhrases,
  saysDoNotCall,
} from './refusalWords.ts';
import { endOfRefusedCall } from './refusedCalls.ts';
import { RemarkMemory } from './remarkMemory.ts';
import { endOfPhrase, holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from './vocabulary.ts';

/**
 * A column in which a row may say that its person is not to be called. `optOut`: anything but a no does, as
 * below “Do not call”. `consent`: a no does. `remark`: words that say so do, as in a status or a note.
 */
export interface OptOutColumn {
  readonly column: number;
  readonly kind: OptOutKind;
}

export type OptOutKind = 'optOut' | 'consent' | 'remark';

/** Headers of columns beyond this are not read: a person does not name so many. */
const maxColumns = 2000;
const maxHeaderLength = 120;
/** Longer texts are not remarks. */
const maxRemarkLength = 200;
const maxKept = 1000;

/** @param called columns of numbers that are called, which say nothing of the sort */
export function findOptOutColumns(headers: readonly string[], called: readonly number[]): OptOutColumn[] {
  const found: OptOutColumn[] = [];
  for (const [column, header] of headers.slice(0, maxColumns).entries()) {
    const kind = called.includes(column) ? undefined : optOutKind(header);
    if (kind !== undefined) found.push({ column, kind });
  }
  return found;
}

function optOutKind(header: string): OptOutKind | undefined {
  if (header === '' || header.length > maxHeaderLength) return undefined;
  const words = wordsOf(header);
  const says = (one: ReturnType<typeof vocabulary>): boolean => words.some((word) => isIn(one, word));
  if (says(otherChannels) && !says(callWords)) return undefined;
  if (saysDoNotCall(words) || says(refusedWords) || says(optOutWords)) return 'optOut';
  if (namesBan(words) || holdsPhrase(registers, words) || namesDeath(words)) return 'optOut';
  if (says(consentWords) || [consentPhrases, permissions].some((one) => holdsPhrase(one, words)))
    return 'consent';
  const isRemark = says(remarkWords) || [remarkPhrases, preferences].some((one) => holdsPhrase(one, words));
  return isRemark ? 'remark' : undefined;
}

/** The columns that are only about calls; a status or a note is about many things. */
export function decidingColumns(optOuts: readonly OptOutColumn[]): readonly number[] {
  return optOuts.filter(({ kind }) => kind !== 'remark').map(({ column }) => column);
}

/** Reads the opt-out cells of one list, and caches the answers, because statuses repeat. */
export class OptOutReader {
  readonly #columns: readonly OptOutColumn[];
  readonly #remarks = new RemarkMemory();
  readonly #kept: Readonly<Record<Exclude<OptOutKind, 'remark'>, Map<string, boolean>>> = {
    optOut: new Map(),
    consent: new Map(),
  };

  constructor(columns: readonly OptOutColumn[]) {
    this.#columns = columns;
  }

  /** @returns the first column by which this row is not to be called; undefined where none says so */
  refusing(cells: readonly string[]): OptOutColumn | undefined {
    for (const one of this.#columns) {
      const cell = cells[one.column] ?? '';
      if (cell !== '' && this.#refuses(one.kind, cell)) return one;
    }
    return undefined;
  }

  #refuses(kind: OptOutKind, cell: string): boolean {
    if (kind === 'remark') return this.#remarkRefuses(cell);
    const kept = this.#kept[kind];
    const known = kept.get(cell);
    if (known !== undefined) return known;
    // whatever a long text below “Do not call” says, it is no “no”
    const refuses = cell.length > maxRemarkLength ? kind === 'optOut' : cellRefuses(kind, cell.trim());
    if (kept.size < maxKept) kept.set(cell, refuses);
    return refuses;
  }

  #remarkRefuses(cell: string): boolean {
    if (cell.length > maxRemarkLength) return false;
    const known = this.#remarks.get(cell);
    if (known !== undefined) return known;
    const refuses = cellRefuses('remark', cell.trim());
    this.#remarks.set(cell, refuses);
    return refuses;
  }
}

function cellRefuses(kind: OptOutKind, text: string): boolean {
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
        refuses(words) || !(isPlainNo(cell, words) || isNotListed(words) || isIn(unsaid, words.join('')))
      );
    case 'consent':
      return (
        isNo(cell, words) ||
        isIn(noToConsent, words.join('')) ||
        isNegated(words) ||
        holdsRefusal(words) ||
        words.some((word) => isIn(withdrawn, word) || isIn(notGivenYet, word)) ||
        refuses(words)
      );
    case 'remark':
      return isIn(finalStatuses, words.join('')) || saysDeceased(words) || saysDnc(words) || refuses(words);
  }
}

/** `2. No`, `(0) No`, `0 - Non`: a label of a survey without its code; `b'1'`: the bit of a database. */
function withoutCode(cell: string): string {
  return cell.replace(/^(?:\(\d{1,2}\)|\d{1,2}\s?[.):=-])\s*(?=\p{L})/u, '').replace(/^b'([01])'$/, '$1');
}

/** `decédé en 2024`; not a longer note, which may be about somebody else. */
function saysDeceased(words: readonly string[]): boolean {
  return words.length <= maxWordsOfDeath && namesDeath(words.slice(0, 2));
}

function namesDeath(words: readonly string[]): boolean {
  return words.some((word) => isIn(deceased, word)) || holdsPhrase(deceasedPhrases, words);
}

const maxWordsOfDeath = 4;

/** `DNC requested`; not `DNC checked` or `not on DNC`. */
function saysDnc(words: readonly string[]): boolean {
  return words.includes('dnc') && !isNegated(words) && !words.some((word) => isIn(dncChecked, word));
}

/** `Please do not call`; not `do not call before 9`. */
function refuses(words: readonly string[]): boolean {
  const end = endOfRefusal(words) ?? endOfPhrase(refusalsInRemarks, words) ?? endOfRefusedCall(words);
  return end !== undefined && !isIn(timeWords, words[end] ?? '');
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

/** `1.0`, `-1`: what a spreadsheet or a database makes of a tick. */
function isYesNumber(cell: string): boolean {
  return /^-?1(?:[.,]0+)?$/.test(cell);
}

/** `not given`, `has not consented`, `未同意`; not `yes, but not on Sundays`. */
function isNegated(words: readonly string[]): boolean {
  if (isIn(yesWords, words[0] ?? '')) return false;
  return words.some((word) => isIn(negations, word)) || isIn(negations, words.join(''));
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

const yesWords = vocabulary('yes y oui ja si sim tak ano igen da evet да ναι כן نعم はい 是 예 ya ok');

const negations = vocabulary(
  `not nicht pas niet ej ikke inte kein keine keinen sans without geen ohne senza sem brak bez без мимо neither`,
  `未同意 未取得 未確認 未承諾 미동의 미수신 不同意 غيرموافق`,
);

/** Registers of people who are not to be called, by names of more than one word. */
const registers = phraseList(
  'liste_rouge registro_delle_opposizioni registro_opposizioni bel_me_niet reservert_mot ne_souhaite_pas ne_veut_pas ' +
    'чёрный_список черный_список чорний_список do_not_solicit do_not_allow black_list liste_noire lista_negra lista_nera ' +
    'lista_robinson schwarze_liste do_not_disturb',
);

/** How somebody wants to be reached, which may be not at all. */
const preferences = phraseList(
  'contact_preference contact_preferences preferred_contact communication_preference communication_preferences contact_method',
);

/** Below “Do not call”, where they mean a yes. */
const disallowed = phraseList(
  'do_not_allow not_allowed not_permitted nicht_erlaubt nicht_gestattet no_permitido non_autorise',
);

const dncChecked = vocabulary('checked scrubbed scrub clean clear cleared passed ok no');

const optOutWords = vocabulary(
  `sprzeciw tiltott letiltva nix nixregistret reservationsregisteret aranmasin ndnc litigator suppress suppression excluded exclude exclu
  exclus excluido escluso ausgeschlossen donotphone dontcall donotallow bloctel robinson robinsonliste tps ctps dncr dncl rpo oposicion opposition opposizione oposicao widerspruch sperre sperrvermerk
  unsubscribe abgemeldet abmeldung desabonne desabonnement baja stopliste stoplist стоплист стоп`,
  `werbesperr anrufsperr telefonsperr kontaktsperr robinson widerspr opposizion myyntikielto`,
);

const consentWords = vocabulary(
  `optin callable contactable erlaubt erwunscht iys gdpr rgpd dsgvo lgpd lupa onay izin izni riza acord accord lgpd pdpa popia`,
  `consent einwillig einverstand zustimmung consens consentim autorizza autorizac autorisation permission permiso permissao toestemming zgoda souhlas suhlas
  samtyk samtyck suostum nousolek sutikim piekris hozzajarul beleegyez consimt pristanak privola saglasnost съгласие согласи згода згоду
  συγκαταθ συναινεσ 同意 許諾 架電可否 電話可否 可联系 可致电 동의 הסכמ موافق persetuj dongy ยินยอม सहमति სთანხმ თანხმობა համաձայն`,
);

/** Words that only together ask whether somebody may be called. */
const permissions = phraseList(
  'opt_in can_call can_we_call may_call may_we_call ok_to_call okay_to_call can_be_called may_be_called may_contact can_contact ' +
    'ok_to_contact contact_allowed calls_allowed call_allowed allow_calls accepts_calls wants_calls darf_angerufen ' +
    'anruf_erlaubt anrufe_erlaubt legal_basis peut_etre_appele accepte_les_appels souhaite_etre accepte_d_etre acepta_llamadas aceita_ligacoes wil_gebeld arama_izni ' +
    'can_be_phoned may_be_phoned contact_via_phone contact_by_phone allow_phone phone_allowed allow_contact se_puede_llamar puede_llamar pode_ligar',
);

const remarkWords = vocabulary(
  `lifecycle stage phase etape status statut stato estado stav stan staat tila allapot durum durumu статус състояние состояние κατασταση סטטוס حاله 状态 狀態 状況 상태
  disposition outcome result resultat ergebnis resultado risultato wynik vysledek eredmeny результат
  comment comments commentaire commentaires kommentar kommentare comentario comentarios commento komentar komentarz комментарий
  note notes notiz notizen nota notas uwagi poznamka poznamky megjegyzes megjegyzesek примечание заметки σχολια σημειωσεις 備考 备注 備註 비고 메모
  הערות ملاحظات remark remarks remarque remarques bemerkung bemerkungen observation observations observaciones observacoes osservazioni
  opmerking opmerkingen bemaerkning merknad anmarkning huomautus huomio mentiuni observatii aciklama not catatan keterangan
  tag tags label labels etiquette etiquettes etiqueta etiquetas schlagwort flag flags hinweis hinweise`,
);

const noWords = vocabulary(
  `no n non nein nee nej nei ne nie nem nu ei nao false f falsch faux falso 0 off never nunca jamais nicht nada
  нет не ні н οχι hayir h yok onwaar falsz ложь yanlis hamis nepravda epatosi usann falsk usand ret red 否 不 无 無 不可 不同意 いいえ ダメ 아니오 아니요 비동의 거부 לא لا خير tidak tdk khong ไม่ नहीं नही ni ez nage nea`,
);

/** What is written below “Do not call” where nobody knows. */
const unsaid = vocabulary(
  'unknown unbekannt inconnu notset pending ok okay allowed none keine aucun aucune ninguno nessuno oktocall oktophone callable allow allowed permitted erlaubt autorise ' +
    'clean clear cleared subscribed optedin',
);

/** Albanian; a yes in Scandinavia, so that it is no answer below “Do not call”. */
const noToConsent = vocabulary('jo');

const withdrawn = vocabulary(
  `withdrawn revoked refused denied declined rejected optedout unsubscribed expired missing
  widerrufen abgelehnt verweigert entzogen retire retiree refuse refusee revoque revocado revocada rechazado rechazada denegado negado negada
  revocato revocata rifiutato rifiutata negato ritirato ingetrokken geweigerd odmowa cofnieta wycofana odvolan odvolany zamietnute tilbagekaldt
  trukket aterkallat peruttu visszavont retras отозвано отказ відмова ανακληθηκε iptal verilmedi 拒否 撤回 拒绝 철회 거부 סירב مرفوض`,
);

/** Answers below “Consent” that mean it has not been given yet. */
const notGivenYet = vocabulary(
  `pending unknown waiting awaiting requested unconfirmed undecided attente inconnu inconnue demande ausstehend unbekannt offen angefragt
  pendiente desconocido desconocida solicitado attesa sconosciuto richiesto pendente desconhecido openstaand onbekend oczekuje nieznana`,
);

/** Words that say a person has died, in a cell or as the header of a date. */
const deceased = vocabulary(
  `deceased verstorben verstorbene verstorbener decede decedee deces fallecido fallecida fallecimiento defuncion deceduto deceduta decesso
  falecido falecida falecimento overleden zmarly zmarla zgon zemrel zemrela umrti zomrel umro umrla meghalt elhunyt avliden avdod kuollut
  decedat decedata умер умерла смерти помер померла απεβιωσε vefat 死亡 故人 已故 사망 נפטר متوفي متوفى وفاه`,
);

/** Statuses that mean an opt-out without further words. */
const finalStatuses = vocabulary(
  `stop stopp unsubscribe remove removeme dnc dncl optout optedout unsubscribed blacklist blacklisted blocklisted desinscrit desinscrite wrongnumber disconnected notinservice deceased dead
  verstorben falschenummer keinanschluss decede decedee deces fauxnumero numeroerrone numerononattribue fallecido fallecida numeroequivocado
  deceduto deceduta numerosbagliato falecido falecida numeroerrado overleden verkeerdnummer zmarly zmarla zemrel zemrela zomrel umro umrla
  meghalt elhunyt avliden avdod kuollut decedat decedata умер умерла помер померла неверныйномер απεβιωσε vefat oldu 死亡 故人 已故 사망 נפטר متوفي متوفى`,
);

/** Phrases that refuse calls in a note, and are no header. */
const refusalsInRemarks = phraseList(
  'do_not_ring stop_calling remove_from_list wrong_number opted_out opt_out opt_outs plus_appeler pas_appeler pas_d_appel ' +
    'nicht_anrufen keine_werbeanrufe will_nicht_angerufen_werden no_quiere_llamadas non_richiamare nao_quer_ligacao ' +
    'niet_meer_bellen nie_dzwonic больше_не_звонить не_звоните do_not_call_again numero_errone faux_numero falsche_nummer ' +
    'numero_equivocado numero_sbagliato not_to_be_called not_be_called no_more_calls does_not_want_calls remove_me take_me_off ' +
    'take_off_list doesn_t_want_calls no_volver_a_llamar no_llame no_llamen no_me_llame no_me_llamen no_quiere_que_le_llamen ' +
    'ne_veut_plus_etre_appele ne_veut_pas_etre_appele ne_souhaite_pas_etre_appele ne_souhaite_plus_etre_appele ' +
    'ne_veut_pas_etre_appelee ne_veut_plus_etre_appelee nicht_angerufen_werden nicht_mehr_angerufen_werden ' +
    'non_vuole_essere_chiamato non_vuole_essere_chiamata non_chiamate nao_quer_ser_contatado nao_quer_ser_contactado ' +
    'wil_niet_gebeld_worden niet_meer_gebeld_worden ne_pas_rappeler ne_plus_rappeler refuse_tout_demarchage refuse_le_demarchage ' +
    'refuse_tout_appel refuse_les_appels no_quiere_mas_llamadas no_mas_llamadas ne_hivja ne_hivjak לא_להתקשר لا_تتصل lutfen_aramayin',
);

const timeWords = vocabulary(
  `before after between until till on at during from avant apres entre le la vor nach zwischen am an bis um antes despues entre los las el prima dopo
  dalle il voor na tussen op for efter fore till przed po do до после перед між після between weekends mornings evenings`,
);
