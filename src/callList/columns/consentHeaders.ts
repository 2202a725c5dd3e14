import { beginsLikeCall } from '../refusals/negatedStems.ts';
import { statementWords } from '../refusals/statementWords.ts';
import { holdsPhrase, isIn, phraseList, vocabulary, type Vocabulary } from '../vocabulary.ts';

/** `Consent withdrawn`, `Opt-in revoked on`, `Widerruf am`; not `Consent (granted/refused)`. */
export function isWithdrawal(words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  if (says(given)) return false;
  return says(withdrawals) || (says(revoked) && (says(statementWords.consents) || says(agreement)));
}

/**
 * Whether a header about consent says that there is none, so that a yes below it is a no: `No consent`,
 * `Not callable`, `Consent refused`, `Consent not given`; not `Yes/No: consent`, nor `Consent
 * (granted/refused)`.
 */
export function isWithoutConsent(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (isIn(without, first) && !isIn(notAfterNo, second)) return true;
  if (holdsPhrase(notGiven, words)) return true;
  if (words.some((word) => isIn(given, word))) return false;
  // `Consentement expiré`; `Consent expire` is a day
  const isExpired = first !== 'consent' && words.at(-1) === 'expire';
  return isExpired || words.some((word) => isIn(absent, word));
}

/**
 * Whether a header says that nobody refused: `Consent not withdrawn`, `Does not object to calls`, `No se
 * opone a recibir llamadas`. Only right behind the no: in `No mail, objects to calls` it belongs to
 * something else.
 */
export function hasNotRefused(words: readonly string[]): boolean {
  const isAboutConsent = isAboutCalls(words) || words.some((word) => isIn(consents, word));
  return (
    isAboutConsent &&
    words.some((word, at) => {
      if (!isIn(without, word) && !isIn(noBeforeVerb, word)) return false;
      const isBetween = isIn(betweenNoAndVerb, words[at + 1] ?? '');
      return isIn(refusal, words[at + (isBetween ? 2 : 1)] ?? '');
    })
  );
}

const consents = vocabulary('optin', 'consent consens einwillig toestemming zgoda souhlas samtyk');
const noBeforeVerb = vocabulary('ne dont don until bis jusqu hasta fino');
const betweenNoAndVerb = vocabulary('been se si s d t me mi yet');
const refusal = vocabulary(
  `restriction restrictions withdrawn revoked expired lapsed object objects objected objection objections opposed opposes oppose mind minds problem probleme
  problema widerrufen abgelaufen widersprochen widerspricht einwand einwande retire retiree revoque expire opone opongo oppone oppongo
  objeta revocado retirado vencido revocato ritirato scaduto ingetrokken verlopen bezwaar wycofana odvolan tilbagekaldt`,
);

const without = vocabulary(
  `no not non without missing kein keine keinen ohne fehlende pas sans aucun aucune sin ningun ninguna senza
  nessun nessuna sem nenhum nenhuma zonder geen niet nicht bez brak utan uten uden ingen inget inte ikke ilman ei
  nincs fara без нет немає`,
);
/** `No/yes: consent`, `No. of calls allowed` */
const notAfterNo = vocabulary('yes oui ja si sim tak ano да так of');
const notGiven = phraseList(
  `no_longer nicht_mehr plus_d_accord n_accepte_plus ne_souhaite_plus ya_no non_piu niet_meer nie_juz does_not did_not has_not not_consented not_agreed not_opted pas_consenti hat_nicht haben_nicht n_a_pas no_ha
  non_ha heeft_niet har_ikke har_inte not_given not_granted not_obtained not_provided non_donne non_donnee
  non_obtenu non_accorde nicht_erteilt
  nicht_gegeben nicht_vorhanden nicht_vorliegend no_otorgado no_dado non_concesso non_dato nao_concedido nao_dado
  not_allowed not_permitted not_wanted nicht_erlaubt nicht_gestattet nicht_erwunscht non_autorise no_permitido
  can_t niet_gegeven ikke_givet ikke_gitt ej_givet inte_givet`,
);
const absent = vocabulary(
  `refused denied declined rejected expired lapsed missing cancelled canceled absent refuse refusee refuses expiree
  manquant manquante verweigert abgelehnt abgelaufen fehlt fehlend erloschen rechazado denegado caducado vencido
  rifiutato negato scaduto recusado negado expirado geweigerd verlopen ontbreekt odmowa odmowiono wygasla brak
  nekad nektet afvist udlobet utlopt avslatt 未同意 同意なし 同意無し 미동의`,
);

