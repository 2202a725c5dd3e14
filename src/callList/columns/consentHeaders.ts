import { beginsLikeCall } from '../refusals/negatedStems.ts';
import { statementWords } from '../refusals/statementWords.ts';
import { isIn, vocabulary, type Vocabulary } from '../vocabulary.ts';

/** `Consent withdrawn`, `Opt-in revoked on`, `Widerruf am`; not `Consent (granted/refused)`. */
export function isWithdrawal(words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  if (says(given)) return false;
  return says(withdrawals) || (says(revoked) && (says(statementWords.consents) || says(agreement)));
}

/** Below these headers, whatever date or tick is there says that consent has ended. */
const withdrawals = vocabulary(
  `widerruf widerrufen widerrufsdatum widerrufdatum consentwithdrawn consentrevoked`,
);
const revoked = vocabulary(
  `withdrawn withdrawal withdraw revoked revocation revoke rescinded ended widerrufen zuruckgezogen entzogen retrait retire retiree revocation revoque
  revoquee revocacion revocado revocada retirado retirada revoca revocato revocata ritirato revogacao revogado revogada intrekking ingetrokken
  wycofanie wycofana wycofano cofniecie cofnieta odvolani odvolan odvolanie tilbagekaldt tilbagetrukket aterkallat peruttu peruutus
  visszavonas visszavonva retragere retras отозвано отзыв відкликано відкликання geri 撤回 철회`,
  '撤回 철회',
);
const agreement = vocabulary('optin opt agreement agreed accord permission', '同意 동의');
const given = vocabulary(
  'given granted accepted yes oui ja si sim tak erteilt accepte acceptee donne otorgado concesso concedido or ou oder o',
);

/** `Opposed to telemarketing`, `Refus de contact`; not `Telemarketing (accepted/refused)`. */
export function isOpposition(words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  return says(opposed) && !says(given) && (says(calling) || says(solicitation));
}

const opposed = vocabulary(
  'opposed opposes oppose opposee refus refuse refusee refused refuses rifiuta rifiuto recusa rechaza rechazo weigert weigering',
);

/** Calls that want to sell something: who answers no below such a header wants none. */
const solicitation = vocabulary(
  'demarchage prospection telemarketing telefonwerbung telefonakquise solicitation telesales televenta televendita',
);

/** `May we call you?`, `電話連絡を希望しますか`, `Souhaite être rappelé`; not `Already called?`. */
export function asksForCalls(header: string, words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  if (says(past)) return false;
  if (says(solicitation) || (words.length === 1 && says(alone))) return true;
  const isWish = says(wishing);
  // `Called?` is said of a call that was made
  const isQuestion = question.test(header) && !(words.length < 3 && says(participles));
  return says(calling) || words.some(beginsLikeCall)
    ? isWish || isQuestion
    : isWish && isQuestion && says(phone);
}

const question = /[?？;؟]\s*$|か[。\s]*$/u;

/** Verbs and nouns for calling and contacting, the phone itself not among them. */
const calling = vocabulary(
  `goi कॉल কল કૉલ ਕਾਲ کال కాల్ കോൾ ಕರೆ call calls called calling callback ring phoned contact contacted appel appels appele appeles appeler rappel rappels rappele rappeler rappelle joint
  anruf anrufe anrufen angerufen ruckruf ruckrufe llamada llamadas llamar llame llamen llamemos llamado llamada llamarte llamarle llamarlo
  chiamata chiamate chiamare chiamato telefonata richiamare richiamato telefonate ligacao ligacoes ligar ligue liguem liguemos bellen gebeld teruggebeld
  ringa ringas uppringd ringe ringes oppringt opkald samtal soittaa soittoa arama aransin aranmak araması hivas hivjuk hivhatjuk felhivhato
  marketing werbung akquise publicite publicidad pubblicita publicidade reklame reclame markkinointi soita benaderd`,
  `telefonis telephon contact contat kontakt dzwon telefonic zadzwon volat volani zavola звон дзвон τηλεφων καλεσ התקשר שיחה شיחות اتصال تتصل مكالم
  hubungi dihubungi felhiv visszahiv arayab зателеф передзв truque nazvat 电话 電話 電联 致电 来电 來電 联系 聯絡 連絡 架電 전화 연락 통화 โทร ติดต่อ`,
);

/** Words that alone ask for permission, above `yes` and `no`. */
const alone = vocabulary(
  `privacy call appeler rappeler anrufen telefonieren llamar chiamare ligar bellen ringa ringe soittaa dzwonic zadzwonic volat zavolat звонить позвонить
  дзвонити`,
);

const participles = vocabulary(
  'called contacted phoned appele appelee rappele rappelee joint contacte angerufen kontaktiert gebeld llamado contactado chiamato contattato',
);

/** Verbs in a question only. */
const phone = vocabulary('phone telephone');

/** Words of a wish or a permission. */
const wishing = vocabulary(
  `happy glad prefer want wants wish permit permits permitted authorize authorizes authorized authorise authorises authorised wishes willing agree agrees agreed allow allows allowed may can please ok okay interested accept accepts accepted souhaite
  souhaitez voulez veut accepte acceptez autorise autorisez accepter mochte mochten darf durfen zulassig gestattet wunscht gewunscht wunsch erlaubt desea deseas quiere quieres puede pueden permiten autorizado acepta aceptas
  autoriza autorizas autorizo permite vuole vuoi desidera puo accetta accetti autorizza deseja pode podem quer aceita autoriza wil wilt wenst akkoord mag
  chce zgadza zyczy moze mozemy mozna wolno lze smi preje chce muzeme onsker vill vil far ma haluaa haluan saa voi sallii kan saako ister istiyor istiyorum kivan ker хочет хотите желает можно разрешено согласен хоче
  θελετε επιθυμειτε επιθυμει θελω`,
  `希望 可否 愿意 願意 是否 可以 接受 원하 희망 가능 ต้องการ ยินดี สะดวก`,
);

/** Said of calls that were made. */
const past = vocabulary(
  `already last attempt attempts attempted made answered missed deja dernier derniere bereits schon letzter letzte ultima ultimo ya gia laatste al ostatni
  first next time when quand wann cuando quando wanneer uhrzeit number numero nummer numer номер duration count anzahl nombre id date datum
  why warum pourquoi reason subject thema sujet quel quelle welche welcher which what was how wie comment`,
  `番号 号码 號碼 번호 時間 时间 시간 回数 次数 횟수 เวลา เบอร์`,
);
