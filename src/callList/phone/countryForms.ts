import type { CountryCode } from 'libphonenumber-js/max';

/** Short forms that are not ISO 3166 codes: vehicle registration codes and common abbreviations. */
export const shortForms: Readonly<Record<string, CountryCode>> = {
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
export const alpha3 = `
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

/** Names that the platform's own lists lack. */
export const otherNames: Partial<Record<CountryCode, string>> = {
  AE: 'الامارات|الامارات العربية|emirates|uae|vae|dubai|abu dhabi|emirats|emiratos|emirati arabi|eau|emiratos arabes|birlesik arap emirlikleri|bae|оаэ|эмираты',
  AL: 'shqiperia',
  AU: '호주',
  BA: 'bosnia|bosnien|bosnie|bosna|босния',
  BF: 'burkina',
  BO: 'plurinational state of bolivia|estado plurinacional de bolivia',
  BR: 'brasil|republica federativa do brasil',
  BY: 'belorussia|weissrussland|bielorussie|bielorrusia|белоруссия|bielorus|bialorus|vitryssland',
  CD: 'dr congo|drc|rdc|d r congo|rep dem du congo|rep dem congo|congo rd|democratic republic of the congo|democratic republic of congo|congo kinshasa|congo dr|rd congo|zaire|republique democratique du congo|rd du congo',
  CG: 'republic of the congo|congo brazzaville|republique du congo',
  CH: 'swiss|schweizerische eidgenossenschaft|confederation suisse|confoederatio helvetica',
  CI: 'ivory coast|cote d ivoire|costa de marfil|costa do marfim|costa d avorio|elfenbeinkuste',
  CN: 'pr china|peoples republic of china|people s republic of china|mainland china|volksrepublik china|中国大陆|中华人民共和国|p r china|pr of china|cina|trung quoc|κινα',
  CV: 'cabo verde|cape verde',
  CZ: 'rep checa|republica checa|rep ceca|rep tcheque|czech rep|czech republic|czechia|ceska republika|tschechische republik|republique tcheque|czech|tchequie|tschechei|čr|ceska rep|cek cumhuriyeti',
  DE: 'federal republic of germany|bundesrepublik deutschland|republique federale d allemagne|german|gjermania|немеччина',
  DO: 'rep dominicana|rep dom|dominican rep|republica dominicana',
  ES: 'espana|kingdom of spain|reino de espana|estado espanol',
  FR: 'france metropolitaine|republique francaise|metropolitan france|metropole',
  GB: 'great britain|britain|england|scotland|wales|northern ireland|u k|uk|england uk|united kingdom of great britain and northern ireland|united kingdom uk|grossbritannien|grande bretagne|angleterre|ecosse|pays de galles|irlande du nord|gran bretana|reino unido de gran bretana|inglaterra|escocia|inghilterra|gran bretagna|scozia|engeland|groot brittannie|schotland|vk|england|anglia|wielka brytania|storbritannien|storbritannia|iso britannia|англия|великобритания|шотландия|reino unido|イギリス|英国|英國|영국|إنجلترا|بريطانيا|אנגליה|בריטניה|ingiltere|anh|nước anh|อังกฤษ|inggris|inggeris|anglie|anglicko|anglija|angleska|velka britanie|velka britania|velika britanija|engleska|англія|енглеска|великобританія|велика британія|великобритания|αγγλια|μεγαλη βρετανια|انگلیس|انگلستان|انجلترا|इंग्लैंड|ब्रिटेन|nagy britannia|marea britanie|didzioji britanija|lielbritanija|suurbritannia',
  GF: 'guyane',
  GN: 'guinee conakry',
  GR: 'hellas|ellada|ellas|ελλας|yunanistan',
  HK: 'hong kong|hongkong|hong kong sar|香港|홍콩|гонконг',
  IE: 'eire|republic of ireland|irish republic|southern ireland',
  IN: 'bharat',
  IR: 'islamic republic of iran|persia',
  JP: 'nhật|nippon',
  KP: 'north korea|dprk',
  KR: 'korea|south korea|republic of korea|korea south|rep of korea|korea rep|rep de corea|korea republic of|corea del sur|coree du sud|sudkorea|suedkorea|대한민국|한국|韓国|韩国|южная корея|корея|เกาหลี|南韩|南韓|korea selatan|guney kore|poludniowa korea|jizni korea|한국',
  LA: 'lao pdr|laos',
  LB: 'liban|libano',
  MD: 'moldavia|moldavie|republic of moldova|moldawien|молдавия|moldova republic',
  MK: 'macedonia|fyrom|makedonien|macedoine|north macedonia|makedonija|македонија|македония',
  MM: 'burma|birma|birmanie|พม่า',
  MO: 'macau|macao|澳門|澳门',
  MU: 'ile maurice',
  MX: 'mejico',
  NL: 'holland|netherland|hollande|olanda|holanda|the netherlands|nederlanden|hollandia|голландия|オランダ',
  OM: 'سلطنة عمان',
  PS: 'palestine|palastina|palestina|فلسطين',
  RE: 'ile de la reunion',
  RU: 'russian federation|russia|russische foderation|federation de russie|россия|рф|российская федерация',
  SA: 'السعودية|العربية السعودية|kingdom of saudi arabia|saudi|ksa|المملكة العربية السعودية|المملكة|沙特|suudi arabistan|саудовская аравия|عربستان',
  SK: 'slovak republic|slovenska republika|slowakische republik',
  SY: 'syrian arab republic|سورية',
  SZ: 'swaziland',
  TH: 'ประเทศไทย|เมืองไทย',
  TJ: 'тоҷикистон',
  TL: 'east timor',
  TM: 'туркмения',
  TR: 'turkey|turkiye|turkiye cumhuriyeti|터키',
  TW: 'taiwan|republic of china|taiwan roc|臺灣|台灣|대만|тайвань',
  TZ: 'united republic of tanzania',
  UA: 'ukraine|ukraina',
  US: 'united states of america|u s a|u s|usa|united states|america|american|states|etats unis d amerique|etats unis|estados unidos de america|ee uu|eeuu|stati uniti d america|stati uniti|vereinigte staaten von amerika|vereinigte staaten|vs|verenigde staten|сша|америка|アメリカ|米国|アメリカ合衆国|美国|美國|미국|أمريكا|امريكا|الولايات المتحدة|ארצות הברית|ארהב|amerika|stany zjednoczone|usa united states|อเมริกา|abd|amerika birlesik devletleri|ארהב|ארה ב|mỹ|forenta staterna|ameryka|amerika spojene staty|spojene staty|sad|sjedinjene drzave|сједињене државе|сад|соединенные штаты америки|сащ|ηπα|η π α|آمریکا|अमेरिका|jav|asv|sua|spojene staty americke|statele unite|amerikai egyesult allamok|amerikan yhdysvallat',
  UZ: 'o zbekiston',
  VA: 'vatican|holy see',
  VE: 'bolivarian republic of venezuela',
  VN: 'vietnam|viet nam',
  ZA: 'south africa|rsa|republic of south africa|suid afrika|юар',
};
