import assert from 'node:assert/strict';
import type { CountryCode } from 'libphonenumber-js/max';
import { readSuppressionList } from '../../../../src/callList/suppression/suppressionList.ts';
import { listCases, type ListCase } from './listCase.ts';

/** Calls every number in turn, and one that nobody put on the list. */
function never(
  sentence: string,
  region: CountryCode | undefined,
  suppression: string,
  numbers: readonly string[],
  other: string,
): ListCase {
  return {
    sentence,
    list: ['phone,name', ...[...numbers, other].map((number, at) => `${number},P${at}`), ''].join('\n'),
    ...(region === undefined ? {} : { region }),
    suppression,
    expect: { called: [other] },
  };
}

function stops(
  sentence: string,
  region: CountryCode | undefined,
  suppression: string,
  says: RegExp,
): ListCase {
  return {
    sentence,
    list: 'phone,name\n+442079460958,Ann\n',
    ...(region === undefined ? {} : { region }),
    suppression,
    expect: { called: [], says: [says] },
  };
}

describe('a never-call list without numbers', () => {
  it('stops, though a note was taken for the header', async () => {
    await assert.rejects(readSuppressionList('Имя;Комментарий\nАнна;не звонить\n'), /below line 1/);
  });

  // Goodwy/Messages#81: a list of what numbers and senders begin with
  for (const text of ['3, 805, 333, 111, Tri, Popeyes, 3 Promo\n', 'email,name\n'])
    it(`stops where its only line names no column of numbers: ${JSON.stringify(text)}`, async () => {
      await assert.rejects(readSuppressionList(text), /no column/);
    });

  for (const text of ['phone,name\n', 'Do not call\n\nphone,name\n'])
    it(`has nobody on it: ${JSON.stringify(text)}`, async () => {
      assert.equal((await readSuppressionList(text)).numbers.size, 0);
    });
});

