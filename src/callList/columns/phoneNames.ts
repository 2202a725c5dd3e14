import { phrasesOf, vocabulary } from '../vocabulary.ts';

export const phoneWords = vocabulary(
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
  โทร โทร. เบอร์ เบอร์โทร ስልክ ስልኪ ሞባይል հեռ մոբայլ მობ ფონი ტელ
  ফোন ਫ਼ੋਨ ਫੋਨ ਮੋਬਾਈਲ ਮੋਬਾਇਲ ଫୋନ ମୋବାଇଲ ദൂരഭാഷ് ෆෝන් ފޯނު موبائیل ټیلیفون تليفۇن تېلېفون مۆبایل تەلەفۆن تلیفون ٹیلیفون ٹیلی
  ucingo yocingo locingo zocingo foni umnxeba yomnxeba iselula selula mohala mogala founo selefouno nhare runhare lamya ekwenti
  foonu waya bilbila bilbilaa ssimu fowuni finday telefaoni kelepona mugikorra sakelako symudol pellgomz hezoug mowbajl
  telefovdna finmal pumbyry sele seliler selile talevoni telefoni xovtooj waea oqarasuat elefoon`,
  `eileafoin eileafon taleef taleeffon moobil pellgomz mobayl
  ტელეფონ მობილურ հեռախոս բջջային հեռ. ስልክ ስልኪ ቴሌፎን දුරකථන ජංගම ದೂರವಾಣಿ ಮೊಬೈಲ್ ఫోన్ చరవాణి దూరవాణి ଟେଲିଫୋନ ਟੈਲੀਫ਼ੋਨ ਟੈਲੀਫੋਨ
  টেলিফোন মুঠোফোন ટેલિફોન മൊബൈൽ ടെലിഫോൺ ടെലഫോൺ दूरध्वनी भ्रमणध्वनी भ्रमणभाष ဖုန်း တယ်လီဖုန်း ទូរស័ព្ទ ទូរសព្ទ ໂທລະສັບ ເບີໂທ ໂທລະສັບ ມືຖື ཁ་པར
  טעלעפאן телефун
  phone telephon telefon telefoon telepon telefown teléfono telefone rufnummer rufnr puhelin kannykk matkapuh
  mobilnum mobiilinum mobilnr mobiltel mobilfunk mobilszam handynum telemovel celular cellular cellul cellphone fastnet farsim simanum
  whatsapp talrun telnummer telnr téléph teleph mobiln msisdn
  телефон мобильн мобільн мобілн телефо τηλεφων κινητ טלפון टेलीफ़ोन टेलिफोन
  電話 电话 手机 手機 携帯 携带电话 移动电话 行動電話 座机 ケータイ モバイル テレホン 전화 휴대폰 핸드폰 연락처 휴대전화 모바일 โทรศัพท์ มือถือ เบอร์โทร`,
);

/** Words that only together name a telephone. */
export const phrases = phrasesOf([
  'dien thoai',
  'di dong',
  'so dt',
  'no hp',
  'nomor hp',
  'no wa',
  'nomor wa',
  'contact number',
  'contact numbers',
  'contact no',
  'contact nr',
  'contact nos',
  'callback number',
  'call back number',
  'number to call',
  'num contact',
  'numero de contact',
  'numeros de contact',
  'numero de contacto',
  'numeros de contacto',
  'numero de contato',
  'numeros de contato',
  'numero a appeler',
  'ligne directe',
  'direct line',
  'direct dial',
  'e 164',
]);

export const faxWords = vocabulary(
  `fax faxe faxes faxa faxul faxnr faxno faks faksi faksas faksimile faksimili faksimil facsimile facsimil telefax telefaks telecopie
  telecopieur telecopy telekopio fakss facs ffacs ifaksi ifeksi feksi fakis fakisi fakiso nukushi faki pasitelefax faxnummer telefaxe
  brefasimi simbref bildfernschreiben belgegecer belgecer tayyorfaks fakc
  факс факсимиле факса факсу факсын φαξ τηλεομοιοτυπο τηλεομοιοτυπια פקס פאקס פקסימיליה
  فاكس فکس فیکس فاکس فاكسيميلي ناسوخ دورنگار نمابر فەکس فاكىس
  फैक्स फॅक्स फ्याक्स फाक्स ফ্যাক্স ফ্যাকস ফেক্স ફેક્સ ફૅક્સ ఫ్యాక్స్ ఫాక్స్ தொலைநகல் ஃபேக்ஸ் பேக்ஸ் ಫ್ಯಾಕ್ಸ್ ಫಾಕ್ಸ್ ഫാക്സ് ഫാക്‌സ് ਫੈਕਸ ଫ୍ୟାକ୍ସ ଫାକ୍ସ ෆැක්ස්
  แฟกซ์ แฟ็กซ์ แฟ็กส์ โทรสาร ແຟັກ ແຟກ ໂທລະສານ ဖက်စ် ဖက်(စ်) ဖက်ဖ် ទូរសារ ហ្វាក់ ፋክስ ფაქსი ֆաքս ֆաքսի ֆաքսիմիլ
  팩스 传真 傳真 ファックス ファクス ファクシミリ`,
  `telefax telefaks faxnum telecopi telekopi faksnum faksimil facsimil факс ფაქს ֆաքս ፋክስ fax팩스 팩스 传真 傳真 ファックス ファクス โทรสาร แฟกซ์ פקס فاكس
  φαξ τηλεομοιοτυπ தொலைநகல் ទូរសារ ဖက်စ် ໂທລະສານ`,
);

/** Words for numbers that must not be called: refused, out of service, or of a device that nobody answers. */
export const refusedWords = vocabulary(
  `dnc dnd donotcall donotcontact optout optouts unsubscribed blacklist blacklisted blocklist blocklisted blocked suppressed
  invalid incorrect wrong disconnected bounced deactivated pager pagers beeper
  gesperrt gesperrte gesperrter gesperrtes ungultig ungultige ungultiger falsch falsche falscher widersprochen pieper piepser
  bloque bloques bloquee bloquees invalide invalides errone errones erronee faux refuse refuses interdit interdits desinscrit bipeur bipper
  bloqueado bloqueados invalido invalidos equivocado equivocados erroneo erroneos errado errados desconectado buscapersonas bip
  errato errati sbagliato sbagliati bloccato bloccati invalidi cercapersone geblokkeerd geblokkeerde ongeldig ongeldige verkeerd verkeerde
  nieprawidlowy nieprawidlowe bledny bledne zablokowany zablokowane neplatny neplatne blokovany blokovane chybny chybne
  sparrad sparrade felaktig felaktigt sperret ugyldig ugyldige feil forkert spaerret estetty virheellinen personsokare
  ervenytelen hibas letiltott invalidate gresit blocat gecersiz yanlis engelli engellenen
  неверный неправильный недействительный заблокированный черныйсписок недійсний невірний заблокований λαθος αποκλεισμενο
  חסום שגוי محظور خاطئ غيرصحيح 無効 着信拒否 拒否 无效 無效 错误 錯誤 黑名单 黑名單 무효 수신거부 차단`,
  `gesperrte ungultig 着信拒否 발신금지 수신거부 黑名单 黑名單`,
);

/** Words for something that belongs to a phone and is not a number to call. */
export const attributeWords = vocabulary(
  `type types typ tipo tipus label verified valid validity valide validiert status statut carrier operator operateur operadora
  netz network provider model modele marque brand os version country pays land pais paese code codes prefix prefixe prefijo prefisso
  indicatif vorwahl dialcode calling kod kode codigo codice ext extn extension poste nebenstelle interno anexo ramal
  count consent consentement optin optout date datum fecha time timezone hours horaires id ids uuid hash format flag source
  available comment comments note notes permission capabilities bemerkung bemerkungen remarque remarques commentaire commentaires
  observaciones observacoes opmerking opmerkingen uwagi poznamka примечание комментарий libelle etiquette etiqueta etichetta`,
  `verif zeiten`,
);

const nounsOfNumber = `number numbers numero numeros num numer numery nummer nummern nummers nr no n nro nos numara numarasi numri numraas numras numeris numurs
  szam broj stevilka cislo numar nomor nombor so namba nummar numru uimhir rhif zenbakia laharana lambarka lambar inombolo nimero nimewo
  номер номера αριθμος αριθμ מספר מס رقم ارقام شماره
  नंबर नम्बर नं संख्या क्रमांक নম্বর সংখ্যা నంబర్ సంఖ్య எண் ಸಂಖ್ಯೆ നമ്പർ નંબર ਨੰਬਰ ନମ୍ବର අංකය နံပါတ် លេខ ເລກ ቁጥር ნომერი
  หมายเลข 番号 号码 號碼 번호`;

/** Words for a number of any kind, and those that stand beside them. */
export const numberWords = vocabulary(`${nounsOfNumber} de du di of the la el le tal ya o da`);

/** Words for a number of any kind, also at the end of a longer one. */
export const numberNouns = vocabulary(
  `${nounsOfNumber} identifier identifiant id code kode kod codigo codice koodi`,
  `nummer numer numero number numara номер αριθμ 番号 号码 號碼 번호`,
);

/** Words for calling, in a question such as “At which number can we reach you?” */
export const callingWords = vocabulary(
  `call reach rappeler rappelle appeler joindre contacter erreichen erreichbar anrufen zuruckrufen llamar llamarle llamarte contactar contactarle
  chiamare richiamare contattare contattarla ligar telefonar bellen bereiken bereikbaar terugbellen ringa ringe kontakta kontakte dzwonic
  zadzwonic kontaktowac volat hivhatjuk soittaa tavoittaa aramak ulasabiliriz позвонить звонить связаться`,
);

/** Words for a way to reach somebody, which may be a phone. */
export const perhapsWords = vocabulary(
  `dt contact contacts contacto contato contatto kontakt kontakte kontakty kontakti kontaktnr yhteystiedot recapito recapiti utenza
  fixe fijo fisso fixo vast pevna linka ligne line lines call callee to from caller callerid appelant appele anrufer llamante chiamante origen destino sms dial wa zap cep joignable
  irtibat elaqe aloqa kontaktnummer kontaktnummar kontaktas kontaktinis cysylltu teagmhail kuntatt hubungi hubungan
  контакт контакты связь контактный επικοινωνια קשר تماس اتصال саконтакто байланыш байланыс алока
  संपर्क सम्पर्क ติดต่อ 連絡先 联系方式 聯絡 联系 your`,
  `kontakt контакт`,
);
