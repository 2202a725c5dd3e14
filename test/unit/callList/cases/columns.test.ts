import { getExampleNumber, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { listCases, type ListCase } from './listCase.ts';

/** A number that exists in a country, written as people write it there. */
function numbersOf(region: CountryCode): { readonly written: string[]; readonly e164: string[] } {
  const example = getExampleNumber(region, examples)?.number ?? '';
  // the library's example is often one that people type where they have no number
  for (const ending of ['4729', '7294', '2947', '9472']) {
    const number = parsePhoneNumberFromString(example.slice(0, -4) + ending);
    if (number?.isValid() === true) return { written: [number.formatNational()], e164: [number.number] };
  }
  throw new Error(`No example number of ${region}`);
}

/** Columns of public tables; the first is the one to call. */
const headers: readonly (readonly [region: CountryCode, columns: readonly string[]])[] = [
  ['PL', ['Telefon', 'Nazwa', 'Faks', 'NIP', 'Kod pocztowy']],
  ['PL', ['Nr tel. kom.', 'Imię i nazwisko', 'PESEL', 'Data urodzenia', 'Ulica']],
  ['CZ', ['Telefonní číslo', 'Název', 'IČO', 'PSČ', 'Fax']],
  ['SK', ['Mobil', 'Meno', 'IČO', 'PSČ', 'Fax']],
  ['TR', ['Cep Telefonu', 'Adı Soyadı', 'TC Kimlik No', 'Faks', 'İl']],
  ['TR', ['TELEFON NO', 'ECZANE', 'FAKS', 'ADRES', 'İLÇE']],
  ['GR', ['ΤΗΛΕΦΩΝΟ', 'ΕΠΩΝΥΜΙΑ', 'ΦΑΞ', 'ΑΦΜ', 'ΤΚ']],
  ['GR', ['Κινητό τηλέφωνο', 'Όνομα', 'Φαξ', 'Πόλη', 'Τ.Κ.']],
  ['IL', ['טלפון נייד', 'שם מלא', 'פקס', 'עיר', 'מיקוד']],
  ['IL', ['מספר טלפון', 'שם', 'מספר פקס', 'כתובת', 'ת"ז']],
  ['SA', ['رقم الجوال', 'الاسم', 'فاكس', 'المدينة', 'الرمز البريدي']],
  ['EG', ['الهاتف المحمول', 'اسم الصيدلية', 'الفاكس', 'العنوان', 'المحافظة']],
  ['IR', ['شماره تلفن همراه', 'نام', 'فکس', 'شهر', 'کد پستی']],
  ['IN', ['मोबाइल नंबर', 'नाम', 'फैक्स', 'पता', 'पिनकोड']],
  ['IN', ['दूरभाष', 'अस्पताल का नाम', 'फैक्स नंबर', 'ज़िला', 'पिन']],
  ['IN', ['Mob. No.', 'Name of School', 'Fax', 'District', 'Pincode']],
  ['TH', ['เบอร์โทรศัพท์', 'ชื่อ', 'โทรสาร', 'ที่อยู่', 'รหัสไปรษณีย์']],
  ['TH', ['มือถือ', 'ชื่อโรงพยาบาล', 'แฟกซ์', 'จังหวัด', 'รหัส']],
  ['VN', ['Số điện thoại', 'Họ và tên', 'Số fax', 'Địa chỉ', 'Mã số thuế']],
  ['VN', ['SĐT', 'Tên nhà thuốc', 'Fax', 'Quận', 'Ngày cấp']],
  ['KR', ['휴대전화', '성명', '팩스', '주소', '우편번호']],
  ['KR', ['연락처', '업체명', '팩스번호', '소재지', '사업자번호']],
  ['JP', ['電話番号', '医療機関名', 'FAX番号', '郵便番号', '所在地']],
  ['JP', ['携帯電話', '氏名', 'ファックス', '住所', '生年月日']],
  ['JP', ['TEL', '施設名', 'FAX', '緯度', '経度']],
  ['CN', ['联系电话', '单位名称', '传真', '邮编', '地址']],
  ['CN', ['手机号码', '姓名', '传真号码', '身份证号', '城市']],
  ['TW', ['電話', '機構名稱', '傳真', '地址', '統一編號']],
  ['NL', ['Telefoonnummer', 'Naam', 'Faxnummer', 'Postcode', 'KvK-nummer']],
  ['NL', ['Mobiel', 'Apotheek', 'Fax', 'Huisnummer', 'Plaats']],
  ['BE', ['GSM-nummer', 'Naam', 'Fax', 'Postcode', 'BTW-nummer']],
  ['SE', ['Mobilnummer', 'Namn', 'Fax', 'Postnummer', 'Personnummer']],
  ['SE', ['Tel.nr', 'Skola', 'Faxnr', 'Orgnr', 'Kommun']],
  ['NO', ['Tlf.', 'Navn', 'Faks', 'Postnr', 'Org.nr']],
  ['DK', ['Mobiltelefon', 'Navn', 'Telefax', 'CVR-nr', 'By']],
  ['FI', ['Puhelinnumero', 'Nimi', 'Faksi', 'Postinumero', 'Y-tunnus']],
  ['FI', ['Matkapuh.', 'Apteekki', 'Fax', 'Osoite', 'Kunta']],
  ['IS', ['Farsími', 'Nafn', 'Fax', 'Póstnúmer', 'Kennitala']],
  ['PT', ['Telemóvel', 'Nome', 'Fax', 'Código Postal', 'NIF']],
  ['PT', ['Telefone', 'Farmácia', 'Telefax', 'Concelho', 'Latitude']],
  ['BR', ['Celular', 'Nome', 'Fax', 'CEP', 'CPF']],
  ['BR', ['Fone Contato', 'Razão Social', 'Fax', 'CNPJ', 'Município']],
  ['ES', ['Teléfono móvil', 'Nombre', 'Fax', 'Código postal', 'NIF']],
  ['MX', ['Tel. celular', 'Nombre', 'Fax', 'CP', 'RFC']],
  ['AR', ['Nro. de teléfono', 'Farmacia', 'Fax', 'CUIT', 'Localidad']],
  ['CL', ['Fono contacto', 'Establecimiento', 'Fax', 'RUT', 'Comuna']],
  ['IT', ['Cellulare', 'Nome', 'Fax', 'CAP', 'Partita IVA']],
  ['IT', ['Recapito telefonico', 'Denominazione', 'Fax', 'Comune', 'Codice fiscale']],
  ['DE', ['Rufnummer', 'Name', 'Faxnummer', 'PLZ', 'Kundennummer']],
  ['DE', ['Mobilfunknummer', 'Apotheke', 'Telefax', 'Betten', 'Ort']],
  ['CH', ['Natel', 'Vorname', 'Fax', 'PLZ', 'Kanton']],
  ['AT', ['Handynr.', 'Kunde', 'Fax', 'PLZ', 'UID']],
  ['FR', ['N° de téléphone', 'Raison sociale', 'Télécopie', 'SIRET', 'Code postal']],
  ['FR', ['Portable du client', 'Client', 'Fax', 'Référence', 'Capacité']],
  ['HU', ['Telefonszám', 'Név', 'Fax', 'Irányítószám', 'Adószám']],
  ['RO', ['Număr de telefon', 'Nume', 'Fax', 'Cod poștal', 'CUI']],
  ['BG', ['Мобилен телефон', 'Име', 'Факс', 'Град', 'ЕИК']],
  ['RU', ['Номер телефона', 'ФИО', 'Факс', 'ИНН', 'Индекс']],
  ['UA', ['Моб. тел.', 'ПІБ', 'Факс', 'Місто', 'ЄДРПОУ']],
  ['HR', ['Mobitel', 'Ime i prezime', 'Faks', 'OIB', 'Grad']],
  ['SI', ['Telefonska številka', 'Ime', 'Faks', 'Pošta', 'Davčna']],
  ['RS', ['Број телефона', 'Назив', 'Факс', 'Град', 'ПИБ']],
  ['LT', ['Telefono numeris', 'Vardas', 'Faksas', 'Miestas', 'Įmonės kodas']],
  ['LV', ['Tālrunis', 'Vārds', 'Fakss', 'Pilsēta', 'Reģ. nr.']],
  ['EE', ['Mobiilinumber', 'Nimi', 'Faks', 'Linn', 'Registrikood']],
  ['ID', ['No. HP', 'Nama', 'Fax', 'Alamat', 'NIK']],
  ['MY', ['Telefon bimbit', 'Nama', 'Faks', 'Poskod', 'No. KP']],
  ['PH', ['Cellphone No.', 'Name', 'Fax No.', 'Barangay', 'TIN']],
  ['KE', ['Namba ya simu', 'Jina', 'Faksi', 'Mji', 'Kitambulisho']],
  ['ZA', ['Selfoon', 'Naam', 'Faks', 'Poskode', 'ID-nommer']],
  ['US', ['customerPhoneNumber', 'customer_name', 'fax_number', 'zip_code', 'order_id']],
  ['US', ['PRIMARY_PHONE', 'FULL_NAME', 'FAX', 'ZIP', 'ACCOUNT_NO']],
  ['GB', ['Mobile (main)', 'Surname', 'Fax', 'Postcode', 'NHS No']],
  ['IN', ['WhatsApp No', 'Student Name', 'Fax', 'Roll No', 'Aadhaar No']],
];

/** The fax is written before the phone, so that its place decides nothing. */
function publicTable(
  region: CountryCode,
  [phone = '', name = '', fax = '', ...others]: readonly string[],
): ListCase {
  const { written, e164 } = numbersOf(region);
  const [number = ''] = written;
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  const faxNumber = number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return {
    sentence: `${region}: ${phone} is called, and ${fax} is not`,
    list: [
      line([name, fax, ...others, phone]),
      line(['A', faxNumber, '12345', '67890', number]),
      line(['B', faxNumber, '12346', '67891', '']),
    ].join('\n'),
    region,
    expect: { phoneColumn: phone, headerRow: true, called: e164 },
  };
}

listCases(
  'the column to call, by its name in many languages',
  headers.map(([region, columns]) => publicTable(region, columns)),
);

const fr = '01 99 00 12 01';
const content: ListCase[] = [
  {
    sentence: 'latitudes that spell numbers of the country are no numbers',
    list: 'NOME,LON,LAT\nFARMACIA UNO,15.08787837,37.50040574\nFARMACIA DUE,15.08527652,37.49810649\n',
    region: 'IT',
    expect: { phoneColumn: null, called: [], codes: ['revox.phone.noColumn'] },
  },
  {
    sentence: 'coordinates in one cell are no numbers',
    list: 'name;wgs84\nA;60.391263, 5.322054\nB;59.913869, 10.752245\n',
    region: 'NO',
    expect: { phoneColumn: null, called: [] },
  },
  {
    sentence: 'decimal commas are no numbers either',
    list: 'navn;bredde;lengde\nA;59,913869;10,752245\nB;60,391263;5,322054\n',
    region: 'NO',
    expect: { phoneColumn: null, called: [] },
  },
  {
    sentence: 'a word for a customer does not stand against a word for phone',
    list: `Nom client;Téléphone client;Référence client\nAnn;${fr};0612345678\nBob;01 99 00 12 02;0612345679\n`,
    region: 'FR',
    expect: { phoneColumn: 'Téléphone client', called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'references alone are asked about, with one of them as an example',
    list: 'Nom;Référence\nAnn;0612345678\nBob;0612345679\n',
    region: 'FR',
    expect: { phoneColumn: null, called: [], codes: ['revox.phone.columnUnclear'], says: [/0612345678/] },
  },
  {
    sentence: 'a column of written numbers is called though its name says client',
    list: `Client;Ville\n${fr};Paris\n01 99 00 12 02;Lyon\n`,
    region: 'FR',
    expect: { phoneColumn: 'Client', called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'Tel/Fax is called where there is nothing else',
    list: 'Praxis;Tel./Fax\nA;030 23125010\nB;030 23125011\n',
    region: 'DE',
    expect: { phoneColumn: 'Tel./Fax', called: ['+493023125010', '+493023125011'] },
  },
  {
    sentence: 'and not where a column of phones stands beside it',
    list: 'Praxis;Tel./Fax;Telefon\nA;030 23125010;030 23125020\n',
    region: 'DE',
    expect: { phoneColumn: 'Telefon', called: ['+493023125020'] },
  },
  {
    sentence: 'a list of fax numbers calls nobody',
    list: 'Nom;Télécopie\nA;01 99 00 12 09\n',
    region: 'FR',
    expect: { phoneColumn: null, called: [], says: [/fax/i] },
  },
  {
    sentence: 'two columns whose names say nothing are asked about, with examples of both',
    list: 'Nom;Alpha;Bêta\nA;01 99 00 12 01;01 99 00 12 09\nB;01 99 00 12 02;01 99 00 12 08\n',
    region: 'FR',
    expect: {
      phoneColumn: null,
      called: [],
      codes: ['revox.phone.columnUnclear'],
      says: [/01 99 00 12 01.*01 99 00 12 09/],
    },
  },
  {
    sentence: 'dates of eight digits are not called in a country of such numbers',
    list: 'navn;oprettet\nAnn;20231115\nBob;20231116\n',
    region: 'DK',
    expect: { called: [] },
  },
  {
    sentence: 'customer numbers of eight digits are not called in a country of such numbers',
    list: 'navn;kundenr\nAnn;20123456\nBob;20123457\n',
    region: 'DK',
    expect: { called: [] },
  },
  {
    sentence: 'bare digits under a name nobody knows are asked about',
    list: 'navn;løbetal\nAnn;20123456\nBob;20123457\n',
    region: 'DK',
    expect: { called: [], codes: ['revox.phone.columnUnclear'] },
  },
  {
    sentence: 'parcel numbers of ten digits beside the phone',
    list: 'Order,Customer Phone,Tracking\n1,(212) 555-0112,9400110200\n2,(212) 555-0113,9400110201\n',
    region: 'US',
    expect: { phoneColumn: 'Customer Phone', called: ['+12125550112', '+12125550113'] },
  },
  {
    sentence: 'opening hours, tax numbers and years are no numbers',
    list: 'Loja,Horário,CNPJ,Exercício\nA,0900-1800,12.345.678/0001-90,2019-2020\nB,0900-1800,12.345.678/0002-71,2020-2021\n',
    region: 'BR',
    expect: { phoneColumn: null, called: [] },
  },
  {
    sentence: 'the number of a helper is not called where the person has one',
    list: "Name,Assistant's Phone,Phone\nAnn,01 99 00 12 09,01 99 00 12 01\nBob,01 99 00 12 08,\n",
    region: 'FR',
    expect: { phoneColumn: 'Phone', called: ['+33199001201'] },
  },
  {
    sentence: 'an emergency contact is not called where the person has a number',
    list: 'Nombre,Teléfono emergencia,Teléfono\nAna,912 345 678,912 345 679\nLuis,912 345 670,912 345 671\n',
    region: 'ES',
    expect: { phoneColumn: 'Teléfono', called: ['+34912345679', '+34912345671'] },
  },
  {
    sentence: 'the type and the country code of a phone are no phones',
    list: 'Phone Type,Phone Country Code,Phone Verified,Number\nMobile,33,yes,01 99 00 12 01\nHome,33,no,01 99 00 12 02\n',
    region: 'FR',
    expect: { phoneColumn: 'Number', called: ['+33199001201', '+33199001202'] },
  },
  {
    sentence: 'a row without its number says which column has one',
    list: 'Name,Home Phone,Mobile Phone\nAnn,01 99 00 12 01,\nBob,,01 99 00 12 02\nEve,01 99 00 12 03,01 99 00 12 04\n',
    region: 'FR',
    expect: { phoneColumn: 'Mobile Phone', excludedLines: [2], says: [[2, /Home Phone/]] },
  },
  {
    sentence: 'a calculated column is no column of phones',
    list: 'Betrag;Telefon\n-16745,30;030 23125010\n-2321,50;030 23125011\n',
    region: 'DE',
    expect: { phoneColumn: 'Telefon', called: ['+493023125010', '+493023125011'] },
  },
  {
    sentence: 'amounts with two decimals are no numbers',
    list: 'Nom;Encours\nAnn;612 345,78\nBob;712 345,79\n',
    region: 'FR',
    expect: { phoneColumn: null, called: [] },
  },
  {
    sentence: 'numbers of another form than the country’s are called when they are complete',
    list: 'Name;Erreichbar\nAnn;+49 30 23125010\nBob;+49 30 23125011\n',
    region: 'FR',
    expect: { phoneColumn: 'Erreichbar', called: ['+493023125010', '+493023125011'] },
  },
  {
    sentence: 'a phone column with other things in it is asked about when the numbers stand elsewhere',
    list: 'Phone,Direct\n1201,01 99 00 12 01\n1202,01 99 00 12 02\n1203,01 99 00 12 03\n',
    region: 'FR',
    expect: { called: [], codes: ['revox.phone.columnUnclear'] },
  },
  {
    sentence:
      'a header with a row number that nobody named is asked about, since the names stand one column off',
    list: '"phone","name"\n"1","+33199001201","Ann"\n"2","+33199001202","Bob"\n',
    expect: { neverCalled: ['+1', '+2'] },
  },
  {
    sentence: 'a question about calls with a yes in each answer is no phone column',
    list: 'À quel numéro peut-on vous rappeler ?;Peut-on vous joindre par téléphone ?\n01 99 00 12 01;Oui\n01 99 00 12 02;Non\n',
    region: 'FR',
    expect: {
      phoneColumn: 'À quel numéro peut-on vous rappeler ?',
      called: ['+33199001201'],
      excludedLines: [3],
    },
  },
];

listCases('the column to call, by what is in it', content);

listCases(
  'of columns with one name and a number',
  [
    ['Téléphone 1', 'Téléphone 2'],
    ['phone1', 'phone2'],
    ['Telefon 1 (privat)', 'Telefon 2 (privat)'],
    ['電話番号1', '電話番号2'],
  ].map(([first = '', second = '']): ListCase => ({
    sentence: `the first is called though the second has more numbers: ${first}`,
    list: `Name;${second};${first}\nAnn;+33612345601;+33612345611\nBob;+33612345602;\nEve;+33612345603;+33612345613\n`,
    expect: { phoneColumn: first, called: ['+33612345611', '+33612345613'], excludedLines: [3] },
  })),
);
