import assert from 'node:assert/strict';
import { getAllCountries } from 'countries-and-timezones';
import { mainZones } from '../../../src/dialing/mainZones.ts';
import { isZone } from '../../../src/dialing/zoneOffsets.ts';
import { recipientZone, zonesOf } from '../../../src/dialing/zones.ts';

describe("a recipient's zone", () => {
  const table: readonly [country: string, zone: string, ambiguous: boolean][] = [
    ['FR', 'Europe/Paris', false],
    ['US', 'America/New_York', true],
    ['CA', 'America/Toronto', true],
    ['AU', 'Australia/Sydney', true],
    ['BR', 'America/Sao_Paulo', true],
    ['ES', 'Europe/Madrid', true],
    ['DE', 'Europe/Berlin', false], // two zones with one clock
    ['JP', 'Asia/Tokyo', false],
    ['XK', 'Europe/Belgrade', false],
  ];
  for (const [country, zone, ambiguous] of table)
    it(`for ${country} is ${zone}${ambiguous ? ', and ambiguous' : ''}`, () =>
      assert.deepEqual(recipientZone(country, undefined), { zone, ambiguous }));

  it('is the override if there is one', () => {
    const zone = { zone: 'Asia/Tokyo', ambiguous: false };
    assert.deepEqual(recipientZone('US', 'Asia/Tokyo'), zone);
    assert.deepEqual(recipientZone(undefined, 'Asia/Tokyo'), zone);
  });

  it('is unknown where the country is unknown', () => {
    assert.equal(recipientZone(undefined, undefined), undefined);
    assert.equal(recipientZone('ZZ', undefined), undefined);
  });

  it('is set by hand for each country with several zones, and one of them', () => {
    for (const { id, timezones } of Object.values(getAllCountries())) {
      if (timezones.length < 2) continue;
      assert.ok(mainZones[id] !== undefined, `${id} has several zones but no main one`);
      assert.ok(zonesOf(id).includes(mainZones[id]), `${mainZones[id]} is not a zone of ${id}`);
    }
  });

  it('is a name in the time zone database', () => {
    for (const zone of Object.values(mainZones)) assert.ok(isZone(zone), zone);
    for (const text of ['Mars/Olympus', '+02:00', '', 'Europe/Atlantis']) assert.ok(!isZone(text), text);
  });
});
