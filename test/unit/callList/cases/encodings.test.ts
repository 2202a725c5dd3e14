import { listCases, type ListCase } from './listCase.ts';

/**
 * Text as an older program writes it: by what the platform's own decoder makes of all bytes, one and two at a
 * time.
 */
function encoded(text: string, label: string): Uint8Array {
  const bytesOf = codePage(label);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 128 ? [code] : bytesOf.get(character);
      if (bytes === undefined) throw new Error(`${label} has no ${character}`);
      return bytes;
    }),
  );
}

const pages = new Map<string, Map<string, number[]>>();

function codePage(label: string): Map<string, number[]> {
  const known = pages.get(label);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(label);
  const page = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(text).length === 1 && text !== '\ufffd' && !page.has(text)) page.set(text, bytes);
  };
  for (let one = 128; one < 256; one++) add([one]);
  if (!label.startsWith('windows')) {
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail]);
  }
  pages.set(label, page);
  return page;
}

/**
 * The fax is the second column and the phone the last: read with the wrong encoding, nobody can tell which is
 * which.
 */
const files: readonly (readonly [
  label: string,
  region: string,
  header: string,
  numbers: readonly string[],
])[] = [
  ['windows-1251', 'RU', 'Имя;Факс;Телефон', ['+7 495 123-45-67', '+7 495 123-45-68']],
  ['windows-1251', 'BG', 'Име;Факс;Мобилен телефон', ['02 981 2345', '02 981 2346']],
  ['windows-1251', 'UA', 'Назва;Факс;Мобільний', ['044 279 1234', '044 279 1235']],
  ['windows-1253', 'GR', 'Όνομα;Φαξ;Τηλέφωνο', ['21 0123 4568', '21 0123 4569']],
  ['windows-1253', 'GR', 'ΕΠΩΝΥΜΙΑ;ΦΑΞ;ΚΙΝΗΤΟ', ['21 0123 4568', '21 0123 4569']],
  ['windows-1255', 'IL', 'שם;פקס;טלפון', ['03-5212345', '03-5212346']],
  ['windows-1255', 'IL', 'שם מלא;מספר פקס;נייד', ['03-5212345', '03-5212346']],
  ['windows-1256', 'SA', 'الاسم;الفاكس;الهاتف', ['011 234 5678', '011 234 5679']],
  ['windows-1256', 'EG', 'اسم الصيدلية;فاكس;رقم الموبايل', ['02 2345 6789', '02 2345 6790']],
  ['windows-874', 'TH', 'ชื่อ;โทรสาร;โทรศัพท์', ['02 123 4568', '02 123 4567']],
  ['windows-1254', 'TR', 'Adı Soyadı;Faks;Cep Telefonu', ['0212 345 67 89', '0212 345 67 90']],
  ['windows-1250', 'PL', 'Imię i nazwisko;Faks;Komórka', ['22 123 45 67', '22 123 45 68']],
  ['windows-1250', 'CZ', 'Jméno;Fax;Telefonní číslo', ['221 234 567', '221 234 568']],
  ['windows-1252', 'FR', 'Prénom;Télécopie;Téléphone', ['01 99 00 12 01', '01 99 00 12 02']],
  ['windows-1252', 'ES', 'Dirección;Fax;Teléfono móvil', ['912 345 678', '912 345 679']],
  ['windows-1252', 'BR', 'Endereço;Telefax;Telefone', ['(11) 3333-4444', '(11) 3333-4445']],
  ['shift_jis', 'JP', '名称,FAX番号,電話番号', ['03-1234-5679', '03-1234-5678']],
  ['shift_jis', 'JP', '氏名,ファックス,携帯電話', ['03-1234-5679', '03-1234-5678']],
  ['gb18030', 'CN', '姓名,传真,联系电话', ['010-62345678', '010-62345679']],
  ['gb18030', 'CN', '单位名称,传真号码,手机', ['010-62345678', '010-62345679']],
  ['big5', 'TW', '姓名,傳真,電話', ['02-2345-6789', '02-2345-6780']],
  ['big5', 'HK', '機構名稱,傳真號碼,聯絡電話', ['2345 6789', '2345 6780']],
  ['euc-kr', 'KR', '기관명,팩스번호,전화번호', ['02-123-4567', '02-123-4568']],
  ['euc-kr', 'KR', '성명,팩스,휴대폰', ['02-123-4567', '02-123-4568']],
];

listCases(
  'a file in an older encoding',
  files.map(([label, region, header, [fax = '', phone = '']]): ListCase => {
    const sign = header.includes(';') ? ';' : ',';
    const headers = header.split(sign);
    return {
      sentence: `${label}: ${headers.at(-1) ?? ''} is called, and it is said how the file was read`,
      list: encoded(
        `${header}\r\nA${sign}${fax}${sign}${phone}\r\nB${sign}${fax}${sign}${phone.slice(0, -1)}3\r\n`,
        label,
      ),
      region,
      expect: { phoneColumn: headers.at(-1) ?? '', codes: ['revox.file.encodingGuessed'], excludedLines: [] },
    };
  }),
);

listCases('a file in an encoding that is not sure', [
  {
    sentence: 'names no column: which of two is called is asked, with the words in several encodings',
    list: encoded(
      'Ключ;Блок;Замок\r\nA;+7 495 123-45-67;+7 495 123-45-68\r\nB;+7 495 123-45-69;+7 495 123-45-70\r\n',
      'windows-1251',
    ),
    expect: { called: [], phoneColumn: null, codes: ['revox.phone.columnUnclear'], says: [/Ключ/, /1251/] },
  },
  {
    sentence: 'letters that an editor could not read: which of two columns is called is asked',
    list: '���;����;�������\nA;+7 495 123-45-67;+7 495 123-45-68\nB;+7 495 123-45-69;+7 495 123-45-70\n',
    expect: { called: [], phoneColumn: null, codes: ['revox.phone.columnUnclear'] },
  },
  {
    sentence: 'one column of numbers is called whatever the names say',
    list: encoded('Ключ;Блок\r\nA;+7 495 123-45-67\r\nB;+7 495 123-45-69\r\n', 'windows-1251'),
    expect: { called: ['+74951234567', '+74951234569'] },
  },
]);

/** UTF-16 without a byte order mark, in which few of the letters are ASCII. */
function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

const thai = 'ชื่อ,โทรศัพท์\r\nก,081 234 5670\r\nข,081 234 5671\r\n';

listCases('UTF-16 without a byte order mark', [
  ...[false, true].map((bigEndian) => ({
    sentence: `is read though few letters are Latin, ${bigEndian ? 'big' : 'little'} endian`,
    list: utf16(thai, bigEndian),
    region: 'TH',
    expect: { phoneColumn: 'โทรศัพท์', called: ['+66812345670', '+66812345671'] },
  })),
]);

listCases('a control character between cells', [
  {
    sentence: 'is a separator, and the file is text',
    list: new TextEncoder().encode('Name\u001fTelefon\nA\u001f030 23125010\nB\u001f030 23125011\n'),
    region: 'DE',
    expect: { called: ['+493023125010', '+493023125011'] },
  },
]);
