import type { CountryCode } from 'libphonenumber-js/max';
import { listCases, type ListCase } from './listCase.ts';
import { inCountry } from './witness.ts';

/** Other numbers with as many digits as a phone number of the country, under the names they have there. */
const ids: readonly (readonly [region: CountryCode, header: string, first: string, second: string])[] = [
  ['PL', 'REGON', '612345678', '221234567'],
  ['PL', 'KRS', '600123456', '501234567'],
  ['TR', 'Vergi Numarası', '5321234567', '5331234567'],
  ['TR', 'T.C. Kimlik No', '53212345678', '53312345678'],
  ['BR', 'CPF', '11987654322', '21987654321'],
  ['JP', '法人番号', '0312345678', '0312345679'],
  ['SA', 'رقم الهوية', '0501234567', '0501234568'],
  ['IL', 'ח.פ.', '521234567', '541234567'],
  ['UA', 'РНОКПП', '0671234567', '0501234568'],
  ['VN', 'MST', '0312345678', '0912345679'],
  ['VN', 'CCCD', '0912345678', '0912345679'],
  ['KE', 'ID Number', '0712345678', '0722345678'],
  ['NG', 'Account Number', '0803123456', '0123456789'],
  ['MX', 'No. de cuenta', '5512345678', '5512345679'],
  ['AU', 'TFN', '412345678', '298765432'],
  ['AU', 'ACN', '004 085 616', '000 123 456'],
  ['NL', 'BSN', '0612345678', '0201234567'],
  ['PT', 'N.º Contribuinte', '212345678', '912345678'],
  ['CZ', 'Rodné číslo', '601234567', '725123456'],
  ['TH', 'เลขที่บัญชี', '0812345678', '0812345679'],
  ['CN', 'QQ号', '13812345678', '13812345679'],
  ['HK', '商業登記號碼', '23456789', '23456790'],
  ['IN', 'Consumer No', '9845012345', '9845012346'],
  ['FR', 'SIREN', '552100554', '612345678'],
  ['ES', 'Nº póliza', '612345678', '612345679'],
  ['NO', 'Organisasjonsnummer', '987654321', '922345678'],
  ['DK', 'CVR', '32123456', '20123456'],
  ['EE', 'Registrikood', '51234567', '52345678'],
  ['SG', 'UEN', '61234567', '91234567'],
  ['US', 'NPI', '2125550112', '2125550113'],
  ['RU', 'СНИЛС', '912-345-678 90', '912-345-679 95'],
  ['CL', 'RUT', '221234567', '223456789'],
  ['FR', 'coordx', '0652345678', '0652345679'],
  ['NO', 'øst', '40123456', '40123457'],
  ['US', 'sku', '2125550112', '2125550113'],
  // a name that is in no vocabulary of ours
  ['FR', 'Zorglub', '0612345678', '0712345678'],
];

listCases(
  'a column of numbers of something else is never called',
  ids.map(([region, header, first, second]): ListCase => ({
    sentence: `${region}: ${header}`,
    list: `A;${header}\nAnn;${first}\nBob;${second}\n`,
    region,
    expect: { called: [] },
  })),
);

/** As the phones of the country are written, so that only the name tells that they are none. */
const writtenAsPhones: Partial<Record<CountryCode, readonly [one: string, two: string, three: string]>> = {
  BE: ['0475.123.456', '0478.234.567', '0479 345 678'],
  BR: ['(11) 98765-4321', '(11) 3333-4444', '(21) 3222-3344'],
  CZ: ['224 123 450', '602 123 456', '541 123 456'],
  DE: ['030 23125000', '0171 6783154', '089 1234567'],
  DK: ['31 23 45 67', '28 76 54 32', '25 31 37 63'],
  ES: ['912 345 678', '612 345 678', '934 567 890'],
  FI: ['09 1234567', '040 1234567', '050 1234568'],
  FR: ['01 99 00 12 01', '04 75 12 34 57', '06 12 34 56 78'],
  GB: ['020 7946 0958', '0161 496 0000', '07400 123456'],
  HU: ['06 70 510 4452', '06 1 234 5678', '06 30 123 4567'],
  IT: ['06 12345678', '0461 234567', '333 1234567'],
  JP: ['03-1234-5678', '090-1234-5678', '06-1234-5678'],
  KR: ['02-2345-6780', '010-2345-6781', '02-2345-6782'],
  NL: ['020 123 4567', '06 12345678', '010 123 4567'],
  NO: ['22 12 34 56', '55 12 34 57', '73 12 34 58'],
  PL: ['22 123 45 67', '600 123 456', '12 345 67 89'],
  PT: ['213 456 789', '234 567 899', '253 456 780'],
  SE: ['08-123 456 78', '031-12 34 56', '070-123 45 67'],
  TR: ['0532 123 45 67', '0212 123 45 67', '0533 123 45 68'],
  US: ['212-555-0112', '310-555-0113', '415-555-0114'],
};

