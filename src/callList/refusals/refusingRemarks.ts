import { yesWords } from './answerWords.ts';
import { ordersToSkip } from './callInstructions.ts';
import { endOfRefusal, deceasedPhrases, namesBan } from './refusalPhrases.ts';
import { endOfRefusalPattern } from './matchRefusalPattern.ts';
import { endOfNegatedStem } from './negatedStems.ts';
import { RemarkMemory } from './remarkMemory.ts';
import { StatedRefusals } from './statedRefusals.ts';
import { statementWords } from './statementWords.ts';
import { followsTime, namesTime } from './timeOfRefusal.ts';
import { isUnspaced, namesUnspacedTime, refusesUnspaced } from './unspacedRefusals.ts';
import { endOfPhrase, holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';

/** What is after these characters is not read. */
const maxCharacters = 20_000;
/** Longer remarks are read each time: hardly two of them are alike. */
const maxRememberedCharacters = 200;

/** Tells which statuses and notes of one list refuse calls, and remembers them, because they repeat. */
export class RefusingRemarks {
  readonly #known = new RemarkMemory();
  readonly #stated = new StatedRefusals();
  readonly #onlySentences: boolean;

  /** @param options.onlySentences single words and names of registers are no refusals */
  constructor({ onlySentences = false }: { readonly onlySentences?: boolean } = {}) {
    this.#onlySentences = onlySentences;
  }

  refuses(remark: string): boolean {
    const isLong = remark.length > maxRememberedCharacters;
    if (isLong) return this.#read(withoutCode(remark.slice(0, maxCharacters).trim()));
    const known = this.#known.get(remark);
    if (known !== undefined) return known;
    const refuses = this.#read(withoutCode(remark.trim()));
    this.#known.set(remark, refuses);
    return refuses;
  }

  /**
   * The same without remembering it, for sentences that are hardly ever repeated.
   * @param words of the remark, as `wordsOf` makes them
   */
  refusesOnce(remark: string, words: readonly string[]): boolean {
    return this.#read(remark, words);
  }

  #read(remark: string, words: readonly string[] = wordsOf(remark)): boolean {
    if (words.length === 1 && this.#onlySentences && !isUnspaced(remark)) return false;
    const clauses = remark.split(betweenClauses);
    for (const clause of clauses) {
      const ofClause = clauses.length === 1 ? words : wordsOf(clause);
      if (this.#stated.states(ofClause) || refusesUnspaced(clause)) return true;
      const sentences = clause.split(betweenSentences);
      if (
        sentences.length === 1
          ? ordersNoCalls(ofClause)
          : sentences.some((one) => ordersNoCalls(wordsOf(one)))
      )
        return true;
    }
    if (this.#onlySentences) return false;
    return (
      isIn(finalStatuses, words.join('')) || saysDeceased(words) || bansCalls(words) || ordersToSkip(words)
    );
  }
}

/** Words on both sides of these say nothing together: `svarte ikke, ring i morgen`. */
const betweenClauses =
  /,(?!\s{0,3}(?:(?:mich|uns)\s\p{L}{0,10}zu|aby|żeby|by\s|чтоб|щоб|hogy|dass|daß|że\s|že\s|da\s|che\s|at\s|att\s|lai\s|ka\s|kad\s|et\s|että|dat\s|que\s|sa\s|să\s|να\s))|[;!?\n،؛。、，；！？؟।]/u;
/** A point may end an abbreviation, too: `gem. Art. 21`. */
const betweenSentences = /\.\s/;

/** `2. No`, `(0) No`, `0 - Non`: a label of a survey without its code; `b'1'`: the bit of a database. */
export function withoutCode(cell: string): string {
  if (!/^[(\db]/.test(cell)) return cell;
  return cell.replace(/^(?:\(\d{1,2}\)|\d{1,2}\s?[.):=-])\s*(?=\p{L})/u, '').replace(/^b'([01])'$/, '$1');
}

/** `Please do not call`; not `do not call before 9`. */
export function ordersNoCalls(words: readonly string[]): boolean {
  let end =
    endOfRefusal(words) ??
    endOfPhrase(refusalsInRemarks, words) ??
    endOfRefusalPattern(words) ??
    endOfNegatedStem(words);
  if (end === undefined) return false;
  if (end === 0) return !namesUnspacedTime(words.join(''));
  while (isIn(objects, words[end] ?? '')) end++;
  return !namesTime(words, end) && !followsTime(words, end) && !saysUnanswered(words, end);
}

/** `They do not call back` tells what happened; `do not call back` is an order. */
function saysUnanswered(words: readonly string[], end: number): boolean {
  if (!isIn(statementWords.unanswered, words[end] ?? '')) return false;
  const start = words.findLastIndex((word, at) => at < end && isIn(beginsOrder, word));
  return start === -1 || isIn(subjects, words[start - 1] ?? '');
}

const beginsOrder = vocabulary('do don dont never');
const subjects = vocabulary('they we you i he she who people customers clients leads');

/** Who is not to be called, between the refusal and its time. */
const objects = vocabulary('me us him her them please svp bitte por favor');

/** `décédé en 2024`; not a longer note or one of a relative, which may be about somebody else. */
function saysDeceased(words: readonly string[]): boolean {
  if (words.length > maxWordsOfDeath || words.some((word) => isIn(relatives, word))) return false;
  return namesDeath(words) || words.some((word) => isIn(died, word)) || holdsPhrase(passedAway, words);
}

/** Whether words say that somebody has died, in a note or as the header of a date. */
export function namesDeath(words: readonly string[]): boolean {
  return (
    words.some((word) => isIn(deceased, word)) ||
    holdsPhrase(deceasedPhrases, words) ||
    holdsPhrase(daysOfDeath, words)
  );
}

const maxWordsOfDeath = 4;

/** In a note only, as they are also words of other things. */
const died = vocabulary(
  'died gestorben muerto muerta murio morto morta gestorven dod dode zmarlo skonal скончался скончалась',
);
const passedAway = phraseList('passed_away est_mort est_morte');

const relatives = vocabulary(
  `husband wife mother father sister brother son daughter spouse partner widow widower parent parents mann frau gatte gattin ehemann ehefrau mutter vater bruder schwester sohn
  tochter witwe witwer mari femme epouse epoux mere pere soeur frere fils fille veuve veuf marido mujer esposa esposo madre padre hermano hermana hijo hija viuda viudo marito moglie
  fratello sorella figlio figlia vedova vedovo mae pai irmao irma filho filha viuva echtgenoot echtgenote vrouw moeder zus broer zoon dochter weduwe maz zona matka ojciec brat siostra
  syn corka wdowa муж жена мать отец брат сестра сын дочь вдова cat dog chien chat hund`,
);

/** `Telefonsperre`, `liste rouge`; not `keine Werbesperre`. */
export function bansCalls(words: readonly string[]): boolean {
  if (isNegated(words)) return false;
  return namesBan(words) || holdsPhrase(registers, words) || words.some((word) => isIn(bansInNotes, word));
}

/** `not given`, `has not consented`, `未同意`; not `yes, but not on Sundays`. */
export function isNegated(words: readonly string[]): boolean {
  if (isIn(yesWords, words[0] ?? '')) return false;
  return words.some((word) => isIn(negations, word)) || isIn(negations, words.join(''));
}

const negations = vocabulary(
  `not nicht pas niet ej ikke inte kein keine keinen sans without geen ohne senza sem brak bez без мимо neither`,
  `未同意 未取得 未確認 未承諾 미동의 미수신 不同意 غيرموافق`,
);

/** Registers of people who are not to be called, by names of more than one word. */
const registers = phraseList(
  'liste_rouge registro_delle_opposizioni registro_opposizioni bel_me_niet reservert_mot ne_souhaite_pas ne_veut_pas ' +
    'чёрный_список черный_список черном_списке чорний_список черен_списък црна_листа crna_lista lista_neagra zwarte_lijst czarna_lista ' +
    'czarnej_liscie cerna_listina cerne_listine kara_liste kara_listede musta_lista mustalla_listalla μαυρη_λιστα القائمة_السوداء ' +
    'danh_sach_den daftar_hitam juodasis_sarasas melnais_saraksts do_not_solicit do_not_allow nix_registrerad nix_registrerat nix_registret nix_telefon black_list liste_noire lista_negra lista_nera ' +
    'lista_robinson schwarze_liste do_not_disturb',
);

/** Names of bans, of which a note needs to say no more. */
const bansInNotes = vocabulary(
  '',
  'svartlist svartelist sortlist sortelist feketelist mustalist ブラックリスト 블랙리스트 黑名单 黑名單 werbesperr anrufsperr telefonsperr kontaktsperr kontaktverbot anrufverbot telefonverbot werbeverbot werbewiderspr myyntikielto',
);

/** Words that say a person has died, in a cell or as the header of a date. */
const deceased = vocabulary(
  `deceased sterbedatum sterbetag todesdatum todestag dodsdato dodsdatum overlijdensdatum kuolinpaiva obito verstorben verstorbene verstorbener decede decedee deces fallecido fallecida fallecimiento defuncion deceduto deceduta decesso
  falecido falecida falecimento overleden zmarly zmarla zgon zemrel zemrela umrti zomrel umro umrla meghalt elhunyt avliden avdod kuollut
  decedat decedata умер умерла смерти помер померла απεβιωσε vefat 死亡 故人 已故 사망 נפטר متوفي متوفى وفاه`,
);

const daysOfDeath = phraseList('date_of_death death_date data_di_morte data_morte date_du_deces died_on');

/** Statuses that mean an opt-out without further words. */
const finalStatuses = vocabulary(
  `wykreslony wykreslona skreslony skreslona vyskrtnut vyskrtnuta vyrazen vyrazena gestrichen ausgetragen radie radiee raye rayee doorgehaald uitgeschreven torolve radiat вычеркнут вычеркнута викреслении викреслена deleted geloscht supprime supprimee eliminado cancellato verwijderd slettet raderad poistettu usuniety smazano torolt sters удален видалено silindi donotmarket nomarketing suppressed blocked bloque bloquee bloqueado bloqueada bloccato geblokkeerd zablokowany sparrad sperret badnumber badphone invalidnumber stop stopp unsubscribe remove removeme removedbyrequest removedonrequest blockedbyuser blockedbycustomer litigator knownlitigator cdreceived threatenedtosue textonly phoneno gesperrt geloschtdsgvo widerruf widerrufen blackliste blacklistee descadastrado descadastrada avregistrert avregistrerad avmeldt ejkontakt kontaktaej отписался отписалась отписан robinson tps bloctel dnc dncl optout optedout rip unsubscribed blacklist blacklisted blocklisted desinscrit desinscrite wrongnumber disconnected notinservice deceased dead
  verstorben falschenummer keinanschluss decede decedee deces fauxnumero numeroerrone numerononattribue fallecido fallecida numeroequivocado
  deceduto deceduta numerosbagliato falecido falecida numeroerrado overleden verkeerdnummer zmarly zmarla zemrel zemrela zomrel umro umrla
  meghalt elhunyt avliden avdod kuollut decedat decedata widerspruch opposition oposicion oposicao opposizione sprzeciw bezwaar baja aucunappel ningunallamada nessunachiamata nenhumaligacao afgemeld abgemeldet desabonne desabonnee умер умерла помер померла неверныйномер απεβιωσε vefat oldu 死亡 故人 已故 사망 נפטר متوفي متوفى`,
);

/** Phrases that refuse calls in a note, and are no header. */
const refusalsInRemarks = phraseList(
  'do_not_ring do_not_solicit do_not_allow stop_calling plus_appeler pas_appeler pas_d_appel ' +
    'nicht_anrufen keine_werbeanrufe will_nicht_angerufen_werden no_quiere_llamadas non_richiamare ' +
    'nao_quer_ligacao niet_meer_bellen nie_dzwonic больше_не_звонить не_звоните do_not_call_again ' +
    'not_to_be_called not_be_called no_more_calls does_not_want_calls doesn_t_want_calls ' +
    'no_volver_a_llamar no_llame no_llamen no_me_llame no_me_llamen no_quiere_que_le_llamen ' +
    'ne_veut_plus_etre_appele ne_veut_pas_etre_appele ne_souhaite_pas_etre_appele ' +
    'ne_souhaite_plus_etre_appele ne_veut_pas_etre_appelee ne_veut_plus_etre_appelee ' +
    'nicht_angerufen_werden nicht_mehr_angerufen_werden non_vuole_essere_chiamato ' +
    'non_vuole_essere_chiamata non_chiamate nao_quer_ser_contatado nao_quer_ser_contactado ' +
    'wil_niet_gebeld_worden niet_meer_gebeld_worden ne_pas_rappeler ne_plus_rappeler ' +
    'refuse_tout_demarchage refuse_le_demarchage refuse_tout_appel refuse_les_appels ' +
    'no_quiere_mas_llamadas no_mas_llamadas ne_hivja ne_hivjak לא_להתקשר لا_تتصل lutfen_aramayin',
);
