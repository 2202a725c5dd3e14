import { consentSentence } from './consentSentences.ts';
import { callWords, otherChannels } from './channelWords.ts';
import {
  asksForCalls,
  hasNotRefused,
  isOpposition,
  isWithdrawal,
  isWithoutConsent,
} from './consentHeaders.ts';
import { ordersCalls, ordersToSkip } from '../refusals/callInstructions.ts';
import { saysBadNumber } from './badNumberHeaders.ts';
import { headerMeaning } from './headerWords.ts';
import { refusedWords } from './phoneNames.ts';
import { withoutWithdrawal } from './revocableConsent.ts';
import { consentPhrases, namesBan, remarkPhrases, saysDoNotCall } from '../refusals/refusalPhrases.ts';
import { bansCalls, isNegated, namesDeath, ordersNoCalls } from '../refusals/refusingRemarks.ts';
import { StatedRefusals } from '../refusals/statedRefusals.ts';
import { holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';

/**
 * How a row says in a column that its person is not to be called. `optOut`: anything but a no does, as below
 * “Do not call”. `consent`: a no does. `remark`: words that say so do, as in a status or a note.
 * `preference`: a remark does, and `never`, as below “Best time to call”. `check`: a hit does, as below “DNC
 * checked”. `text`: sentences that say so do,
 * below a header that tells nothing or no header. Single words there may be names. `name`: marks on a name
 * do, as in `Ann (deceased)`. `cell`: the column is about something else, and only a cell that says nothing
 * but `Do not call` or `Deceased` counts.
 */
export type OptOutKind = 'optOut' | 'consent' | 'preference' | 'check' | 'remark' | 'text' | 'name' | 'cell';

/** Longer headers are sentences. */
export const maxHeaderLength = 120;

/** What a column tells by its header; undefined for a text about a thing. */
export function optOutKind(header: string): OptOutKind | undefined {
  if (header === '') return 'text';
  if (header.length > maxHeaderLength) return consentSentence(header);
  const words = wordsOf(withoutWithdrawal(header));
  const says = (one: ReturnType<typeof vocabulary>): boolean => words.some((word) => isIn(one, word));
  // a column of texts, not of consent to text messages
  if (words.length > 0 && words.every((word) => textWords.exact.has(word) || word === 'free')) return 'text';
  // below `Do not allow Emails`, `Do Not Allow` is not about calls
  if (says(otherChannels) && !says(callWords))
    return says(itemWords) || isNegated(words) ? undefined : 'cell';
  if (hasNotRefused(words) && !says(optOutWords)) return 'consent';
  if (refuses(words)) return kindOfRefusal(words);
  if (holdsPhrase(goodNumbers, words) || isAlive.has(words.join(' '))) return 'consent';
  if (says(otherConsents) && !says(callWords)) return 'cell';
  if (says(consentWords) || [consentPhrases, permissions].some((one) => holdsPhrase(one, words)))
    return isWithoutConsent(words) ? 'optOut' : 'consent';
  if (asksForCalls(header, words)) return isWithoutConsent(words) ? 'optOut' : 'consent';
  if (ordersCalls(words)) return 'consent';
  if (statements.states(words)) return 'optOut';
  if (holdsPhrase(preferences, words)) return 'preference';
  const isRemark = says(remarkWords) || holdsPhrase(remarkPhrases, words);
  if (isRemark) return 'remark';
  // no list of headers knows what a person calls a column of notes
  const { kind } = headerMeaning(header);
  if (says(textWords)) return says(itemWords) ? undefined : 'text';
  if (says(nameWords)) return 'name';
  return kind === 'unknown' || (kind === 'other' && words.join('').length === 1) ? 'text' : 'cell';
}

/** Whether a header names a refusal: an order not to call, a register, a death, a number that is wrong. */
function refuses(words: readonly string[]): boolean {
  const says = (one: ReturnType<typeof vocabulary>): boolean => words.some((word) => isIn(one, word));
  if (ordersNoCalls(words) || saysDoNotCall(words) || says(optOutWords)) return true;
  // `Card blocked`, `Exclude tax`, `Bounced`, which e-mails do
  const isNamed = says(refusedWords) || says(exclusions);
  if (isNamed && (says(callWords) || !(says(itemWords) || says(bounces)))) return true;
  if (isWithdrawal(words) || isOpposition(words) || ordersToSkip(words)) return true;
  if (namesBan(words) || bansCalls(words) || namesDeath(words) || saysBadNumber(words)) return true;
  if (words.length === 1 && says(refusals)) return true;
  return says(deletedWords) || [badNumbers, optOutPhrases].some((one) => holdsPhrase(one, words));
}

/** A yes below `Not on DNC list` says to call, and one below `DNC checked` tells nothing. */
function kindOfRefusal(words: readonly string[]): OptOutKind {
  const says = (one: ReturnType<typeof vocabulary>): boolean => words.some((word) => isIn(one, word));
  if (says(linkWords)) return 'cell';
  if (isNegatedRefusal(words) || says(clearedWords)) return 'consent';
  return says(checkedWords) || holdsPhrase(checks, words) ? 'check' : 'optOut';
}

/** `Not opted out`, `Nicht gesperrt`; not `No llamar, no molestar`. */
function isNegatedRefusal([first = '', second = '', ...more]: readonly string[]): boolean {
  if (!isIn(nots, first)) return false;
  return isIn(onList, second)
    ? refuses(more)
    : refuses([second]) || (second === 'opted' && more[0] === 'out');
}

const nots = vocabulary('not no nicht kein keine non pas sin ikke inte niet geen nie ei nao');
const onList = vocabulary(
  'on in auf sur sulla en op registered listed inscrit inscrite inscrito iscritto eingetragen gelistet',
);

/** The numbers were compared with a register. */
const checkedWords = vocabulary(
  `checked scrubbed screened verified cleaned washed gepruft uberpruft abgeglichen verifie verifiee controle controlee
  verificado comprobado controllato verificato gecontroleerd sprawdzony sprawdzone sprawdzono zkontrolovano
  kontrolleret kontrollert kontrollerad tarkistettu ellenorizve проверен проверено перевірено`,
);
const checks = phraseList(
  'scrub_date check_date screening_date date_checked date_scrubbed last_check last_scrub',
);
const clearedWords = vocabulary('cleared clear clean free');
const linkWords = vocabulary('link links url token tokens key script html template');

/** `Recusa Chamada`, `Anrufe unerwünscht` */
const statements = new StatedRefusals();

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
  `name names first last given family fullname firstname lastname fname lname surname forename nickname nom noms prenom prenoms nome nomes nombre nombres naam
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
  card cards credit tax vat discount rabatt delivery payment invoice order orders bestellung commande pedido job role property objekt bien vehicle event url subject title товар товара 商品 产品 產品 상품`,
  'produkt product artikel',
);

