import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  type CountryCode,
} from 'libphonenumber-js/max';
import type { Pace } from '../pace.ts';

/**
 * What a cell of a country column says: the country whose plan its row's number is read by. `unknown` for a
 * text that is no country; undefined for an empty cell.
 */
export type CellCountry =
  | {
      readonly country: CountryCode;
      /** Where the text has the calling code: what stands in front of the number, without a plus. */
      readonly callingCode?: string;
    }
  | 'unknown'
  | undefined;

const maxCellLength = 80;
const maxCached = 5000;
const cache = new Map<string, CellCountry>();

/**
 * Reads a country as people and programs write it: `FR`, `FRA`, `France`, `Frankreich`, `+33`, `0033`, `33`,
 * `France (+33)`, 🇫🇷. A cell that names two countries is unknown.
 */
export function countryInCell(cell: string): CellCountry {
  if (cache.has(cell)) return cache.get(cell);
  const text = cell.trim();
  const country = text === '' || isEmptyMark(text) ? undefined : readCountry(text);
  if (cell.length <= maxCellLength && cache.size < maxCached) cache.set(cell, country);
  return country;
}

/** `-`, `n/a`: nothing is said. `NA` is Namibia. */
function isEmptyMark(text: string): boolean {
  return text.length <= 5 && /^(?:[-–—_.?*/]+|n\/a\.?|n\.a\.?|null|none|\\n)$/i.test(text);
}

function readCountry(text: string): CellCountry {
  if (text.length > maxCellLength) return 'unknown';
  const plain = text.normalize('NFKC').replace(/^['’=" ]+|['’" ]+$/g, '');
  const byCode = ofCallingCode(plain.replace(/^(\d{1,3})[.,]0$/, '$1'));
  if (byCode !== undefined) return byCode;
  const named = namedCountries(plain);
  const code = /(?:\+|\b00) ?(\d{1,4})\b/.exec(plain)?.[1];
  const [country, ...others] = named;
  if (others.length > 0) return 'unknown';
  if (code === undefined) return country === undefined ? 'unknown' : { country };
  const meant = country ?? mainCountry(code);
  if (meant === undefined) return 'unknown';
  const callingCode = getCountryCallingCode(meant);
  const agrees = country === undefined || callingCode === (code.startsWith('1') ? '1' : code);
  return agrees ? { country: meant, callingCode } : 'unknown';
}

/** `33`, `+33`, `0033`, `(+33)`, `1-246`. Three digits with one zero in front are no calling code. */
function ofCallingCode(text: string): CellCountry {
  const digits = /^\(?(?:\+|00)? ?(\d{1,3}(?:[- ]?\d{3})?)\)?$/.exec(text)?.[1]?.replace(/\D/g, '');
  if (digits === undefined) return undefined;
  const country = mainCountry(digits);
  return country === undefined ? 'unknown' : { country, callingCode: getCountryCallingCode(country) };
}

/** The country whose plan a calling code is read by: one for all countries that share it. */
function mainCountry(callingCode: string): CountryCode | undefined {
  const code = callingCode.length === 4 && callingCode.startsWith('1') ? '1' : callingCode;
  const metadata = new Metadata() as unknown as {
    getCountryCodesForCallingCode(code: string): readonly CountryCode[] | undefined;
  };
  return metadata.getCountryCodesForCallingCode(code)?.[0];
}

/** The countries a text names as a whole or, where its pieces are separate, in its pieces: `Lyon, France`. */
function namedCountries(text: string): CountryCode[] {
  const flags = text.match(/[\u{1F1E6}-\u{1F1FF}]{2}/gu) ?? [];
  const found = new Set<CountryCode>();
  for (const flag of flags)
    add(
      found,
      Array.from(flag, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x1f1a5)).join(''),
    );
  const words = text.replace(/[\u{1F1E6}-\u{1F1FF}]/gu, '').replace(/(?:\+|\b00) ?\d{1,4}\b/g, '');
  const whole = countryNamed(words);
  if (whole !== undefined) return [...found.add(whole)];
  for (const piece of words.split(/[,;/|()[\]:]| - |-(?=\s)|–|—/)) {
    const country = countryNamed(piece);
    if (country !== undefined) found.add(country);
  }
  return [...found];
}

function add(found: Set<CountryCode>, code: string): void {
  if (isSupportedCountry(code)) found.add(code);
}

function countryNamed(text: string): CountryCode | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const upper = trimmed.toUpperCase().replace(/\./g, '');
  if (/^[A-Z]{1,4}$/.test(upper)) {
    const short = shortForms[upper] ?? iso3().get(upper);
    if (short !== undefined) return short;
    if (isSupportedCountry(upper)) return upper;
  }
  const key = nameKeyOf(trimmed);
  return key === '' ? undefined : (variants().get(key) ?? byName(key));
}

