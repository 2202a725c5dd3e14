import assert from 'node:assert/strict';
import { readClockTime } from '../../../src/core/clockTime.ts';

describe('a time of day in the format of the API', () => {
  const readable: readonly [text: string, minutes: number][] = [
    ['09:00', 540],
    ['9:00', 540],
    ['17:30', 1050],
    ['00:00', 0],
    ['23:59', 1439],
    ['24:00', 1440],
    ['6pm', 1080],
    ['10am', 600],
    ['6:30pm', 1110],
    ['6:05 AM', 365],
    ['12am', 0],
    ['12pm', 720],
    ['12:30am', 30],
    [' 5 p.m. ', 1020],
  ];
  for (const [text, minutes] of readable)
    it(`reads "${text}" as minute ${minutes}`, () => assert.equal(readClockTime(text), minutes));

  for (const text of [
    '',
    '9',
    '25:00',
    '24:01',
    '9:60',
    '0am',
    '13pm',
    '9:5',
    '9h30',
    '6p',
    '12:30m',
    'noon',
  ])
    it(`rejects "${text}"`, () => assert.equal(readClockTime(text), undefined));
});
