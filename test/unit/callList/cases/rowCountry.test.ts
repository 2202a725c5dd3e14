import assert from 'node:assert/strict';
import type { CountryCode } from 'libphonenumber-js/max';
import { countryInCell } from '../../../../src/callList/phone/countryInCell.ts';
import { listCases, type ListCase } from './listCase.ts';
import { inCountry } from './witness.ts';

interface Row {
  /** What the row says of its country. */
  readonly says: string;
  readonly phone: string;
  readonly country: CountryCode;
}

/** A list without a default country: each number is read by its row. */
function ownCountry(sentence: string, header: string, phone: string, rows: readonly Row[]): ListCase {
  return {
    sentence,
    list: [`name;${header};${phone}`, ...rows.map((row, at) => `P${at};${row.says};${row.phone}`), ''].join(
      '\n',
    ),
    expect: { called: rows.map((row) => inCountry(row.country, row.phone)) },
  };
}

const danish = { phone: '32 12 34 56', country: 'DK' } as const;
const polish = { phone: '22 123 45 67', country: 'PL' } as const;
const greek = { phone: '210 1234567', country: 'GR' } as const;
const norwegian = { phone: '22 12 34 56', country: 'NO' } as const;
const turkish = { phone: '0212 123 45 67', country: 'TR' } as const;
const japanese = { phone: '03-3581-1234', country: 'JP' } as const;
const kenyan = { phone: '0712 345 678', country: 'KE' } as const;
const mexican = { phone: '55 5123 4567', country: 'MX' } as const;
const dutch = { phone: '020 123 4567', country: 'NL' } as const;
const finnish = { phone: '09 1234567', country: 'FI' } as const;
const thai = { phone: '02 123 4567', country: 'TH' } as const;
const czech = { phone: '224 123 456', country: 'CZ' } as const;

