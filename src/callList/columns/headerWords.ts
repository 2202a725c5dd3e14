/** What a header says about its column, as far as its words tell. */
export interface HeaderMeaning {
  readonly kind: HeaderKind;
  /**
   * For a phone: 0 for the person's own first number, more for a second one, most for somebody else's. At
   * most 1.
   */
  readonly remoteness: number;
}

/**
 * `phone`: it names a telephone. `phoneAndFax`: both, as in “Tel/Fax”. `aboutPhone`: something that belongs
 * to one, such as its type. `perhaps`: a number or a contact of some sort. `other`: something else.
 * `unknown`: no word of it is known, or it is empty.
 */
export type HeaderKind = 'phone' | 'phoneAndFax' | 'aboutPhone' | 'perhaps' | 'other' | 'fax' | 'unknown';

/** Headers longer than this are sentences. */
const maxHeaderLength = 120;

/** @param header as in the file, in any language */
export function headerMeaning(header: string): HeaderMeaning {
  const known = meanings.get(header);
  if (known !== undefined) return known;
  const kind = kindOf(header);
  const meaning = { kind, remoteness: remote.has(kind) ? remotenessOf(header) : 0 };
  if (meanings.size >= maxKept) meanings.clear();
  meanings.set(header, meaning);
  return meaning;
}

/** Kinds that may be somebody's number: what is none is not somebody else's either. */
const remote: ReadonlySet<HeaderKind> = new Set<HeaderKind>([
  'phone',
  'phoneAndFax',
  'aboutPhone',
  'perhaps',
]);
const maxKept = 1000;
const meanings = new Map<string, HeaderMeaning>();

function kindOf(header: string): HeaderKind {
  if (header.length > maxHeaderLength) return 'unknown';
  const words = wordsOf(header);
  const joined = words.join('');
  const says = (vocabulary: Vocabulary): boolean =>
    vocabulary.exact.has(joined) || words.some((word) => isIn(vocabulary, word));
  const fax = says(faxWords);
  const phone = words.some((word) => isPhoneWord(word)) || phoneWords.exact.has(joined) || saysPhrase(words);
  if (fax && phone)
    return /[/&+,|]|\b(?:and|et|und|y|e|en|och|og|ja|i|ve)\b/iu.test(header) ? 'phoneAndFax' : 'fax';
  if (fax) return 'fax';
  if (phone) return says(attributeWords) ? 'aboutPhone' : 'phone';
  if (says(otherWords) || says(attributeWords)) return 'other';
  // `Vergi no`, `사업자번호`: the number of something that is not known
  return words.length > 0 && words.every(mayBePhone) ? 'perhaps' : 'unknown';
}

function mayBePhone(word: string): boolean {
  return (
    [perhapsWords, placeWords, secondWords, otherPersonWords].some((one) => isIn(one, word)) ||
    /^\d$/.test(word)
  );
}

function remotenessOf(header: string): number {
  const words = wordsOf(header.slice(0, maxHeaderLength));
  const says = (vocabulary: Vocabulary): boolean => words.some((word) => isIn(vocabulary, word));
  if (says(otherPersonWords)) return 0.5;
  if (says(secondWords) || words.some((word) => /^[2-9]$/.test(word))) return 0.1;
  return says(placeWords) ? 0.03 : 0;
}

/** A fax or a phone may be named within a longer word; a fax is no phone. */
function isPhoneWord(word: string): boolean {
  return isIn(phoneWords, word) && !isIn(faxWords, word) && !noPhone.test(word);
}

/** Words with a phone in them that are none. */
const noPhone =
  /phonet|(?:micro|head|saxo|xylo|gramo|franco|anglo|ear|mega)phon|mobili(?:te|ty|tat|dad|er|ar|en)|^immobil|^automobil/;

function saysPhrase(words: readonly string[]): boolean {
  const joined = ` ${words.join(' ')} `;
  return phrases.some((phrase) => joined.includes(` ${phrase} `));
}

/**
 * Whole words, and parts that are long enough, or of a script without blanks, to be found within longer
 * words.
 */
interface Vocabulary {
  readonly exact: ReadonlySet<string>;
  readonly parts: readonly string[];
}

function isIn({ exact, parts }: Vocabulary, word: string): boolean {
  return exact.has(word) || parts.some((part) => word.includes(part));
}

