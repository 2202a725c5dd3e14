import { listCases } from './listCase.ts';
import { inCountry } from './witness.ts';

listCases('a column that may hold countries, and may not', [
  {
    sentence: 'markets of German-speaking countries',
    list: 'Markt;Telefon\nDE;030 901820\nAT;0662 8044123\nCH;044 668 18 00\n',
    region: 'DE',
    expect: { called: ['+4930901820'], excludedLines: [3, 4] },
  },
  {
    sentence: 'Hong Kong and its neighbours',
    list: '地區,電話\n香港,2345 6780\n澳門,2838 1234\n台灣,02-2345-6789\n',
    region: 'HK',
    expect: { called: ['+85223456780'], excludedLines: [3, 4] },
  },
  {
    sentence: 'regions that are parts of a country change nothing',
    list: '地区,电话\n浦东,021-62345678\n徐汇,021-62345679\n',
    region: 'CN',
    expect: { called: ['+862162345678', '+862162345679'] },
  },
  {
    sentence: 'a status is no country, though states are named alike in Italian',
    list: 'Stato;Telefono\nAttivo;06 1234567\nChiuso;06 1234568\n',
    region: 'IT',
    expect: { called: ['+39061234567', '+39061234568'] },
  },
  {
    sentence: 'but a state is',
    list: 'Stato;Telefono\nItalia;06 1234567\nFrancia;01 99 00 12 01\n',
    region: 'IT',
    expect: { called: ['+39061234567'], excludedLines: [3] },
  },
  {
    sentence: 'Czech regions are named like Polish countries',
    list: 'Kraj;Telefon\nJihomoravský;777 123 456\nZlínský;777 123 457\n',
    region: 'CZ',
    expect: { called: ['+420777123456', '+420777123457'] },
  },
  {
    sentence: 'a city is no country: Greek',
    list: 'Πόλη;Τηλέφωνο\nΑθήνα;210 1234567\nΠάτρα;2610 123456\n',
    region: 'GR',
    expect: { called: ['+302101234567', '+302610123456'] },
  },
  {
    sentence: 'short Arabic names of countries',
    list: 'الدولة,الجوال\nالسعودية,0501234567\nالإمارات,0501234568\nالكويت,51234567\n',
    region: 'SA',
    expect: { called: ['+966501234567'], excludedLines: [3, 4] },
  },
]);

listCases('an area code beside the number, in more languages', [
  {
    sentence: 'Turkish',
    list: 'Alan Kodu;Telefon\n212;345 67 89\n0312;345 67 80\n',
    region: 'TR',
    expect: { called: [inCountry('TR', '0212 345 67 89'), inCountry('TR', '0312 345 67 80')] },
  },
  {
    sentence: 'Vietnamese',
    list: 'Mã vùng;Số điện thoại\n024;3825 1234\n028;3825 1235\n',
    region: 'VN',
    expect: { called: [inCountry('VN', '024 3825 1234'), inCountry('VN', '028 3825 1235')] },
  },
  {
    sentence: 'a Vietnamese code of a customer is none',
    list: 'Mã KH;Số điện thoại\n24;024 3825 1234\n28;028 3825 1235\n',
    region: 'VN',
    expect: { called: [inCountry('VN', '024 3825 1234'), inCountry('VN', '028 3825 1235')] },
  },
]);