/** A name without case, accents, articles and punctuation. */
function nameKeyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|la|le|les|el|los|las|il|die|der|das|de|den|het|o|os|as|a) (?=\p{L}{3})/u, '')
    .replace(/ı/g, 'i');
}

/** Short forms that are not ISO 3166 codes: vehicle registration codes and common abbreviations. */
const shortForms: Readonly<Record<string, CountryCode>> = {
  A: 'AT',
  B: 'BE',
  D: 'DE',
  E: 'ES',
  F: 'FR',
  H: 'HU',
  I: 'IT',
  L: 'LU',
  N: 'NO',
  P: 'PT',
  S: 'SE',
  UK: 'GB',
  ENG: 'GB',
  SCO: 'GB',
  EL: 'GR',
  USA: 'US',
  UAE: 'AE',
  KSA: 'SA',
  RSA: 'ZA',
  PRC: 'CN',
  ROC: 'TW',
  ROK: 'KR',
  DRC: 'CD',
  RDC: 'CD',
  RCI: 'CI',
  CAR: 'CF',
  SLO: 'SI',
  BRD: 'DE',
  RFA: 'DE',
  EEUU: 'US',
  EUA: 'US',
  RF: 'RU',
  ROI: 'IE',
  SUI: 'CH',
  GER: 'DE',
  NED: 'NL',
  POR: 'PT',
  DEN: 'DK',
  CRO: 'HR',
  BUL: 'BG',
  GRE: 'GR',
  LAT: 'LV',
};

/** ISO 3166-1 alpha-3, each with its alpha-2 after it. */
const alpha3 = `
  ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATGAG AUSAU AUTAT AZEAZ BDIBI
  BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB
  BRNBN BTNBT BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM
  CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG
  ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH
  GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HNDHN HRVHR
  HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP
  KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS
  LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM
  MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG
  NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PERPE PHLPH PLWPW PNGPG POLPL PRIPR
  PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SHNSH SJMSJ
  SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC
  SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ
  UGAUG UKRUA URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS XKKXK YEMYE
  ZAFZA ZMBZM ZWEZW`;

let alpha3Map: ReadonlyMap<string, CountryCode> | undefined;

function iso3(): ReadonlyMap<string, CountryCode> {
  alpha3Map ??= new Map(
    alpha3
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, 3), pair.slice(3) as CountryCode]),
  );
  return alpha3Map;
}