listCases('a never-call list', [
  {
    sentence: 'with a header that names no phone, below a source with its number',
    list: 'phone,name\n+905321234567,A\n+905321234568,B\n',
    region: 'TR',
    suppression: 'Ret listesi\nKaynak: 0312 418 12 99\n\nSıra;Cep;Tarih\n1;0532 123 45 67;01.01.2026\n',
    expect: { called: ['+905321234568'] },
  },
  {
    sentence: 'with its header once more: two exports in one file',
    list: 'phone,name\n+8221234567,A\n+8221234568,B\n+8221234569,C\n',
    region: 'KR',
    suppression: '이름,전화번호\n가,02-123-4567\n이름,전화번호\n나,02-123-4568\n',
    expect: { called: ['+8221234569'] },
  },
  never(
    'with second endings',
    'ES',
    'hotel;teléfono\nA;91 123 45 67/8\n',
    ['+34911234567', '+34911234568'],
    '+34911234569',
  ),
  never(
    'with a range',
    'DE',
    'Firma;Telefon\nA;0221-567890 bis 92\n',
    ['+49221567890', '+49221567891', '+49221567892'],
    '+49221567893',
  ),
  never(
    'with a range of two whole numbers',
    'DE',
    'Telefon\n0221 5678900 - 0221 5678902\n',
    ['+492215678900', '+492215678901', '+492215678902'],
    '+492215678903',
  ),
  never(
    'with a range in words',
    'US',
    'phone\n212-555-0120 to 212-555-0122\n',
    ['+12125550120', '+12125550121', '+12125550122'],
    '+12125550123',
  ),
  never(
    'with a range of national numbers without blanks',
    'US',
    'phone\n2125550120-2125550122\n',
    ['+12125550120', '+12125550121', '+12125550122'],
    '+12125550123',
  ),
  never(
    'with two numbers of one person and a dash between them',
    'DE',
    'Telefon\n0221 567890 - 0171 6783154\n',
    ['+49221567890', '+491716783154'],
    '+49221567891',
  ),
  never(
    'with a direct dial: the switchboard, too',
    'AT',
    'Firma;Telefon\nA;01 5123456-57\n',
    ['+4315123456', '+431512345657'],
    '+4315123400',
  ),
  never(
    'with two numbers in a cell',
    'TR',
    'ad;telefon\nA;0212 123 45 67 / 0532 123 45 67\n',
    ['+902121234567', '+905321234567'],
    '+902121234560',
  ),
  never(
    'with labels and fax machines',
    'FI',
    'nimi;puhelin\nA;Puh. 09 1234567, Fax 09 1234568\n',
    ['+35891234567', '+35891234568'],
    '+35891234569',
  ),
  never(
    'with two readings of a prefix',
    'HK',
    'name,phone\nA,0016582345678\n',
    ['+6582345678', '+16582345678'],
    '+6582345679',
  ),
  never(
    'with the other number of an Argentine',
    'AR',
    'tel\n+541169071234\n',
    ['+541169071234', '+5491169071234'],
    '+541147999350',
  ),
  never(
    'with a plus in place of a zero',
    'DE',
    'tel\n+151 23456789\n',
    ['+4915123456789', '+15123456789'],
    '+4915123456780',
  ),
  never(
    'with a calling code in front of a number with its own',
    'US',
    'tel\n+1 33 6 12 34 56 78\n+1 65 8234 5678\n',
    ['+33612345678', '+6582345678', '+16582345678'],
    '+33612345679',
  ),
  never(
    'with the old area code of Ho Chi Minh City',
    'VN',
    'tel\n(08) 3823 4567\n08 3823 4568\n',
    ['+842838234567', '+84838234567', '+842838234568', '+84838234568'],
    '+84838234569',
  ),
  never(
    'with the country code twice',
    'DE',
    'tel\n+49 49 15123456789\n',
    ['+4915123456789', '+494915123456789'],
    '+4915123456780',
  ),
  never(
    'with the code of Italy for San Marino',
    'IT',
    'tel\n+390549882555\n',
    ['+390549882555', '+3780549882555'],
    '+390612345678',
  ),
  never(
    'with San Marino without its area',
    undefined,
    'tel\n+378 882555\n',
    ['+390549882555', '+3780549882555'],
    '+390612345678',
  ),
  never(
    'with the code of Israel for a Palestinian',
    'IL',
    'tel\n059-234-5678\n',
    ['+970592345678', '+972592345678'],
    '+97235212345',
  ),
  never(
    'with a Palestinian landline',
    'PS',
    'tel\n+97022971234\n',
    ['+97022971234', '+97222971234'],
    '+97022971235',
  ),
  stops('with what is left of a number', 'SE', 'Namn;Telefon\nA;070-12\nB;073-123 45 67\n', /line 2/),
  stops('with a number cut short behind its zero', 'GB', 'name,phone\nA,02079\nB,020 7946 0957\n', /line 2/),
  never(
    'with a short code',
    'FR',
    'nom,téléphone\nA,3615\nB,01 99 00 12 01\n',
    ['+33199001201'],
    '+33199001202',
  ),
  never(
    'with a zero that a spreadsheet dropped',
    'KE',
    'name,phone\nA,712345678\n',
    ['+254712345678'],
    '+254712345679',
  ),
  never(
    'with both readings of a lost zero',
    'IT',
    'nome;telefono\nA;332123456\n',
    ['+39332123456', '+390332123456'],
    '+39332123457',
  ),
  never('with old numbers', 'BR', 'nome;telefone\nA;(21) 8765-4322\n', ['+5521987654322'], '+5521987654323'),
  never(
    'with numbers among words',
    'NL',
    'naam;telefoon\nA;020-1234567 niet bellen\n',
    ['+31201234567'],
    '+31201234568',
  ),
  never('with an extension', 'US', 'name,phone\nA,212-555-0112 ext. 5\n', ['+12125550112'], '+12125550113'),
  never(
    'with messenger addresses',
    undefined,
    'jid,name\n442079460958@c.us,A\nwhatsapp:+442079460959,B\n',
    ['+442079460958', '+442079460959'],
    '+442079460960',
  ),
  never(
    'without header',
    undefined,
    '+442079460958,A\n+442079460959,B\n',
    ['+442079460958', '+442079460959'],
    '+442079460960',
  ),
  never('with a title above its only column', 'TH', 'บัญชีดำ\n0812345678\n', ['+66812345678'], '+66812345679'),
  never('with one number and nothing else', undefined, '+442079460958', ['+442079460958'], '+442079460959'),
  never(
    'with a title that holds a number',
    'GB',
    'Do not call (office 020 7946 0957)\nname,phone\nA,020 7946 0958\n',
    ['+442079460958'],
    '+442079460959',
  ),
  never(
    'with a country column',
    'FR',
    'kraj;telefon\nPolska;22 123 45 67\nDania;32 12 34 56\n',
    ['+48221234567', '+4532123456'],
    '+33199001201',
  ),
  never(
    'with a calling-code column and no default',
    undefined,
    'dial_code,phone\n+45,32 12 34 56\n48,22 123 45 67\n',
    ['+4532123456', '+48221234567'],
    '+33199001201',
  ),
  never('with an area-code column', 'BR', 'DDD;telefone\n11;3333-4444\n', ['+551133334444'], '+551133334445'),
  never(
    'with a second column of numbers',
    'DE',
    'Telefon;Mobil\n030 901820;0171 6783154\n',
    ['+4930901820', '+491716783154'],
    '+4930901821',
  ),
  never(
    'with rows that say that they have no number',
    'SE',
    'namn;telefon\nA;saknas\nB;08-123 456 78\nC;\n',
    ['+46812345678'],
    '+46812345679',
  ),
  never(
    'with a total below',
    'GB',
    'name,phone\nA,020 7946 0958\nTotal,1\n',
    ['+442079460958'],
    '+442079460959',
  ),
  never(
    'with Japanese headers',
    'JP',
    '氏名,電話番号\nA,03-3581-1234（代表）\n',
    ['+81335811234'],
    '+81335811235',
  ),
  never('with Arabic digits', 'SA', 'الاسم,جوال\nA,٠٥٠١٢٣٤٥٦٧\n', ['+966501234567'], '+966501234568'),
  never(
    'with a premium number',
    'GB',
    'name,phone\nA,0909 879 0001\nB,020 7946 0958\n',
    ['+442079460958'],
    '+442079460959',
  ),
  stops('with a number that is too short', 'GB', 'name,phone\nA,020 7946 0959\nB,020 79\n', /line 3/),
  stops('with a range too long to be listed', 'DE', 'Telefon\n0151 12340000 bis 0151 12349999\n', /line 2/),
  stops('with digits of two numbers as its only line', 'FR', '01990012010199001202\n', /line 1/),
  stops('with letters in a number', 'GB', 'name,phone\nA,020 7946 0959\nB,020 794O O95B\n', /line 3/),
  stops('with a local number', 'US', 'name,phone\nA,212 555 0113\nB,555-0112\n', /line 3/),
  stops(
    'with digits that a spreadsheet lost',
    'GB',
    'name,phone\nA,020 7946 0959\nB,4.42079E+11\n',
    /line 3/,
  ),
  stops(
    'with numbers of no known country',
    undefined,
    'name,phone\nA,+442079460959\nB,020 7946 0958\n',
    /line 3/,
  ),
  stops(
    'with a country that does not exist',
    'GB',
    'country,phone\nUK,020 7946 0959\nRuritania,020 7946 0957\n',
    /line 3/,
  ),
  stops('with a row that a quote spoils', 'GB', 'phone,name\n020 7946 0959,A\n"020 7946 0957,B\n', /line 3/),
]);

