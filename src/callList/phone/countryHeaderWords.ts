// Words of the headers beside a phone column that say where its numbers are from, as `wordsOf` makes them.

/** Sets, as every word of the first lines is looked up: a pattern takes a millisecond to compile. */
export const countryWords = wordSet(
  `country countrycode countryname countryiso countryid countries countriescode countriesname countriesiso
  countriesid iso iso2 iso3 iso3166 ctry cntry nation pays codepays land lander laender landercode
  laendercode landcode landeskennzeichen landerkennzeichen landkod landekode landskod landenaam pais
  paises paese paesi nazione stato kraj zeme krajina stat drzava drzave orszag orszagkod tara maa riik
  valsts salis vend vendi shteti herri herrialdea gwlad tir ulke ulkesi olke davlat negara bansa nchi quoc
  gia nuoc страна країна държава држава краина земја ел мемлекет χωρα 国 国名 国家 國家 国别 國別 国家地区 国籍地 所在国 나라 국가
  국가명 ประเทศ देश দেশ நாடு దేశం ದೇಶ രാജ്യം ਦੇਸ਼ દેશ رنا البلد بلد الدولة دولة کشور ملک מדינה ארץ ქვეყანა
  երկիր አገር`,
);
/** Columns that hold countries in some lists, and regions, markets or states in others: their cells tell. */
export const perhapsCountryWords = wordSet(
  `stato stat kraj land lander laender el vend vendi tir market markets markt markte marche marches mercado
  mercados mercato mercati rynek pazar trh piac piata region regions regio regione territory territoire
  territorium territorio location standort site sitio sede subsidiary filiale niederlassung entity рынок
  регион αγορα περιοχη 市場 市场 地区 地區 地域 시장 지역 سوق منطقة منطقه שוק אזור`,
);
/** Words that make a country another one than where the phone is from. */
export const otherCountryWords =
  /^(?:nationalit\w*|citizenship|staatsangeh\w*|nacionalidad\w*|nationalitat|birth\w*|geburt\w*|naissance|nacimiento|nascimento|nascita|origin\w*|origine|herkunft\w*|destination|ziel\w*|destino|visa|passport|manufactur\w*|language|sprache|langue|idioma|lingua|currency|wahrung|devise|moneda|гражданство|国籍|국적)$/u;
/** Words of answers and counts: `is_dialable`, `country ok`, `dial attempts`. */
export const answerWords =
  /^(?:is|has|can|ok|okay|valid\w*|verified|checked|confirmed|flag|status|result|count|attempts?|tries|times|score|ist|gultig\w*|gepruft|valide|verifie|valido|verificado|verificato|geprüft|статус|проверен\w*)$/u;
export const codeWords =
  /^(?:code|codes|cod|codigo|codice|kod|kode|koodi|kodas|kods|prefix\w*|prefijo|prefisso|prefixe|prefixo|indicatif|indicativo|vorwahl\w*|vorw|ortsvorwahl|onkz|landesvorwahl|landervorwahl|laendervorwahl|landvorwahl|auslandsvorwahl|landeskennzahl|landerkennzahl|lada|ddd|ddi|ide|idd|isd|std|kodu|ma|clave|pozivni|omrezna|dial|dialling|dialing|dialcode|calling|netnummer|kengetal|kencijfer|riktnummer|landsnummer|landenummer|landnummer|suuntanumero|maatunnus|maakoodi|korzetszam|elohivo|orszaghivo|predvolba|predcislie|kierunkowy|caracteristica|phonecode|areacode|countrycode|callingcode|dialcode|cc|код|кодстраны|κωδικος|市外局番|国番号|區號|区号|国家代码|國碼|国际区号|지역번호|국가번호|รหสประเทศ|รหสพนท|מספראזור|קידומת|رمز|مفتاح)$/u;
export const callingWords =
  /^(?:calling|callingcode|dial|dialling|dialing|dialcode|countrycode|phonecode|ddi|idd|isd|landesvorwahl|landervorwahl|laendervorwahl|landvorwahl|auslandsvorwahl|landeskennzahl|landerkennzahl|landsnummer|landenummer|landnummer|maatunnus|maakoodi|orszaghivo|国番号|国家代码|國碼|国际区号|국가번호|international|internazionale|internacional)$/u;
export const areaWords =
  /^(?:area|areacode|ddd|lada|ortsvorwahl|onkz|netnummer|kengetal|kencijfer|riktnummer|suuntanumero|korzetszam|caracteristica|std|alan|mavung|vung|kawasan|kota|wilayah|περιοχησ|περιοχης|אזור|منطقه|المنطقة|منطقة|شهر|міста|мiста|pozivni|omrezna|clave|regional\w*|ort|ville|ciudad|city|town|город\w*|города|region|市外局番|지역번호|local)$/u;
export const placeholders = /^(?:column|colonne|spalte|columna|unnamed|field)?_?\d*$/;
export const zipWords =
  /^(?:zip|post\w*|so|thue|kh|khach|sp|hang|nv|don|musteri|urun|vergi|plz|cp|postal|cap|cep|pin|pincode|product|produit|client|customer|kunden\w*|promo\w*|bar|sku|item|tax|vat|lang\w*|currency|state|province|department|departement|naf|ape|nace|insee|status|color|order|discount|voucher|coupon)$/u;
/** Words for codes of any kind. */
export const anyCode =
  /^(?:code|codes|cod|codigo|codice|kod|kode|koodi|kodas|kods|kodu|ma|clave|код|κωδικος|رمز|مفتاح)$/u;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
