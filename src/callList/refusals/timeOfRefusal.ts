import { holdsPhrase, isIn, phraseList, vocabulary } from '../vocabulary.ts';

/** How many words after a preposition may name the time. */
const maxWords = 3;

/**
 * Whether a note goes on with a time of the day or the week, as in `do not call before 9` or `ne pas appeler
 * le lundi`: such a note says when to call. `Do not call on this number` and `do not call until June` are
 * refusals all the same, and so is `do not call from Monday`.
 *
 * @param at the index of the word after the refusal
 */
export function namesTime(words: readonly string[], at: number): boolean {
  const [first = '', ...rest] = words.slice(at, at + 1 + maxWords);
  if (holdsPhrase(everAgain, words.slice(at))) return false;
  if (isIn(fromWords, first) && rest.filter((word) => isIn(weekdays, word)).length === 1) return false;
  if (isIn(times, first)) return !isAttribute(words, at);
  if (isIn(untilWords, first)) return isHour(rest);
  if (!isIn(beforeTimes, first)) return false;
  const isTime = (word: string, place: number): boolean =>
    isIn(times, word) && !isAttribute(words, at + 1 + place);
  return rest.some(isTime) || (!isIn(articles, first) && isHour(rest));
}

/** Whether a time is said of something: `the night nurse`, `his evening job`; not `in the evening please`. */
function isAttribute(words: readonly string[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || !isIn(beforeNouns, words[at] ?? '')) return false;
  return (
    !/^\d/.test(next) && ![times, beforeTimes, afterHours, hours, afterTimes].some((one) => isIn(one, next))
  );
}

/** English times that stand before nouns; other languages write one word, or the time after the noun. */
const beforeNouns = vocabulary(
  'morning noon midday afternoon evening night lunch dinner weekday weekend monday tuesday wednesday thursday friday saturday sunday',
);
const afterTimes = vocabulary(
  'only except unless when if but either ever time times shift shifts break breaks call calls again or and instead any anymore yet all hour prayer prayers',
);

/**
 * Whether a note names the time before it refuses, as in languages whose verbs stand last: `délelőtt ne
 * hívja`. `Bundan sonra aramayın`, from now on, is a refusal all the same.
 *
 * @param end the index of the word after the refusal
 */
export function followsTime(words: readonly string[], end: number): boolean {
  const clause = words.slice(Math.max(0, end - 2 * maxWords), end);
  if (clause.some((word) => isIn(forGood, word) || isIn(durations, word))) return false;
  const hasNumber = clause.some((word) => /^\d{1,2}$/.test(word) || isIn(hours, word));
  return clause.some((word) => isIn(dayParts, word) || (hasNumber && isIn(postpositions, word)));
}

// Not Hungarian “este”, evening: in Spanish and Portuguese it is “this”, as in “this number”.
const dayParts = vocabulary(
  'delelott delutan reggel reggelente estenkent ejjel hetvegen munkaidoben sabah sabahlari sabahleyin aksam aksamlari ogle ogleden ' +
    'gece haftasonu haftasonlari mesai सुबह शाम दोपहर रात সকালে বিকালে রাতে صبح شب',
);
const postpositions = vocabulary('elott utan kozott once sonra arasi पहले बाद');
const forGood = vocabulary(
  'tobbet soha tobbe bir daha kesinlikle asla tekrar artik bundan दोबारा फिर कभी আর دوباره دیگر دوبارہ',
);

const durations = vocabulary(
  'yil yillik ay aylik hafta haftalik gun gunluk ev eves evig het hetes honap napos साल महीने हफ्ते বছর মাস سال ماه',
);

/**
 * `9`, `nine`, `the 9`, `9 am`, `18 h 30`, `9 or after 18`; not `15 January`, `2 years`, `line 2` or
 * `2 numbers`: with a word after it that is not known to follow an hour, a number is something else.
 */
function isHour(words: readonly string[]): boolean {
  const at = words.findIndex((word) => !isIn(articles, word));
  const [number = '', next] = at < 0 ? [] : words.slice(at);
  if (!/^\d{1,2}$/.test(number) && !isIn(hours, number)) return false;
  return next === undefined || /^\d{1,2}$/.test(next) || isIn(afterHours, next);
}

const articles = vocabulary(
  'ora orele τις στις das dos delle dalle alle dei the le la l les el los las il lo gli as os aos die den de ca circa cca around about approx kl klo klockan klokken saat vers sobre',
);

const afterHours = vocabulary(
  `an am pm a p m h hs hr hrs hour hours uhr heure heures hora horas hrs ora ore uur o oclock clock godz godzinie hod hodin
  ч час часов годин утра вечера дня ночи ранку giờ sáng and or und oder et ou y e u en of og och eller ja tai lub a або или и to till until bis tot hasta jusqu ate
  please bitte svp thanks danke in on at nor du della di da dan den ve thirty fifteen half demi halb
  before after vor nach avant apres antes despues prima dopo depois voor na
  he she they it is as because since car denn weil da porque perche er sie il elle`,
);

