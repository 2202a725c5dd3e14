import { listCases, type ListCase } from './listCase.ts';
import { inCountry } from './witness.ts';

const rows = (header: string, cells: readonly string[]): string =>
  [`name;${header}`, ...cells.map((cell, at) => `P${at};${cell}`), ''].join('\n');

listCases('a column of numbers beside one of their codes', [
  {
    sentence: 'an Italian area code, whose header says no more than that',
    list: rows('prefisso;numero', ['06;1234567', '0461;234567', '333;1234567']),
    region: 'IT',
    expect: {
      phoneColumn: 'numero',
      called: [inCountry('IT', '06 1234567'), inCountry('IT', '0461 234567'), inCountry('IT', '333 1234567')],
    },
  },
  {
    sentence: 'an Argentine area code',
    list: rows('cod_area;numero', ['11;43311234', '0223;4512345']),
    region: 'AR',
    expect: { called: [inCountry('AR', '011 43311234'), inCountry('AR', '0223 4512345')] },
  },
  {
    sentence: 'an Indonesian header for calling codes, without any plus',
    list: rows('Kode Negara;Nomor', ['62;81234567890', '65;81234567']),
    region: 'ID',
    expect: { mayCall: [inCountry('ID', '0812 3456 7890'), inCountry('SG', '8123 4567')] },
  },
  {
    sentence: 'country, area and the rest in three columns',
    list: rows('CountryCode;AreaCode;LocalNumber', ['44;20;79460958', '1;212;5550112', '49;30;901820']),
    expect: { called: ['+442079460958', '+12125550112', '+4930901820'] },
  },
  {
    sentence: 'calling codes with the name of their country',
    list: rows('Country Dial Code;Local Number', ['+44 (GB);2079460958', '+49 Germany;1716783154']),
    expect: { called: ['+442079460958', '+491716783154'] },
  },
  {
    sentence: 'a number that no row of codes makes valid is no phone column',
    list: rows('area code;number', ['1;4711001', '2;4711002', '3;4711003']),
    region: 'US',
    expect: { phoneColumn: null, called: [] },
  },
  {
    sentence: 'a code of something else, though German numbers would be valid behind it',
    list: rows('Code;Nummer', ['30;901820', '40;901821', '221;901822']),
    region: 'DE',
    expect: { phoneColumn: null, called: [] },
  },
  {
    sentence: 'codes of products beside whole numbers',
    list: rows('Code;Telefon', ['43;030 901820', '41;030 901821', '1;030 901822']),
    region: 'DE',
    expect: { called: ['+4930901820', '+4930901821', '+4930901822'] },
  },
]);

const answers = [
  'is_dialable',
  'Dialed',
  'dial attempts',
  'Calling code verified',
  'country valid',
  'phone code ok',
];

listCases('answers and counts are no calling codes', [
  ...answers.flatMap((header): ListCase[] => [
    {
      sentence: `“${header}” in a list without a default country`,
      list: rows(`phone;${header}`, ['2125550112;1', '2125550113;1']),
      expect: { called: [] },
    },
    {
      sentence: `“${header}” in a British list`,
      list: rows(`phone;${header}`, ['020 7946 0958;1', '020 7946 0959;0']),
      region: 'GB',
      expect: { called: ['+442079460958', '+442079460959'] },
    },
  ]),
  {
    sentence: 'boxes that are ticked or not, whatever their header is',
    list: rows('phone;calling code', ['020 7946 0958;1', '020 7946 0959;0']),
    region: 'GB',
    expect: { called: ['+442079460958', '+442079460959'] },
  },
]);