/** The words of a header, each as it is compared: without case and accents, digits and scripts apart. */
export function wordsOf(header: string): string[] {
  return fold(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/(\p{N})(?=\p{L})|(\p{L})(?=\p{N})/gu, '$1$2 ')
    .replace(/([a-z])(?=[^\p{ASCII}])|([^\p{ASCII}])(?=[a-z])/gu, (pair) =>
      isOtherScript(pair) ? `${pair} ` : pair,
    )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(withoutArticle);
}

function isOtherScript(letter: string): boolean {
  return !/\p{Script=Latin}/u.test(letter) || /[a-z]/.test(letter);
}

/** Arabic writes its article without a blank. */
function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

/** Text as it is compared, whatever its script: the vocabulary below goes through it, too. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ıßøæœđłðþىةکی]/g, (letter) => foldedLetters[letter] ?? letter);
}

const foldedLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};

/** @param exact whole words @param parts found within words, too; both separated by blanks */
function vocabulary(exact: string, parts = ''): Vocabulary {
  const split = (words: string): string[] =>
    words
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => withoutArticle(fold(word)));
  return { exact: new Set(split(exact)), parts: split(parts) };
}

const phoneWords = vocabulary(
  `ph tel tels tele telf tlf tlfn tlfnr tlfno tfno tf tph telnr telno telnum telefoon fon fono fone foon
  mob mobno mobile mobiles mobil mobila mobilni mobilne mobilny mobiel mobiele mobiili mobiil mobilais mobilus
  movil moviles movel moveis cel cell cells cellno cellulaire cellular gsm handy handynr natel
  puh gsmnr komorka komorkowy komorkowe stacjonarny landline msisdn epostel smartphone
  mobitel mobitela mobajl simi gemi simu selpon sel selfoon ffon fon guthan hp nohp telp tlp ponsel seluler bimbit
  sdt dtdd tlm telem festnetz festnetznr whatsapp viber portable portables talrunis talr
  тел моб телеф сотовый сотовая мобильный мобильная мобільний мобилен мобилни мобильник утас
  τηλ κιν κινητο σταθερο טל נייד פלאפון סלולרי סלולארי סלולר
  هاتف هواتف جوال موبايل محمول تليفون تلفون تلفن خلوي نقال موبایل همراه فون موبائل
  फोन मोबाइल मोबाईल दूरभाष टेलीफोन फ़ोन ফোন মোবাইল ફોન મોબાઇલ ఫోన్ మొబైల్ தொலைபேசி கைபேசி மொபைல் ಫೋನ್ ಮೊಬೈಲ್ ഫോൺ മൊബൈൽ
  โทร โทร. เบอร์ เบอร์โทร ስልክ հեռ հեռախոս მობილური ტელეფონი`,
  `phone telephon telefon telefoon telepon telefown teléfono telefone rufnummer rufnr puhelin kannykk matkapuh
  mobilnum mobilnr mobiltel mobilfunk mobilszam handynum telemovel celular cellular cellul cellphone fastnet farsim simanum
  whatsapp telnummer telnr téléph teleph mobiln msisdn
  телефон мобильн мобілн телефо τηλεφων κινητ טלפון टेलीफ़ोन टेलिफोन
  電話 电话 手机 手機 携帯 携带电话 移动电话 行動電話 座机 ケータイ テレホン 전화 휴대폰 핸드폰 연락처 휴대전화 모바일 โทรศัพท์ มือถือ`,
);

/** Words that only together name a telephone. */
const phrases = [
  'dien thoai',
  'di dong',
  'so dt',
  'no hp',
  'nomor hp',
  'no wa',
  'nomor wa',
  'contact number',
  'contact no',
  'contact nr',
  'callback number',
  'call back number',
  'number to call',
  'num contact',
  'numero de contact',
  'numero de contacto',
  'numero de contato',
  'numero a appeler',
  'ligne directe',
  'direct line',
  'direct dial',
  'e 164',
].map((phrase) => fold(phrase));

const faxWords = vocabulary(
  `fax faxe faxes faxnr faxno faks faksi faksimile facsimile telefax telefaks telecopie telecopieur fakss
  факс φαξ פקס فاكس فکس फैक्स แฟกซ์ โทรสาร 팩스 传真 傳真 ファックス ファクス ファクシミリ`,
  `telefax telefaks faxnum telecopi faksnum факс fax팩스 팩스 传真 傳真 ファックス ファクス โทรสาร แฟกซ์ פקס فاكس φαξ`,
);

