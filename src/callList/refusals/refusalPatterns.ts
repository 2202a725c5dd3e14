/**
 * How a note of one language refuses calls: a phrase of `first`, up to five words of `between`, and a phrase
 * of `then`. Entries are separated by blanks or line ends, with `_` between the words of a phrase, and are
 * compared without case and accents. Verbs have the form of an order, a wish or the passive: `ne rappelez
 * jamais` refuses calls, and `ne rappelle jamais` is said of somebody who does not call back.
 */
export interface RefusalPattern {
  readonly first: string;
  readonly between?: string;
  readonly then: string;
  /** Up to two words before it or right after it, these make it something else: `could not be contacted`. */
  readonly unless?: string;
}

/** By language, ISO 639. */
export const refusalPatterns: Readonly<Record<string, readonly RefusalPattern[]>> = {
  af: [
    {
      first: 'nie moenie moet moet_nie',
      between: 'my ons hom haar asseblief nie weer ooit meer',
      then: 'weer_bel_nie ooit_bel_nie skakel_nie bel_nie kontak_nie gebel_word_nie',
    },
  ],
  ar: [
    {
      first: 'يرفض ترفض رفض رفضت',
      between: 'اي كل جميع',
      then: 'مكالمات اتصالات اتصال تواصل',
    },
    {
      first: 'لا',
      between: 'يريد تريد تعاود تعاودوا يرغب ترغب يود تود اي في ان نتصل به بها المزيد من',
      then: 'مكالمات اتصالات اتصال تواصل بالتواصل بالاتصال بالمكالمات ازعاج ازعاجه',
    },
  ],
  bg: [
    {
      first: 'не',
      between: 'ми му й им ме го я ни повече иска желае да се бъде бъдат никога моля',
      then: `звънете звънят звънене обаждайте обаждат обаждания безпокоен безпокоена безпокоите безпокойте
        търсен търсена търсят контактувайте контактуван`,
    },
  ],
  ca: [
    {
      first: 'no',
      between: 'us plau mes vol que li el la mai torneu torni a ens em',
      then: `truquem truqueu_mes contactem truqueu truquis trucar truquin trucades molestin molesteu
        contacteu`,
    },
  ],
  cs: [
    {
      first: 'prestante prestan',
      between: 'mi uz',
      then: 'volat',
    },
    {
      first: 'nepreje nepreji nechce nezada odmita nesouhlasi',
      between: 'si aby abychom mu ji jim jej zadne zadny dalsi uz vice s telefonicky telefonicke byt',
      then: `volali volat volani volan volana hovory telefonaty kontaktovat kontaktovali kontaktovan
        kontaktovana obtezovan obtezovana kontakt`,
    },
    {
      first: 'nevolat nevolejte nevolejte_mi netelefonovat netelefonujte neobtezovat neobtezujte',
      then: 'uz vice nikdy znovu prosim',
    },
  ],
  da: [
    {
      first: 'stop hold_op',
      between: 'med at',
      then: 'ringe kontakte',
    },
    {
      first: 'ikke aldrig',
      between: 'onsker vil flere nogen blive at bliver mere laengere have',
      then: 'ringet_op ringes_op ringes ringe_op kontaktet kontaktes opkald opringninger',
      unless: 'kunne kan',
    },
  ],
  de: [
    {
      first: 'nicht nie niemals',
      between: `mehr wieder bitte mich uns sie ihn ihr bei noch mal nochmal einmal vor bis im ende anfang mitte januar februar marz april mai juni juli
        august september oktober november dezember jahr jahresende jahreswechsel nachstes nachsten sommer winter`,
      then: `melden_sie_sich melden anrufen anzurufen kontaktieren telefonieren belastigen angerufen_werden
        kontaktiert_werden belastigt_werden`,
      unless: 'konnte konnten kann konnen zogern zogere zogert',
    },
    {
      first: 'rufen_sie ruf ruft',
      between: 'mich uns ihn hier bloss ja blos bitte mehr wieder an',
      then: 'nicht nie niemals',
    },
    {
      first: 'horen_sie hor hort',
      between: 'bitte endlich',
      then: 'auf_anzurufen auf_mich_anzurufen auf_uns_anzurufen auf_hier_anzurufen auf_mit',
    },
    {
      first: 'kontaktieren_sie',
      between: 'mich uns bitte',
      then: 'nicht nie',
    },
    {
      first: 'melden_sie_sich',
      between: 'bitte bei mir uns',
      then: 'nicht_mehr nie_wieder nicht_wieder',
    },
    {
      first: 'stellen_sie stoppen_sie beenden_sie',
      between: 'die diese ihre bitte',
      then: 'anrufe',
    },
    {
      first: 'nichts',
      between: 'mehr',
      then: 'von_ihnen_horen von_euch_horen',
    },
    {
      first: 'nie',
      between: 'erlaubt mich uns',
      then: 'anzurufen',
    },
    {
      first: 'schluss_mit genug_von',
      between: 'den diesen ihren',
      then: 'anrufen',
    },
    {
      first: 'keinesfalls auf_keinen_fall unter_keinen_umstanden',
      between: 'mehr wieder bitte',
      then: 'anrufen kontaktieren telefonieren',
    },
  ],
  el: [
    {
      first: 'σταματηστε',
      between: 'να με μας',
      then: 'καλειτε παιρνετε τηλεφωνειτε ενοχλειτε',
    },
    {
      first: 'μη μην δεν δε',
      between: 'τη την με τον την μας μασ ξανα θελει επιθυμει να αλλο αλλες πλεον ποτε',
      then: `ξαναπαρουμε ξανακαλεσουμε ξαναενοχλησουμε ξαναπαρει καλεσετε καλειτε καλεσεις ξανακαλεσετε
        ξανακαλειτε ξαναπαρετε παρετε παιρνετε τηλεφωνησετε τηλεφωνειτε ενοχλειτε ενοχλουμε ενοχλησετε
        ενοχληθει καλουμε καλεσουμε παιρνουμε κλησεις τηλεφωνηματα`,
    },
  ],
  en: [
    {
      first: `do_not_text_or do_not_email_or do_not_write_or don_t_text_or don_t_email_or never do_not don_t
        dont`,
      between: 'ever you dare please me us him her them again to',
      then: 'call ring phone dial contact disturb solicit bother',
      unless: 'i we they he she why',
    },
    {
      first: 'do_not don_t dont does_not doesn_t',
      between: `want wants need wish like appreciate take takes accept accepts any cold sales unsolicited more
        of these those such your further have to get receive ever again`,
      then: `calls phonecalls robocalls phone_calls another_call solicitations my_permission my_consent
        be_called be_contacted be_phoned be_bothered be_disturbed get_called be_called_again
        get_called_again hear_from`,
    },
    {
      first: 'didn_t did_not wouldn_t would_not',
      between: 'ever',
      then: `call_me_again call_me_anymore call_me_any_more call_us_again call_us_anymore call_again
        call_anymore call_any_more`,
      unless: 'why they he she',
    },
    {
      first: 'no_right not_allowed no_permission never_agreed',
      between: 'to for me us',
      then: 'call calls be_called calling phone ring',
    },
    {
      first: 'no_more enough_with enough_of',
      between: 'of these those your the',
      then: 'calls phonecalls phone_calls',
    },
    {
      first: 'not_to_be',
      between: 'ever',
      then: 'used called contacted',
    },
    {
      first: 'not',
      then: 'calling_me calling_us calling_here',
      unless: 're are am is was were',
    },
    {
      first: 'stop quit cease refrain_from',
      between: 'please it with all any these those your the further',
      then: 'calling ringing phoning contacting calls contact',
    },
    {
      first: 'asked asks wants wishes prefers wish want',
      between: 'to please',
      then: 'be_left_alone be_left_in_peace',
    },
    {
      first: 'hates dislikes despises detests',
      between: 'getting phone cold sales all any',
      then: 'calls being_called',
      unless: 'who',
    },
    {
      first: 'under_no_circumstances in_no_case on_no_account no_longer',
      between: 'wish wishes want wants to',
      then: 'call phone contact be_called be_contacted be_phoned',
    },
    {
      first: 'not',
      between: 'ever wish want to',
      then: 'to_call to_ring to_phone to_contact to_be_called to_be_contacted be_called be_contacted',
      unless: 'could can may might will would sure',
    },
  ],
  es: [
    {
      first: 'no nunca jamas dejen deje dejar paren pare abstenganse abstengase',
      between: `mas nunca jamas ya tienen permiso me le les se que nos lo la de este esten sigan autorizo
        autorizamos permito quiere quiero queremos desea deseo vuelva vuelvan volver a por favor`,
      then: `ser_contactado ser_contactada ser_llamado ser_llamada ser_molestado ser_molestada llamar llamara
        llamaran llamase llamasen llame llamen llames llamarme llamarnos contactar contacte contacten
        contactarme contactarnos telefonear marcar marcarme marquen llamando llamandome comunicarse
        comuniquen comunique insistan hablen hable saber_nada molestarme molestarnos molestar moleste
        molesten`,
    },
    {
      first: 'basta_de',
      between: 'tantas estas sus',
      then: 'llamadas llamar',
    },
    {
      first: 'bajo_ningun_concepto en_ningun_caso',
      between: 'volver a le la',
      then: 'llamar contactar molestar',
    },
  ],
  et: [
    {
      first: 'ara arge ei',
      between: 'enam palun soovi taha rohkem',
      then: 'helista helistage helistada konesid konet helistamist tulita tulitage',
    },
  ],
  eu: [
    {
      first: 'ez',
      between: 'du nahi dute gehiago berriro',
      then: 'deirik_nahi deitzea_nahi deitu deirik',
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
    {
      first: 'lopettakaa lopeta',
      between: 'se tama',
      then: 'soittaminen soittelu soittelut',
    },
    {
      first: 'ala',
      between: 'enaa koskaan',
      then: 'soita soittele hairitse',
    },
    {
      first: 'alkaa',
      between: 'enaa koskaan',
      then: 'soittako soitelko hairitko',
    },
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
  fr: [
    {
      first: 'ne n',
      between: `pas plus jamais me m le la l les nous lui surtout moi doit devez veut veux voulons souhaite
        souhaitons desire desirons etre`,
      then: `appeler appelez appeliez rappeliez contactiez rappeler rappelez contacter contactez recontacter
        recontactez telephoner telephonez joindre deranger derangez solliciter sollicitez demarcher
        demarchez etre_utilise etre_appele etre_appelee etre_rappele etre_rappelee etre_contacte
        etre_contactee etre_recontacte etre_recontactee etre_derange etre_derangee qu_on_l_appelle
        qu_on_le_rappelle qu_on_la_rappelle qu_on_le_contacte qu_on_la_contacte qu_on_le_derange`,
      unless: 'que qu',
    },
    {
      first: 'pas_le_droit plus_le_droit interdit_de interdis_de',
      between: 'de m me nous',
      then: 'appeler rappeler contacter telephoner demarcher',
    },
    {
      first: 'plus_jamais jamais_plus',
      between: 'vous m ne me',
      then: 'appelez rappelez contactez appeler rappeler contacter',
    },
    {
      first: 'assez_de assez_d marre_de ras_le_bol_de',
      between: 'vos ces tous',
      then: 'appels demarchages',
    },
    {
      first: 'arretez arreter cessez cesser',
      between: 'de d me m nous l les',
      then: 'appeler rappeler contacter telephoner deranger',
    },
    {
      first: 'arretez arreter cessez cesser stoppez',
      between: 'vos ces les tous',
      then: 'appels demarchages',
    },
    {
      first: 'laissez laisse',
      between: 'moi nous le la mon ma notre pere mere mari femme',
      then: 'tranquille tranquilles en_paix',
    },
    {
      first: 'ne n',
      between: 'veux voulons veut plus jamais',
      then: 'entendre_parler',
    },
    {
      first: 'en_aucun_cas',
      between: 'le la l les',
      then: 'appeler rappeler contacter telephoner deranger',
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
      first: 'מסרב מסרבת סירב סירבה הפסיקו תפסיקו שנפסיק להפסיק שיפסיקו',
      between: 'לקבל',
      then: 'שיחות שיחה להתקשר לשיחות',
    },
    {
      first: 'לא אל אין שלא',
      between: 'אליו אליה אליי אלי לי יותר עוד מעוניין מעוניינת רוצה לקבל',
      then: 'נתקשר יתקשרו תתקשר תתקשרו תתקשרי להתקשר תצלצלו יצלצלו לצלצל להטריד תטרידו שיחות טלפונים',
      unless: 'הצלחתי הצלחנו הצליח ניתן יכול',
    },
  ],
  hr: [
    {
      first: 'prestanite prestani',
      between: 'me',
      then: 'zvati nazivati',
    },
    {
      first: 'nemojte nemoj ne немојте немој не',
      between: `me ga je ih ju nas vise nikad nikada zeli zele primati da nikakve ме га је их нас више никад
        никада жели желе примати да никакве`,
      then: `kontaktiramo kontaktirajte uznemiravajte nazivamo zove контактирамо контактирајте узнемиравајте
        zvati zvat nazivati zovite zovete zovemo kontaktirati uznemiravati pozive kontaktiran
        kontaktirana звати називати зовите зовете зовемо контактирати узнемиравати позиве`,
      unless: 'moze mogu može могу може',
    },
  ],
  hu: [
    {
      first: 'hagyjak_abba',
      between: 'a',
      then: 'hivogatast hivasokat telefonalast',
    },
    {
      first: 'ne',
      between: 'tobbet soha tobbe ot engem minket kerem mar',
      then: `hivjanak hivjak hivja hivjon hivjatok hivjuk telefonaljanak telefonaljon telefonaljunk keressek
        keressenek keresse keressuk zavarjak zavarjanak zaklassak`,
    },
    {
      first: 'nem',
      between: `szeretne szeretnek ker kivan akar akarja akarjak tobb tobbet semmilyen tovabbi hogy kapni ilyen`,
      then: `hivast hivasokat telefonhivast telefonhivasokat megkeresest megkereseseket hivjak hivjuk
        keressek keressuk zavarjuk zavarjak`,
    },
  ],
  id: [
    {
      first: 'stop hentikan berhenti',
      between: 'lagi untuk',
      then: 'telepon menelepon telpon hubungi menghubungi call',
    },
    {
      first: 'keberatan menolak jangan tidak tak tdk',
      between: 'mau mahu ingin perlu boleh bersedia berkenan minta lagi sampai pernah suka tolong',
      then: `ganggu diteleponi menghubungi hubungi dihubungi telepon menelepon ditelepon telpon menelpon
        ditelpon telefon menelefon ditelefon kontak dikontak diganggu mengganggu call ditelp telp`,
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
      first: 'non mai smettetela smetta smettere smettete',
      between: `mai piu che mi ci lo la di dovete deve vuole voglio vogliamo desidera desidero desideriamo`,
      then: `telefonare telefonate chiamare chiamasse chiamaste chiamiate chiami chiamate chiamatemi
        chiamarmi chiamarci chiamateci contattare contattate contattatemi contattarmi richiamare
        richiamate disturbare disturbate disturbi disturbarmi fatevi_sentire fatevi_piu_sentire sentirvi
        contatti telefoni richiami ricevere_chiamate ricevere_telefonate essere_chiamato essere_chiamata
        essere_richiamato essere_richiamata essere_contattato essere_contattata essere_ricontattato
        essere_ricontattata essere_disturbato essere_disturbata essere_piu_chiamato essere_piu_chiamata
        essere_piu_contattato essere_piu_contattata`,
    },
    {
      first: 'basta',
      between: 'con le di queste altre',
      then: 'chiamate telefonate chiamarmi chiamare telefonare',
    },
    {
      first: 'in_nessun_caso',
      between: 'lo la',
      then: 'chiamare contattare telefonare',
    },
    {
      first: 'non',
      between: 'essere piu vuole desidera mai',
      then: `disturbato disturbata ricontattato ricontattata contattato contattata richiamato richiamata`,
      unless: 'risulta',
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
      then: `бараме барате звонат јавуваат јавувајте јавувај ѕвонете ѕвонат вознемирувајте контактирајте
        повици`,
    },
  ],
  nb: [
    {
      first: 'slutt slutter stopp',
      between: 'a med',
      then: 'ringe kontakte',
    },
    {
      first: 'ikke aldri',
      between: 'onsker vil flere noen bli mer lenger a fa ha',
      then: 'ringt oppringt kontaktet kontaktes ringes telefoner oppringninger samtaler ring ringe',
      unless: 'kunne kan',
    },
  ],
  nl: [
    {
      first: 'niet nooit stop',
      between: 'meer mij me ons hem haar met te',
      then: 'bellen opbellen contacteren benaderen storen gebeld_worden worden_gebeld',
      unless: 'kon kan konden',
    },
    {
      first: 'bel',
      between: 'me mij ons hem haar meer',
      then: 'niet nooit',
    },
    {
      first: 'niet niets',
      between: 'meer wil wenst te nog',
      then: 'lastiggevallen gestoord_worden benaderd_worden opgebeld_worden gestoord benaderd',
    },
  ],
  pl: [
    {
      first: 'przestancie przestac przestan',
      between: 'do mnie',
      then: 'dzwonic wydzwaniac',
    },
    {
      first: 'nie',
      between: `zycze zycza do mnie nas niej niego zyczy sobie chce zgadza sie na wiecej juz dalszych zadnych
        prosze nigdy zeby odbierac tych`,
      then: `kontaktu kontaktow dzwonic dzwoncie dzwon dzwonila dzwonili wydzwaniac telefonowac kontaktowac
        niepokoic telefonow polaczen rozmowy_marketingowe rozmow_telefonicznych rozmowy_telefoniczne
        kontakt_telefoniczny kontaktu_telefonicznego telefony`,
      unless: 'moge mozna moze mogl',
    },
  ],
  pt: [
    {
      first: 'nao nunca parem pare parar deixe deixem',
      between: `mais me nos lhe volte voltar voltem a de para que em com essas estas as tem autorizacao
        permissao insistam insista autorizo permito quero queremos desejo desejamos`,
      then: `ser_contatado ser_contatada ser_contactado ser_contactada ser_incomodado ser_incomodada
        receber_ligacoes receber_chamadas receber_mais_ligacoes receber_mais_chamadas telefonar telefone
        telefonem ligar ligasse ligassem ligue liguem contactar contatar contacte contate contactem
        contatem incomodar incomode incomodem ligarem ligando ouvir_falar contactarem chamar`,
    },
    {
      first: 'chega_de basta_de parem_com pare_com',
      between: 'essas estas tantas',
      then: 'ligacoes chamadas telefonemas ligar',
    },
    {
      first: 'em_caso_algum de_forma_alguma',
      between: 'lhe',
      then: 'ligar contactar contatar',
    },
    {
      first: 'nao',
      between: 'mais me lhe nos voltarem a querem',
      then: 'ligarem contactarem contatarem incomodarem receber_chamadas receber_ligacoes',
    },
  ],
  ro: [
    {
      first: 'incetati opriti_va',
      between: 'cu sa ma',
      then: 'sunati sunat apelurile telefoanele',
    },
    {
      first: 'nu',
      between: 'fiu fim fi mai mai ma il o ii va vrea vreau doreste doresc sa se niciodata fie le alte',
      then: `suna sunati sunat sunata suni apela apelati apelat contacta contactati contactat contactata
        deranja deranjati deranjat deranjata telefona apeluri telefoane`,
      unless: 'putut poate pot',
    },
  ],
  ru: [
    {
      first: 'перестаньте прекратите хватит',
      between: 'мне уже',
      then: 'звонить названивать беспокоить',
    },
    {
      first: 'не',
      between: `мне нам ей ему им больше никогда надо нужно хочет желает чтобы с ней ним его ее нас меня`,
      then: `звонить звоните звони звонили беспокоить беспокойте беспокоили тревожить тревожьте набирать
        набирайте связываться перезванивать перезванивайте звонков`,
      unless: 'может могу могли смог смогли',
    },
  ],
  sk: [
    {
      first: 'prestante prestan',
      between: 'mi uz',
      then: 'volat',
    },
    {
      first: 'nepraje neprajem nechce nezela odmieta nesuhlasi',
      between: 'si aby sme mu jej im ziadne ziadny dalsie uz viac s byt telefonicky',
      then: `volali volat volania volany volana hovory telefonaty kontaktovat kontaktovali kontaktovany
        kontaktovana obtazovany kontakt`,
    },
  ],
  sl: [
    {
      first: 'ne',
      between: 'me ga jo vec nikoli zeli zelijo prejemati nikakrsnih biti',
      then: `klicite klici klicati klicev kontaktirajte kontaktirati klican klicana motite nadlegujte`,
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
    {
      first: 'sluta slutar',
      between: 'att',
      then: 'ringa kontakta',
    },
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
      then: `aramayalim aramayin aramayiniz aranmasin aramasinlar aranmak_istemiyor aranmak_istemedigini
        arama_yapilmasin rahatsiz_etmeyin rahatsiz_edilmek_istemiyor`,
    },
  ],
  uk: [
    {
      first: 'перестаньте припиніть годі досить',
      between: 'мені',
      then: 'дзвонити телефонувати турбувати',
    },
    {
      first: 'не',
      between: 'мені нам їй йому їм більше ніколи треба хоче бажає щоб його її нас мене',
      then: `дзвонити дзвоніть телефонувати телефонуйте турбувати турбуйте набирати набирайте дзвонили
        телефонували турбували передзвонювати`,
      unless: 'може можу змогли зміг',
    },
  ],
  vi: [
    {
      first: 'tu_choi',
      between: 'moi cac tat ca nhan',
      then: 'cuoc_goi goi lien_he lien_lac',
    },
    {
      first: 'ngung thoi cham_dut',
      between: 'viec cac',
      then: 'goi goi_dien lien_he lam_phien',
    },
    {
      first: 'khong dung chua_bao_gio',
      between: 'dong y nhan cac muon duoc bi nen nua can phai cho toi khach',
      then: 'cuoc_goi goi goi_lai lam_phien nghe_dien_thoai lien_he lien_lac goi_dien quay_ray',
      unless: 'duoc',
    },
  ],
};