const own: ListCase[] = [
  ownCountry('ISO codes of two letters', 'country', 'phone', [
    { says: 'DK', ...danish },
    { says: 'pl', ...polish },
  ]),
  ownCountry('ISO codes of three letters', 'ISO3', 'mobile', [
    { says: 'GRC', ...greek },
    { says: 'NOR', ...norwegian },
  ]),
  ownCountry('names in English', 'Country', 'Phone', [
    { says: 'Türkiye', ...turkish },
    { says: 'Turkey', ...turkish, phone: '0212 123 45 68' },
    { says: 'The Netherlands', ...dutch },
  ]),
  ownCountry('names in German', 'Land', 'Telefon', [
    { says: 'Dänemark', ...danish },
    { says: 'DAENEMARK', ...danish, phone: '32 12 34 57' },
    { says: 'Tschechien', ...czech },
  ]),
  ownCountry('names in Spanish', 'País', 'Teléfono', [
    { says: 'México', ...mexican },
    { says: 'Japón', ...japanese },
  ]),
  ownCountry('names in Portuguese', 'País', 'Telefone', [
    { says: 'Quênia', ...kenyan },
    { says: 'Países Baixos', ...dutch },
  ]),
  ownCountry('names in Italian', 'Nazione', 'Telefono', [
    { says: 'Grecia', ...greek },
    { says: 'Polonia', ...polish },
  ]),
  ownCountry('names in Polish', 'Kraj', 'Telefon', [
    { says: 'Dania', ...danish },
    { says: 'Norwegia', ...norwegian },
  ]),
  ownCountry('names in Czech', 'Země', 'Telefon', [
    { says: 'Polsko', ...polish },
    { says: 'Řecko', ...greek },
  ]),
  ownCountry('names in Hungarian', 'Ország', 'Telefonszám', [
    { says: 'Lengyelország', ...polish },
    { says: 'Törökország', ...turkish },
  ]),
  ownCountry('names in Swedish', 'Land', 'Telefon', [
    { says: 'Norge', ...norwegian },
    { says: 'Nederländerna', ...dutch },
  ]),
  ownCountry('names in Finnish', 'Maa', 'Puhelin', [
    { says: 'Suomi', ...finnish },
    { says: 'Tanska', ...danish },
  ]),
  ownCountry('names in Turkish', 'Ülke', 'Telefon', [
    { says: 'TÜRKİYE', ...turkish },
    { says: 'Yunanistan', ...greek },
  ]),
  ownCountry('names in Greek', 'Χώρα', 'Τηλέφωνο', [
    { says: 'Ελλάδα', ...greek },
    { says: 'Δανία', ...danish },
  ]),
  ownCountry('names in Russian', 'Страна', 'Телефон', [
    { says: 'Польша', ...polish },
    { says: 'Япония', ...japanese },
  ]),
  ownCountry('names in Ukrainian', 'Країна', 'Телефон', [
    { says: 'Чехія', ...czech },
    { says: 'Нідерланди', ...dutch },
  ]),
  ownCountry('names in Japanese', '国', '電話番号', [
    { says: '日本', ...japanese },
    { says: 'タイ', ...thai },
  ]),
  ownCountry('names in Chinese', '国家', '电话', [
    { says: '日本', ...japanese },
    { says: '荷兰', ...dutch },
  ]),
  ownCountry('names in Korean', '국가', '전화번호', [
    { says: '일본', ...japanese },
    { says: '태국', ...thai },
  ]),
  ownCountry('names in Arabic', 'البلد', 'هاتف', [
    { says: 'كينيا', ...kenyan },
    { says: 'تركيا', ...turkish },
  ]),
  ownCountry('names in Hebrew', 'מדינה', 'טלפון', [
    { says: 'יוון', ...greek },
    { says: 'הולנד', ...dutch },
  ]),
  ownCountry('names in Thai', 'ประเทศ', 'โทรศัพท์', [
    { says: 'ไทย', ...thai },
    { says: 'ญี่ปุ่น', ...japanese },
  ]),
  ownCountry('names that are usual and not official', 'country', 'phone', [
    { says: 'Holland', ...dutch },
    { says: 'U.K.', phone: '020 7946 0958', country: 'GB' },
    { says: 'Ivory Coast', phone: '07 07 12 34 56', country: 'CI' },
    { says: 'South Korea', phone: '02-123-4568', country: 'KR' },
  ]),
  ownCountry('flags', 'country', 'phone', [
    { says: '🇩🇰', ...danish },
    { says: '🇯🇵 Japan', ...japanese },
  ]),
  ownCountry('signs of cars', 'Land', 'Telefon', [
    { says: 'DK', ...danish },
    { says: 'NL', ...dutch },
    { says: 'FIN', ...finnish },
    { says: 'A', phone: '01 5123456', country: 'AT' },
  ]),
  ownCountry('calling codes with a plus', 'dial_code', 'phone', [
    { says: '+45', ...danish },
    { says: '+254', ...kenyan },
  ]),
  ownCountry('calling codes as bare digits', 'country_code', 'mobile', [
    { says: '81', ...japanese },
    { says: '48', ...polish },
  ]),
  ownCountry('calling codes with two zeros', 'Ländervorwahl', 'Telefon', [
    { says: '0047', ...norwegian },
    { says: '0031', ...dutch },
  ]),
  ownCountry('calling codes that a spreadsheet took for decimals', 'indicatif', 'téléphone', [
    { says: '90.0', ...turkish },
    { says: '66.0', ...thai },
  ]),
  ownCountry('names with their calling code', 'Country', 'Phone', [
    { says: 'Greece (+30)', ...greek },
    { says: '+420 Czechia', ...czech },
  ]),
  ownCountry('a Korean header for calling codes', '국가번호', '전화번호', [
    { says: '+81', ...japanese },
    { says: '+66', ...thai },
  ]),
];

/** Names in daily use that are not the official ones of their language. */
const everyday: readonly (readonly [country: CountryCode, names: readonly string[]])[] = [
  ['US', ['ABD', 'ארה״ב', 'Mỹ', 'SUA', 'ΗΠΑ', 'Ameryka', 'อเมริกา']],
  ['GB', ['İngiltere', 'Anh', 'Inggris', 'Anglie', 'Großbritannien', 'อังกฤษ', 'Nagy-Britannia']],
  ['KR', ['Южная Корея', '南韩', 'Güney Kore', 'เกาหลี']],
  ['CZ', ['Tschechei', 'ČR', 'Česká rep.']],
  ['AE', ['BAE', 'Emiratos Árabes', 'ОАЭ']],
  ['TH', ['ประเทศไทย', 'เมืองไทย']],
  ['AL', ['Shqipëria']],
  ['BY', ['Белоруссия']],
  ['ZA', ['ЮАР']],
  // a code, not what is left of ČR without its sign
  ['CR', ['CR']],
  ['MY', ['MY']],
];

describe('everyday names of countries', () => {
  for (const [country, names] of everyday)
    for (const name of names)
      it(`${name} is ${country}`, () => {
        const found = countryInCell(name);
        assert.equal(typeof found === 'object' && found.country, country);
      });
});

