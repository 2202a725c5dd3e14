import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import {
  normalizePhoneNumber,
  readPhone,
  readWithLibrary,
} from '../../../../src/callList/phone/readPhone.ts';
import { plainNumber } from '../../../../src/callList/phone/plainNumber.ts';
import type { PhoneOptions } from '../../../../src/callList/phone/phoneVerdict.ts';
import { PhoneReader } from '../../../../src/callList/phone/readPhone.ts';
import { runs } from '../../support/runs.ts';

/** The number, or the last part of the problem's code. */
function read(cell: string, options: PhoneOptions = {}): string {
  const verdict = readPhone(cell, options);
  return verdict.e164 ?? verdict.problem.code.replace('revox.phone.', '');
}

const fr = { region: 'FR' };
const us = { region: 'US' };

// fast-check's own 'binary' and 'grapheme' take a second to set up
const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe('a phone cell', () => {
  const cells: [sentence: string, cell: string, options: PhoneOptions, expected: string][] = [
    ['E.164 needs no country', '+33199001201', {}, '+33199001201'],
    ['international with spaces', '+33 1 99 00 12 01', {}, '+33199001201'],
    ['national, with the list’s country', '01 99 00 12 01', fr, '+33199001201'],
    ['national with dots', '01.99.00.12.01', fr, '+33199001201'],
    ['a region in lower case', '01 99 00 12 01', { region: 'fr' }, '+33199001201'],
    ['American with brackets', '(415) 555-0100', us, '+14155550100'],
    ['American with its 1', '1-415-555-0100', us, '+14155550100'],
    ['German with a slash', '030/12345678', { region: 'DE' }, '+493012345678'],
    ['national without a country is never guessed', '0199001201', {}, 'noRegion'],
    ['nor with a country that does not exist', '0199001201', { region: 'XX' }, 'noRegion'],
    ['the + missing, of the list’s country', '33199001201', fr, '+33199001201'],
    ['the + missing, of another country: suggested, not assumed', '447400123456', fr, 'invalid'],
    ['the + missing and no country', '33199001201', {}, 'noRegion'],
    ['a leading zero lost: could be Spanish', '612345678', fr, 'zeroLost'],
    [
      'a leading zero lost, and a person agreed',
      '612345678',
      { ...fr, repairs: ['zeroLost'] },
      '+33612345678',
    ],
    ['00 instead of +', '0033199001201', {}, '+33199001201'],
    ['00 also from America', '0033199001201', us, '+33199001201'],
    ['011 from America', '011442071234567', us, '+442071234567'],
    ['011 from anywhere else is shown, not taken', '011442071234567', fr, 'ambiguous'],
    ['011 without a country, too', '011442071234567', {}, 'ambiguous'],
    ['011 and then nothing that is a number', '0114420712345671', fr, 'tooLong'],
    ['(0) after a French code is not dialled', '+33 (0)1 99 00 12 01', {}, '+33199001201'],
    ['(0) after a British code is not dialled', '+44 (0)20 7946 0958', {}, '+442079460958'],
    ['0 of an Italian landline belongs to it', '+39 06 1234 5678', {}, '+390612345678'],
    ['(0) of an Italian landline too', '+39 (0)6 1234 5678', {}, '+390612345678'],
    ['(0) in Poland is not known', '+48 (0)12 345 67 89', {}, 'invalid'],
    ['scientific notation has lost digits', '3.36123E+10', fr, 'lostDigits'],
    ['also with a comma', '3,36123E+10', fr, 'lostDigits'],
    ['also in small letters', '4.41e11', fr, 'lostDigits'],
    ['scientific with all digits is shown, not taken', '3.3199001201E+10', fr, 'scientific'],
    [
      'scientific with all digits, and a person agreed',
      '3.3199001201E+10',
      { ...fr, repairs: ['scientific'] },
      '+33199001201',
    ],
    [
      'lost digits are not repaired by agreement',
      '3.36123E+10',
      { ...fr, repairs: ['scientific'] },
      'lostDigits',
    ],
    ['a decimal tail', '33199001201.0', fr, '+33199001201'],
    ['a decimal tail with a comma', '33199001201,00', fr, '+33199001201'],
    ['thousands separators', '33,199,001,201', fr, '+33199001201'],
    ['an apostrophe that protects from Excel', "'+33199001201", {}, '+33199001201'],
    ['a formula that protects from Excel', '="+33199001201"', {}, '+33199001201'],
    ['a link', 'tel:+33-1-99-00-12-01', {}, '+33199001201'],
    ['a full stop at the end', '01 99 00 12 01.', fr, '+33199001201'],
    ['directional marks of Apple Contacts', '\u202a+33199001201\u202c', {}, '+33199001201'],
    ['full-width digits', '＋３３１９９００１２０１', {}, '+33199001201'],
    ['Arabic-Indic digits', '٠١٩٩٠٠١٢٠١', fr, '+33199001201'],
    ['Devanagari digits', '०१९९००१२०१', fr, '+33199001201'],
    ['a letter O for a zero', '01 99 00 12 O1', fr, 'letters'],
    ['a name', 'Zoé', fr, 'letters'],
    ['an extension', '+14155550100 ext. 23', us, 'extension'],
    ['an extension as in RFC 3966', 'tel:+14155550100;ext=23', us, 'extension'],
    ['an extension behind a hash', '4155550100#23', us, 'extension'],
    ['two numbers', '+33199001201 +33199001202', {}, 'several'],
    ['two numbers on two lines', '0199001201\n0199001202', fr, 'several'],
    ['two numbers on two lines of a Windows file', '01 99 00 12 01\r\n01 99 00 12 02', fr, 'several'],
    ['one number on two lines', '+33 1 99 00\n12 01', {}, '+33199001201'],
    ['two numbers with nothing but a space between', '0199001201 0199001202', fr, 'tooLong'],
    ['two numbers with a comma', '0199001201, 0199001202', fr, 'several'],
    ['a formula that was calculated', '-1069', us, 'calculated'],
    ['a column that was too narrow', '########', us, 'spreadsheetError'],
    ['a cell that Excel gave up on', '#ERROR!', us, 'spreadsheetError'],
    ['nothing', '', fr, 'missing'],
    ['white space', ' \u00a0', fr, 'missing'],
    ['invisible characters only', '\u200b\ufeff', fr, 'missing'],
    ['“n/a”', 'n/a', fr, 'placeholder'],
    ['a question mark', '?', fr, 'placeholder'],
    ['one digit over and over', '1111111111', fr, 'placeholder'],
    ['the digits in order', '0123456789', fr, 'placeholder'],
    ['a round number', '+33600000000', fr, 'placeholder'],
    ['112', '112', fr, 'emergency'],
    ['911', '911', us, 'emergency'],
    ['a short code', '36179', fr, 'shortCode'],
    ['premium rate', '+33899100010', {}, 'premium'],
    ['a country that does not exist', '+999123456789', {}, 'unknownCountry'],
    ['a digit too few', '+3319900120', {}, 'tooShort'],
    ['far too many digits', '+331990012011234567', {}, 'tooLong'],
    ['a range that is not given out', '06 39 98 12 34', fr, 'invalid'],
    ['a star code', '*31#0199001201', fr, 'unreadable'],
    ['a plus in the middle', '0033+199001201', fr, 'several'],
  ];
  for (const [sentence, cell, options, expected] of cells) {
    it(`${sentence}: ${JSON.stringify(cell)}`, () => assert.equal(read(cell, options), expected));
  }

  it('equals the library’s reading wherever the fast path gives an answer', () => {
    const regions: CountryCode[] = [
      'FR',
      'US',
      'CA',
      'GB',
      'DE',
      'IT',
      'ES',
      'BR',
      'MX',
      'AR',
      'RU',
      'KZ',
      'AU',
      'VI',
      'IN',
      'CI',
      'BE',
    ];
    const countries = getCountries();
    // real numbers with a digit or two changed: what is plausible differs most from what is valid at its
    // edges
    const nearExamples = fc
      .tuple(fc.constantFrom(...countries), fc.nat(14), fc.nat(9), fc.nat(14), fc.nat(9), fc.boolean())
      .map(([country, at, digit, otherAt, otherDigit, whole]) => {
        const changed = Array.from(examples[country]);
        changed[Math.min(at, changed.length)] = String(digit);
        if (!whole) changed[Math.min(otherAt, changed.length)] = String(otherDigit);
        return `+${getCountryCallingCode(country)}${changed.join('')}`;
      });
    const anything = fc.stringMatching(/^\+?[0-9]{7,15}$/);
    const local = fc.stringMatching(/^(?:0|00)?[1-9][0-9 .-]{6,13}$/);
    const twoZeros = nearExamples.map((cell) => cell.replace('+', '00'));
    let plain = 0;
    fc.assert(
      fc.property(
        fc.oneof(nearExamples, twoZeros, anything, local),
        fc.constantFrom(...regions, undefined),
        (cell, region) => {
          const short = plainNumber(cell, region);
          if (short === undefined) return;
          plain++;
          assert.deepEqual(readWithLibrary(cell, region, []), { e164: short });
        },
      ),
      { numRuns: runs(4000) },
    );
    assert(plain > runs(4000) / 10, `only ${plain} took the short way`);
  });

  it('accepts only what the library calls valid, in E.164', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789+ ()-./xE,"=\'')), maxLength: 18 }),
        (cell) => {
          const { e164 } = readPhone(cell, fr);
          if (e164 === undefined) return;
          assert.match(e164, /^\+[1-9]\d{6,14}$/);
          assert.equal(parsePhoneNumberFromString(e164)?.isValid(), true);
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('gives the same when its result is read again', () => {
    const noisy = fc
      .tuple(fc.constantFrom(...getCountries()), fc.constantFrom("'", '="', 'tel:', ' ', '\u202a', ''))
      .map(([country, before]) => `${before}+${getCountryCallingCode(country)}${examples[country]}`);
    fc.assert(
      fc.property(noisy, (cell) => {
        const { e164 } = readPhone(cell, {});
        if (e164 !== undefined) assert.deepEqual(readPhone(e164, {}), { e164 });
      }),
      { numRuns: runs(300) },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyUnit, maxLength: 40 }),
        fc.constantFrom('FR', 'US', undefined),
        (cell, region) => {
          const verdict = readPhone(cell, { region });
          assert(verdict.e164 !== undefined || verdict.problem.message.length > 10);
        },
      ),
      { numRuns: runs(250) },
    );
  });
});