/** How or when somebody wants to be reached, which may be not at all. */
const preferences = phraseList(
  `contact_preference contact_preferences preferred_contact communication_preference communication_preferences contact_method
  preferred_channel preferred_method preferred_time preferred_call_time best_time when_to_call call_time call_frequency contact_frequency
  meilleur_moment moment_d_appel heure_d_appel mode_de_contact preference_de_contact beste_anrufzeit beste_zeit bevorzugte_kontaktart
  kontaktart mejor_hora mejor_momento preferencia_de_contacto momento_migliore orario_migliore beste_tijd beste_tid melhor_horario
  preferencia_de_contato`,
);

const optOutWords = vocabulary(
  `sprzeciw tiltott letiltva nix nixregistret reservationsregisteret aranmasin ndnc litigator suppress suppression donotphone dontcall donotallow bloctel robinson robinsonliste tps ctps dncr dncl rpo oposicion opposition opposizione oposicao widerspruch sperre sperrvermerk
  optouts unsubscribe abgemeldet abmeldung desabonne desabonnement baja stopliste stoplist стоплист стоп`,
  `空号 空號 停机 停機 결번 werbesperr rufsperr telefonsperr kontaktsperr reklamebeskyt markkinointikielto robinson widerspr opposizion myyntikielto`,
);