const contradicting: ListCase[] = [
  {
    sentence: 'a row of another country is never read by the default',
    list: 'name,country,phone\nAda,DK,32 12 34 56\nBo,NO,22 12 34 56\n',
    region: 'NO',
    expect: {
      called: [inCountry('NO', '22 12 34 56')],
      excludedLines: [2],
      says: [[2, /Denmark.*Norway.*\+4532123456/]],
      codes: ['revox.phone.otherCountry'],
    },
  },
  {
    sentence: 'a calling code that contradicts the default',
    list: 'phone_code;phone\n48;22 123 45 67\n49;030 901820\n',
    region: 'DE',
    expect: { called: ['+4930901820'], excludedLines: [2] },
  },
  {
    sentence: 'a country that is another name of the default changes nothing',
    list: 'Land;Telefon\nDeutschland;030 901820\nBRD;030 901821\nGermany (+49);030 901822\nD;030 901823\n;030 901824\n',
    region: 'DE',
    expect: { called: ['+4930901820', '+4930901821', '+4930901822', '+4930901823', '+4930901824'] },
  },
  {
    sentence: 'countries with one numbering plan do not contradict each other',
    list: 'country,phone\nCA,514 555 0112\nUS,212 555 0112\n',
    region: 'US',
    expect: { called: ['+15145550112', '+12125550112'] },
  },
  {
    sentence: 'a number with its country code is read as it stands, whatever the row says',
    list: 'country,phone\nDK,+47 22 12 34 56\nNO,0045 32 12 34 56\n',
    region: 'NO',
    expect: { called: ['+4722123456', '+4532123456'] },
  },
  {
    sentence: 'a word that is no country is not passed over',
    list: 'country,phone\nPoland,22 123 45 67\nRuritania,22 123 45 68\n',
    region: 'PL',
    expect: { called: ['+48221234567'], excludedLines: [3], says: [[3, /Ruritania/]] },
  },
  {
    sentence: 'a country and a calling code that disagree: the code belongs to the phone',
    list: 'country,phone calling code,phone\nNL,+48,22 123 45 67\n',
    expect: { mayCall: ['+48221234567'] },
  },
  {
    sentence: 'billing and shipping countries that disagree tell nothing',
    list: 'billing country,shipping country,phone\nNL,PL,22 123 45 67\nPL,PL,22 123 45 68\n',
    region: 'PL',
    expect: { called: ['+48221234568'], excludedLines: [2] },
  },
  {
    sentence: 'a nationality is not where the phone is from',
    list: 'nationality,phone\nDK,22 123 45 67\n',
    region: 'PL',
    expect: { called: ['+48221234567'] },
  },
  {
    sentence: 'states of America are no countries',
    list: 'state,phone\nDE,302 555 0112\nCA,415 555 0132\n',
    region: 'US',
    expect: { called: ['+13025550112', '+14155550132'] },
  },
  {
    sentence: 'nor are they in a list without header',
    list: 'Ann,DE,302 555 0112\nBob,CA,415 555 0132\nEve,IN,317 555 0112\n',
    region: 'US',
    expect: { called: ['+13025550112', '+14155550132', '+13175550112'] },
  },
  {
    sentence: 'countries in a list without header are heeded',
    list: 'Jan,Poland,22 123 45 67\nOle,Norway,22 12 34 56\nIda,Denmark,32 12 34 56\n',
    region: 'NO',
    expect: { neverCalled: ['+4732123456'], mayCall: ['+48221234567', '+4722123456', '+4532123456'] },
  },
  {
    sentence: 'the code of the phone that is called, not that of another one',
    list: 'Home Country Code,Home Phone,Mobile Country Code,Mobile Phone\n+48,22 123 45 67,+254,0712 345 678\n',
    expect: { neverCalled: ['+48712345678'], mayCall: ['+48221234567', '+254712345678'] },
  },
];

const afterCodes: ListCase[] = [
  {
    sentence: 'are called below “Number”, too, where each is valid behind its code',
    list: 'Name,Dial Code,Number\nA,+250,788123456\nB,256,772123458\n',
    expect: { phoneColumn: 'Number', called: ['+250788123456', '+256772123458'] },
  },
  {
    sentence: 'are called below “contact”, and the order beside them is not',
    list: 'name,country_code,contact,order\nA,+91,9841012345,1000000001\nB,+91,9444012346,1000000002\n',
    expect: { phoneColumn: 'contact', called: ['+919841012345', '+919444012346'] },
  },
  {
    sentence: 'are no phones where a code makes only some of them valid',
    list: 'Dial Code,Number\n+250,788123456\n+256,12\n',
    expect: { called: [] },
  },
  {
    sentence: 'have no zero of their own: Belgium, Ukraine, Kenya',
    list: 'Prefix,phone,name\n+32,475123456,A\n+380,671234567,B\n254,712345678,C\n',
    expect: { called: ['+32475123456', '+380671234567', '+254712345678'] },
  },
  {
    sentence: 'nor where the default country is the same',
    list: 'dial code,phone\n44,7400123456\n44,07400123457\n',
    region: 'GB',
    expect: { called: ['+447400123456', '+447400123457'] },
  },
  {
    sentence: 'and are left out where the code contradicts the default',
    list: 'indicatif;téléphone\n48;601234567\n33;199001201\n',
    region: 'FR',
    expect: { called: ['+33199001201'], excludedLines: [2] },
  },
  {
    sentence: 'but an Italian landline keeps its zero: what lost it is asked about',
    list: 'prefisso internazionale;telefono\n+39;332123456\n+39;0332 123457\n',
    expect: { called: ['+390332123457'], excludedLines: [2] },
  },
];