/** Something that belongs to a phone and is no number to call. */
const attributeWords = vocabulary(
  `type types typ tipo tipus kind label verified valid validity valide validiert status statut carrier operator operateur operadora
  netz network provider model modele marque brand os version country pays land pais paese code codes prefix prefixe prefijo prefisso
  indicatif vorwahl dialcode calling kod kode codigo codice ext extn extension poste nebenstelle interno anexo ramal
  count consent consentement optin optout date datum fecha time timezone hours horaires id ids uuid hash format flag source
  available comment comments note notes permission capabilities`,
  `verif zeiten`,
);

const perhapsWords = vocabulary(
  `number numbers numero numeros num numer numery nummer nummern nummers nr no n nro nos numara numarasi numri numaras numeris numurs
  contact contacts contacto contato contatto kontakt kontakte kontakty kontakti kontaktnr yhteystiedot recapito recapiti utenza
  fixe fijo fisso fixo vast pevna linka ligne line lines call callee to sms dial wa zap cep joignable szam broj stevilka cislo numar
  nomor nombor so namba
  номер номера контакт контакты связь αριθμος επικοινωνια מספר מס קשר رقم ارقام شماره تماس اتصال
  नंबर नम्बर संपर्क सम्पर्क নম্বর หมายเลข ติดต่อ 番号 連絡先 号码 號碼 联系方式 聯絡 联系 번호 de of du di le la el your`,
);

const otherWords = vocabulary(
  `id ids uid uuid guid key index idx row rang serial sno srno slno lfd lfdnr ref refs reference referencia riferimento referenz referentie
  referens viite sygnatura code codes kod kode codigo codice koodi kods
  date dates datum data dato fecha jour day tag dia giorno year annee jahr ano anno rok ar vuosi month mois monat mes
  age alder edad eta wiek born birth birthday birthdate dob naissance geburtsdatum geboren nacimiento nascita urodzenia
  created updated modified opened closed timestamp time heure uhrzeit hora ora
  lat latitude latitud breite breitengrad lon lng long longitude longitud laenge lange langengrad coord coords coordinate coordinates
  coordonnees coordenadas koordinaten geo geopoint x y wgs utm
  email mail emails courriel correo correio posta eposta email e-post url web website site www homepage
  country pays land pais paese nation kraj maa ulke state region province departement bundesland kanton provincia estado
  city ville stadt ciudad citta cidade miasto by stad kaupunki sehir commune gemeinde town ort mesto oras
  street rue strasse calle via rua ulica gata vej katu sokak address adresse direccion indirizzo endereco adres osoite house hausnummer
  zip zipcode postal postcode postnr postnummer plz cp cap psc pincode pin insee ibge district quartier
  vergi tc sicil vkn siren siret ape naf finess rpps adeli uai rna vat tva ust ustid uid iva nif cif nie nip regon krs ico dic cnpj cpf cuit cuil rut rfc curp
  abn acn ein tin gst gstin pan kvk kvknr orgnr cvr btw mwst ytunnus afm bulstat edrpou inn ogrn kpp bin iin
  ssn nss nir pesel cnp personnummer personnr cpr dni cedula aadhaar aadhar passport passeport ausweis bsn nino
  iban bic swift account accounts compte konto kontonr cuenta conto conta rekening bank card carte karte tarjeta carta
  amount montant betrag importe importo valor total totals sum summe price prix preis precio prezzo preco cena cost costs budget revenue
  salary income balance solde saldo debt fee
  order orders commande bestellung bestellnr pedido ordine invoice facture rechnung factura fattura tracking parcel colis paket shipment
  sku ean isbn gtin upc barcode article artikel item product produit produkt producto
  customer customers client clients kunde kunden kundennr cliente clientes member membre mitglied socio abonne user usuario employee
  matricule mitarbeiter student eleve schueler patient dossier case file vorgang akte contract contrat vertrag contrato policy police
  licence license registration immatriculation kennzeichen plate vehicle vin
  name names nom nome nombre naam navn namn nimi nazwa nazwisko imie jmeno prijmeni nev ime isim ad soyad soyadi firstname lastname prenom
  vorname nachname apellido apellidos cognome sobrenome company firma firm societe azienda empresa entreprise organisation organization
  capacity capacite kapazitat capacidad beds betten lits places platze seats quantity quantite menge cantidad qty size surface area
  effectif eleves students population inhabitants rooms chambres zimmer stars etoiles sterne rating score note
  altitude elevation distance duration duree dauer weight poids hours horaires oeffnungszeiten offnungszeiten horario orari opening
  ktp nik npwp kk mst cccd cmnd cmt rnokpp ipn ikpu snils oms till paybill bvn clabe ruc cedula curp ife ine utente nipc
  contribuinte asegurado poliza polizza apolice polica bsn taj adoszam adoazonosito tfn ird nzbn medicare npi qq wechat weixin uen nric
  consumer aadhar voter upi vpa solde plafond limite easting northing coordx coordy ost nord est ouest nordost northings eastings
  status statut stato estado type typ tipo category categorie kategorie lang language langue sprache gender sexe geschlecht
  title titre titel role fonction position comment comments remark remarks notes description libelle bezeichnung
  ip mac imei imsi iccid version count percent rate room ext extension
  іпн рнокпп єдрпоу снилс полис паспорт договор рахунок договір счет счёт лицевой карта сумма баланс
  имя фамилия отчество фио город адрес улица индекс дата год номерзаказа заказ инн огрн кпп код область страна почта название организация
  ονομα επωνυμο διευθυνση πολη τκ αφμ ημερομηνια שם עיר כתובת תאריך רחוב مدينه اسم عنوان تاريخ البريد
  नाम पता शहर तारीख ชื่อ ที่อยู่ วันที่ ten ho diachi ngay isim adi`,
  `lieferdatum geburts kundennum bestellnum rechnungsnum auftragsnum artikelnum vertragsnum versicherungsnum steuernum mitgliedsnum
  postleit steuer koordin latitud longitud offnungs numerodeserie seriennum
  名前 氏名 姓名 住所 地址 郵便 邮编 日期 日付 生年 会社 公司 都市 城市 이름 성명 주소 우편 날짜 회사 기관명 병원명 ชื่อ ที่อยู่
  masothue socccd sochungminh sotaikhoan nomorrekening numerodecuenta numerodeconta accountn
  ประจำตัว ผู้เสียภาษี บัญชี บัตร ประชาชน ใบอนุญาต ทะเบียน هويه هويت ضريبي حساب سجل عميل قومي شناسه ملي
  תעודת עוסק חשבון ח.פ ת.ז לקוח 계좌 주민 고객 차량 登記 登记 身分 會員 会员 客户 客戶 订单 訂單 账号 帳號 保険 口座 顧客 会員 注文 微信
  사업자 등록번호 법인 개설 병상 기관코드 施設 病床 法人 開設 診療 医院 编号 緯度 経度 纬度 经度 위도 경도 身份证 身分證`,
);