/** Names that the platform's own lists lack. */
const otherNames: Partial<Record<CountryCode, string>> = {
  AE: 'الامارات|الامارات العربية|emirates|uae|vae|dubai|abu dhabi|emirats|emiratos|emirati arabi|eau',
  BA: 'bosnia|bosnien|bosnie',
  BO: 'plurinational state of bolivia|estado plurinacional de bolivia',
  BR: 'brasil|republica federativa do brasil',
  BY: 'belorussia|weissrussland|bielorussie|bielorrusia',
  CD: 'dr congo|drc|rdc|d r congo|rep dem du congo|rep dem congo|congo rd|democratic republic of the congo|democratic republic of congo|congo kinshasa|congo dr|rd congo|zaire|republique democratique du congo',
  CG: 'republic of the congo|congo brazzaville|republique du congo',
  CH: 'swiss|schweizerische eidgenossenschaft|confederation suisse|confoederatio helvetica',
  CI: 'ivory coast|cote d ivoire',
  CN: 'pr china|peoples republic of china|people s republic of china|mainland china|volksrepublik china|中国大陆|中华人民共和国',
  CV: 'cabo verde|cape verde',
  CZ: 'rep checa|republica checa|rep ceca|rep tcheque|czech rep|czech republic|czechia|ceska republika|tschechische republik|republique tcheque|czech|tchequie',
  DO: 'rep dominicana|rep dom|dominican rep|republica dominicana',
  DE: 'federal republic of germany|bundesrepublik deutschland|republique federale d allemagne|german',
  ES: 'espana|kingdom of spain|reino de espana|estado espanol',
  FR: 'france metropolitaine|republique francaise|metropolitan france|metropole',
  GB: 'great britain|britain|england|scotland|wales|northern ireland|u k|uk|england uk|united kingdom of great britain and northern ireland|united kingdom uk|grossbritannien|grande bretagne|angleterre|ecosse|pays de galles|irlande du nord|gran bretana|reino unido de gran bretana|inglaterra|escocia|inghilterra|gran bretagna|scozia|engeland|groot brittannie|schotland|vk|england|anglia|wielka brytania|storbritannien|storbritannia|iso britannia|англия|великобритания|шотландия|reino unido|イギリス|英国|英國|영국|إنجلترا|بريطانيا|אנגליה|בריטניה',
  GR: 'hellas|ellada|ellas',
  HK: 'hong kong|hongkong|hong kong sar|香港',
  IE: 'eire|republic of ireland|irish republic|southern ireland',
  IR: 'islamic republic of iran|persia',
  KP: 'north korea|dprk',
  KR: 'korea|south korea|republic of korea|korea south|rep of korea|korea rep|rep de corea|korea republic of|corea del sur|coree du sud|sudkorea|suedkorea|대한민국|한국|韓国|韩国',
  LA: 'lao pdr|laos',
  LB: 'liban|libano',
  MD: 'moldavia|moldavie|republic of moldova|moldawien',
  MK: 'macedonia|fyrom|makedonien|macedoine|north macedonia',
  MM: 'burma|birma|birmanie',
  MO: 'macau|macao|澳門|澳门',
  NL: 'holland|netherland|hollande|olanda|holanda|the netherlands|nederlanden|hollandia|голландия|オランダ',
  PS: 'palestine|palastina|palestina',
  RU: 'russian federation|russia|russische foderation|federation de russie|россия|рф|российская федерация',
  SA: 'السعودية|العربية السعودية|kingdom of saudi arabia|saudi|ksa|المملكة العربية السعودية|المملكة',
  SK: 'slovak republic|slovenska republika|slowakische republik',
  SY: 'syrian arab republic',
  SZ: 'swaziland',
  TR: 'turkey|turkiye|turkiye cumhuriyeti',
  TW: 'taiwan|republic of china|taiwan roc|臺灣|台灣',
  TZ: 'united republic of tanzania',
  US: 'united states of america|u s a|u s|usa|united states|america|american|states|etats unis d amerique|etats unis|estados unidos de america|ee uu|eeuu|stati uniti d america|stati uniti|vereinigte staaten von amerika|vereinigte staaten|vs|verenigde staten|сша|америка|アメリカ|米国|アメリカ合衆国|美国|美國|미국|أمريكا|امريكا|الولايات المتحدة|ארצות הברית|ארהב|amerika|stany zjednoczone|usa united states',
  UA: 'ukraine|ukraina',
  VA: 'vatican|holy see',
  VE: 'bolivarian republic of venezuela',
  VN: 'vietnam|viet nam',
  ZA: 'south africa|rsa|republic of south africa|suid afrika',
};

let variantMap: ReadonlyMap<string, CountryCode> | undefined;

function variants(): ReadonlyMap<string, CountryCode> {
  variantMap ??= new Map(
    Object.entries(otherNames).flatMap(([country, names]) =>
      names.split('|').map((name) => [nameKeyOf(name), country as CountryCode] as const),
    ),
  );
  return variantMap;
}

/** The languages that names are looked for in, the usual ones first. */
const languages =
  'en fr de es it pt nl pl ru uk sv da nb nn fi cs sk hu ro bg hr sr sr-Latn bs sl mk sq el tr et lv lt is ga mt ca eu gl cy lb ar he fa ur ps hi bn mr ta te kn ml gu pa ne si ja zh zh-Hant ko th vi id ms fil sw af am ka hy az kk uz ky mn km lo my'.split(
    ' ',
  );
const names = new Map<string, CountryCode>();
let languagesLoaded = 0;

/**
 * Names of all countries in all languages, one language after the other until the name is found: all of them
 * take a tenth of a second.
 */
function byName(key: string): CountryCode | undefined {
  for (;;) {
    const found = names.get(key);
    if (found !== undefined || languagesLoaded === languages.length) return found;
    loadLanguage();
  }
}

function loadLanguage(): void {
  const language = languages[languagesLoaded] ?? 'en';
  languagesLoaded += 1;
  const inLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const country of getCountries()) {
    const name = inLanguage.of(country);
    const key = name === undefined ? '' : nameKeyOf(name);
    if (key !== '' && !names.has(key)) names.set(key, country);
    // German without umlauts
    const plain = language === 'de' ? nameKeyOf(withoutUmlauts(name ?? '')) : key;
    if (plain !== key && !names.has(plain)) names.set(plain, country);
  }
}

function withoutUmlauts(name: string): string {
  const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
  return name.replace(/[äöüÄÖÜ]/g, (letter) => letters[letter] ?? letter);
}

/**
 * Loads the names of countries in all languages with pauses, so that a list with an unknown one is decided
 * without a long stop.
 */
export async function loadCountryNames(pace: Pace): Promise<void> {
  while (languagesLoaded < languages.length) {
    loadLanguage();
    await pace.yieldIfDue();
  }
}
