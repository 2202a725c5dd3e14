/**
 * How a note of one language says that nobody is to call: a phrase of `first`, a few words of `between`, and
 * a phrase of `then`. Separated by blanks, with `_` between the words of a phrase.
 */
export interface OrderWords {
  readonly first: string;
  readonly between: string;
  readonly then: string;
  /** Shortly before or right behind, these make it something else. */
  readonly unless?: string;
}

/**
 * By language, ISO 639: those whose orders need no list of their own beside the one of whole phrases. Verbs
 * are in the forms of an order, a wish or the passive.
 */
export const orderWords: Readonly<Record<string, readonly OrderWords[]>> = {
  af: [
    {
      first: 'nie moenie moet moet_nie',
      between: 'my ons hom haar asseblief nie weer ooit meer',
      then: 'weer_bel_nie ooit_bel_nie skakel_nie bel_nie kontak_nie gebel_word_nie',
    },
  ],
  bg: [
    {
      first: 'не',
      between: 'ми му й им ме го я ни повече иска желае да се бъде бъдат никога моля',
      then: 'звънете звънят звънене обаждайте обаждат обаждания безпокоен безпокоена безпокоите безпокойте търсен търсена търсят контактувайте контактуван',
    },
  ],
  ca: [
    {
      first: 'no',
      between: 'us plau mes vol que li el la mai torneu torni a ens em',
      then: 'truquem truqueu_mes contactem truqueu truquis trucar truquin trucades molestin molesteu contacteu',
    },
  ],
  cs: [
    { first: `prestante prestan`, between: `mi uz`, then: `volat` },
    {
      first: 'nepreje nepreji nechce nezada odmita nesouhlasi',
      between: 'si aby abychom mu ji jim jej zadne zadny dalsi uz vice s telefonicky telefonicke byt',
      then: 'volali volat volani volan volana hovory telefonaty kontaktovat kontaktovali kontaktovan kontaktovana obtezovan obtezovana kontakt',
    },
    {
      first: 'nevolat nevolejte nevolejte_mi netelefonovat netelefonujte neobtezovat neobtezujte',
      between: '',
      then: 'uz vice nikdy znovu prosim',
    },
  ],
  da: [
    { first: `stop hold_op`, between: `med at`, then: `ringe kontakte` },
    {
      first: 'ikke aldrig',
      between: 'onsker vil flere nogen blive at bliver mere laengere have',
      then: 'ringet_op ringes_op ringes ringe_op kontaktet kontaktes opkald opringninger',
      unless: 'kunne kan',
    },
  ],
  el: [
    { first: `σταματηστε`, between: `να με μας`, then: `καλειτε παιρνετε τηλεφωνειτε ενοχλειτε` },
    {
      first: 'μη μην δεν δε',
      between: 'τη την με τον την μας μασ ξανα θελει επιθυμει να αλλο αλλες πλεον ποτε',
      then: `ξαναπαρουμε ξανακαλεσουμε ξαναενοχλησουμε ξαναπαρει καλεσετε καλειτε καλεσεις ξανακαλεσετε ξανακαλειτε ξαναπαρετε παρετε παιρνετε τηλεφωνησετε τηλεφωνειτε ενοχλειτε
        ενοχλουμε ενοχλησετε ενοχληθει καλουμε καλεσουμε παιρνουμε κλησεις τηλεφωνηματα`,
    },
  ],
  et: [
    {
      first: 'ara arge ei',
      between: 'enam palun soovi taha rohkem',
      then: 'helista helistage helistada konesid konet helistamist tulita tulitage',
    },
  ],
  fa: [
    {
      first: 'نمی_خواهد نمیخواهد نمی_خواهند نمیخواهند تمایل_ندارد',
      between: 'با او وی ایشان دیگر',
      then: 'تماس تماس_گرفته زنگ',
    },
  ],
  fi: [
    { first: `lopettakaa lopeta`, between: `se tama`, then: `soittaminen soittelu soittelut` },
    { first: 'ala', between: 'enaa koskaan', then: 'soita soittele hairitse' },
    { first: 'alkaa', between: 'enaa koskaan', then: 'soittako soitelko hairitko' },
    {
      first: 'ei',
      between: 'enaa halua toivo saa koskaan kiitos mitaan',
      then: 'soittaa puheluita puheluja soittoja yhteydenottoja soiteta',
      unless: 'takaisin',
    },
  ],
  fil: [
    {
      first: 'huwag wag ayaw',
      between: 'na po nang kayong kang ninyo niyo siyang siya akong ng muling',
      then: 'tumawag tawagan matawagan tatawag makontak kontakin istorbohin tinatawagan tumatawag',
    },
  ],
  gl: [
    {
      first: 'non',
      between: 'me lle nos mais volvan a quere',
      then: 'chamar chamen chame chamades contacten contactar molesten',
    },
  ],
  he: [
    {
      first: `מסרב מסרבת סירב סירבה הפסיקו תפסיקו שנפסיק להפסיק שיפסיקו`,
      between: `לקבל`,
      then: `שיחות שיחה להתקשר לשיחות`,
    },
    {
      first: 'לא אל אין שלא',
      between: 'אליו אליה אליי אלי לי יותר עוד מעוניין מעוניינת רוצה לקבל',
      then: 'נתקשר יתקשרו תתקשר תתקשרו תתקשרי להתקשר תצלצלו יצלצלו לצלצל להטריד תטרידו שיחות טלפונים',
      unless: 'הצלחתי הצלחנו הצליח ניתן יכול',
    },
  ],
  hr: [
    { first: `prestanite prestani`, between: `me`, then: `zvati nazivati` },
    {
      first: 'nemojte nemoj ne немојте немој не',
      between:
        'me ga je ih ju nas vise nikad nikada zeli zele primati da nikakve ме га је их нас више никад никада жели желе примати да никакве',
      then: 'kontaktiramo kontaktirajte uznemiravajte nazivamo zove контактирамо контактирајте узнемиравајте zvati zvat nazivati zovite zovete zovemo kontaktirati uznemiravati pozive kontaktiran kontaktirana звати називати зовите зовете зовемо контактирати узнемиравати позиве',
      unless: 'moze mogu može могу може',
    },
  ],
  hu: [
    { first: `hagyjak_abba`, between: `a`, then: `hivogatast hivasokat telefonalast` },
    {
      first: 'ne',
      between: 'tobbet soha tobbe ot engem minket kerem mar',
      then: 'hivjanak hivjak hivja hivjon hivjatok hivjuk telefonaljanak telefonaljon telefonaljunk keressek keressenek keresse keressuk zavarjak zavarjanak zaklassak',
    },
    {
      first: 'nem',
      between:
        'szeretne szeretnek ker kivan akar akarja akarjak tobb tobbet semmilyen tovabbi hogy kapni ilyen',
      then: 'hivast hivasokat telefonhivast telefonhivasokat megkeresest megkereseseket hivjak hivjuk keressek keressuk zavarjuk zavarjak',
    },
  ],
  id: [
    {
      first: `stop hentikan berhenti`,
      between: `lagi untuk`,
      then: `telepon menelepon telpon hubungi menghubungi call`,
    },
    {
      first: 'keberatan menolak jangan tidak tak tdk',
      between: 'mau mahu ingin perlu boleh bersedia berkenan minta lagi sampai pernah suka tolong',
      then: `ganggu diteleponi menghubungi hubungi dihubungi telepon menelepon ditelepon telpon menelpon ditelpon telefon menelefon ditelefon
        kontak dikontak diganggu mengganggu call ditelp telp`,
    },
  ],
  is: [
    {
      first: 'ekki aldrei',
      between: 'ma aftur vill lata fa fleiri meira lengur',
      then: 'hringja hringid samband simtol trufla',
    },
  ],
  it: [
    {
      first: `non`,
      between: `essere piu vuole desidera mai`,
      then: `disturbato disturbata ricontattato ricontattata contattato contattata richiamato richiamata`,
      unless: `risulta`,
    },
    {
      first: 'non',
      between: 'piu mi ci lo la vuole desidera ricevere altre alcuna nessuna',
      then: 'telefonate chiamate telefonata',
      unless: 'risponde',
    },
  ],
  lt: [
    {
      first: 'nenori nepageidauja atsisako',
      between: 'daugiau kad jam jai butu gauti jokiu',
      then: 'skambuciu skambintu skambinama trukdomas trukdoma',
    },
  ],
  lv: [
    {
      first: 'nevelas negrib atsakas',
      between: 'vairs lai vinam vinai sanemt nekadus no',
      then: 'zvanus zvanu zvana zvani zvaniem zvanitu traucets',
    },
  ],
  mk: [
    {
      first: 'не',
      between: 'го ја повеќе ми му и ни се повеќе сака да',
      then: 'бараме барате звонат јавуваат јавувајте јавувај ѕвонете ѕвонат вознемирувајте контактирајте повици',
    },
  ],
  nb: [
    { first: `slutt slutter stopp`, between: `a med`, then: `ringe kontakte` },
    {
      first: 'ikke aldri',
      between: 'onsker vil flere noen bli mer lenger a fa ha',
      then: 'ringt oppringt kontaktet kontaktes ringes telefoner oppringninger samtaler ring ringe',
      unless: 'kunne kan',
    },
  ],
  pl: [
    { first: `przestancie przestac przestan`, between: `do mnie`, then: `dzwonic wydzwaniac` },
    {
      first: 'nie',
      between:
        'zycze zycza do mnie nas niej niego zyczy sobie chce zgadza sie na wiecej juz dalszych zadnych prosze nigdy zeby odbierac tych',
      then: `kontaktu kontaktow dzwonic dzwoncie dzwon dzwonila dzwonili wydzwaniac telefonowac kontaktowac niepokoic telefonow polaczen
        rozmowy_marketingowe rozmow_telefonicznych rozmowy_telefoniczne kontakt_telefoniczny kontaktu_telefonicznego telefony`,
      unless: 'moge mozna moze mogl',
    },
  ],
  ro: [
    { first: `incetati opriti_va`, between: `cu sa ma`, then: `sunati sunat apelurile telefoanele` },
    {
      first: 'nu',
      between: 'fiu fim fi mai mai ma il o ii va vrea vreau doreste doresc sa se niciodata fie le alte',
      then: 'suna sunati sunat sunata suni apela apelati apelat contacta contactati contactat contactata deranja deranjati deranjat deranjata telefona apeluri telefoane',
      unless: 'putut poate pot',
    },
  ],
  ru: [
    { first: `перестаньте прекратите хватит`, between: `мне уже`, then: `звонить названивать беспокоить` },
    {
      first: 'не',
      between: 'мне нам ей ему им больше никогда надо нужно хочет желает чтобы с ней ним его ее нас меня',
      then: 'звонить звоните звони звонили беспокоить беспокойте беспокоили тревожить тревожьте набирать набирайте связываться перезванивать перезванивайте звонков',
      unless: 'может могу могли смог смогли',
    },
  ],
  sk: [
    { first: `prestante prestan`, between: `mi uz`, then: `volat` },
    {
      first: 'nepraje neprajem nechce nezela odmieta nesuhlasi',
      between: 'si aby sme mu jej im ziadne ziadny dalsie uz viac s byt telefonicky',
      then: 'volali volat volania volany volana hovory telefonaty kontaktovat kontaktovali kontaktovany kontaktovana obtazovany kontakt',
    },
  ],
  sl: [
    {
      first: 'ne',
      between: 'me ga jo vec nikoli zeli zelijo prejemati nikakrsnih biti',
      then: 'klicite klici klicati klicev kontaktirajte kontaktirati klican klicana motite nadlegujte',
    },
  ],
  sq: [
    {
      first: 'mos',
      between: 'me te e i ju na',
      then: 'telefono telefononi thirr thirrni merrni kontaktoni shqetesoni',
    },
  ],
  sv: [
    { first: `sluta slutar`, between: `att`, then: `ringa kontakta` },
    {
      first: 'inte ej aldrig',
      between: 'absolut bli mer langre nagonsin vill vara fler ha igen',
      then: 'uppringd uppringda kontaktad kontaktas ringas ringa kontakta samtal',
      unless: 'kunde kan gick gar',
    },
  ],
  tr: [
    {
      first: 'bir_daha beni bizi onu kesinlikle asla tekrar sakin artik',
      between: 'lutfen bir daha kesinlikle asla tekrar',
      then: 'aramayalim aramayin aramayiniz aranmasin aramasinlar aranmak_istemiyor aranmak_istemedigini arama_yapilmasin rahatsiz_etmeyin rahatsiz_edilmek_istemiyor',
    },
  ],
  uk: [
    { first: `перестаньте припиніть годі досить`, between: `мені`, then: `дзвонити телефонувати турбувати` },
    {
      first: 'не',
      between: 'мені нам їй йому їм більше ніколи треба хоче бажає щоб його її нас мене',
      then: 'дзвонити дзвоніть телефонувати телефонуйте турбувати турбуйте набирати набирайте дзвонили телефонували турбували передзвонювати',
      unless: 'може можу змогли зміг',
    },
  ],
  vi: [
    { first: 'tu_choi', between: 'moi cac tat ca nhan', then: 'cuoc_goi goi lien_he lien_lac' },
    { first: `ngung thoi cham_dut`, between: `viec cac`, then: `goi goi_dien lien_he lam_phien` },
    {
      first: 'khong dung chua_bao_gio',
      between: 'dong y nhan cac muon duoc bi nen nua can phai cho toi khach',
      then: 'cuoc_goi goi goi_lai lam_phien nghe_dien_thoai lien_he lien_lac goi_dien quay_ray',
      unless: 'duoc',
    },
  ],
  ar: [
    { first: `يرفض ترفض رفض رفضت`, between: `اي كل جميع`, then: `مكالمات اتصالات اتصال تواصل` },
    {
      first: `لا`,
      between: `يريد تريد تعاود تعاودوا يرغب ترغب يود تود اي في ان نتصل به بها المزيد من`,
      then: `مكالمات اتصالات اتصال تواصل بالتواصل بالاتصال بالمكالمات ازعاج ازعاجه`,
    },
  ],
  eu: [
    { first: `ez`, between: `du nahi dute gehiago berriro`, then: `deirik_nahi deitzea_nahi deitu deirik` },
  ],
  pt: [
    {
      first: `nao`,
      between: `mais me lhe nos voltarem a querem`,
      then: `ligarem contactarem contatarem incomodarem receber_chamadas receber_ligacoes`,
    },
  ],
  nl: [
    {
      first: `niet niets`,
      between: `meer wil wenst te nog`,
      then: `lastiggevallen gestoord_worden benaderd_worden opgebeld_worden gestoord benaderd`,
    },
  ],
};
