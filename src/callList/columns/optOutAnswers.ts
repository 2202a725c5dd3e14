import { isNothingButRefusal } from '../refusals/markedNames.ts';
import { noWords } from '../refusals/answerWords.ts';
import { saysNoNumber } from '../phone/phoneWords.ts';
import { holdsRefusal, noAnswers } from '../refusals/refusalPhrases.ts';
import { isLocalNo } from '../refusals/localAnswers.ts';
import { isNegated, ordersNoCalls, RefusingRemarks, withoutCode } from '../refusals/refusingRemarks.ts';
import { holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';
import { ordersToKeep, ordersToSkip } from '../refusals/callInstructions.ts';
import { cellForm, isNumberForm } from './cellForm.ts';
import { answerForCalls } from './channelAnswers.ts';
import { otherChannels } from './channelWords.ts';
import { permissions } from './optOutHeaders.ts';

/** Below such a header a cell answers with a yes or a no, or with when and how to call. */
export type Answer = 'optOut' | 'consent' | 'preference' | 'check';

/** Whether the answer of a cell leaves its row out. Remembers remarks, because answers repeat. */
export class RefusingAnswers {
  readonly #remarks = new RefusingRemarks();

  refuses(kind: Answer, text: string): boolean {
    const cell = withoutCode(text.trim());
    const words = wordsOf(cell);
    if (kind === 'preference') return isIn(notAtAll, words.join('')) || this.#remarks.refuses(cell);
    if (kind === 'check') return isHit(words) || this.#remarks.refuses(cell);
    const forCalls = answerForCalls(words);
    if (forCalls !== undefined) return forCalls === (kind === 'optOut');
    return kind === 'optOut' ? refusesBelowOptOut(cell, words) : this.#deniesConsent(cell, words);
  }

  #deniesConsent(cell: string, words: readonly string[]): boolean {
    if (saysNotNeeded(words)) return false;
    return (
      isNo(cell, words) ||
      isLocalNo(words) ||
      isNothingButRefusal(words) ||
      namesOtherChannels(words) ||
      isIn(noToConsent, words.join('')) ||
      (isIn(noToConsent, words[0] ?? '') && words.length === 2) ||
      isNegated(words) ||
      holdsRefusal(words) ||
      words.some((word) => isIn(withdrawn, word) || isIn(notGivenYet, word)) ||
      ordersToSkip(words) ||
      this.#remarks.refuses(cell)
    );
  }
}

function refusesBelowOptOut(cell: string, words: readonly string[]): boolean {
  if (isYesNumber(cell) || holdsPhrase(disallowed, words)) return true;
  if (cell === '' || (cell.length > 1 && saysNoNumber(cell)) || isCount(cell) || isNumberForm(cellForm(cell)))
    return false;
  // below “Opted out of”
  if (namesOtherChannels(words)) return false;
  if (holdsPhrase(notOptedOut, words) || ordersToKeep(words)) return false;
  if (ordersNoCalls(words)) return true;
  const saysMayCall = holdsPhrase(permissions, words) && !isNegated(words);
  return !(isPlainNo(cell, words) || isNotListed(words) || saysMayCall || isIn(unsaid, words.join('')));
}

/** Below “DNC checked”: `registered`, `match`; not `not listed`. */
function isHit(words: readonly string[]): boolean {
  if (isNegated(words) || isIn(noWords, words[0] ?? '')) return false;
  return words.some((word) => isIn(hits, word) || isIn(listed, word));
}

const hits = vocabulary(
  'match matched matches hit failed fail positive positiv positif positivo treffer gefunden trouve trouvee encontrado trovato gevonden',
);

/** Below “Contact preference”: `no phone`, `not by phone`. */
const notAtAll = vocabulary(
  `never notatall nocontact nophone nophonecalls notbyphone nottelephone jamais pasdutout pasdecontact pasdappel nie niemals
  garnicht uberhauptnicht keinkontakt keintelefon nichttelefonisch nunca nadadecontacto sincontacto mai nessuncontatto
  nooit geencontact niettelefonisch nigdy brakkontaktu aldrig aldri nikdy zadnykontakt soha koskaan niciodata никогда ніколи
  asla hicbirzaman никога 从不 永不 不要联系`,
);

/** `Email, SMS`, and nothing else. */
function namesOtherChannels(words: readonly string[]): boolean {
  const isChannel = (word: string): boolean => isIn(otherChannels, word);
  return words.some(isChannel) && words.every((word) => isChannel(word) || joining.exact.has(word));
}

const joining = vocabulary('and or only und oder nur et ou uniquement y o solo e en of alleen');

/** A number of more than one digit counts something; a year or eight digits may be the time of a refusal. */
function isCount(cell: string): boolean {
  return /^(?:[2-9]|(?!(?:19|20)\d\d$)\d{2,7})$/.test(cell);
}

/** `No`, `N (2026)`, `non, merci`, an empty box, `0`, `0.0`. */
function isNo(cell: string, words: readonly string[]): boolean {
  const [first = ''] = words;
  return (
    isIn(noWords, first) ||
    (words.length === 1 && isIn(shortNo, first)) ||
    noAnswers.has(first) ||
    noAnswers.has(words.join('')) ||
    noSigns.test(cell)
  );
}

/** A no where nothing else is written: `KO`, `out`. */
const shortNo = vocabulary('e nope nah neg negative negatif negativ negativo nok ko ng out');

const noSigns = /^(?:[✗✘❌❎×☐⬜👎🚫⛔–—-]|\[ ?\]|-?0*[.,]0+)\ufe0f?$/u;

