import { getExampleNumber, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { listCases, type ListCase } from './listCase.ts';

/** Numbers that exist in a country, which the phone library tells. */
function numbersOf(region: CountryCode): readonly { readonly written: string; readonly e164: string }[] {
  const example = getExampleNumber(region, examples)?.number ?? '';
  return ['4729', '7294', '2947', '9472', '3815', '8153', '6417', '1746', '2839']
    .map((ending) => parsePhoneNumberFromString(example.slice(0, -4) + ending))
    .filter((number) => number?.isValid() === true && number.country === region)
    .map((number) => ({ written: number?.formatNational() ?? '', e164: number?.number ?? '' }));
}

/** Columns of numbers of the same form, of which the last is the one to call. */
const own: readonly (readonly [region: CountryCode, others: readonly string[], own: string])[] = [
  ['NL', ['Telefoon ouder'], 'Telefoon leerling'],
  ['DE', ['Telefon Assistenz'], 'Telefon'],
  ['DE', ['Notfallkontakt Telefon'], 'Handy'],
  ['DE', ['Gesperrte Telefonnummer'], 'Telefonnummer'],
  ['DE', ['Telefon Mutter'], 'Telefon Kind'],
  ['PT', ['Telefone do médico'], 'Telemóvel'],
  ['UA', ['Телефон продавця'], 'Телефон покупця'],
  ['FR', ['Téléphone à ne pas appeler'], 'Téléphone'],
  ['FR', ['Ancien téléphone'], 'Nouveau téléphone'],
  ['US', ['Asst. Phone', 'Fax'], 'Phone'],
  ['US', ['Do not call phone'], 'Phone'],
  ['US', ['Wrong phone'], 'Correct phone'],
  ['US', ['Invalid Phone'], 'Phone'],
  ['US', ['Default Address Phone'], 'Phone'],
  ['RO', ['Nr. tel. mamă'], 'Nr. tel. elev'],
  ['JP', ['保護者電話番号'], '電話番号'],
  ['IL', ['טלפון הורה'], 'טלפון תלמיד'],
  ['GR', ['Τηλέφωνο καθηγητή'], 'Τηλέφωνο μαθητή'],
  ['EE', ['Õpetaja telefon'], 'Õpilase telefon'],
  ['LT', ['Vadybininko telefonas'], 'Kliento telefonas'],
  ['BR', ['Tel. Emergência'], 'Tel. Responsável'],
  ['FR', ['Tél. médecin'], 'Tél. mère'],
  ['JP', ['アシスタント電話'], '電話'],
  ['JP', ['秘書電話番号'], 'モバイル'],
  ['CN', ['助理电话'], '手机'],
  ['CN', ['家属电话'], '电话'],
  ['TH', ['โทรศัพท์ของผู้ช่วย'], 'โทรศัพท์'],
  ['KR', ['비서 전화번호'], '집 전화번호'],
  ['ES', ['Tel. Asistente'], 'Tel. Empresa'],
  ['HR', ['Telefon pomoćnika'], 'Službeni telefon'],
  ['UA', ['Телефон асистента'], 'Інший телефон'],
  ['PL', ['Telefon asystenta'], 'Telefon domowy'],
];

listCases(
  'of several columns of phones, the person’s own',
  own.map(([region, others, phone]): ListCase => {
    const numbers = numbersOf(region);
    const row = (from: number): string =>
      numbers
        .slice(from, from + others.length + 1)
        .map((one) => one.written)
        .join(';');
    return {
      sentence: `${region}: ${phone} is called, and not ${others.join(', ')}`,
      list: `Name;${[...others, phone].join(';')}\nA;${row(0)}\nB;${row(3)}\n`,
      region,
      expect: {
        phoneColumn: phone,
        called: [0, 3].map((from) => numbers[from + others.length]?.e164 ?? ''),
      },
    };
  }),
);

/** Two columns of phones, each with a word that nobody knows. */
const unknown = [
  'Tel. Mutter;Tel. Vater',
  'Billing Phone;Shipping Phone',
  'From;To',
  'Tel. Lübeck;Tel. Hamburg',
  'Front desk phone;Reservations phone',
  'Phone Alpha;Phone Beta',
  'Telefon osztályfőnök;Telefon szülő',
  'Mobil mentor;Mobil vårdnadshavare',
];

listCases(
  'two phones that only their reader can tell apart',
  unknown.map((headers): ListCase => ({
    sentence: `are asked about: ${headers}`,
    list: `Name;${headers}\nA;030 23125010;030 23125020\nB;030 23125011;030 23125021\n`,
    region: 'DE',
    expect: {
      phoneColumn: null,
      called: [],
      codes: ['revox.phone.columnUnclear'],
      says: [/030 23125010.*030 23125020/],
    },
  })),
);

/** What a fax is called, in a list without another number. */
const faxes: readonly (readonly [region: CountryCode, header: string])[] = [
  ['GE', 'ფაქსი'],
  ['AM', 'Ֆաքս'],
  ['IE', 'Facs'],
  ['GB', 'Ffacs'],
  ['ES', 'Faxa'],
  ['ZA', 'Ifeksi'],
  ['ET', 'ፋክስ'],
  ['SO', 'Fakis'],
  ['TZ', 'Nukushi'],
  ['PK', 'فیکس'],
  ['BD', 'ফ্যাক্স'],
  ['LK', 'ෆැක්ස්'],
  ['LK', 'தொலைநகல்'],
  ['IN', 'ఫ్యాక్స్'],
  ['IN', 'ಫ್ಯಾಕ್ಸ್'],
  ['IN', 'ഫാക്സ്'],
  ['IN', 'ફેક્સ'],
  ['IN', 'ਫੈਕਸ'],
  ['NP', 'फ्याक्स'],
  ['MM', 'ဖက်စ်'],
  ['KH', 'ទូរសារ'],
  ['LA', 'ແຟັກ'],
  ['CY', 'Τηλεομοιότυπο'],
  ['FI', 'Telekopio'],
  ['TR', 'Belgegeçer'],
  ['ID', 'Faksimili'],
  ['US', 'Pager'],
];

listCases(
  'a list of fax machines or pagers',
  faxes.map(([region, header]): ListCase => ({
    sentence: `calls nobody: ${header}`,
    list: `Name;${header}\nA;${numbersOf(region)[0]?.written ?? ''}\nB;${numbersOf(region)[1]?.written ?? ''}\n`,
    region,
    expect: { phoneColumn: null, called: [] },
  })),
);

/** What a phone is called where nobody has asked so far; the fax is in front of it. */
const phones: readonly (readonly [region: CountryCode, header: string])[] = [
  ['GE', 'ტელეფონის ნომერი'],
  ['AM', 'Հեռախոսահամար'],
  ['AM', 'Բջջային'],
  ['IE', 'Uimhir theileafóin'],
  ['ZA', 'Inombolo yocingo'],
  ['ET', 'የስልክ ቁጥር'],
  ['SO', 'Lambarka taleefanka'],
  ['LK', 'දුරකථන අංකය'],
  ['IN', 'ದೂರವಾಣಿ ಸಂಖ್ಯೆ'],
  ['IN', 'ਫ਼ੋਨ ਨੰਬਰ'],
  ['IN', 'ଫୋନ୍ ନମ୍ବର'],
  ['MM', 'ဖုန်းနံပါတ်'],
  ['KH', 'លេខទូរស័ព្ទ'],
  ['LA', 'ເບີໂທລະສັບ'],
  ['TR', 'İrtibat Numarası'],
  ['IN', 'What is your WhatsApp number (10 digits only please)?'],
];

listCases(
  'a phone by its name in more languages',
  phones.map(([region, header]): ListCase => {
    const [fax, phone] = numbersOf(region);
    return {
      sentence: `${region}: ${header} is called`,
      list: `"A1";"Fax";"${header}"\nX;${fax?.written ?? ''};${phone?.written ?? ''}\n`,
      region,
      expect: { phoneColumn: header, called: [phone?.e164 ?? ''] },
    };
  }),
);

listCases('numbers of some sort', [
  {
    sentence: 'of eight digits below “Nummer” may count anything: asked',
    list: 'Nummer;Navn\n20123456;Ann\n20123457;Bo\n20123458;Eva\n',
    region: 'DK',
    expect: { called: [], codes: ['revox.phone.columnUnclear'] },
  },
  {
    sentence: 'that are written as phones are called',
    list: 'Nummer;Navn\n20 12 34 56;Ann\n20 12 34 57;Bo\n',
    region: 'DK',
    expect: { called: ['+4520123456', '+4520123457'] },
  },
  {
    sentence: 'that are personal are those of identity cards',
    list: 'Nr. personal;Emri\n0672124729;A\n0672127294;B\n',
    region: 'AL',
    expect: { called: [] },
  },
]);

const a = '(212) 664-7601';
const b = '(212) 664-7602';

listCases('the type of a number in a column of its own', [
  {
    sentence: 'keeps a fax from being called, as address books export it',
    list: `First Name,Phone 1 - Type,Phone 1 - Value\nA,Mobile,${a}\nB,Home Fax,${b}\n`,
    region: 'US',
    expect: { called: ['+12126647601'], excludedLines: [3], codes: ['revox.phone.fax'] },
  },
  {
    sentence: 'a pager or a wrong number by its type is not called',
    list: 'Name,Phone 1 - Type,Phone 1 - Value\nA,Mobile,(212) 664-7601\nB,Pager,(212) 664-7602\nC,Wrong,(212) 664-7603\n',
    region: 'US',
    expect: { called: ['+12126647601'], excludedLines: [3, 4], codes: ['revox.phone.fax'] },
  },
  {
    sentence: 'of the first of several numbers',
    list: `Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\nA,Mobile,${a},Fax,${b}\nB,Home,${b},Fax,${a}\n`,
    region: 'US',
    expect: { phoneColumn: 'Phone 1 - Value', called: ['+12126647601', '+12126647602'] },
  },
  {
    sentence: 'in other languages',
    list: 'Nom;Type;Téléphone\nA;Portable;06 12 68 53 00\nB;Fax;01 42 68 53 01\n',
    region: 'FR',
    expect: { called: ['+33612685300'], excludedLines: [3] },
  },
  {
    sentence: 'in the language of the address book',
    list: 'Prénom,Téléphone 1 - Libellé,Téléphone 1 - Valeur\nA,Mobile,06 12 68 53 00\nB,Fax domicile,01 42 68 53 01\n',
    region: 'FR',
    expect: { called: ['+33612685300'], excludedLines: [3] },
  },
  {
    sentence: 'is not the type of a customer',
    list: `Name,Type,Phone\nA,Fax machine buyer,${a}\nB,Hospital,${b}\n`,
    region: 'US',
    expect: { called: ['+12126647601', '+12126647602'] },
  },
]);

listCases(
  'one column of phones and faxes',
  ['Telefon - Faks', 'TEL・FAX', 'ĐT/Fax', 'Telefon, fax', 'Τηλ. & Fax', 'Phone; fax'].map(
    (header): ListCase => ({
      sentence: `is called where it is the only one: ${header}`,
      list: `"Name"\t"${header}"\nA\t+33199001201\nB\t+33199001202\n`,
      expect: { phoneColumn: header, called: ['+33199001201', '+33199001202'] },
    }),
  ),
);

listCases('a column of fax machines', [
  ...['Tele-Fax', 'Fax-Telefonnummer', 'Telefaxnummer', 'Fax No.'].map((header): ListCase => ({
    sentence: `is not called: ${header}`,
    list: `Name\t${header}\nA\t+33199001201\nB\t+33199001202\n`,
    expect: { phoneColumn: null, called: [] },
  })),
]);

listCases(
  'a column that may be the person’s own, beside somebody else’s phone',
  [
    ['Assistant Phone', 'Home'],
    ['Telefon Assistent(in)', 'Privat'],
    ['Assistentin puhelin', 'Koti'],
    ['Telefon pomoćnika', 'Početna'],
  ].map(([other = '', home = '']): ListCase => ({
    sentence: `is asked about: ${other}, ${home}`,
    list: `${other},${home}\n+33142685301,+33612345601\n+33142685302,+33612345602\n`,
    expect: { called: [], codes: ['revox.phone.columnUnclear'] },
  })),
);

listCases('the number of a company', [
  ...[
    'Company Phone',
    'Account Phone',
    'Organization - Phone',
    'Telefon firmy',
    'Société/Téléphone',
    'Firmentelefon',
  ].map((header): ListCase => ({
    sentence: `is not called where the person has one, though some of those cannot be read: ${header}`,
    list: `Name;${header};Mobile\nAnn;+33 1 99 00 12 90;+33612345678\nBob;+33 1 99 00 12 91;06 12 34\nEve;+33 1 99 00 12 92;+33612345679\n`,
    expect: { phoneColumn: 'Mobile', called: ['+33612345678', '+33612345679'] },
  })),
  {
    sentence: 'is called where it is the only one',
    list: 'Company;Company Phone\nA;+33 1 99 00 12 01\nB;+33 1 99 00 12 02\n',
    expect: { phoneColumn: 'Company Phone', called: ['+33199001201', '+33199001202'] },
  },
]);

/** Sender and recipient, of which the second is the person. */
const senders: readonly (readonly [sender: string, recipient: string])[] = [
  ['Absender Telefon', 'Empfänger Telefon'],
  ['Sender Phone', 'Recipient Phone'],
  ['ご依頼主電話番号', 'お届け先電話番号'],
  ['寄件人电话', '收件人电话'],
  ['보내는분전화', '받는분전화'],
  ['เบอร์โทรผู้ส่ง', 'เบอร์โทรผู้รับ'],
  ['Gönderici Tel', 'Alıcı Tel'],
  // roles that no list of words has
  ['店長電話', '会計士電話'],
];

listCases(
  'the number of somebody who is not the person',
  senders.map(([sender, recipient]): ListCase => ({
    sentence: `is not called, though it comes first: ${sender}`,
    list: `${sender},${recipient},x\n+33199001291,+33199001201,1\n+33199001292,+33199001202,2\n`,
    expect: { mayCall: ['+33199001201', '+33199001202'] },
  })),
);

listCases('names of one phone in scripts without blanks', [
  ...[
    ['固定電話', '携帯電話'],
    ['自宅電話番号', '携帯電話番号'],
    ['座机号码', '手机号码'],
    ['집전화', '휴대전화'],
    ['โทรศัพท์บ้าน', 'โทรศัพท์มือถือ'],
  ].map(([home = '', mobile = '']): ListCase => ({
    sentence: `are not asked about: ${home}, ${mobile}`,
    list: `${home},${mobile},x\n+33199001201,,1\n+33199001202,+33612345678,2\n`,
    expect: { phoneColumn: home, called: ['+33199001201', '+33199001202'] },
  })),
  {
    sentence: 'are called in Ukrainian: Номер мобільного',
    list: 'А;Номер мобільного\nБ;+33199001201\nВ;+33199001202\n',
    expect: { phoneColumn: 'Номер мобільного', called: ['+33199001201', '+33199001202'] },
  },
]);
