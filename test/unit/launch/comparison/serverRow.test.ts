import assert from 'node:assert/strict';
import { callStage, type CallStage, type ServerCall } from '../../../../src/launch/comparison/serverRow.ts';

const created = '2026-11-16T12:00:00.000Z';

const call = (fields: Partial<ServerCall>): ServerCall => ({
  id: 'call-1',
  status: 'not_launched',
  to_phone_number: '+33199001200',
  created_at: created,
  scheduled_at: undefined,
  calls_count: 0,
  prompt_variables: {},
  call_attempts: [],
  ...fields,
});

describe('the stage of a call before a launch', () => {
  const cases: [what: string, fields: Partial<ServerCall>, stage: CallStage][] = [
    ['not launched', {}, 'waiting'],
    ['not launched, with the time of its creation as its schedule', { scheduled_at: created }, 'waiting'],
    ['the same, written a moment later', { scheduled_at: '2026-11-16T12:00:04.250Z' }, 'waiting'],
    ['not launched, with a start that waits', { scheduled_at: '2026-11-17T09:00:00Z' }, 'launched'],
    [
      'not launched, with a start a minute after its creation',
      { scheduled_at: '2026-11-16T12:01:00Z' },
      'launched',
    ],
    [
      'with a start, and no creation to compare it with',
      { created_at: undefined, scheduled_at: created },
      'launched',
    ],
    ['not launched, and called all the same', { calls_count: 1 }, 'launched'],
    [
      'of a draft, with the time of its creation',
      { status: 'initializing', scheduled_at: created },
      'preparing',
    ],
    ['scheduled', { status: 'scheduled', scheduled_at: created }, 'launched'],
    ['of a status that nobody knows', { status: 'teleported' }, 'launched'],
    ['cancelled', { status: 'cancelled', scheduled_at: '2026-11-17T09:00:00Z' }, 'cancelled'],
  ];
  for (const [what, fields, stage] of cases)
    it(`is ${stage}: ${what}`, () => assert.equal(callStage(call(fields)), stage));
});