/** `1.0`, `-1`: how a spreadsheet or a database stores a tick. */
function isYesNumber(cell: string): boolean {
  return /^-?1(?:[.,]0+)?$/.test(cell);
}

/** Below “Do not call”: `no`, `No (2026)`, `non, merci`; not `no molestar`, `nicht stören` or `never`. */
function isPlainNo(cell: string, words: readonly string[]): boolean {
  if (!isNo(cell, words) || (words.length === 1 && isIn(never, words[0] ?? ''))) return false;
  if (noAnswers.has(words.join(''))) return true;
  const others = [noWords, listed, besideNo];
  return words.slice(1).every((word) => /^\d+$/.test(word) || others.some((one) => isIn(one, word)));
}

/** Below “Do not call” they may say when to call. */
const never = vocabulary('never nunca jamais nada out ng');

const besideNo = vocabulary(
  'thanks thank you merci danke gracias grazie obrigado ok okay since seit depuis dal desde as of on at set yet stop is may be called',
);

const notOptedOut = phraseList(
  'not_opted_out not_opt_out never_opted_out hasn_t_opted_out has_not_opted_out not_unsubscribed nicht_abgemeldet non_desinscrit no_dado_de_baja',
);

/** Below “Do not call”: `not registered`, `non inscrit`; not `do not disturb`. */
function isNotListed(words: readonly string[]): boolean {
  return (isNegated(words) || isIn(noToConsent, words[0] ?? '')) && words.some((word) => isIn(listed, word));
}

const listed = vocabulary(
  `registered register registry listed list dnc optedout blocked suppressed found present inscrit inscrite liste oppose opposee inscrito
  restriction restrictions objection opt out optout block sperre einwand opposition inscrita lista iscritto iscritta elenco eingetragen vorliegend vorhanden gelistet gesperrt geregistreerd registrato registrado`,
);

/** Below “Do not call”, where they mean a yes. */
const disallowed = phraseList(
  'do_not_allow not_allowed not_permitted nicht_erlaubt nicht_gestattet no_permitido non_autorise',
);

/** What is written below “Do not call” where nobody knows. */
const unsaid = vocabulary(
  'notyet nochnicht pasencore todaviano aunno nonancora nogniet aindanao unknown unbekannt inconnu notset pending ok okay allowed none keine aucun aucune ninguno nessuno oktocall oktophone passed pass erfolgt callable allow allowed permitted erlaubt autorise ' +
    'clean clear cleared subscribed optedin inactive disabled inaktiv inactif inactivo inattivo inativo',
);

/** `jo` is Albanian; a yes in Scandinavia, so that it is no answer below “Do not call”. */
const noToConsent = vocabulary(
  'jo none nil keine kein keiner aucun aucune ninguno ninguna nessuno nessuna nenhum nenhuma geen ingen brak なし 無し 未 안함',
);

/** Whether an answer says that nobody needs to agree. */
export function saysNotNeeded(words: readonly string[]): boolean {
  return holdsPhrase(notNeeded, words);
}

const notNeeded = phraseList(
  `not_needed not_required not_necessary nicht_erforderlich nicht_notig pas_necessaire non_requis no_necesario no_requerido
  non_necessario non_richiesto niet_nodig nao_necessario nie_wymagana`,
);

const withdrawn = vocabulary(
  `disallowed forbidden prohibited barred banned blocked stopped inactive disabled invalid cancelled canceled ended void voided unsub
  verboten gesperrt ungultig storniert beendet inaktiv deaktiviert widersprochen interdit interdite bloque bloquee invalide annule annulee
  inactif desactive desactivee termine terminee prohibido bloqueado invalido cancelado inactivo desactivado terminado vietato bloccato
  invalida annullato inattivo disattivato proibido inativo desativado verboden geblokkeerd ongeldig geannuleerd inactief zakazane
  zablokowany niewazna nieaktywna zakazano neplatny neplatne zrusen zrusene forbudt sperret ugyldig avsluttet forbjuden sparrad ogiltig
  kielletty estetty tiltott tiltva ervenytelen lejart interzis blocat anulat запрещено запрещен заблокирован недействительно отменено неактивно
  заборонено скасовано yasak engelli gecersiz 禁止 無効 无效 取消 금지 무효 취소 ممنوع ملغى אסור dilarang
  withdrawn withdraws revoked revokes refused refuses denied denies declined declines rejected rejects opposed opposes objected objects optedout
  unsubscribed disagree disagrees disagreed unwanted
  widerrufen abgelehnt verweigert entzogen widersprochen unerwunscht retire retiree refuse refusee refus revoque oppose opposee revocado revocada rechazado rechazada
  rechaza denegado denegada negado negada niega
  revocato revocata rifiutato rifiutata rifiuta negato ritirato nega ingetrokken geweigerd weigert odmowa odmawia cofnieta wycofana odvolan odvolany odmita zamietnute tilbagekaldt
  trukket aterkallat peruttu visszavont retras recusado recusada recusa отозвано отказ відмова ανακληθηκε iptal verilmedi 拒否 不要 撤回 拒绝 철회 거부 סירב مرفوض`,
);

/** Answers below “Consent” that mean it has not been given yet. */
const notGivenYet = vocabulary(
  `pending expired lapsed missing abgelaufen expire expiree caduque caducado scaduto verlopen wygasla unknown waiting awaiting requested unconfirmed undecided stop asked unclear unklar attente inconnu inconnue demande ausstehend unbekannt offen angefragt
  pendiente desconocido desconocida solicitado attesa sconosciuto richiesto pendente desconhecido openstaand onbekend oczekuje nieznana`,
);
