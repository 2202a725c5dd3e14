import assert from 'node:assert/strict';
import { exclusionLines, selectWaiting } from '../../../../src/launch/calls/selectWaiting.ts';
import type { ServerRow } from '../../../../src/launch/comparison/serverRow.ts';
import { campaign } from '../../support/campaigns.ts';

function waiting(digits: string): ServerRow {
  const to_phone_number = `+1212555${digits}`;
  return {
    id: digits,
    phone_number: to_phone_number,
    input_data: {},
    call: { id: `call ${digits}`, status: 'not_launched', to_phone_number, call_attempts: [] },
  };
}

describe('the calls of a campaign that wait', () => {
  const read = { campaign: campaign(), rows: ['0100', '0101', '0102', '0103'].map(waiting) };

  it('exclude people left out for earlier calls, each for one reason', async () => {
    const selection = await selectWaiting(read, {
      named: new Set(),
      isSuppressed: (number) => number === '+12125550100',
      mustNotBeCalled: (number) => number === '+12125550101',
      isLeftOut: (number) => number !== '+12125550103',
      sent: undefined,
    });
    assert.deepEqual(
      selection?.calls.map(({ callId }) => callId),
      ['call 0103'],
    );
    assert.deepEqual(exclusionLines(selection.excluded), [
      '1 is on a suppression list',
      '1 is marked “do not contact” in Revox',
      '1 was called before',
    ]);
  });

  it('are all launched where nobody is left out', async () => {
    const guards = { isSuppressed: () => false, mustNotBeCalled: () => false, sent: undefined };
    const selection = await selectWaiting(read, { ...guards, named: new Set() });
    assert.equal(selection?.calls.length, 4);
    assert.equal(selection.excluded.size, 0);
  });
});