/** Behind a time, these refuse all calls after all. */
const everAgain = phraseList(
  'ever_again or_ever never_again oder_jemals nie_wieder ni_jamais plus_jamais ni_nunca nunca_mas mai_piu nem_nunca nunca_mais nooit_meer',
);

/** Before one day of the week, these begin what does not end: `from Monday`; not `from Monday to Friday`. */
const fromWords = vocabulary(
  'from since after ab seit nach partir apres desde despues dal dopo depois vanaf sinds fra fran od po с після после',
);
const weekdays = vocabulary(
  `monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
  sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo
  lunedi martedi mercoledi giovedi venerdi domenica segunda terca quarta quinta sexta maandag dinsdag woensdag
  donderdag vrijdag zaterdag zondag`,
);

const untilWords = vocabulary(
  'until till til bis jusqu jusque hasta fino ate tot do до aż az tills inntil indtil asti',
);

const beforeTimes = vocabulary(
  `inainte dupa pana intre πριν μετα απο τις στις לפני אחרי בין עד truoc sau ennen jalkeen klo enne parast kella pirms pec no pries nuo fyrir eftir sebelum setelah sesudah قبل بعد پیش пре prije poslije nakon pre posle kabla baada para pas преди след в во u before after between at during on from in the past avant apres entre le la les l en pendant de des a partir vor nach zwischen am an ab um im wahrend
  antes despues el los las durante por a desde prima dopo il lo nel tra fra alle dalle nei prima depois pela pelo as aos no na nos nas da das voor na tussen op om in
  for efter fore pa mellom mellan under przed po w we miedzy od pred mezi v ve o od перед после с в по между після між у`,
);

const times = vocabulary(
  `dimineata dimineti pranz seara luni marti miercuri joi vineri sambata duminica πρωι μεσημερι απογευμα βραδυ σαββατοκυριακο
  בבוקר בצהריים בערב בשבת buoi sang trua chieu aamulla aamuisin aamupaivalla illalla iltaisin iltapaivalla viikonloppuna viikonloppuisin
  hommikul hommikuti ohtul ohtuti nadalavahetusel delelott delutan reggel hetvegen pagi siang sore malam صباحا مساء ظهرا الصباح المساء
  ujutro navecer popodne poslijepodne vikendom zjutraj zvecer popoldne sutrin сутрин вечер обяд вранці ввечері увечері вечорами asubuhi jioni usiku
  morgunn kvoldin rytais vakarais vakaros monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays weekday weekdays weekend weekends
  morning mornings noon midday afternoon afternoons evening evenings night nights lunch lunchtime dinner hours oclock midnight
  lundi lundis mardi mardis mercredi mercredis jeudi jeudis vendredi vendredis samedi samedis dimanche dimanches matin matinee midi soir soiree nuit dejeuner heures
  montag montags dienstag dienstags mittwoch mittwochs donnerstag donnerstags freitag freitags samstag samstags sonntag sonntags wochenende wochenenden
  morgens vormittag vormittags mittag mittags nachmittag nachmittags abend abends nacht nachts uhr mittagspause
  lunes martes miercoles jueves viernes sabado sabados domingo domingos manana mananas mediodia tarde tardes noche noches fin fines horas
  lunedi martedi mercoledi giovedi venerdi mattina mattino pranzo pomeriggio sera notte domenica fine settimana ore
  segunda terca quarta quinta sexta manha almoco noite meio
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend ochtends middag avond avonds weekeinde uur
  mandag tirsdag onsdag torsdag fredag lordag sondag mandag tisdag lordag helg helgen helger morgen kveld kvall kvallar formiddag formiddagen eftermiddag klokken klockan
  poniedzialek wtorek sroda czwartek piatek sobota sobote niedziela niedziele rano wieczorem poludnie poludniu weekendy
  pondeli utery streda ctvrtek patek nedele vecer rano odpoledne vikend vikendu
  понедельник вторник среду четверг пятницу субботу воскресенье утром вечером ночью обеда выходные выходным`,
);

/** Hours that are written as words. */
const hours = vocabulary(
  `patou sestou sedmou osmou devatou desatou desiatou dziewiata osma dziesiata dziesiatej dziewiatej osmej девяти десяти восьми kilenc tiz nyolc noua zece opt two three four five six seven eight nine ten eleven twelve deux trois quatre cinq sept huit neuf dix onze
  douze eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dos tres cuatro cinco seis siete ocho
  nueve diez doce tre quattro cinque sei sette otto nove dieci undici dodici dois duas quatro sete
  oito dez doze twee drie vijf zes zeven negen tien twaalf`,
);
