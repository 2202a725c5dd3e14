import { lengthOfPhraseAt, phraseList, vocabulary, type Phrases, type Vocabulary } from '../vocabulary.ts';

/**
 * How languages with many endings refuse calls: a word of `no` and, up to five words behind it, a word that
 * begins with one of `stems`; `around`: or before it, where verbs stand last. Only words of
 * an order, a wish or a request are in `no`: `nuk përgjigjet` is said of somebody who does not answer.
 */
interface NegatedStems {
  readonly no: string;
  readonly stems: string;
  readonly around?: true;
  /** Close by, words that begin so make it something else: a call that was not answered or not made. */
  readonly unless?: string;
}

/** By language, ISO 639: those that `refusalPatterns` covers with single forms only. */
const languages: Readonly<Record<string, NegatedStems | readonly NegatedStems[]>> = {
  az: {
    no: 'istəmir istəmədi istəməyib etməyin etməsinlər edilməsin olunmasın olunmasin',
    stems: 'əng əlaq narahat',
    around: true,
  },
  bg: { no: 'да_не не_желае не_иска', stems: 'звън обажд обад търс безпок контакт' },
  bn: { no: 'না নিষেধ মানা বারণ', stems: 'কল ফোন যোগাযোগ', around: true, unless: 'ধর বন্ধ লাগ পাওয়া' },
  ca: { no: 'no_vol no_volen no_desitja que_no', stems: 'truc contact molest' },
  cs: [
    { no: 'nechce nepřeje nežádá odmítá', stems: 'vola kontakt hovor telef obtěž' },
    { no: 'aby prosí žádá prosím žiada', stems: 'nevol nekontakt netelef neobtěž' },
  ],
  el: {
    no: 'μην_τον μην_την μην_με μη_με να_μην δεν_θέλει δεν_επιθυμεί',
    stems: 'καλ παίρν πάρ τηλεφ ενοχλ κλήσ ξανα',
    unless: 'απαντ',
  },
  et: { no: 'ei mitte ära ärge', stems: 'helist kõne tülit ühend', unless: 'vasta veel saanud jõud' },
  fa: {
    no: 'نمی_خواهد نمیخواهد نمی_خواهند تمایل_ندارد تمایلی_ندارد مایل_نیست نگیر نزن نشود نشویم نشوید ندارد',
    stems: 'تماس زنگ مزاحم',
    around: true,
    unless: 'امکان شماره',
  },
  fi: { no: 'ei_halua ei_toivo ei_saa kieltää kielsi', stems: 'soit puhel yhtey', unless: 'vasta' },
  gu: { no: 'ન ના નહીં', stems: 'કૉલ કોલ ફોન', around: true, unless: 'ઉપાડ લાગ' },
  hi: {
    no: 'न_करने ना_करने नहीं_करने मत_करने न_करें ना_करें न_किया न_करो मत_करो मत_करें मत_कीजिए नहीं_चाहते नहीं_चाहती नहीं_चाहता मना',
    stems: 'कॉल काल फोन फ़ोन संपर्क सम्पर्क',
    around: true,
  },
  hr: {
    no: 'ne nemojte nemoj не немојте немој',
    stems: 'zov zva naziva nazov poziv kontakt uznemir зов зва назива назов контакт узнемир',
    unless: 'mož mog natrag nazad мож мог назад',
  },
  hu: {
    no: 'ne nem_szeretne nem_szeretné nem_akar nem_kér nem_kéri nem_akarja nem_kíván',
    stems: 'hív keres megkeres zavar',
  },
  hy: [
    { no: 'չի_ցանկանում չի_ուզում', stems: 'զանգ անհանգ', around: true },
    { no: 'խնդրել խնդրում', stems: 'չզանգ', around: true },
  ],
  is: { no: 'ekki aldrei', stems: 'hring samban símt trufl ónáð', unless: 'náð næ svar' },
  ka: {
    no: 'არ ნუ აღარ ნუღარ',
    stems: 'ზარებ დარეკ დაურეკ დამირეკ დავურეკ შეაწუხ დაუკავშ დავუკავშ',
    unless: 'პასუხ',
  },
  kk: [
    { no: 'қаламайды қаламаймын алғысы_келмейді', stems: 'қоңырау хабарлас', around: true },
    { no: 'сұрады сұрайды', stems: 'шалмау хабарласпау', around: true },
  ],
  kn: { no: 'ಬೇಡ ಬೇಡಿ', stems: 'ಕರೆ ಫೋನ್ ಸಂಪರ್ಕ', around: true },
  lt: [
    { no: 'nenori nepageidauja nebenori atsisako nesutinka', stems: 'skambin skambuč susisiek trukd' },
    { no: 'prašo prašė', stems: 'neskamb nesusisiek netrukd nebeskamb' },
  ],
  lv: [
    { no: 'nevēlas negrib atteicas atsakās nepiekrīt', stems: 'zvan sazin traucē' },
    { no: 'lūdza lūdz', stems: 'nezvan nesazin netraucē' },
  ],
  ml: { no: 'വേണ്ട വേണ്ടാ അരുത്', stems: 'വിളി കോൾ ഫോൺ', around: true },
  mk: { no: 'да_не не_сака', stems: 'бара ѕвон јав контакт повик вознемир' },
  mr: { no: 'नका नये नको', stems: 'फोन कॉल संपर्क', around: true },
  ne: { no: 'नगर्नु नगर्नुस् नगर्नुहोस् नगर्न नगर', stems: 'फोन कल सम्पर्क', around: true },
  pa: { no: 'ਨਾ ਨਹੀਂ', stems: 'ਕਾਲ ਫੋਨ ਫ਼ੋਨ', around: true, unless: 'ਚੁੱਕ ਲੱਗ' },
  ro: {
    no: 'nu_vrea nu_dorește nu_mai',
    stems: 'suna sune suni apel contact deranj telef',
    unless: 'răspun',
  },
  ru: {
    no: 'не_хочет не_желает просил_не просила_не просит_не просьба_не',
    stems: 'звон беспоко контакт общ набир тревож',
  },
  sk: [{ no: 'nechce nepraje neželá odmieta', stems: 'vola kontakt hovor telef obťaž' }],
  sl: { no: 'ne noče nočejo', stems: 'klic klič kontakt nadleg', unless: 'mog more dose nazaj' },
  sq: {
    no: 'mos nuk_dëshiron nuk_do nuk_pranon',
    stems: 'telefon thirr kontakt merr shqetës',
    unless: 'përgjig',
  },
  sw: { no: 'asi hataki hapendi amekataa', stems: 'kupigi simu kupiga kuwasilian' },
  ta: { no: 'வேண்டாம் விரும்பவில்லை', stems: 'அழை போன் கால் தொடர்பு', around: true },
  te: { no: 'చేయొద్దని చేయవద్దని వద్దు వద్దన్నారు ఇష్టం_లేదు', stems: 'కాల్ ఫోన్ సంప్రద', around: true },
  tr: {
    no: 'istemiyor istemedi istemedigini istemez istemiyoruz etmeyin edilmesin',
    stems: 'aran arama telefon rahatsiz iletisim',
    around: true,
  },
  uk: { no: 'не_хоче не_бажає просив_не просила_не просить_не', stems: 'дзвон телефон турбу контакт набир' },
  ur: {
    no: 'نہ مت منع نہیں_چاہتے نہیں_چاہتا نہیں_چاہتی',
    stems: 'کال فون رابطہ',
    around: true,
    unless: 'اٹھا لگ',
  },
};