/** Names that number or code something, in the countries’ languages. */
const codeNames: Partial<Record<CountryCode, readonly string[]>> = {
  BE: ['Ondernemingsnummer', 'Numéro d’entreprise', 'N° BCE', 'KBO', 'Vestigingsnummer'],
  BR: ['CNPJ', 'Inscrição estadual', 'Matrícula', 'Protocolo'],
  CZ: ['IČ', 'Rodné číslo', 'Zákaznické číslo'],
  DE: ['Handelsregisternummer', 'Aktenzeichen', 'Mitgliedsnr', 'IK-Nummer', 'Betriebsnummer'],
  DK: ['CVR', 'CVR-nr.', 'P-nummer', 'Virksomhedsnummer'],
  ES: ['Nº expediente', 'Código', 'Nº de socio'],
  FI: ['Y-tunnus', 'Asiakasnumero', 'Jäsennumero'],
  FR: ['N° adhérent', 'Numéro de dossier', 'Identifiant', 'N° RPPS'],
  GB: ['NHS Number', 'UTR', 'Membership no', 'UPRN'],
  HU: ['Adószám', 'Ügyfélszám', 'Cégjegyzékszám'],
  IT: ['Matricola', 'Numero pratica', 'Numero tessera'],
  JP: ['会員番号', '管理番号'],
  KR: ['사업자번호', '회원번호'],
  NL: ['KvK-nummer', 'Relatienummer', 'Dossiernummer'],
  NO: ['Org.nr', 'Foretaksnummer', 'Kundenr'],
  PL: ['Numer klienta', 'Nr umowy', 'REGON'],
  PT: ['N.º de contribuinte', 'NISS', 'Nº utente'],
  SE: ['Ärendenummer', 'Medlemsnr'],
  TR: ['Müşteri No', 'Sicil No'],
  US: ['Confirmation No', 'Docket No.', 'Policy #', 'Member ID'],
};

listCases(
  'codes that are written as phones are asked about, not called',
  Object.entries(codeNames).flatMap(([region, headers]) =>
    headers.map((header): ListCase => {
      const [one, two, three] = writtenAsPhones[region as CountryCode] ?? ['', '', ''];
      return {
        sentence: `${region}: ${header}`,
        list: `A;${header}\nAnn;${one}\nBob;${two}\nEve;${three}\n`,
        region,
        expect: { called: [] },
      };
    }),
  ),
);

listCases('a name that numbers something is called where its cells can be nothing else', [
  {
    sentence: 'with country codes',
    list: 'Nom;Numéro du gérant\nAnn;+33 1 99 00 12 01\nBob;+33 1 99 00 12 02\n',
    expect: { phoneColumn: 'Numéro du gérant', called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'or a question about calls',
    list: 'Name;Unter welcher Nummer sind Sie erreichbar?\nAnn;030 23125000\nBob;030 23125010\n',
    region: 'DE',
    expect: { called: ['+493023125000', '+493023125010'] },
  },
]);

/** Two columns with numbers, of which the second is the person's own. */
const people: readonly (readonly [
  region: CountryCode,
  others: string,
  own: string,
  numbers: readonly [string, string],
])[] = [
  ['FR', 'Téléphone agence', 'Mobile client', ['01 99 00 12 09', '01 99 00 12 01']],
  ['DE', 'Telefon Makler', 'Telefon Kunde', ['030 901820', '030 901830']],
  ['ES', 'Teléfono asesor', 'Teléfono', ['912 345 678', '912 345 679']],
  ['IT', 'Telefono agenzia', 'Telefono', ['06 1234567', '06 1234568']],
  ['BR', 'Telefone do corretor', 'Telefone', ['(11) 3256-7812', '(11) 98765-4322']],
  ['PL', 'Telefon doradcy', 'Telefon', ['22 123 45 67', '601 234 567']],
  ['NL', 'Telefoon adviseur', 'Telefoon', ['020 123 4567', '020 123 4568']],
  ['TR', 'Danışman telefonu', 'Telefon', ['0212 345 67 89', '0532 123 45 67']],
  ['RU', 'Телефон менеджера', 'Телефон', ['8 912 345-67-80', '8 912 345-67-89']],
  ['JP', '担当者電話番号', '電話番号', ['03-3581-1235', '03-3581-1234']],
  ['KR', '담당자 전화', '전화', ['02-312-4568', '02-312-4567']],
  ['IL', 'טלפון סוכן', 'טלפון', ['03-521-2346', '03-521-2345']],
  ['GB', 'Agent phone', 'Phone', ['020 7946 0959', '020 7946 0958']],
  ['US', 'Broker Phone', 'Phone', ['212-555-0113', '212-555-0112']],
];

listCases('somebody else’s number is not called where the person’s own stands beside it', [
  ...people.map(([region, others, own, [other, number]]): ListCase => ({
    sentence: `${region}: ${others} and ${own}`,
    list: `A;${others};${own}\nAnn;${other};${number}\nBob;${other};\n`,
    region,
    expect: { phoneColumn: own, called: [inCountry(region, number)] },
  })),
  {
    sentence: 'a number that is the same in every row is that of who made the list',
    list: 'Name,Phone,Phone no.\nA,020 7946 0900,020 7946 0901\nB,020 7946 0900,020 7946 0902\nC,020 7946 0900,020 7946 0903\n',
    region: 'GB',
    expect: { phoneColumn: 'Phone no.', called: ['+442079460901', '+442079460902', '+442079460903'] },
  },
]);

listCases('columns of one name', [
  {
    sentence: 'are told apart by their place',
    list: 'Nombre,Teléfono,Teléfono\nA,55 5123 4567,55 5123 4568\nB,,55 5123 4569\n',
    region: 'MX',
    expect: { says: [/“Teléfono \(column 2\)” holds phone numbers too; “Teléfono \(column 3\)”/] },
  },
]);
