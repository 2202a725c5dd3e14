import { isIn, lengthOfPhraseAt, phraseList, vocabulary, wordsOf, type Vocabulary } from '../vocabulary.ts';
import { auxiliaries, isAboutCalls, wishing } from './consentHeaders.ts';
import { otherChannels } from './channelWords.ts';
import { phoneWords } from './phoneNames.ts';

/** What is behind it in a header is not read. */
const maxLength = 2000;
const maxSentences = 20;

/**
 * What the text of a form tells that is longer than other headers, as an export has it above the answers: “I
 * agree that Example may contact me by telephone …”, “Please tick if you do NOT want to be called …”. Decided
 * by its first sentence about calls, since others tell how to withdraw.
 * @returns undefined where no sentence agrees to calls, refuses them or asks for them
 */
export function consentSentence(text: string): Meaning | undefined {
  const read = text.slice(0, maxLength);
  // a point may end an abbreviation: `Example S.A. may call me`
  const sentences = [...read.split(ends, maxSentences), read].map(wordsOf);
  if (isIn(interrogatives, sentences[0]?.[0] ?? '')) return undefined;
  if (sentences.some(concernsCalls) && sentences.some(isBoxToRefuse)) return 'optOut';
  for (const sentence of sentences) {
    const meaning = meaningOf(sentence);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

type Meaning = 'consent' | 'optOut';

function meaningOf(words: readonly string[]): Meaning | undefined {
  if (!concernsCalls(words)) return undefined;
  if (words.some((word, at) => isIn(opposing, word) && isAfterNo(words, at))) return 'consent';
  const agreed = words.findIndex((_, at) => agreesAt(words, at));
  const denied = words.findIndex((word, at) => isIn(opposing, word) || isNoToCalls(words, at));
  // “I agree to be called, even if I am not …”; “I do not agree to …”; “Ich willige nicht ein, …”
  if (agreed !== -1) return denied === -1 || agreed + wordsBeforeNot < denied ? 'consent' : 'optOut';
  // `Did our adviser not call you?`
  if (denied !== -1 && !isIn(auxiliaries, words[0] ?? '')) return 'optOut';
  return asksToCall(words) ? 'consent' : undefined;
}

/** `If you would rather we did not, please tick` */
function isBoxToRefuse(words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  return says(boxes) && says(negations) && !words.some((_, at) => agreesAt(words, at));
}

const boxes = vocabulary(
  'tick check box ankreuzen ankreuzt cochez cocher marque marcar barrare aankruisen zaznacz zaznaczyc zaskrtnete kryss',
);

/** `no objection`, `do not object` */
function isAfterNo(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 2), at).some((word) => isIn(negations, word));
}

/** A no before the first word for a call, or right behind it; not `call you back, but never at weekends`. */
function isNoToCalls(words: readonly string[], at: number): boolean {
  return isIn(negations, words[at] ?? '') && at <= firstCall(words) + wordsBehindCall;
}

function firstCall(words: readonly string[]): number {
  const verb = words.findIndex((word, at) => isAboutCalls([word]) && !isIn(centres, words[at + 1] ?? ''));
  // `keep in touch with you by phone`
  return verb === -1 ? words.findIndex((word) => isIn(phoneWords, word)) : verb;
}

/** `Would you like us to call you`, `Dürfen wir Sie … anrufen`: at the beginning, or close to the call. */
function asksToCall(words: readonly string[]): boolean {
  const call = firstCall(words);
  return words.some(
    (word, at) => at < call && isIn(wishing, word) && (at < 2 || call - at <= wordsBeforeCall),
  );
}

/** How far behind its verb a no may be. */
const wordsBeforeNot = 2;
const wordsBehindCall = 3;
const wordsBeforeCall = 6;

const ends = /[.;!?。；！？؟।]\s+|\n/u;

/** `call centre` */
const centres = vocabulary('centre center centres centers zentrum');

/** A contact may be a letter, too. */
function concernsCalls(words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  if (says(recording) || !isAboutCalls(words)) return false;
  const isCall = words.some((word) => isAboutCalls([word]) && !isIn(contacts, word));
  return isCall || says(phoneWords) || !says(otherChannels);
}

const contacts = vocabulary('benaderd', 'contact contat kontakt 联系 連絡 聯絡');

function agreesAt(words: readonly string[], at: number): boolean {
  return isIn(agreeing, words[at] ?? '') || lengthOfPhraseAt(happyTo, words, at) > 0;
}

const happyTo = phraseList(
  'happy_to_be happy_for happy_to_receive like_to_be like_to_receive want_to_be mochte_gerne',
);

const agreeing = vocabulary(
  `agree agrees consent consents accept accepts authorise authorize authorises authorizes permit permits permission allow
  accepte acceptez accepter consens consentement autorise autorisez einverstanden stimme willige einwilligung erlaube gestatte
  acepto consiento autorizo autoriza consentimiento accetto acconsento autorizzo consenso presto aceito concordo consinto
  toestemming akkoord toestaan zgoda zgode wyrazam zgadzam souhlasim souhlas suhlasim suhlas samtykker samtykke samtycker godkanner
  suostun hozzajarulok beleegyezem consimt acord съгласен съгласие согласен согласна согласие погоджуюсь згоден згоду
  συμφωνω συναινω onayliyorum kabul riza onay setuju dongy מסכים מסכימה מאשר اوافق موافق`,
  `einwillig einverstand zustimm autoriz consent 同意 承諾 동의 ยินยอม सहमत`,
);

const negations = vocabulary(
  `not no never don dont nicht kein keine keinen ne pas jamais nunca non mai nao niet geen nie ne nechci nepreji nechcem ikke inte
  ej ei nem nu не ні μην δεν degil istemiyorum tidak khong לא אין لا`,
  '不 ない なし 않 ไม่',
);

const opposing = vocabulary(
  `opt oppose object objection unsubscribe exclude widerspreche opposition refuse refus opongo rechazo oppongo oponho recuso bezwaar
  sprzeciw sprzeciwiam namitam motsatter`,
  'nesouhlas nesuhlas',
);

/** Consent to a record of a call is another one. */
const recording = vocabulary(
  'record recorded recording',
  'enregistr aufzeichn aufgezeichn grabar grabaci registraz gravac opgenomen',
);

/** The answer is no yes or no. */
const interrogatives = vocabulary(
  'what how which where when why who was wie welche wann comment quel quelle que como cual come quale',
);
