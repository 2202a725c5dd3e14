import assert from 'node:assert/strict';
import { zonesOf } from '../../../src/host/recipientZones.ts';
import type { PersonFacts } from '../../../src/insights/personFacts.ts';
import { campaign } from '../support/campaigns.ts';

const person = (campaignId: string, phone: string): PersonFacts => ({
  campaignId,
  rowId: 'r',
  callId: undefined,
  rowIndex: 0,
  phone,
  input: {},
  status: undefined,
  fromNumber: undefined,
  attempts: [],
  reached: false,
  open: true,
  outcome: undefined,
  outcomeSummary: undefined,
  output: undefined,
});
const rules = (timezone: string) => ({ calling_windows: [], max_retry_attempts: 1, timezone });

describe('the clock of a person who is called', () => {
  it('is that of their country where the campaign names none', async () => {
    const zoneOf = await zonesOf([campaign({ id: 'c1' })]);
    assert.equal(zoneOf(person('c1', '+33199001201')), 'Europe/Paris');
    assert.equal(zoneOf(person('c1', 'not a number')), undefined);
  });

  it('is that of the rules of their own campaign, else of its assistant', async () => {
    const zoneOf = await zonesOf([
      campaign({ id: 'c1', call_retry_config: rules('America/New_York') }),
      campaign({ id: 'c2', assistant: { id: 'a', name: 'Emma', call_retry_config: rules('Asia/Tokyo') } }),
      campaign({ id: 'c3', call_retry_config: rules('Moon/Tranquility') }),
    ]);
    assert.deepEqual(
      ['c1', 'c2', 'c3'].map((id) => zoneOf(person(id, '+33199001201'))),
      ['America/New_York', 'Asia/Tokyo', 'Europe/Paris'],
    );
  });
});