const consentWords = vocabulary(
  `optin zugestimmt eingewilligt zgody zgode privole souhlasu subscribed callable contactable erlaubt erwunscht iys gdpr rgpd dsgvo lgpd lupa onay izin izni riza acord accord lgpd pdpa popia`,
  `consent einwillig einverstand zustimmung consens consentim autorizza autorizac autorisation permission permiso permissao toestemming zgoda souhlas suhlas
  samtyk samtyck suostum nousolek sutikim piekris hozzajarul beleegyez consimt pristanak privola saglasnost съгласие согласи згода згоду
  συγκαταθ συναινεσ 同意 許諾 架電可 電話可 連絡可 通話可 連絡希望 電話連絡 통화가능 可联系 可致电 동의 הסכמ موافق persetuj dongy ยินยอม सहमति სთანხმ თანხმობა համաձայն`,
);

const exclusions = vocabulary('excluded exclude exclu exclus excluido escluso ausgeschlossen');
const bounces = vocabulary('bounced bounces bounce');

/** Headers that say nothing else. */
const refusals = vocabulary(
  'rip dead died dood tot gestorben mort morte muerto morto refus refuse refusee refused refusal declined verweigert abgelehnt rechazado rifiutato recusado geweigerd odmowa',
);

/** What somebody may consent to besides calls. */
const otherConsents = vocabulary(
  'photo photos foto fotos image images bild bilder video treatment behandlung traitement surgery loyalty whatsapp telegram',
);

/** Whole headers below which a no says that somebody has died. */
const isAlive = new Set([
  ...['alive', 'is alive', 'still alive', 'en vie', 'vivant', 'lebt', 'lebt noch', 'am leben', 'con vida'],
  ...['in vita', 'in leven'],
]);

/** The person is no longer in the system that the list comes from. */
const deletedWords = vocabulary(
  `deleted isdeleted deletedat supprime supprimee geloscht eliminado verwijderd slettet raderad poistettu usuniety
  smazano zmazane torolt sters удален видалено silindi barre raye gestrichen durchgestrichen`,
  '削除済 已删除 已刪除 삭제됨',
);

const badNumbers = phraseList(
  `kein_anschluss 번호_오류 mobile_bad phone_bad number_bad bad_mobile wrong_mobile invalid_mobile bad_number bad_phone invalid_number invalid_phone phone_invalid number_invalid wrong_phone number_disconnected
  phone_disconnected not_in_service crossed_out struck_out numero_invalide numero_errone mauvais_numero
  nummer_ungultig ungultige_nummer nummer_falsch numero_invalido numero_no_valido numero_non_valido ongeldig_nummer`,
);

const optOutPhrases = phraseList(
  `passed_away has_died requests_no_phone requested_no_phone wants_no_phone opt_outs no_marketing_calls no_sales_calls no_cold_calls no_unsolicited_calls no_telemarketing
  no_phone_marketing no_phone_calls pas_d_appels pas_de_demarchage pas_de_prospection keine_werbeanrufe
  keine_telefonwerbung sin_llamadas no_llamadas nessuna_chiamata niente_chiamate geen_telemarketing`,
);

/** A no below them leaves the row out. */
const goodNumbers = phraseList(
  `phone_valid valid_phone phone_is_valid number_valid valid_number is_valid_number is_valid_phone numero_valide
  nummer_gultig gultige_nummer numero_valido geldig_nummer`,
);

/** Words that only together ask, or say, that somebody may be called. */
export const permissions = phraseList(
  'opt_in opted_in call_ok ok_to_dial kann_angerufen kann_kontaktiert can_call can_we_call may_call may_we_call ok_to_call okay_to_call can_be_called may_be_called may_contact can_contact ' +
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
  action actions aktion aktionen accion acciones azione azioni acao acoes actie todo instruction instructions consigne consignes anweisung
  divers ovrigt ovrige autres otros altro varie overig varia inne uwag zusatz zusatzinfo
  tag tags label labels etiquette etiquettes etiqueta etiquetas schlagwort flag flags hinweis hinweise`,
);
