import { isNothingButRefusal } from '../refusals/markedNames.ts';
import { noWords } from '../refusals/answerWords.ts';
import { saysNoNumber } from '../phone/phoneWords.ts';
import { holdsRefusal, noAnswers } from '../refusals/refusalPhrases.ts';
import { isNegated, ordersNoCalls, withoutCode } from '../refusals/refusingRemarks.ts';
import { holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';
import { cellForm, isNumberForm } from './cellForm.ts';
import { otherChannels } from './optOutHeaders.ts';

/** Below such a header a cell answers with a yes or a no. */
export type Answer = 'optOut' | 'consent';

/** Whether the answer of a cell leaves its row out. */
export function cellRefuses(kind: Answer, text: string): boolean {
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
      // below “Opted out of”
      if (namesOtherChannels(words)) return false;
      return (
        ordersNoCalls(words) ||
        !(isPlainNo(cell, words) || isNotListed(words) || isIn(unsaid, words.join('')))
      );
    case 'consent':
      return (
        isNo(cell, words) ||
        isNothingButRefusal(words) ||
        namesOtherChannels(words) ||
        isIn(noToConsent, words.join('')) ||
        isNegated(words) ||
        holdsRefusal(words) ||
        words.some((word) => isIn(withdrawn, word) || isIn(notGivenYet, word)) ||
        ordersNoCalls(words)
      );
  }
}

/** `Email, SMS`, and nothing else. */
function namesOtherChannels(words: readonly string[]): boolean {
  const isChannel = (word: string): boolean => isIn(otherChannels, word);
  return words.some(isChannel) && words.every((word) => isChannel(word) || joining.exact.has(word));
}

const joining = vocabulary('and or only und oder nur et ou uniquement y o solo e en of alleen');

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

/** Below “Do not call”, where they mean a yes. */
const disallowed = phraseList(
  'do_not_allow not_allowed not_permitted nicht_erlaubt nicht_gestattet no_permitido non_autorise',
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
  `pending expired lapsed missing abgelaufen expire expiree caduque caducado scaduto verlopen wygasla unknown waiting awaiting requested unconfirmed undecided attente inconnu inconnue demande ausstehend unbekannt offen angefragt
  pendiente desconocido desconocida solicitado attesa sconosciuto richiesto pendente desconhecido openstaand onbekend oczekuje nieznana`,
);
