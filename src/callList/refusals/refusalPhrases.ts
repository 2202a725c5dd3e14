import { endOfPhrase, phrasesOf, wordsOf, type Phrases } from '../vocabulary.ts';

/** How people of one language write that somebody is not to be called. Several are separated by `|`. */
interface RefusalWords {
  /** Phrases that say so by themselves, as a header and in a note. */
  readonly doNotCall?: string;
  /** The same as a part of longer text: compounds, and scripts without blanks between words. */
  readonly within?: string;
  /** Parts of a header below which a yes refuses calls, such as the name of a ban. */
  readonly ban?: string;
  /** Words, or beginnings of words, of a header that asks for consent. */
  readonly consent?: string;
  /** `No` as an answer. */
  readonly no?: string;
  /** Parts of an answer that says no. */
  readonly refused?: string;
  /** Headers of a status or of notes. */
  readonly remark?: string;
  /** Said of a person who has died. */
  readonly deceased?: string;
}

/**
 * By language, ISO 639. The words are those of the registers and of CRM programs in that language; where a
 * verb has a form for one person and one for several, both are there.
 */
const byLanguage: Readonly<Record<string, RefusalWords>> = {
  af: {
    doNotCall: 'moenie bel|moet nie bel|moenie skakel|moenie kontak',
    consent: 'toestemming|instemming',
    deceased: 'oorlede|oorledene',
  },
  am: {
    doNotCall: 'አይደውሉ|አይደውል|አይደውሉልኝ|አትደውል|አትደውሉ|አይደወል|አይደወልለት|አይደወልላት',
    consent: 'ፈቃድ|ስምምነት',
    no: 'አይ|የለም|አይደለም',
    remark: 'ማስታወሻ|ሁኔታ',
    deceased: 'ሞተ|ሞታለች|ሟች',
  },
  ar: {
    doNotCall:
      'لا تكلموا|لا تكلمني|لا تزعجوا|لا تزعجني|لا يريد اي مكالمات|لا يريد مكالمات|لا تريد مكالمات|لا يرغب بالمكالمات|لا يريد اتصالات|لا يريد ان نتصل|عدم التواصل|لا يريد التواصل|لا تتصل|لا تتصلوا|لا يتصل|لا يتم الاتصال|عدم الاتصال|ممنوع الاتصال|عدم الازعاج|عدم الإزعاج|يرفض الاتصال|لا يريد الاتصال|لا يرغب بالاتصال|لا ترغب بالاتصال|لا يرغب في الاتصال',
    consent: 'موافق|إذن|الإذن',
    remark: 'ملاحظة|ملاحظات|الحالة|حالة|تعليق|تعليقات',
    deceased: 'متوفى|متوفي|متوفاة|توفي|توفيت|المتوفى',
  },
  az: {
    doNotCall: 'zəng etməyin|zəng etmə|zəng vurmayın|zəng edilməsin|əlaqə saxlamayın',
    consent: 'razılıq|razılığı|icazə',
    no: 'xeyr|yox',
    remark: 'qeyd|qeydlər|vəziyyət|status',
    deceased: 'vəfat|rəhmətə|mərhum',
  },
  bg: {
    doNotCall:
      'не звънете|не звъни|да не се звъни|не се обаждайте|не се обаждай|да не се търси|не желае обаждания|не безпокойте|не контактувай|не контактувайте|не желае обаждане|не желае да бъде търсен|не желае да бъде търсена|не иска обаждания|не иска да му звънят',
    ban: 'отказ от обаждания|забрана за обаждане',
    consent: 'съгласие|съгласен',
    remark: 'бележка|бележки|забележка|забележки|коментар|статус|състояние',
    deceased: 'починал|починала|почина|покойник',
  },
  bn: {
    doNotCall:
      'কল করতে নিষেধ|ফোন করতে নিষেধ|কল দেবেন না|ফোন দেবেন না|কল চান না|ফোন চান না|কল চায় না|কল করবেন না|ফোন করবেন না|যোগাযোগ করবেন না|কল করা যাবে না',
    consent: 'সম্মতি|অনুমতি',
    no: 'না|নয়',
    remark: 'মন্তব্য|নোট|অবস্থা',
    deceased: 'মৃত|মারা|প্রয়াত',
  },
  bs: { doNotCall: 'ne zovi|ne zovite', consent: 'pristanak|saglasnost' },
  ca: {
    doNotCall:
      'no trucar|no truqueu|no truquis|no telefoneu|no contactar|no molestar|no vol trucades|no vol rebre trucades|no vol que li truquin',
    consent: 'consentiment|autoritzacio',
    remark: 'nota|notes|observacions|comentaris|estat',
    deceased: 'difunt|difunta|mort|morta|traspassat',
  },
  cs: {
    doNotCall:
      'nevolat|nezvat|nevolejte|nekontaktovat|nekontaktujte|zákaz volání|nepřeje si volat|nepřeje si být volán|nepřeje si být kontaktován|nepřeje si telefonáty|nechce být kontaktován|nechce být kontaktována|nechce volat|nechce hovory|nepřeje si hovory',
    ban: 'zákaz volání|zákaz kontaktu',
    consent: 'souhlas',
    remark: 'poznámka|poznámky|stav|komentář',
    deceased: 'zemřel|zemřela|zesnulý|zesnulá',
  },
  cy: { doNotCall: 'peidiwch a ffonio|peidio a ffonio|dim galwadau', consent: 'caniatad|cydsyniad' },
  da: {
    doNotCall:
      'forstyr ikke|ring ikke|må ikke ringes|må ikke ringes op|må ikke kontaktes|ikke ringe|ønsker ikke opkald|ønsker ikke at blive ringet op|ønsker ikke at blive kontaktet|vil ikke kontaktes|vil ikke ringes|må ikke kontaktes igen',
    ban: 'reklamebeskyttet|reklamebeskyttelse',
    consent: 'samtykke',
    remark: 'bemærkning|bemærkninger|notat|noter|kommentar',
    deceased: 'afdød|død',
  },
  de: {
    doNotCall:
      'nicht anrufen|nicht mehr anrufen|nicht kontaktieren|nicht telefonieren|kein anruf|keine anrufe|keine weiteren anrufe|bitte nicht anrufen',
  },
  el: {
    doNotCall:
      'μην κληθεί|να μην κληθεί|μη γίνει κλήση|να μη γίνει κλήση|να μην γίνει κλήση|μην καλείτε|μην καλέσετε|μη καλείτε|να μην καλείται|να μην κληθεί|να μην καλούνται|μην τηλεφωνείτε|μην τηλεφωνήσετε|να μην ενοχληθεί|να μην ενοχλείται|μην επικοινωνήσετε|μην επικοινωνείτε|όχι κλήσεις|όχι τηλεφωνήματα|δεν επιθυμεί επικοινωνία|δεν επιθυμεί κλήσεις|δεν επιθυμεί να καλείται|δεν θέλει κλήσεις|δεν θέλει να τον καλούμε|δεν θέλει επικοινωνία',
    ban: 'μητρώο άρθρου 11|μητρώο 11|απαγόρευση κλήσ|απαγορευση επικοινων',
    consent: 'συγκατάθεση|συναίνεση',
    no: 'όχι',
    remark: 'σημειώσεις|σημείωση|σχόλια|σχόλιο|παρατηρήσεις|παρατήρηση|κατάσταση',
    deceased: 'αποβίωσε|απεβίωσε|αποβιώσας|πέθανε|θανών|θανούσα|νεκρός',
  },
  en: {
    doNotCall:
      'do not call|do not contact|do not phone|dont call|don t call|no call|no calls|no further calls|nocall|nocalls|donotcall|dontcall|never call|opt out|opted out|out of service|not in service|does not wish to be called|does not wish to be contacted|does not want to be called|doesn t want to be called|doesn t want to be contacted|does not want to be contacted|asked to be removed|requested removal|no longer wants calls|never ring',
  },
  es: {
    doNotCall:
      'no llamar|no contactar|no desea llamadas|no desea ser contactado|no desea ser contactada|no desea que le llamen|no quiere ser contactado|no quiere ser contactada|no quiere llamadas|no volver a contactar',
  },
  et: {
    doNotCall:
      'ära helista|ärge helistage|mitte helistada|ei tohi helistada|mitte kontakteeruda|ära võta ühendust|ära enam helista|ei soovi kõnesid|ei soovi helistamist|ei taha kõnesid',
    ban: 'helistamiskeeld|turunduskeeld|kõnekeeld',
    consent: 'nõusolek',
    remark: 'märkus|märkused|märkmed|kommentaar|olek|staatus|seisund',
    deceased: 'surnud|lahkunud',
  },
  eu: {
    doNotCall: 'ez deitu|ez harremanetan jarri',
    consent: 'baimena|baimen|onespena|adostasuna',
    remark: 'oharra|oharrak|egoera',
    deceased: 'hilda|hildakoa|zendua',
  },
  fa: {
    doNotCall:
      'تماس نگیرید|تماس نگیر|تماس گرفته نشود|زنگ نزنید|زنگ نزن|عدم تماس|مزاحم نشوید|تمایل به تماس ندارد',
    consent: 'رضایت|اجازه',
    no: 'خیر|نه',
    remark: 'یادداشت|توضیحات|ملاحظات|وضعیت|شرح',
    deceased: 'فوت|مرحوم|مرحومه|درگذشته|متوفی',
  },
  fi: {
    doNotCall:
      'älä soita|älkää soittako|ei saa soittaa|ei saa ottaa yhteyttä|ei soiteta|ei puheluita|ei halua puheluita|ei yhteydenottoja|älä enää soita|ei saa enää soittaa|ei halua soittoja|ei halua että soitetaan|ei toivo yhteydenottoja',
    ban: 'soittokielto|markkinointikielto|puhelukielto|yhteydenottokielto',
    consent: 'suostumus|lupa|markkinointilupa|soittolupa',
    remark: 'huomio|huomautus|huomautukset|lisätieto|lisätiedot|muistiinpano|tila|kommentti|kommentit',
    deceased: 'kuollut|edesmennyt|menehtynyt',
  },
  fil: {
    doNotCall: 'huwag tawagan|huwag tumawag|huwag kontakin|wag tawagan',
    consent: 'pahintulot|pumayag|pagpayag',
    no: 'hindi',
    remark: 'tala|puna|katayuan',
    deceased: 'yumao|patay|namatay|pumanaw',
  },
  fr: {
    doNotCall:
      'ne pas appeler|ne plus appeler|ne pas contacter|ne veut plus d appels|ne souhaite plus être contacté|ne souhaite plus être contactée|ne souhaite pas être contacté|ne désire pas être appelé|ne pas déranger',
  },
  ga: { doNotCall: 'na glaoigh|na cuir glaoch', consent: 'toiliu', remark: 'notai|stadas' },
  gl: {
    doNotCall: 'non chamar|non chame|non contactar',
    consent: 'consentimento',
    deceased: 'falecido|defunto',
  },
  gu: {
    doNotCall: 'કૉલ કરશો નહીં|કોલ કરશો નહીં|ફોન કરશો નહીં|કૉલ ન કરો|કોલ ન કરો|ફોન ન કરો',
    consent: 'સંમતિ|મંજૂરી',
    no: 'ના|નહીં',
    remark: 'નોંધ|સ્થિતિ',
  },
  ha: {
    doNotCall: 'kada ku kira|kada a kira|kar ku kira|kar a kira|kada ka kira|kada ki kira',
    consent: 'izini|yarda',
    remark: 'bayani|bayanai',
  },
  he: {
    doNotCall:
      'לא להתקשר|אין להתקשר|נא לא להתקשר|אל תתקשר|אל תתקשרו|לא לחייג|אין לחייג|לא ליצור קשר|אין ליצור קשר|לא לפנות|לא מעוניין שיתקשרו|לא מעוניינת שיתקשרו|לא רוצה שיתקשרו|להסיר מהרשימה|ביקש הסרה|ביקשה הסרה|מבקש הסרה|ביקש להסיר|ביקשה להסיר|הסרה מהרשימה|לא מעוניין בשיחות|לא מעוניינת בשיחות|לא רוצה שיחות',
    ban: 'אל תתקשרו אליי|מאגר אל תתקשרו',
    consent: 'הסכמה|הסכמת',
    remark: 'הערה|הערות|סטטוס|מצב',
    deceased: 'נפטר|נפטרה|ז״ל|המנוח',
  },
  hi: {
    doNotCall:
      'कॉल करने से मना|फोन करने से मना|फ़ोन करने से मना|कॉल नहीं चाहते|कॉल नहीं चाहती|कॉल नहीं चाहिए|फोन नहीं चाहिए|कॉल नहीं करना|फोन नहीं करना|कॉल नहीं करें|फोन नहीं करें|कॉल न करें|कॉल ना करें|कॉल मत करें|कॉल न करे|काल न करें|फोन न करें|फ़ोन न करें|फोन ना करें|फोन मत करें|संपर्क न करें|सम्पर्क न करें|परेशान न करें',
    consent: 'सहमति|अनुमति',
    no: 'नहीं|नही|ना|न',
    remark: 'टिप्पणी|टिप्पणियाँ|नोट|स्थिति',
    deceased: 'मृत|मृतक|स्वर्गीय|दिवंगत',
  },
  hr: {
    doNotCall:
      'ne zvati|ne zovi|ne zovite|ne nazivati|ne kontaktirati|ne želi pozive|zabranjeno zvati|ne želi da ga zovu|ne želi da ju zovu|ne želi biti zvan|ne želi biti kontaktiran|ne želi kontakt',
    ban: 'registar ne zovi|zabrana poziva',
    consent: 'privola|pristanak|suglasnost',
    remark: 'napomena|napomene|bilješka|bilješke|komentar|stanje',
    deceased: 'preminuo|preminula|pokojni|pokojna|umro|umrla',
  },
  ht: { doNotCall: 'pa rele|pa telefone|pa kontakte', consent: 'konsantman|pemisyon', deceased: 'mouri' },
  hu: {
    doNotCall:
      'nem szabad felhívni|nem szabad hívni|ne hívja|ne hívják|ne hívd|ne hívjuk|ne hívjátok|nem hívható|tilos hívni|ne keressük|ne keressék|ne keresse|nem kér hívást|nem kér telefont|nem kereshető|hívás tiltva|telefonos megkeresés tiltva|nem kéri a hívást|nem szeretné ha hívnák|nem kíván hívást|ne telefonáljunk|nem akar hívást|törlését kérte',
    ban: 'tiltólista|híváskorlát|hívástilt|megkereséstilt',
    consent: 'hozzájárulás|beleegyezés',
    remark: 'megjegyzés|megjegyzések|jegyzet|jegyzetek|állapot|státusz',
    deceased: 'elhunyt|meghalt|elhalálozott|néhai',
  },
  hy: {
    doNotCall: 'չզանգել|չզանգահարել|մի զանգեք|մի զանգահարեք',
    consent: 'համաձայնություն|թույլտվություն',
    no: 'ոչ',
    remark: 'նշում|նշումներ|կարգավիճակ|մեկնաբանություն',
    deceased: 'մահացած|մահացել|հանգուցյալ',
  },
  id: {
    doNotCall:
      'jangan hubungi|jangan dihubungi|jangan telepon|jangan ditelepon|jangan telpon|jangan ditelpon|tidak mau dihubungi|tidak ingin dihubungi|tidak boleh dihubungi|menolak dihubungi|tidak mau ditelepon|tidak mau ditelpon|minta tidak dihubungi|tidak bersedia dihubungi|jangan call',
    consent: 'persetujuan|izin|setuju',
    no: 'tidak|tdk|bukan',
    remark: 'catatan|keterangan|komentar|status',
    deceased: 'meninggal|almarhum|almarhumah|wafat',
  },
  is: {
    doNotCall:
      'ekki hringja|ekki hringið|má ekki hringja|ekki hafa samband|vill ekki símtöl|vill ekki láta hringja|vill ekki vera hringt',
    ban: 'bannmerk|bannskrá',
    consent: 'samþykki',
    remark: 'athugasemd|athugasemdir|staða|glósur',
    deceased: 'látinn|látin|dáinn|dáin',
  },
  it: {
    doNotCall:
      'non chiamare|non contattare|non vuole chiamate|non vuole più essere contattato|non vuole più essere contattata|non vuole essere contattato|non vuole essere contattata|non desidera essere contattato|non desidera essere contattata|non ricontattare|non richiamare',
  },
  ja: {
    within:
      '電話しないで|電話不要|電話不可|電話禁止|電話お断り|電話NG|電話ＮＧ|架電禁止|架電不可|架電不要|架電NG|連絡不要|連絡不可|連絡NG|発信禁止|発信不可|発信NG|連絡禁止|電話しない|電話をしない|電話拒否|連絡拒否',
    remark: '備考|メモ|状態|ステータス',
    deceased: '死亡|故人|逝去',
  },
  ka: {
    doNotCall:
      'აღარ დარეკოთ|აღარ დარეკო|ნუღარ დარეკავთ|აღარ დამირეკოთ|არ დამირეკოთ|აღარ დაურეკოთ|არ დარეკოთ|არ დაურეკოთ|ნუ დარეკავთ|ნუ დაურეკავთ|არ დაუკავშირდეთ',
    consent: 'თანხმობა|ნებართვა',
    no: 'არა',
    remark: 'შენიშვნა|შენიშვნები|სტატუსი|კომენტარი',
    deceased: 'გარდაიცვალა|გარდაცვლილი',
  },
  kk: {
    doNotCall: 'қоңырау шалмаңыз|қоңырау шалмау|қоңырау шалуға болмайды|хабарласпаңыз|хабарласпау',
    consent: 'келісім|рұқсат',
    no: 'жоқ',
    remark: 'ескерту|ескертпе|мәртебе|күйі',
    deceased: 'қайтыс|марқұм',
  },
  km: {
    within: 'កុំហៅ|កុំទូរស័ព្ទ|ហាមទូរស័ព្ទ|កុំទាក់ទង',
    consent: 'យល់ព្រម|ការយល់ព្រម|អនុញ្ញាត',
    no: 'ទេ',
    remark: 'ចំណាំ|កំណត់សម្គាល់|ស្ថានភាព',
    deceased: 'ស្លាប់|មរណភាព',
  },
  kn: {
    doNotCall: 'ಕರೆ ಮಾಡಬೇಡಿ|ಫೋನ್ ಮಾಡಬೇಡಿ|ಸಂಪರ್ಕಿಸಬೇಡಿ',
    consent: 'ಒಪ್ಪಿಗೆ|ಸಮ್ಮತಿ|ಅನುಮತಿ',
    no: 'ಇಲ್ಲ|ಬೇಡ',
    remark: 'ಟಿಪ್ಪಣಿ|ಸ್ಥಿತಿ',
  },
  ko: {
    within:
      '발신제한|통화제한|전화금지|전화하지마|전화하지말|전화거부|통화거부|연락하지|연락금지|연락거부|수신거부|전화원하지않|연락원하지않',
    remark: '비고|메모|상태|참고',
    deceased: '사망|고인|별세',
  },
  ky: { doNotCall: 'чалбаңыз|чалбагыла|телефон чалбаңыз', consent: 'макулдук|уруксат', no: 'жок' },
  lo: { within: 'ຫ້າມໂທ|ຢ່າໂທ|ບໍ່ໃຫ້ໂທ', consent: 'ຍິນຍອມ|ອະນຸຍາດ', no: 'ບໍ່', remark: 'ໝາຍເຫດ|ສະຖານະ' },
  lt: {
    doNotCall:
      'neskambinti|neskambinkite|nesikreipti|nesusisiekti|nenori skambučių|nepageidauja skambučių|nepageidauja būti kontaktuojamas|nenori būti kontaktuojamas|atsisakė skambučių',
    ban: 'skambučių draudim',
    consent: 'sutikimas|sutikimą',
    remark: 'pastaba|pastabos|komentaras|komentarai|būsena|statusas',
    deceased: 'mirė|miręs|mirusi|velionis',
  },
  lv: {
    doNotCall:
      'nezvanīt|nezvaniet|nesazināties|nevēlas zvanus|zvanīt aizliegts|nevēlas saņemt zvanus|atteicās no zvaniem',
    consent: 'piekrišana',
    no: 'nē',
    remark: 'piezīme|piezīmes|komentārs|komentāri|statuss|stāvoklis',
    deceased: 'miris|mirusi|mirušais',
  },
  mk: {
    doNotCall:
      'не ѕвони|не ѕвонете|да не се ѕвони|не се јавувај|не се јавувајте|не контактирај|не вознемирувај',
    consent: 'согласност',
    remark: 'забелешка|забелешки|коментар|статус|состојба',
    deceased: 'починат|починал|починала|почина',
  },
  ml: {
    doNotCall: 'വിളിക്കരുത്|വിളിക്കേണ്ട|വിളിക്കണ്ട|കോൾ ചെയ്യരുത്|ഫോൺ ചെയ്യരുത്|ബന്ധപ്പെടരുത്',
    consent: 'സമ്മതം|അനുമതി',
    no: 'ഇല്ല|അല്ല|വേണ്ട',
    remark: 'കുറിപ്പ്|അവസ്ഥ',
    deceased: 'മരിച്ചു|അന്തരിച്ചു',
  },
  mn: {
    doNotCall: 'битгий залга|битгий залгаарай|залгахгүй|залгаж болохгүй|залгахыг хориглоно',
    consent: 'зөвшөөрөл',
    no: 'үгүй',
    remark: 'тэмдэглэл|тайлбар|төлөв',
    deceased: 'нас барсан|талийгаач',
  },
  mr: {
    doNotCall: 'फोन करू नये|कॉल करू नये|फोन करायचा नाही|कॉल करू नका|फोन करू नका|फोन करु नका|संपर्क करू नका',
    consent: 'संमती|परवानगी',
    no: 'नाही',
    remark: 'टीप|शेरा|स्थिती',
    deceased: 'मयत|मृत',
  },
  ms: {
    doNotCall: 'jangan hubungi|jangan telefon|jangan ditelefon|jangan panggil|tidak mahu dihubungi',
    consent: 'kebenaran|persetujuan|keizinan',
    remark: 'nota|catatan|ulasan',
    deceased: 'meninggal|arwah',
  },
  mt: { doNotCall: 'iċċempilx|iċċemplux|tċempilx|tċemplux', consent: 'kunsens', remark: 'noti|nota' },
  my: {
    within: 'မခေါ်ပါနှင့်|မခေါ်ပါနဲ့|ဖုန်းမခေါ်|ဖုန်းမဆက်|မဆက်သွယ်',
    consent: 'သဘောတူ|ခွင့်ပြု',
    remark: 'မှတ်ချက်|အခြေအနေ',
    deceased: 'ကွယ်လွန်|သေဆုံး',
  },
  nb: {
    doNotCall:
      'ikke forstyrr|ikke ring|ring ikke|ikke ringe|ikke kontakt|ikke kontakte|ønsker ikke oppringning|ønsker ikke å bli oppringt|ønsker ikke å bli kontaktet|vil ikke bli oppringt|vil ikke kontaktes|vil ikke bli kontaktet',
    ban: 'reservasjonsregister|reservert',
    remark: 'merknad|merknader|notat|notater|kommentar',
    deceased: 'avdød|død',
  },
  ne: {
    doNotCall:
      'फोन नगर्नुहोला|कल नगर्नुहोला|फोन नगर्नुहोस्|फोन नगर्नुस्|फोन नगर्ने|कल नगर्नुहोस्|कल नगर्ने|सम्पर्क नगर्नुहोस्|सम्पर्क नगर्ने',
    consent: 'सहमति|मञ्जुरी|अनुमति',
    no: 'होइन|छैन',
    remark: 'टिप्पणी|कैफियत|अवस्था',
    deceased: 'मृत|मृतक|स्वर्गीय',
  },
  nl: {
    doNotCall:
      'niet bellen|niet benaderen|niet contacteren|wil geen telefoontjes|geen telefoontjes|wenst niet gebeld|wil niet meer gebeld|wil niet gebeld|wil geen contact',
  },
  pa: {
    doNotCall: 'ਫੋਨ ਨਾ ਕਰਨਾ|ਕਾਲ ਨਾ ਕਰਨਾ|ਕਾਲ ਨਾ ਕਰਿਓ|ਫੋਨ ਨਾ ਕਰਿਓ|ਕਾਲ ਨਾ ਕਰੋ|ਫ਼ੋਨ ਨਾ ਕਰੋ|ਫੋਨ ਨਾ ਕਰੋ|ਸੰਪਰਕ ਨਾ ਕਰੋ',
    consent: 'ਸਹਿਮਤੀ',
    no: 'ਨਹੀਂ|ਨਾ',
    remark: 'ਟਿੱਪਣੀ',
  },
  pl: {
    doNotCall:
      'nie dzwonić|nie dzwon|proszę nie dzwonić|nie kontaktować|zakaz dzwonienia|nie życzy sobie kontaktu|nie życzy sobie telefonów|prosi o niedzwonienie|nie życzy sobie dzwonienia|nie chce telefonów|nie chce kontaktu|więcej nie dzwonić|odmawia kontaktu',
    ban: 'zakaz kontakt|zakaz dzwonienia|lista robinsonów',
    remark: 'uwaga|uwagi|notatka|notatki|komentarz',
    deceased: 'nie żyje|zmarł|zmarła|zmarły',
  },
  pt: {
    doNotCall:
      'não fazer chamada|não fazer chamadas|recusa chamada|recusa chamadas|não ligar|não contactar|não contatar|não chamar|não perturbe|não quer receber ligações|não quer ligações|não deseja contato|não deseja contacto|não deseja ser contatado|não deseja ser contactado|não quer ser contatado|não quer ser contactado|não ligue|não liguem',
  },
  ro: {
    doNotCall:
      'nu suna|nu sunați|a nu se suna|nu apela|nu apelați|nu contacta|nu contactați|nu dorește apeluri|nu dorește să fie sunat|nu mai suna|nu mai sunați|nu mai apelați|nu mai contactați|nu vrea apeluri|nu vrea să fie sunat|nu dorește să fie contactat|nu dorește să fie contactată',
    ban: 'interdicție apel',
    remark: 'mențiuni|observații|notă|comentarii|stare',
    deceased: 'decedat|decedată|mort',
  },
  ru: {
    doNotCall:
      'не звонить|не звоните|больше не звонить|не беспокоить|не беспокойте|не контактировать|просит не звонить|просил не звонить|просила не звонить|отказ от звонков|запрет звонков|не хочет звонков|не желает звонков|отказался от звонков|отказалась от звонков|просьба не звонить|не хочет чтобы звонили|не хочет чтобы ему звонили|не хочет чтобы ей звонили',
    ban: 'отказ от звонк|запрет на звонк|запрет звонк',
    remark: 'примечание|примечания|заметка|заметки|комментарий|комментарии|статус',
  },
  si: {
    doNotCall: 'අමතන්න එපා|කතා කරන්න එපා|ඇමතුම් ගන්න එපා|අමතන්න එපා',
    consent: 'කැමැත්ත|එකඟතාව|අවසරය',
    no: 'නැත|නැහැ|නෑ',
    remark: 'සටහන්|සටහන|තත්ත්වය',
    deceased: 'මියගිය|මිය',
  },
  sk: {
    doNotCall:
      'nevolať|nevolajte|nekontaktovať|nekontaktujte|zákaz volania|neželá si byť volaný|neželá si hovory|nechce byť kontaktovaný|nechce byť kontaktovaná|nechce hovory',
    ban: 'zákaz volania|zákaz kontakt',
    consent: 'súhlas',
    remark: 'poznámka|poznámky|stav|komentár',
    deceased: 'zomrel|zomrela|zosnulý|zosnulá',
  },
  sl: {
    doNotCall:
      'ne kliči|ne kličite|ne klicati|ne želi klicev|ne kontaktiraj|ne kontaktirajte|ne želi biti klican|ne želi biti klicana|ne želi kontakta',
    ban: 'prepoved klic',
    consent: 'soglasje|privolitev',
    remark: 'opomba|opombe|komentar|stanje',
    deceased: 'umrl|umrla|pokojni|pokojna|preminul',
  },
  so: {
    doNotCall: 'ha i soo wicin|ha soo wicin|ha ila soo hadlin|ha wicin|ha la soo wicin',
    consent: 'ogolaansho',
  },
  sq: {
    doNotCall:
      'mos lajmëroheni|mos telefono|mos telefononi|mos telefono|mos telefononi|mos e telefono|mos e telefononi|mos thirr|mos thirrni|mos e thirr|mos e thirrni|mos kontakto|mos kontaktoni|mos e kontakto|mos e kontaktoni|mos e merr në telefon|nuk dëshiron telefonata|nuk do telefonata|nuk dëshiron të kontaktohet',
    consent: 'pëlqim|pëlqimi|miratim|miratimi|leje',
    remark: 'shënim|shënime|koment|komente|statusi|gjendja',
    deceased: 'vdekur|ndjerë|ndjeri',
  },
  sr: {
    doNotCall:
      'не звати|не зови|не зовите|не контактирати|не жели позиве|забрањено звати|ne zvati|ne zovi|ne zovite|ne kontaktirati|ne želi pozive|не жели да га зовемо|не жели да је зовемо|ne želi da ga zovemo|ne želi da je zovemo|ne želi da ga zovu|ne želi da je zovu|ne želi kontakt|не жели контакт',
    ban: 'регистар не зови|забрана позива|registar ne zovi|zabrana poziva',
    consent: 'сагласност|пристанак|saglasnost|pristanak',
    remark: 'напомена|напомене|белешка|белешке|коментар|статус|napomena|beleška|beleške',
    deceased: 'преминуо|преминула|покојни|покојна|умро|умрла|preminuo|preminula',
  },
  sv: {
    doNotCall:
      'ring inte|ring ej|inte ringa|får ej ringas|får inte ringas|får ej kontaktas|får inte kontaktas|kontakta inte|kontakta ej|vill inte bli uppringd|vill inte bli kontaktad|vill ej bli uppringd|vill ej bli kontaktad|ring aldrig|vill inte ha samtal',
    ban: 'nixregist|nixspärr|reklamspärr|telefonspärr|säljspärr',
    remark: 'anmärkning|anmärkningar|anteckning|anteckningar|notering|kommentar',
    deceased: 'avliden|död',
  },
  sw: {
    doNotCall:
      'usinipigie|usinipigie simu|msinipigie|usitupigie|hataki kupigiwa|hataki simu|asipigiwe tena|usipige|usipige simu|usimpigie|usimpigie simu|msipige|msimpigie|asipigiwe|usiwasiliane',
    consent: 'ridhaa|idhini|kibali',
    no: 'hapana',
    remark: 'maelezo|maoni|hali|kumbukumbu',
    deceased: 'amefariki|marehemu|amekufa',
  },
  ta: {
    doNotCall: 'அழைக்க வேண்டாம்|அழைக்காதீர்கள்|அழைக்கக் கூடாது|அழைக்கக்கூடாது|போன் செய்ய வேண்டாம்|தொடர்பு கொள்ள வேண்டாம்',
    consent: 'ஒப்புதல்|சம்மதம்|அனுமதி',
    no: 'இல்லை|வேண்டாம்',
    remark: 'குறிப்பு|குறிப்புகள்|நிலை|கருத்து',
    deceased: 'இறந்தார்|இறந்தவர்|காலமானார்',
  },
  te: {
    doNotCall: 'ఫోన్ చేయకండి|కాల్ చేయకండి|కాల్ చేయకూడదు|ఫోన్ చేయకూడదు|కాల్ చేయవద్దు|కాల్ చేయొద్దు|ఫోన్ చేయవద్దు|ఫోన్ చేయొద్దు|సంప్రదించవద్దు',
    consent: 'సమ్మతి|అనుమతి|అంగీకారం',
    no: 'లేదు|కాదు|వద్దు',
    remark: 'గమనిక|గమనికలు|స్థితి',
    deceased: 'మరణించారు|చనిపోయారు',
  },
  tg: { doNotCall: 'занг назанед|занг назан', consent: 'розигӣ|иҷозат', remark: 'эзоҳ|ҳолат' },
  th: {
    within:
      'ไม่ติดต่อ|ห้ามโทร|อย่าโทร|ไม่ให้โทร|งดโทร|ไม่ต้องโทร|ไม่รับสายขาย|ห้ามติดต่อ|งดติดต่อ|ไม่ประสงค์ให้ติดต่อ|ไม่ต้องการให้ติดต่อ|ไม่ต้องการรับสาย|ไม่ต้องการให้โทร',
    consent: 'ยินยอม|อนุญาต',
    refused: 'ไม่ยินยอม|ไม่อนุญาต|ปฏิเสธ',
    no: 'ไม่|ไม่ใช่|ไม่มี',
    remark: 'หมายเหตุ|สถานะ|บันทึก|ความคิดเห็น',
    deceased: 'เสียชีวิต|ถึงแก่กรรม|ตายแล้ว',
  },
  tr: {
    doNotCall:
      'arama yapma|arama yapmayın|aranmak istemediğini|aranmasını istemiyor|aramasınlar|telefon etmeyin|arama yapılmasın|rahatsız edilmek istemiyor|aramayın|aramayınız|arama yapmayın|aranmasın|aranmak istemiyor|aranmayacak|rahatsız etmeyin|lütfen aramayın|arama yasak|arama istemiyor|aramamızı istemiyor|iletişim istemiyor',
    ban: 'arama engel|arama yasağ',
    remark: 'not|notlar|açıklama|açıklamalar|durum|durumu',
    deceased: 'vefat|merhum|merhume',
  },
  uk: {
    doNotCall:
      'не дзвонити|не дзвоніть|більше не дзвонити|не телефонувати|не телефонуйте|не турбувати|не турбуйте|не контактувати|просить не дзвонити|заборона дзвінків|не хоче дзвінків|відмовився від дзвінків|відмовилась від дзвінків|відмовилася від дзвінків|не бажає дзвінків',
    ban: 'заборона дзвінк|відмова від дзвінк',
    consent: 'згода|згоди',
    remark: 'примітка|примітки|нотатка|нотатки|коментар|коментарі|статус|стан',
    deceased: 'помер|померла|померлий|покійний',
  },
  ur: {
    doNotCall:
      'کال کرنے سے منع|فون کرنے سے منع|کال نہیں چاہتے|کال نہیں چاہیے|کال نہ کریں|کال مت کریں|فون نہ کریں|فون مت کریں|رابطہ نہ کریں|رابطہ مت کریں',
    consent: 'رضامندی|اجازت|منظوری',
    no: 'نہیں|نہ',
    remark: 'تبصرہ|نوٹ|کیفیت|حیثیت',
    deceased: 'مرحوم|مرحومہ|وفات|انتقال|فوت',
  },
  uz: {
    doNotCall: 'qo‘ng‘iroq qilmang|qo‘ng‘iroq qilinmasin|qo‘ng‘iroq qilish mumkin emas|bog‘lanmang',
    consent: 'rozilik|roziligi|ruxsat',
    no: 'yo‘q',
    remark: 'izoh|izohlar|holat|eslatma',
    deceased: 'vafot|marhum|marhuma',
  },
  vi: {
    doNotCall:
      'không gọi|không được gọi|đừng gọi|không gọi điện|không liên hệ|không liên lạc|đừng liên hệ|từ chối cuộc gọi|từ chối nhận cuộc gọi|từ chối gọi|không làm phiền|không muốn nhận cuộc gọi|không muốn được gọi|không muốn nghe máy|không nhận cuộc gọi',
    consent: 'đồng ý|cho phép',
    no: 'không|chưa',
    remark: 'ghi chú|trạng thái|tình trạng|nhận xét|chú thích',
    deceased: 'đã mất|đã chết|qua đời|từ trần',
  },
  yo: { doNotCall: 'ẹ má pè|ẹ má ṣe pè|má pè mí', consent: 'ìyọ̀ǹda' },
  zh: {
    within:
      '切勿通话|切勿通話|不要通话|不要通話|不要电联|不要電聯|不推荐电话|请勿联系|請勿聯絡|不要再打|不要再打电话|请勿来电|請勿來電|请勿致电|請勿致電|请勿拨打|請勿撥打|请勿打扰|請勿打擾|勿扰|勿擾|勿打|不要打电话|不要打電話|不要来电|不要來電|不要联系|不要聯絡|禁止拨打|禁止撥打|拒绝来电|拒絕來電|谢绝来电|謝絕來電|拒接|不接受来电|不接受來電|不愿接电话|不願接電話',
    remark: '备注|備註|备考|状态|狀態|说明|說明',
    deceased: '去世|过世|過世|已故|死亡|身故',
  },
  zu: { doNotCall: 'ningangishayeli|ungangishayeli|ningamshayeli|ningashayi ucingo', consent: 'imvume' },
};