const areas: ListCase[] = [
  {
    sentence: 'a Brazilian DDD beside the number',
    list: 'nome;DDD;telefone\nA;11;3333-4444\nB;21;98765-4322\n',
    region: 'BR',
    expect: { called: [inCountry('BR', '11 3333 4444'), inCountry('BR', '21 98765 4322')] },
  },
  {
    sentence: 'a German Vorwahl beside the number',
    list: 'Name;Vorwahl;Telefon\nA;030;901820\nB;0221;456789\n',
    region: 'DE',
    expect: { called: [inCountry('DE', '030 901820'), inCountry('DE', '0221 456789')] },
  },
  {
    sentence: 'a Vorwahl that lost its zero',
    list: 'Name;Vorwahl;Telefon\nA;30;901820\nB;221;456789\n',
    region: 'DE',
    expect: { called: [inCountry('DE', '030 901820'), inCountry('DE', '0221 456789')] },
  },
  {
    sentence: 'a Vorwahl that is a country’s',
    list: 'Name;Vorwahl;Telefon\nA;+43;01 5123456\nB;+49;030 901820\n',
    expect: { called: [inCountry('AT', '01 5123456'), inCountry('DE', '030 901820')] },
  },
  {
    sentence: 'an American area code',
    list: 'name,area code,phone\nAnn,212,555-0112\nBob,415,555-0132\n',
    region: 'US',
    expect: { called: ['+12125550112', '+14155550132'] },
  },
  {
    sentence: 'an area code in both columns is taken once',
    list: 'name,area code,phone\nAnn,212,(212) 555-0112\nBob,415,415-555-0132\n',
    region: 'US',
    expect: { called: ['+12125550112', '+14155550132'] },
  },
  {
    sentence: 'a Mexican LADA',
    list: 'nombre,lada,teléfono\nA,55,5123 4567\nB,81,8123 4567\n',
    region: 'MX',
    expect: { called: [inCountry('MX', '55 5123 4567'), inCountry('MX', '81 8123 4567')] },
  },
  {
    sentence: 'a Japanese area code',
    list: '名前,市外局番,電話番号\nA,03,3581-1234\nB,06,6123-4567\n',
    region: 'JP',
    expect: { called: [inCountry('JP', '03-3581-1234'), inCountry('JP', '06-6123-4567')] },
  },
  {
    sentence: 'an Indian STD code',
    list: 'name,std code,phone\nA,022,24131234\nB,11,23456789\n',
    region: 'IN',
    expect: { called: [inCountry('IN', '022 24131234'), inCountry('IN', '011 23456789')] },
  },
];

listCases('numbers of ISO 3166 are no calling codes', [
  {
    sentence: 'where 276 and 840 show that 250 is France, not Rwanda',
    list: 'name,country_code,phone\nA,250,0788123456\nB,276,0171 6783154\nC,840,2125550112\n',
    expect: { called: [], excludedLines: [2, 3, 4] },
  },
  {
    sentence: 'beside a default country they tell nothing',
    list: 'name,country code,phone\nA,250,07 88 12 34 56\nB,276,0171 6783154\nC,056,+32 475 12 34 56\n',
    region: 'FR',
    expect: { called: ['+32475123456'], excludedLines: [2, 3], says: [[2, /does not tell one country/]] },
  },
  {
    sentence: 'but three digits that are calling codes are read',
    list: 'name,country code,phone\nA,250,0788123456\nB,254,0712345678\nC,233,024 123 4567\n',
    expect: { called: ['+250788123456', '+254712345678', '+233241234567'] },
  },
]);
listCases('the country that a row names', own);
listCases('a row’s country beside a default', contradicting);
listCases('numbers behind a calling code of their own', afterCodes);
listCases('an area code in a column of its own', areas);