interface Stems {
  readonly no: Phrases;
  readonly stems: Vocabulary;
  readonly around: boolean;
  readonly unless: Vocabulary;
}

const allStems = [
  ...new Set(
    Object.values(languages)
      .flat()
      .flatMap(({ stems }) => vocabulary('', stems).parts),
  ),
].filter((stem) => stem.length > 2);

const behind = 5;
const before = 5;

const byFirstWord = new Map<string, Stems[]>();
for (const { no, stems, around = false, unless = '' } of Object.values(languages).flat()) {
  const each: Stems = {
    no: phraseList(no),
    stems: vocabulary('', stems),
    around,
    unless: vocabulary('', unless),
  };
  for (const word of each.no.keys()) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), each]);
}

/** Whether a word has to do with calls, in a language of many endings. */
export function beginsLikeCall(word: string): boolean {
  return allStems.some((stem) => word.startsWith(stem));
}

/**
 * @param words of a note, as `wordsOf` makes them
 * @returns the index of the word behind the refusal; undefined where calls are not refused in this way
 */
export function endOfNegatedStem(words: readonly string[]): number | undefined {
  for (const [at, word] of words.entries()) {
    for (const each of byFirstWord.get(word) ?? []) {
      const end = endAt(each, words, at);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

function endAt(
  { no, stems, around, unless }: Stems,
  words: readonly string[],
  at: number,
): number | undefined {
  const length = lengthOfPhraseAt(no, words, at);
  if (length === 0) return undefined;
  const begins = ({ parts }: Vocabulary, word: string): boolean =>
    parts.some((part) => word.startsWith(part));
  const from = Math.max(0, at - before);
  if (words.slice(from, at + length + behind + 1).some((word) => begins(unless, word))) return undefined;
  for (let next = at + length; next < Math.min(words.length, at + length + behind); next++)
    if (begins(stems, words[next] ?? '')) return next + 1;
  return around && words.slice(from, at).some((word) => begins(stems, word)) ? at + length : undefined;
}
