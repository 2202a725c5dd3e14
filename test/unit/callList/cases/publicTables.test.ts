import assert from 'node:assert/strict';
import {
  getExampleNumber,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { LiveCallList } from '../../../../src/callList/live/liveCallList.ts';
import { runs } from '../../support/runs.ts';

/**
 * Tables as public bodies publish them (pharmacies, schools, hospitals, hotels), made from a seed:
 * coordinates, postal codes, tax numbers, dates, fax numbers, capacities, opening hours. The phone library is
 * the witness of every number.
 */
interface Country {
  readonly region: CountryCode;
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly phone: readonly string[];
  readonly fax: string;
  readonly others: Readonly<Record<Filler, string>>;
  /** Digits of a postal code, of a tax number and so on: `#` is a digit. */
  readonly postal: string;
  readonly tax: string;
  readonly center: readonly [latitude: number, longitude: number];
}

type Filler =
  | 'name'
  | 'street'
  | 'postal'
  | 'city'
  | 'lat'
  | 'lon'
  | 'tax'
  | 'opened'
  | 'capacity'
  | 'hours'
  | 'email'
  | 'id'
  | 'year';

const columns = (words: string): Record<Filler, string> => {
  const [name, street, postal, city, lat, lon, tax, opened, capacity, hours, email, id, year] =
    words.split('|');
  return { name, street, postal, city, lat, lon, tax, opened, capacity, hours, email, id, year } as Record<
    Filler,
    string
  >;
};

const countries: readonly Country[] = [
  {
    region: 'FR',
    delimiter: ';',
    phone: ['Téléphone', 'tel', 'Numéro de téléphone'],
    fax: 'Télécopie',
    others: columns(
      'Raison sociale|Adresse|Code postal|Commune|Latitude|Longitude|SIRET|Date ouverture|Capacité|Horaires|Courriel|N° FINESS|Année',
    ),
    postal: '#####',
    tax: '##############',
    center: [47.4, 2.4],
  },
  {
    region: 'DE',
    delimiter: ';',
    phone: ['Telefon', 'Tel.', 'Rufnummer'],
    fax: 'Telefax',
    others: columns(
      'Name|Straße|PLZ|Ort|Breitengrad|Längengrad|USt-IdNr|Eröffnet|Betten|Öffnungszeiten|E-Mail|Kennziffer|Jahr',
    ),
    postal: '#####',
    tax: 'DE#########',
    center: [51.1, 10.4],
  },
  {
    region: 'IT',
    delimiter: ',',
    phone: ['TELEFONO', 'Tel', 'Recapito telefonico'],
    fax: 'FAX',
    others: columns(
      'DENOMINAZIONE|INDIRIZZO|CAP|COMUNE|LAT|LON|PARTITA IVA|DATA APERTURA|POSTI LETTO|ORARI|EMAIL|CODICE|ANNO',
    ),
    postal: '#####',
    tax: '###########',
    center: [42.8, 12.5],
  },
  {
    region: 'ES',
    delimiter: ';',
    phone: ['Teléfono', 'TELEFONO', 'Tfno.'],
    fax: 'Fax',
    others: columns(
      'Nombre|Dirección|Código postal|Municipio|Latitud|Longitud|NIF|Fecha apertura|Camas|Horario|Correo electrónico|Código centro|Año',
    ),
    postal: '#####',
    tax: 'B########',
    center: [40.2, -3.7],
  },
  {
    region: 'GB',
    delimiter: ',',
    phone: ['Telephone', 'Phone Number', 'TelephoneNum'],
    fax: 'Fax',
    others: columns(
      'EstablishmentName|Street|Postcode|Town|Latitude|Longitude|VAT No|OpenDate|Beds|Opening hours|Email|URN|Year',
    ),
    postal: 'SW#A #AA',
    tax: 'GB#########',
    center: [52.6, -1.5],
  },
  {
    region: 'US',
    delimiter: ',',
    phone: ['PHONE', 'Phone Number', 'phone_number'],
    fax: 'FAX',
    others: columns(
      'FACILITY NAME|ADDRESS|ZIP|CITY|LATITUDE|LONGITUDE|NPI|OPEN_DATE|BEDS|HOURS|EMAIL|OBJECTID|YEAR',
    ),
    postal: '#####-####',
    tax: '##########',
    center: [39.5, -98.3],
  },
  {
    region: 'PL',
    delimiter: ';',
    phone: ['Telefon', 'Nr telefonu', 'telefon kontaktowy'],
    fax: 'Faks',
    others: columns(
      'Nazwa|Ulica|Kod pocztowy|Miejscowość|Szerokość|Długość|NIP|Data otwarcia|Liczba łóżek|Godziny|E-mail|REGON|Rok',
    ),
    postal: '##-###',
    tax: '##########',
    center: [52.1, 19.4],
  },
  {
    region: 'NO',
    delimiter: ';',
    phone: ['Telefon', 'Tlf', 'Telefonnummer'],
    fax: 'Faks',
    others: columns(
      'Navn|Adresse|Postnr|Poststed|Breddegrad|Lengdegrad|Organisasjonsnummer|Åpnet|Senger|Åpningstider|E-post|Id|År',
    ),
    postal: '####',
    tax: '#########',
    center: [61.5, 9.0],
  },
  {
    region: 'BR',
    delimiter: ';',
    phone: ['Telefone', 'Fone', 'TELEFONE 1'],
    fax: 'Fax',
    others: columns(
      'Razão social|Logradouro|CEP|Município|Latitude|Longitude|CNPJ|Data de abertura|Leitos|Horário|E-mail|Código CNES|Ano',
    ),
    postal: '#####-###',
    tax: '##.###.###/####-##',
    center: [-15.8, -47.9],
  },
  {
    region: 'JP',
    delimiter: ',',
    phone: ['電話番号', 'TEL', '代表電話番号'],
    fax: 'FAX番号',
    others: columns(
      '施設名|所在地|郵便番号|市区町村|緯度|経度|法人番号|開設日|病床数|診療時間|メール|施設コード|年度',
    ),
    postal: '###-####',
    tax: '#############',
    center: [36.2, 138.2],
  },
  {
    region: 'KR',
    delimiter: ',',
    phone: ['전화번호', '연락처', '대표전화'],
    fax: '팩스번호',
    others: columns(
      '기관명|소재지|우편번호|시도|위도|경도|사업자번호|개설일|병상수|진료시간|이메일|기관코드|연도',
    ),
    postal: '#####',
    tax: '###-##-#####',
    center: [36.5, 127.9],
  },
  {
    region: 'IN',
    delimiter: ',',
    phone: ['Mobile No', 'Phone No.', 'मोबाइल नंबर'],
    fax: 'Fax No',
    others: columns(
      'Name of Hospital|Address|Pincode|District|Latitude|Longitude|GSTIN|Established|No. of Beds|Timings|Email ID|S.No|Year',
    ),
    postal: '######',
    tax: '27ABCDE####F1Z#',
    center: [22.3, 79.1],
  },
  {
    region: 'TR',
    delimiter: ';',
    phone: ['TELEFON', 'Telefon No', 'Cep Telefonu'],
    fax: 'FAKS',
    others: columns(
      'ADI|ADRES|POSTA KODU|İLÇE|ENLEM|BOYLAM|VERGİ NO|AÇILIŞ TARİHİ|YATAK|SAATLER|E-POSTA|KOD|YIL',
    ),
    postal: '#####',
    tax: '##########',
    center: [39.1, 35.2],
  },
  {
    region: 'DK',
    delimiter: ';',
    phone: ['Telefon', 'Tlf.nr.', 'Mobil'],
    fax: 'Fax',
    others: columns(
      'Navn|Vejnavn|Postnr|By|Breddegrad|Længdegrad|CVR|Startdato|Senge|Åbningstider|E-mail|P-nummer|År',
    ),
    postal: '####',
    tax: '########',
    center: [56.0, 10.0],
  },
];

class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 to below `below`. */
  upTo(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  }

  of<T>(items: readonly T[]): T {
    return items[this.upTo(items.length)]!;
  }

  digits(pattern: string): string {
    return pattern.replaceAll('#', () => String(this.upTo(10)));
  }
}

