import { listCases, type ListCase } from './listCase.ts';

const cases: ListCase[] = [
  {
    sentence: 'commas in a text do not separate cells where semicolons do',
    list: 'phone;description\n+33199001201;Un, deux, trois, quatre.\n',
    expect: { delimiter: ';', phoneColumn: 'phone', called: ['+33199001201'] },
  },
  {
    sentence: 'numbers that only lost their plus are read',
    list: 'cell,firstName\n61491570156,Ann\n61491570157,Bob\n',
    region: 'AU',
    expect: { phoneColumn: 'cell', called: ['+61491570156', '+61491570157'] },
  },
  {
    sentence: 'without a country nobody is guessed at, and the likely number is shown',
    list: '"923330000010","Asad"\n"923330000011","Sana"\n',
    expect: { headerRow: false, called: [], mentionedLines: [1, 2], says: [[1, /\+923330000010/]] },
  },
  {
    sentence: 'two byte order marks',
    list: '\ufeff\ufeff"phone","name"\n"+33199001201","Ann"\n',
    expect: { called: ['+33199001201'] },
  },
  {
    sentence: 'the row numbers of a data frame are no phone numbers',
    list: ',phone,name\n0,+33199001201,Ann\n1,+33199001202,Bob\n',
    expect: { phoneColumn: 'phone', called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'dates of eight digits are no phone numbers beside a column of them',
    list: 'date,nom,numéro\n20231115,Ann,01 99 00 12 01\n20231116,Bob,01 99 00 12 02\n',
    region: 'FR',
    expect: { phoneColumn: 'numéro', called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'nor under a header that says nothing',
    list: 'cree_le,nom,joignable\n20231115,Ann,01 99 00 12 01\n20231116,Bob,01 99 00 12 02\n',
    region: 'FR',
    expect: { phoneColumn: 'joignable', called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'letters that stand for digits are asked about',
    list: 'name,phone\nAnn,1-800-FLOWERS\nBob,212-KL5-0113\n',
    region: 'US',
    expect: { called: [], excludedLines: [2, 3] },
  },
  {
    sentence: 'coordinates in a list without header, with a column of numbers behind them',
    list: 'A,59.913869,10.752245,22 12 34 56\nB,60.391263,5.322054,22 12 34 57\n',
    region: 'NO',
    expect: { headerRow: false, called: ['+4722123456', '+4722123457'] },
  },
  {
    sentence: 'a fax column beside one that says only “No.”',
    list: 'Nom,Télécopieur,N°\nA,514 555-0112,514 555-0113\nB,514 555-0114,514 555-0115\n',
    region: 'CA',
    expect: { phoneColumn: 'N°', called: ['+15145550113', '+15145550115'] },
  },
  {
    sentence: 'comments above the header and among the rows',
    list: '# exported by crm\n# 2026-11-12\nphone,name\n+33199001201,Ann\n#+33199001202,Bob\n',
    expect: { phoneColumn: 'phone', called: ['+33199001201'] },
  },
  {
    sentence: 'direct dials behind a hyphen',
    list: 'Firma;Telefon\nA;030 23125-010\nB;030/23125-011\nC;030 2312500\n',
    region: 'DE',
    expect: { phoneColumn: 'Telefon', called: ['+493023125010', '+493023125011', '+49302312500'] },
  },
  {
    sentence: 'points between pairs of digits are no decimals',
    list: 'Nom,Téléphone\nAnn,01.99.00.12.01\nBob,01.99001202\n',
    region: 'FR',
    expect: { phoneColumn: 'Téléphone', called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'cells that are padded to equal length',
    list: 'Name        ;Phone        ;City        \nAnn         ;+33199001201 ;Paris, 11e  \n',
    expect: { delimiter: ';', phoneColumn: 'Phone', called: ['+33199001201'] },
  },
  {
    sentence: 'a header of two lines',
    list: 'Téléphone;Nom\n(10 chiffres);(obligatoire)\n01 99 00 12 01;Ann\n',
    region: 'FR',
    expect: { phoneColumn: 'Téléphone', called: ['+33199001201'] },
  },
  {
    sentence: 'a column that is named for a switchboard, beside coordinates',
    list: 'navn,lat,lon,Sentralbord\nA,59.913869,10.752245,22 12 34 56\nB,60.391263,5.322054,22 12 34 57\n',
    region: 'NO',
    expect: { phoneColumn: 'Sentralbord', called: ['+4722123456', '+4722123457'] },
  },
  {
    sentence: 'a plain list of people who must not be called',
    list: 'phone,first_name\n+33199001201,Ann\n+33199001202,Bob\n',
    suppression: 'telephone\n01 99 00 12 01\n',
    region: 'FR',
    expect: { called: ['+33199001202'] },
  },
];

listCases('a list that is read well already', cases);

// floere/phony#310, TrevorPilley/phone-number-parser#731, google/libphonenumber#1134
listCases('a person with two numbers in E.164 is called once', [
  {
    sentence: 'an Argentine with and without the 9',
    list: 'nombre,telefono\nA,+54 9 11 6907-1234\nA,+541169071234\nB,011 4799-9350\n',
    region: 'AR',
    expect: {
      called: ['+5491169071234', '+541147999350'],
      excludedLines: [3],
      says: [[3, /\+541169071234, or \+5491169071234, which reaches the same phone, is in line 2 already/]],
    },
  },
  {
    sentence: 'a line of San Marino by its own code and by that of Italy',
    list: 'nome,telefono\nA,+378 0549 882555\nA,0549 882555\nA,+378 882555\n',
    region: 'IT',
    expect: { called: ['+3780549882555'], excludedLines: [3, 4] },
  },
  {
    sentence: 'a Palestinian by both codes, who refuses calls in the other row',
    list: 'name,phone,do not call\nA,+970 59 234 5678,\nA,+972 59 234 5678,yes\nB,+972 3 521 2345,\n',
    expect: { codes: ['revox.phone.refusedElsewhere'], called: [] },
  },
]);
