import assert from 'node:assert/strict';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { numberCountry } from '../../../src/callList/phone/numberCountry.ts';
import { areaCodeZones, dividedAreaCodes } from '../../../src/dialing/areaCodes.ts';
import { areaZone, splitByZone } from '../../../src/dialing/splitByZone.ts';
import { zonesOf } from '../../../src/dialing/zones.ts';

const codesOf = (callingCode: string) =>
  Object.entries(areaCodeZones[callingCode] ?? {}).flatMap(([zone, codes]) =>
    codes.split(/\s+/).map((code) => [code, zone] as const),
  );

describe('area codes', () => {
  it('are in the table once each, with three digits in North America and two in Brazil', () => {
    for (const [callingCode, shape] of [
      ['1', /^[2-9]\d\d$/],
      ['55', /^[1-9]\d$/],
    ] as const) {
      const codes = codesOf(callingCode).map(([code]) => code);
      assert.deepEqual(
        codes.filter((code) => !shape.test(code)),
        [],
      );
      assert.deepEqual(
        codes.filter((code, at) => codes.indexOf(code) !== at),
        [],
      );
    }
    const known = new Set(
      Object.keys(areaCodeZones).flatMap((code) => codesOf(code).map(([area]) => code + area)),
    );
    assert.deepEqual(
      [...dividedAreaCodes].filter((prefix) => !known.has(prefix)),
      [],
    );
  });

  it('are those of the numbering plan, each in a zone of its country', () => {
    const missing: string[] = [];
    const foreign: string[] = [];
    for (let code = 200; code < 1000; code += 1) {
      const number = parsePhoneNumberFromString(`+1${code}2345678`);
      const isHere = number?.country === 'US' || number?.country === 'CA';
      const zone = areaZone(`+1${code}2345678`)?.zone;
      const isPlace = number?.isValid() === true && number.getType() === 'FIXED_LINE_OR_MOBILE';
      if (isHere && isPlace && zone === undefined) missing.push(String(code));
      if (number?.country !== undefined && zone !== undefined && !zonesOf(number.country).includes(zone))
        foreign.push(`${code} ${zone} ${number.country}`);
    }
    // 867 is Canada's north, from Yukon to Nunavut: no zone of it is that of most.
    assert.deepEqual([missing, foreign], [['867'], []]);
  });

  const cases: readonly (readonly [number: string, zone: string | undefined, divided?: boolean])[] = [
    ['+12125550100', 'America/New_York', false],
    ['+18085550100', 'Pacific/Honolulu', false],
    ['+14805550100', 'America/Phoenix', false],
    ['+18505550100', 'America/Chicago', true],
    ['+16045550100', 'America/Vancouver', false],
    ['+5592991234567', 'America/Manaus', false],
    ['+5511991234567', 'America/Sao_Paulo', false],
    ['+18005550100', undefined],
    ['+33199001201', undefined],
    ['+61491570006', undefined],
  ];
  for (const [number, zone, divided] of cases) {
    it(`${number} → ${zone ?? 'not told'}${divided === true ? ', mostly' : ''}`, () => {
      assert.deepEqual(areaZone(number), zone && { zone, divided });
    });
  }
});

describe('a list split by time zone', () => {
  it('has one part for each zone of a country with several, and one for all others', () => {
    const numbers = [
      '+12125550100', // New York
      '+33199001201', // Paris: one zone
      '+13055550100', // Miami: New York's clock
      '+18085550100', // Honolulu
      '+18505550100', // Florida's panhandle: divided
      '+61491570006', // an Australian mobile: several zones, no area code
      '+81312345678', // Tokyo: one zone
      '+12125550101',
    ];
    assert.deepEqual(splitByZone(numbers, numberCountry), [
      { timezone: 'America/New_York', places: [0, 2, 7], guessed: 0 },
      { timezone: undefined, places: [1, 5, 6], guessed: 1 },
      { timezone: 'Pacific/Honolulu', places: [3], guessed: 0 },
      { timezone: 'America/Chicago', places: [4], guessed: 1 },
    ]);
    assert.deepEqual(splitByZone([], numberCountry), []);
  });
});
