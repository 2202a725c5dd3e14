import type { CountryCode } from 'libphonenumber-js/max';
import type { CountryColumns } from './countryColumns.ts';
import { countryInCell, type CellCountry } from './countryInCell.ts';
import { otherForm } from './otherForm.ts';
import { phoneMessages } from './phoneMessages.ts';
import { refused, writeAs, type PhoneOptions, type PhoneVerdict, type RowCountry } from './phoneVerdict.ts';
import { possibleNumbers, type PossibleNumbers } from './possibleNumbers.ts';
import { plainNumber } from './plainNumber.ts';
import { knownRegion, PhoneReader } from './readPhone.ts';

/** @param otherCodes see `CountryColumns` */
function countryOf(cell: string, otherCodes: boolean): CellCountry {
  return otherCodes && /^\s*\d+\s*$/.test(cell) ? 'unknown' : countryInCell(cell);
}

const nothing: { readonly country?: CountryCode; readonly callingCode?: string } = {};

export interface RowPhoneOptions extends PhoneOptions {
  readonly rowCountry?: RowCountry | undefined;
  /** See `likelyRegion`. */
  readonly likelyRegion?: CountryCode | undefined;
}

/** Reads the number of a row by what the row says about its country and area. */
export class RowPhoneReader {
  readonly #options: RowPhoneOptions;
  readonly #columns: CountryColumns | undefined;
  readonly #headers: readonly string[];
  readonly #region: CountryCode | undefined;
  readonly #readers = new Map<CountryCode | undefined, PhoneReader>();
  readonly #usual: PhoneReader;

  constructor(columns: CountryColumns | undefined, headers: readonly string[], options: RowPhoneOptions) {
    this.#columns = columns;
    this.#headers = headers;
    this.#options = options;
    this.#region = knownRegion(options.region);
    this.#usual = this.#readerOf(this.#region);
  }

