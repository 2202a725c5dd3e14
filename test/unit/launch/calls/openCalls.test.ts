import assert from 'node:assert/strict';
import { openCalls } from '../../../../src/launch/calls/openCalls.ts';
import { exclusionLines } from '../../../../src/launch/calls/selectWaiting.ts';
import type { ServerRow } from '../../../../src/launch/comparison/serverRow.ts';
import { campaign } from '../../support/campaigns.ts';

/** A row whose call has this status. */
function row(id: string, number: string, status: string | undefined, calls_count = 0): ServerRow {
  const call = {
    id: `call ${id}`,
    status: status ?? '',
    to_phone_number: number,
    calls_count,
    call_attempts: [],
  };
  return {
    id,
    phone_number: number,
    input_data: {},
    ...(status === undefined ? {} : { call }),
  };
}

const nobody = { isSuppressed: () => false, mustNotBeCalled: () => false };

describe('the calls that a resumed or wider campaign makes', () => {
  const rows = [
    row('1', '+12125550101', 'queued_for_calling'),
    row('2', '+12125550102', 'scheduled', 1),
    row('3', '+12125550103', 'paused'),
    row('4', '+12125550104', 'completed', 1),
    row('5', '+12125550105', 'cancelled'),
    row('6', '+12125550106', 'not_launched'),
    row('7', '+12125550107', undefined),
    row('8', 'masked', 'paused', 1),
  ];

  it('are those that are launched and not over, also with a number that cannot be read', async () => {
    const { contacts, forbiddenIds } = await openCalls({ campaign: campaign(), rows }, nobody);
    assert.deepEqual(
      contacts.map(({ to_phone_number }) => to_phone_number),
      ['+12125550101', '+12125550102', '+12125550103', 'masked'],
    );
    assert.deepEqual(forbiddenIds, []);
  });

  it('include those to people who must not be called any more', async () => {
    const guards = {
      isSuppressed: (number: string) => number === '+12125550102' || number === '+12125550104',
      mustNotBeCalled: (number: string) => number === '+12125550103',
    };
    const { forbiddenIds, excluded } = await openCalls({ campaign: campaign(), rows }, guards);
    assert.deepEqual(forbiddenIds, ['call 2', 'call 3']);
    assert.deepEqual(exclusionLines(excluded), [
      '1 is on a suppression list',
      '1 is marked “do not contact” in Revox',
    ]);
  });
});