/** The number of somebody else than whom the row is about. */
const otherPersonWords = vocabulary(
  `assistant assistants assistante assistent emergency urgence urgences notfall emergencia emergenza nodgeval parent parents father mother
  pere mere vater mutter padre madre pai mae guardian tuteur vormund tutor spouse conjoint wife husband agent sales seller vendeur verkaufer
  agency agence agencia agenzia agentur agentschap broker brokers makler courtier corretor corredor advisor adviser conseiller berater
  asesor asesora consulente consultant consultor adviseur accountmanager handelsvertreter vertreter representative representant
  representante commercial comercial commerciale handlowiec doradca posrednik agencja agent agenta agenti agente agentes emlakci danisman
  temsilci penasihat wakil promotor gestor gestora vendedor vendedora operator director diretor directeur direktor dyrektor reditel
  headteacher principal sachbearbeiter betreuer operatore headoffice hq siege zentrale sede hotline helpline support service kundendienst
  агент агентство менеджер брокер риэлтор риелтор директор סוכן מנהל مندوب وكيل مدير 担当 担当者 営業 代理店 代理 业务员 經紀 经纪 담당 담당자
  driver chauffeur fahrer manager referent referrer referral doctor medecin arzt kin neighbour neighbor supplier courier store
  opiekun ojciec matka anneadi babaadi sos`,
  `doradc agencj posredni sprzedaw менеджер агент риэлтор риелтор брокер директор консультант 担当 営業 代理 経紀 经纪 담당 מנהל סוכן`,
);

const secondWords = vocabulary(
  `second secondary secondaire alternate alternative alt other others autre autres weitere andere anderes otro otros altro altri outro
  additional backup old ancien former ii deux zwei zweite zweites segundo secundario secondario inny dodatkowy druhy annet muu diger ikinci
  дополнительный другой доп`,
);

const placeWords = vocabulary(
  `home private privat prive domicile personal personnel casa dom work business office bureau buro dienst pro professionnel arbeit geschaft
  geschaftlich dienstlich trabajo trabalho lavoro ufficio firma company societe switchboard zentrale centralino standard main
  landline fixe festnetz fijo fisso fixo rabota рабочий домашний служебный 会社 自宅 勤務先 사무실 직장 自宅電話`,
);