describe('a column of phone cells', () => {
  it('gives the same as its cells one by one, with any repetitions', () => {
    const cell = fc.constantFrom(
      '',
      'n/a',
      '-',
      '0199001201',
      '01 99 00 12 01',
      '199001201',
      '1.99001201E+8',
      'x',
    );
    const options = fc.record({
      region: fc.constantFrom('FR', 'fr', 'US', undefined),
      repairs: fc.constantFrom<PhoneOptions['repairs']>(undefined, ['zeroLost'], ['zeroLost', 'scientific']),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 12 }), options, (cells, options) => {
        const reader = new PhoneReader(options);
        for (const cell of cells) assert.deepEqual(reader.read(cell), readPhone(cell, options));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('an example mobile number of every country', () => {
  // digits in order, or one digit over and over: what people type to get past a form
  const placeholders = new Set<string>(['CI', 'KR', 'MY']);

  for (const country of getCountries()) {
    it(`${country} is read in international and in national form`, () => {
      const example = parsePhoneNumberFromString(examples[country], country);
      assert(example);
      const expected = placeholders.has(country) ? 'placeholder' : example.number;
      assert.equal(read(example.number), expected, 'E.164');
      assert.equal(read(example.formatInternational()), expected, 'international');
      assert.equal(read(example.formatNational(), { region: country }), expected, 'national');
    });

    it(`${country} with its country code twice is never another number`, () => {
      const code = getCountryCallingCode(country);
      for (const cell of [`+${code}${code}${examples[country]}`, `+${code} ${code} ${examples[country]}`]) {
        const { e164 } = readPhone(cell, { region: country });
        assert(e164 === undefined || e164 === `+${code}${examples[country]}`, `${cell} is ${e164}`);
      }
    });
  }
});

describe('the message for a phone cell', () => {
  const sentences: [cell: string, options: PhoneOptions, says: RegExp][] = [
    ['3.36123E+10', fr, /lost its last digits.*original list/],
    ['0199001201', {}, /default country/],
    ['33199001201', {}, /\+33199001201/],
    ['612345678', fr, /leading zero is missing.*France.*\+33612345678/],
    ['447400123456', fr, /write \+447400123456/],
    ['+3319900120', {}, /8 digits after \+33 are too few.*France/],
    ['01 99 00 12 O1', fr, /O for 0/],
    ['7747688670', { region: 'GB' }, /in the United Kingdom, write \+447747688670/],
    ['011442071234567', fr, /North America.*national numbers of this list are from France.*\+442071234567/],
    ['x1', fr, /letters/],
  ];
  for (const [cell, options, says] of sentences) {
    it(`${cell} ${options.region ?? 'without a country'}: ${says.source}`, () => {
      const verdict = readPhone(cell, options);
      assert(verdict.e164 === undefined);
      assert.match(verdict.problem.message, says);
    });
  }

  it('offers a probable reading as a fix that a person must confirm', () => {
    const verdict = readPhone('612345678', fr);
    assert.deepEqual(verdict.e164 === undefined ? verdict.problem.fix : undefined, {
      title: 'Write it as +33612345678',
      replacement: '+33612345678',
      safety: 'ask',
    });
  });

  const choices: [sentence: string, cell: string, replacement: string | undefined][] = [
    ['the switchboard of an extension', '+33 1 99 00 12 01 poste 12', '+33199001201'],
    ['no switchboard where that is no number', '+33 1 99 00 poste 12', undefined],
    ['none of two numbers, the last with an extension', '0199001201 / 0199001202 x23', undefined],
    ['the number behind an American 011', '011442071234567', '+442071234567'],
  ];
  for (const [sentence, cell, replacement] of choices) {
    it(`offers ${sentence}, to be confirmed`, () => {
      const { problem } = readPhone(cell, fr) as {
        problem: { fix?: { replacement: string; safety: string } };
      };
      assert.equal(problem.fix?.replacement, replacement);
      if (problem.fix !== undefined) assert.equal(problem.fix.safety, 'ask');
    });
  }

  it('offers a fix that changes no number as a safe one', () => {
    const verdict = readPhone("'+33199001201", {});
    assert(verdict.e164 !== undefined);
    assert.equal(verdict.note?.fix?.safety, 'safe');
  });

  it('is shown where a person types one number', () => {
    assert.deepEqual(normalizePhoneNumber('01 99 00 12 01', 'FR'), { number: '+33199001201' });
    assert.match(JSON.stringify(normalizePhoneNumber('12', 'FR')), /"problem"/);
  });
});