/** Below these headers, whatever date or tick is there says that consent has ended. */
const withdrawals = vocabulary(
  `widerruf widerrufen widerrufsdatum widerrufdatum consentwithdrawn consentrevoked`,
);
const revoked = vocabulary(
  `withdrawn withdrawal withdraw revoked revocation revoke rescinded ended widerrufen zuruckgezogen entzogen
  retrait retire retiree revoque revoquee revocacion revocado revocada retirado retirada revoca revocato
  revocata ritirato revogacao revogado revogada intrekking ingetrokken wycofanie wycofana wycofano cofniecie
  cofnieta odvolani odvolan odvolanie tilbagekaldt tilbagetrukket aterkallat peruttu peruutus visszavonas
  visszavonva retragere retras отозвано отзыв відкликано відкликання geri 撤回 철회`,
  '撤回 철회',
);
const agreement = vocabulary('optin opt agreement agreed accord permission', '同意 동의');
const given = vocabulary(
  `given granted accepted yes oui ja si sim tak erteilt accepte acceptee donne otorgado concesso concedido or
  ou oder o`,
);

/** `Opposed to telemarketing`, `Refus de contact`; not `Telemarketing (accepted/refused)`. */
export function isOpposition(words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  return says(opposed) && !says(given) && (says(calling) || says(solicitation));
}

const opposed = vocabulary(
  `objected objects opposed opposes oppose opposee refus refuse refusee refused refuses rifiuta rifiuto recusa rechaza rechazo
  weigert weigering`,
);

/** Calls that want to sell something: who answers no below such a header wants none. */
const solicitation = vocabulary(
  `demarchage prospection telemarketing telefonwerbung telefonakquise solicitation telesales televenta
  televendita`,
);

/**
 * `May we call you?`, `電話連絡を希望しますか`, `Souhaite être rappelé`; not `Already called?`, nor
 * `Preferred call time`.
 */
export function asksForCalls(header: string, words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  if (says(past)) return false;
  if (says(solicitation) || (words.length === 1 && says(alone))) return true;
  const isWish = says(wishing);
  const isQuestion = asks(header, words) && (isWish || !says(auxiliaries)) && !isOnlyParticiple(words);
  const isCalled = isAboutCalls(words);
  if (isIn(interrogatives, words[0] ?? '')) return false;
  // `May we call you on this number?` asks for no number, `Call number` does
  if (says(details) && !(isWish && isCalled && (isQuestion || says(people)))) return false;
  return isCalled ? isWish || isQuestion : isWish && isQuestion && says(phone);
}

/** Whether words name a call, or a contact of any sort. */
export function isAboutCalls(words: readonly string[]): boolean {
  return words.some((word) => isIn(calling, word) || beginsLikeCall(word)) || holdsPhrase(callPhrases, words);
}

/** A question mark, or the answers to choose from: `Call (y/n)`. */
function asks(header: string, words: readonly string[]): boolean {
  return question.test(header) || (words.length > 2 && answers.has(words.slice(-2).join(' ')));
}

/** `Called?`, `Contacté (oui/non)` are said of calls that were made. */
function isOnlyParticiple(words: readonly string[]): boolean {
  const isParticiple = words.some((word) => isIn(participles, word));
  const hasAnswers = answers.has(words.slice(-2).join(' '));
  return isParticiple && words.length - (hasAnswers ? 2 : 0) < 3;
}

const question = /[?？;؟]\s*$|か[。\s]*$|까[.\s]*$|吗[。\s]*$|嗎[。\s]*$/u;
const answers: ReadonlySet<string> = new Set([
  ...['y n', 'yes no', 'oui non', 'o n', 'ja nein', 'j n', 'ja nee', 'ja nej', 'si no', 's n', 'sim nao'],
  ...['tak nie', 't n', 'ano ne', 'да нет', 'так ні', 'true false', '0 1', '1 0'],
]);

/** Verbs and nouns for calling and contacting, the phone itself not among them. */
const calling = vocabulary(
  `rufen ruft goi कॉल কল કૉલ ਕਾਲ کال కాల్ കോൾ ಕರೆ call calls called calling dial talk callback ring phoned contact contacted appel
  appels appele appeles appeler rappel rappels rappele rappeler rappelle joint anruf anrufe anrufen
  angerufen ruckruf ruckrufe llamada llamadas llamar llame llamen llamemos llamado llamarte llamarle
  llamarlo chiamata chiamate chiamare chiamato telefonata richiamare richiamato telefonate ligacao ligacoes chiami chiamino belt
  ligar ligue liguem liguemos bellen gebeld teruggebeld ringa ringas uppringd ringe ringes oppringt opkald
  samtal soittaa soittoa arama aransin aranmak araması hivas hivjuk hivhatjuk felhivhato marketing werbung
  chamada chamadas polaczenia polaczenie polaczen hovor hovory hovoru panggilan puhelu puhelut puheluja telefoontje telefoontjes
  telefoongesprek telefoongesprekken звонки дзвінки κλησεις κλησεων שיחות مكالمات المكالمات
  akquise publicite publicidad pubblicita publicidade reklame reclame markkinointi soita benaderd`,
  `chiamar llamar telefonis telephon contact contat kontakt dzwon telefonic zadzwon volat volani zavola звон дзвон τηλεφων
  καλεσ התקשר שיחה שיחות اتصال تتصل مكالم hubungi dihubungi felhiv visszahiv arayab зателеф передзв truque
  nazvat 电话 電話 電联 致电 来电 來電 联系 连系 聯絡 連絡 架電 拨打 撥打 外呼 robocall autodial 전화 연락 통화 โทร ติดต่อ`,
);