function every(sort: keyof RefusalWords): readonly string[] {
  return [...new Set(Object.values(byLanguage).flatMap((words) => words[sort]?.split('|') ?? []))];
}

/** “Do not call”, between the words of a text and in one without blanks. */
const refusalPhrases: Phrases = phrasesOf(every('doNotCall'));
const refusalParts: readonly string[] = every('within').map(joined);
const bans: readonly string[] = every('ban').map((ban) => wordsOf(ban).join(' '));
const refusedParts: readonly string[] = every('refused').map(joined);
export const consentPhrases: Phrases = phrasesOf(every('consent'));
export const noAnswers: ReadonlySet<string> = new Set(every('no').map(joined));
export const remarkPhrases: Phrases = phrasesOf(every('remark'));
export const deceasedPhrases: Phrases = phrasesOf(every('deceased'));

/** Whether a header, or a note, says in any language that somebody is not to be called. */
export function saysDoNotCall(words: readonly string[]): boolean {
  return endOfRefusal(words) !== undefined;
}

/**
 * The index of the word after “do not call”, where a text says so; 0 in a script without blanks.
 * @returns undefined where it does not say so
 */
export function endOfRefusal(words: readonly string[]): number | undefined {
  return endOfPhrase(refusalPhrases, words) ?? (holdsPart(refusalParts, words) ? 0 : undefined);
}

/** Whether a header names a ban of calls, or a register of people who refuse them. */
export function namesBan(words: readonly string[]): boolean {
  const text = words.join(' ');
  return bans.some((ban) => text.includes(ban));
}

/** Whether an answer holds a no within a longer word. */
export function holdsRefusal(words: readonly string[]): boolean {
  return holdsPart(refusedParts, words);
}

function holdsPart(parts: readonly string[], words: readonly string[]): boolean {
  const text = words.join('');
  return /\P{ASCII}/u.test(text) && parts.some((part) => text.includes(part));
}

function joined(text: string): string {
  return wordsOf(text).join('');
}