/** A number that exists by the library, and that nobody types in place of one. */
function number(random: Random, region: CountryCode): PhoneNumber {
  const example = getExampleNumber(region, examples)!.number;
  for (;;) {
    const parsed = parsePhoneNumberFromString(`${example.slice(0, -6)}${random.digits('######')}`);
    if (parsed === undefined || /(\d)\1{3}|12345|54321/.test(parsed.number)) continue;
    if (parsed.country === region && parsed.isValid()) return parsed;
  }
}

function written(random: Random, parsed: PhoneNumber, style: number): string {
  if (style === 0) return parsed.formatInternational();
  if (style === 1) return parsed.number;
  const national = parsed.formatNational();
  if (style === 2) return national;
  return random.upTo(4) === 0 ? parsed.formatInternational() : national;
}

function filler(random: Random, kind: Filler, country: Country, row: number): string {
  const [latitude, longitude] = country.center;
  const coordinate = (center: number): string =>
    (center + random.upTo(2_000_000) / 1_000_000 - 1).toFixed(5 + random.upTo(4));
  const kinds: Record<Filler, () => string> = {
    name: () => `${random.of(['Alpha', 'Bêta', 'Gamma', 'Śląsk', 'Ørsted'])} ${row}`,
    street: () => `${random.of(['Main St', 'Rue Haute', 'Via Roma', 'Ring'])} ${1 + random.upTo(200)}`,
    postal: () => random.digits(country.postal),
    city: () => random.of(['Nord', 'Süd', 'Est', 'Oeste']),
    lat: () => coordinate(latitude),
    lon: () => coordinate(longitude),
    tax: () => random.digits(country.tax),
    opened: () => `${1990 + random.upTo(35)}-0${1 + random.upTo(9)}-1${random.upTo(10)}`,
    capacity: () => String(10 + random.upTo(900)),
    hours: () => random.of(['09:00-18:00', '8h-12h / 14h-19h', '24/7']),
    email: () => `info${row}@example.org`,
    id: () => String(600_000_000 + row * 7 + random.upTo(5)),
    year: () => String(1990 + random.upTo(35)),
  };
  return kinds[kind]();
}

