import { isIn, lengthOfPhraseAt, phraseList, vocabulary, wordsOf, type Vocabulary } from '../vocabulary.ts';
import { isAboutCalls } from './consentHeaders.ts';
import { otherChannels } from './channelWords.ts';
import { phoneWords } from './phoneNames.ts';

/** What is behind it in a header is not read. */
const maxLength = 2000;
const maxSentences = 20;

/**
 * What the text of a form tells that is longer than other headers, as an export has it above the answers: “I
 * agree that Example may contact me by telephone …”, “Please tick if you do NOT want to be called …”. Decided
 * by its first sentence about calls, since others tell how to withdraw.
 * @returns undefined where no sentence agrees to calls or refuses them
 */
export function consentSentence(text: string): 'consent' | 'optOut' | undefined {
  const read = text.slice(0, maxLength);
  // a point may end an abbreviation: `Example S.A. may call me`
  const sentences = [...read.split(ends, maxSentences), read].map(wordsOf);
  const found = sentences.find((words) => concernsCalls(words) && (agrees(words) || denies(words)));
  if (found === undefined) return undefined;
  if (found.some((word, at) => isIn(opposing, word) && isAfterNo(found, at))) return 'consent';
  const agreed = found.findIndex((_, at) => agreesAt(found, at));
  const denied = found.findIndex((word) => isIn(negations, word) || isIn(opposing, word));
  // “I agree to be called, even if I am not …”; “I do not agree to …”; “Ich willige nicht ein, …”
  const isAgreed = agreed !== -1 && (denied === -1 || agreed + wordsBeforeNot < denied);
  return isAgreed ? 'consent' : 'optOut';
}

/** `no objection`, `do not object` */
function isAfterNo(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 2), at).some((word) => isIn(negations, word));
}

/** How far behind its verb a no may be. */
const wordsBeforeNot = 2;

const ends = /[.;!?。；！？؟।]\s+|\n/u;

function concernsCalls(words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  if (isIn(interrogatives, words[0] ?? '') || says(recording)) return false;
  return isAboutCalls(words) && (says(phoneWords) || says(byVoice) || !says(otherChannels));
}

function agrees(words: readonly string[]): boolean {
  return words.some((_, at) => agreesAt(words, at));
}

function agreesAt(words: readonly string[], at: number): boolean {
  return isIn(agreeing, words[at] ?? '') || lengthOfPhraseAt(happyTo, words, at) > 0;
}

const happyTo = phraseList(
  'happy_to_be happy_for happy_to_receive like_to_be like_to_receive want_to_be mochte_gerne',
);

/** A no, and a wish or a box to tick: “prefer not to be telephoned”. */
function denies(words: readonly string[]): boolean {
  const says = (one: Vocabulary): boolean => words.some((word) => isIn(one, word));
  return says(opposing) || (says(negations) && says(wishes));
}

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

const wishes = vocabulary(
  `want wants wish wishes like prefer rather object tick check mochte mochten wunsche wunschen ankreuzen souhaite souhaitez veux voulez
  cochez desea deseo quiero quiere marque desidero desidera voglio vuole barrare desejo deseja quero wens wenst wil aankruisen chce zycze
  zaznacz preji nechci onsker vill halua kerem szeretnem doresc vreau желаю хочу бажаю θελω istiyorum ingin muon`,
  '希望 원하',
);

/** Consent to a record of a call is another one. */
const recording = vocabulary(
  'record recorded recording',
  'enregistr aufzeichn aufgezeichn grabar grabaci registraz gravac opgenomen',
);

/** Of a call rather than a message. */
const byVoice = vocabulary(
  'call calls called telephoned phoned telephone voice telefonisch telefoniczny anruft anrufen',
);

/** The answer is no yes or no. */
const interrogatives = vocabulary(
  'what how which where when why who was wie welche wann comment quel quelle que como cual come quale',
);