  /** @param cells the whole row @param cell the one with its number */
  read(cells: readonly string[], cell: string): PhoneVerdict {
    const columns = this.#columns;
    if (columns === undefined) {
      const verdict = this.#usual.read(cell);
      return this.#options.likelyRegion === undefined ? verdict : this.#doubted(verdict, cell);
    }
    // a number with its country code is the same everywhere
    if (cell.startsWith('+') && plainNumber(cell, undefined) !== undefined) return this.#usual.read(cell);
    const area = columns.areaCode === undefined ? '' : (cells[columns.areaCode] ?? '');
    const { rowCountry } = this.#options;
    const own = rowCountry === 'default' ? undefined : this.#countryOf(cells, columns);
    if (own === undefined) return this.#readIn(this.#region, cell, area);
    const { country, callingCode, column, text } = own;
    if (country === undefined) {
      return this.#withoutCountry({ column, text }, cell, this.#readIn(this.#region, cell, area));
    }
    const byRow = this.#afterCode(callingCode, cell, this.#readIn(country, cell, area));
    if (this.#region === undefined || country === this.#region || rowCountry === 'own') return byRow;
    return this.#contradicting(byRow, { country, column, region: this.#region }, cell, area);
  }

  /**
   * Every number that a row's cell may mean, in each country that the row or the list names: for a list of
   * people who are never called.
   */
  possibleNumbers(cells: readonly string[], cell: string): PossibleNumbers {
    const plain = plainNumber(cell, this.#region);
    if (plain !== undefined && cell.startsWith('+') && !cell.includes('-')) {
      const other = otherForm(plain);
      return { numbers: new Set(other === undefined ? [plain] : [plain, other]), rest: undefined };
    }
    const numbers = new Set<string>();
    const regions = new Set([this.#region, this.#options.likelyRegion ?? this.#region]);
    let isCountryKnown = true;
    for (const { column, otherCodes } of this.#columns?.countries ?? []) {
      const found = countryOf(cells[column] ?? '', otherCodes);
      if (found === 'unknown') isCountryKnown = false;
      else if (found !== undefined) regions.add(found.country);
    }
    const column = this.#columns?.areaCode;
    const area = column === undefined ? '' : (cells[column] ?? '').trim();
    let isUnclear = false;
    for (const region of regions) {
      const texts = area === '' ? [cell] : [cell, `${area} ${cell}`, `0${area} ${cell}`];
      for (const text of texts) {
        const found = possibleNumbers(text, region);
        for (const number of found.numbers) numbers.add(number);
        isUnclear ||= text === cell && found.rest === 'unclear';
      }
    }
    if (numbers.size === 0) return { numbers, rest: isUnclear ? 'unclear' : 'none' };
    // what cannot be read in one country, or without its area code, may be clear in another, or with it
    const isClearElsewhere = regions.size > 1 || area !== '';
    const isAlikeEverywhere = isCountryKnown || this.#readerOf(undefined).read(cell).e164 !== undefined;
    return { numbers, rest: (isUnclear && !isClearElsewhere) || !isAlikeEverywhere ? 'unclear' : undefined };
  }

  /** Where the default country is in doubt, numbers are called that are the same without it. */
  #doubted(byDefault: PhoneVerdict, cell: string): PhoneVerdict {
    const { likelyRegion: likely } = this.#options;
    const region = this.#region;
    if (likely === undefined || region === undefined) return byDefault;
    const byLikely = this.#readerOf(likely).read(cell);
    if (byLikely.e164 === byDefault.e164) return byDefault;
    const message = phoneMessages.doubtfulRegion(region, byDefault.e164, likely, byLikely.e164);
    const fix = byLikely.e164 === undefined ? undefined : writeAs(byLikely.e164, 'ask');
    const readings = [byLikely.e164, byDefault.e164].filter((e164) => e164 !== undefined);
    return refused('revox.phone.doubtfulRegion', message, fix, readings);
  }

  /** A row of another country than the default: called only where both countries give the same number. */
  #contradicting(
    byRow: PhoneVerdict,
    {
      country,
      column,
      region,
    }: { readonly country: CountryCode; readonly column: number; readonly region: CountryCode },
    cell: string,
    area: string,
  ): PhoneVerdict {
    const byDefault = this.#readIn(region, cell, area);
    if (byRow.e164 !== undefined && byRow.e164 === byDefault.e164) return byDefault;
    if (byRow.e164 === undefined && byDefault.e164 === undefined) return byRow;
    const fix = byRow.e164 === undefined ? undefined : writeAs(byRow.e164, 'ask');
    const header = this.#headerOf(column);
    const message = phoneMessages.otherCountry(header, country, region, byRow.e164);
    return { problem: { code: 'revox.phone.otherCountry', message, fix } };
  }

  /** Behind a calling code in a column of its own, a number has no zero that is only dialled at home. */
  #afterCode(callingCode: string | undefined, cell: string, verdict: PhoneVerdict): PhoneVerdict {
    if (callingCode === undefined || verdict.e164 !== undefined) return verdict;
    if (verdict.problem.code !== 'revox.phone.zeroLost') return verdict;
    const { e164 } = this.#readerOf(undefined).read(`+${callingCode} ${cell.trim()}`);
    return e164 === undefined ? verdict : { e164 };
  }

  #withoutCountry(
    { column, text }: { readonly column: number; readonly text: string },
    cell: string,
    byDefault: PhoneVerdict,
  ): PhoneVerdict {
    if (byDefault.e164 === undefined) return byDefault;
    if (this.#readerOf(undefined).read(cell).e164 === byDefault.e164) return byDefault;
    const message = phoneMessages.unknownRowCountry(text, this.#headerOf(column));
    return { problem: { code: 'revox.phone.unknownRowCountry', message } };
  }

  /** The country named by the columns of the first rank that name one; undefined where two disagree. */
  #countryOf(
    cells: readonly string[],
    { countries }: CountryColumns,
  ):
    | {
        readonly country: CountryCode | undefined;
        readonly callingCode?: string | undefined;
        readonly column: number;
        readonly text: string;
      }
    | undefined {
    let found:
      | {
          country: CountryCode | undefined;
          callingCode?: string | undefined;
          column: number;
          text: string;
          rank: number;
        }
      | undefined;
    for (const { column, rank, otherCodes } of countries) {
      if (found !== undefined && found.rank !== rank) break;
      const text = cells[column] ?? '';
      const said = countryOf(text, otherCodes);
      if (said === undefined) continue;
      const { country, callingCode } = said === 'unknown' ? nothing : said;
      if (found === undefined) found = { country, callingCode, column, text, rank };
      else if (found.country !== country)
        return { country: undefined, column, text: `${found.text}, ${text}` };
    }
    return found;
  }

  #readIn(country: CountryCode | undefined, cell: string, area: string): PhoneVerdict {
    const reader = this.#readerOf(country);
    const alone = reader.read(cell);
    const code = area.replace(/[.,]0$/, '').replace(/\D/g, '');
    if (country === undefined || code === '' || code.length > 6 || /^[^\d+]*(?:\+|00)/.test(cell))
      return alone;
    const digits = cell.replace(/\D/g, '');
    const bare = code.replace(/^0+/, '');
    const hasArea = alone.e164 !== undefined && (digits.startsWith(bare) || digits.startsWith(`0${bare}`));
    if (digits.length < 4 || hasArea) return alone;
    const number = cell.trim();
    const e164 =
      reader.read(`${code} ${number}`).e164 ??
      (code.startsWith('0') ? undefined : reader.read(`0${code} ${number}`).e164);
    if (e164 === undefined || e164 === alone.e164) return alone;
    if (alone.e164 !== undefined) {
      const message = phoneMessages.ambiguous(e164, alone.e164);
      return refused('revox.phone.ambiguous', message, undefined, [e164, alone.e164]);
    }
    return {
      e164,
      note: { code: 'revox.phone.areaCodeAdded', message: phoneMessages.areaCodeAdded(e164, code) },
    };
  }

  #headerOf(column: number): string {
    const header = this.#headers[column] ?? '';
    return header === '' ? `column ${column + 1}` : `column “${header}”`;
  }

  #readerOf(country: CountryCode | undefined): PhoneReader {
    let reader = this.#readers.get(country);
    if (reader === undefined) {
      reader = new PhoneReader({ region: country, repairs: this.#options.repairs });
      this.#readers.set(country, reader);
    }
    return reader;
  }
}