/** Calls in two words, where each word by itself means something else. */
const callPhrases = phraseList(
  `by_phone via_phone over_the_phone phone_follow par_telephone per_telefon am_telefon por_telefono al_telefono
  per_telefono por_telefone pelo_telefone per_telefoon op_de_telefoon przez_telefon po_telefonu voice_agent ai_agent`,
);

/** Words that alone ask for permission, above `yes` and `no`. */
const alone = vocabulary(
  `privacy call appeler rappeler anrufen telefonieren llamar chiamare ligar bellen ringa ringe soittaa
  dzwonic zadzwonic volat zavolat 架電 発信 外呼 telefonalhato hivhato звонить позвонить дзвонити`,
);

const participles = vocabulary(
  `called contacted phoned appele appelee rappele rappelee joint contacte angerufen kontaktiert gebeld
  llamado contactado chiamato contattato ligou ringd ringt soitettu звонили обзвонили`,
);

/** Means a call in questions only, else it names the column of numbers. */
const phone = vocabulary('phone telephone');

/** Words of a wish or a permission. */
export const wishing = vocabulary(
  `happy glad prefer stimme zustimme acepto accetto aceito quiero deseo desidero voglio vorrei veux voudrais aimerais desejo wens preji
  chci chcem prajem haluan szeretnem doresc vreau хочу желаю бажаю want wants wanted welcome desired should soll sollen would like wish permit permits permitted authorize authorizes authorized authorise
  authorises authorised wishes willing agree agrees agreed allow allows allowed may can please ok okay
  nimmt annimmt accepteert accepteren akceptuje akceptujesz prijima prijimam prijimate sallittu sallitaan godkanner accepterar aksepterer
  δεχεται δεχεστε δεχομαι приймає приймаю принимает принимаю מסכים מסכימה يقبل يوافق स्वीकार menerima bersedia setuju chap dong
  interested accept accepts accepted souhaite souhaitez voulez veut accepte acceptez autorise autorisez
  accepter pouvons pouvez peux mochte mochten darf durfen zulassig gestattet wunscht gewunscht wunsch erlaubt desea deseas
  gustaria quisiera gostaria vorrebbe quiere quieres puede pueden podemos puedo permiten autorizado acepta aceptas autoriza autorizas autorizo permite vuole
  vuoi desidera puo possiamo posso accetta accetti autorizza deseja pode podem quer quero aceita wil wilt wenst mogen kunnen akkoord mag chce
  zgadza zyczy moze mozemy mozna wolno lze smi preje muzeme onsker vill vil far ma haluaa haluan saa voi
  sallii saako kan ister istiyor istiyorum kivan ker хочет хотите желает можно разрешено согласен хоче
  מסכים מסכימה מאשר מאשרת מוכן θελετε επιθυμειτε επιθυμει θελω`,
  `希望 可否 愿意 願意 意愿 意願 是否 可以 接受 てもよ てもい 될까 되나 원하 희망 가능 ต้องการ ยินดี สะดวก ยอมรับ ยินยอม รับสาย`,
);

/** Said of calls that were made. */
const past = vocabulary(
  `already last attempt attempts attempted made answered missed deja dernier derniere bereits schon letzter
  letzte ultima ultimo ya gia laatste al ostatni`,
  `已 済 回数 次数 횟수`,
);

/** Of a question about a call that was made: `Did you call us?`, `Avez-vous appelé ?` */
export const auxiliaries = vocabulary(
  `did has have had was were avez avons haben hat habt hast wurde wurden ha han hai hanno avete ho hemos
  tem foi heeft hebben werd werden har blev ble`,
);

/** What a header may ask for instead of a yes or a no. */
const details = vocabulary(
  `first next time uhrzeit number numero nummer numer номер duration count anzahl nombre id date datum reason
  subject thema sujet`,
  `番号 号码 號碼 번호 時間 时间 시간 เวลา เบอร์`,
);

/** At the beginning of a question whose answer is no yes or no. */
const interrogatives = vocabulary(
  `when what which who whom why how where quand quel quelle qui pourquoi comment wann welche welcher wer warum wie
  cuando cual quien por como quando quale chi perche qual quem wanneer welke wie waarom kiedy kto kdy kdo nar vem
  hvornar hvem nar milloin kuka когда кто почему коли хто`,
);

/** Who calls and who is called, as a question names them. */
const people = vocabulary(
  `you your we us me i vous nous moi je sie wir uns mich ich usted nos me lei ci mi noi voce vos wij u ons jou
  mij dig vi oss mig deg meg pan pani pana nam mnie cie vas nas me mne вас вам мы нам мне я`,
);