/** Headers under which nobody would be called in a call list. */
const refusedHeaders = [
  'DNC',
  'Do not call number',
  'Blocked numbers',
  'Invalid Phone',
  'Opt-out phone',
  'Gesperrte Nummer',
  'Numéros bloqués',
  'Fax',
  'Pager',
];

listCases(
  'a never-call list with a header that refuses calls',
  refusedHeaders.map((header) =>
    never(
      `protects its people: ${header}`,
      'GB',
      `${header},Date\n020 7946 0958,2026-01-01\n020 7946 0957,2026-01-02\n`,
      ['+442079460958', '+442079460957'],
      '+442079460959',
    ),
  ),
);

listCases('a never-call list with a phone and a fax', [
  never(
    'protects both',
    'GB',
    'name,Phone,Fax\nA,020 7946 0958,020 7946 0957\n',
    ['+442079460958', '+442079460957'],
    '+442079460959',
  ),
  never(
    'protects both of two phones that nobody can tell apart',
    'GB',
    'name,Tel Alpha,Tel Beta\nA,020 7946 0958,020 7946 0957\n',
    ['+442079460958', '+442079460957'],
    '+442079460959',
  ),
]);

listCases('a never-call list with numbers that may be written in two ways', [
  never(
    'protects all between two endings with a dash',
    'PL',
    'name,phone\nA,22 123 45 60-69\n',
    ['+48221234560', '+48221234565', '+48221234569'],
    '+48221234570',
  ),
  never(
    'protects an Argentine mobile with and without its 9',
    'AR',
    'name,phone\nA,+54 11 2345 6789\nB,+54 9 341 423 1234\n',
    ['+5491123456789', '+541123456789', '+543414231234'],
    '+541143311234',
  ),
  never(
    'protects both where brackets stand for a slash',
    'IT',
    'name,phone\nA,06 1234567 (8)\n',
    ['+39061234567', '+39061234568'],
    '+39061234569',
  ),
]);

listCases('a never-call list with comments', [
  never(
    'protects a number in a comment, and reads no year as one',
    'FR',
    '# updated 2024\n# 01 99 00 12 01\n01 99 00 12 02\n',
    ['+33199001201', '+33199001202'],
    '+33199001203',
  ),
]);