interface Table {
  readonly text: string;
  readonly phone: string;
  readonly numbers: readonly string[];
}

function table(country: Country, seed: number): Table {
  const random = new Random(seed);
  const phone = country.phone[seed % country.phone.length]!;
  const kinds = (Object.keys(country.others) as Filler[]).filter(() => random.upTo(3) > 0);
  const order: (Filler | 'phone' | 'fax')[] = [...kinds];
  if (random.upTo(2) === 0) order.splice(random.upTo(order.length + 1), 0, 'fax');
  order.splice(random.upTo(order.length + 1), 0, 'phone');
  const style = random.upTo(4);
  const titles = random.upTo(3) === 0 ? ['Open data 2026-01-01', ''] : [];
  const numbers: string[] = [];
  const cell = (text: string): string => (/[",;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const headerOf = (kind: Filler | 'phone' | 'fax'): string =>
    kind === 'phone' ? phone : kind === 'fax' ? country.fax : country.others[kind];
  const rows = Array.from({ length: 30 }, (_, row) =>
    order.map((kind) => {
      if (kind !== 'phone' && kind !== 'fax')
        return random.upTo(12) === 0 ? '' : filler(random, kind, country, row);
      const made = number(random, country.region);
      if (random.upTo(kind === 'fax' ? 3 : 8) === 0) return '';
      if (kind === 'phone') numbers.push(made.number);
      return written(random, made, style);
    }),
  );
  const lines = [order.map(headerOf), ...rows].map((cells) => cells.map(cell).join(country.delimiter));
  return { text: `${[...titles, ...lines].join('\r\n')}\r\n`, phone, numbers };
}

describe('tables as public bodies publish them', () => {
  for (const country of countries) {
    it(`get the phone library’s number in every row that is called: ${country.region}`, async () => {
      for (let seed = 1; seed <= runs(20); seed++) {
        const { text, phone, numbers } = table(country, seed * 7919);
        const list = await checkCallList(text, { defaultRegion: country.region });
        const said = `seed ${seed}\n${text.slice(0, 900)}\n${list.problems
          .slice(0, 12)
          .map((problem) => `${problem.line} ${problem.code} ${problem.message}`)
          .join('\n')}`;
        assert.equal(list.columns[list.phoneColumn ?? -1]?.header, phone, said);
        assert.deepEqual(
          list.contacts.map(({ to_phone_number }) => to_phone_number),
          [...new Set(numbers)],
          said,
        );
        const live = await LiveCallList.open(text, { defaultRegion: country.region });
        assert.deepEqual(live.list.counts, list.counts);
        assert.deepEqual(live.list.problems, list.problems);
      }
    });

    it(`call nobody when they have no phone column: ${country.region}`, async () => {
      for (let seed = 1; seed <= runs(10); seed++) {
        const { text, phone } = table(country, seed * 104_729);
        const sign = country.delimiter;
        const lines = text.split('\r\n');
        const header = lines.findIndex((line) => line.includes(sign));
        const column = lines[header]!.split(sign).indexOf(phone);
        const without = lines.map((line) => {
          const cells =
            line.match(
              new RegExp(
                `("(?:[^"]|"")*"|[^${sign === '|' ? '\\|' : sign}]*)(?:${sign === '|' ? '\\|' : sign}|$)`,
                'g',
              ),
            ) ?? [];
          return cells.filter((_, at) => at !== column).join('');
        });
        const list = await checkCallList(without.join('\r\n'), { defaultRegion: country.region });
        assert.equal(list.counts.ready, 0, `seed ${seed}\n${without.slice(0, 6).join('\n')}`);
      }
    });
  }
});
