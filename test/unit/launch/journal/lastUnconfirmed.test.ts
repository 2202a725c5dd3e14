import assert from 'node:assert/strict';
import { lastUnconfirmed } from '../../../../src/launch/journal/lastUnconfirmed.ts';
import type { LaunchEntry, LaunchStep } from '../../../../src/launch/journal/launchIntent.ts';

const list = 'file:///march.csv';
const baseUrl = 'https://example.com/api';

function entry(startedMs: number, steps: readonly LaunchStep[], ofList = list): LaunchEntry {
  const intent: LaunchEntry['intent'] = {
    id: `launch-${startedMs}`,
    target: { kind: 'service', baseUrl, account: 'a1b2c3' },
    name: 'March renewals',
    assistantId: 'assistant',
    contacts: 3,
    launch: true,
    list: ofList,
    requestHash: 'request',
    contactsHash: 'contacts',
    startedMs,
  };
  return { intent, steps, lastHeartbeatMs: startedMs, released: false };
}

const sent: LaunchStep = { state: 'sent', atMs: 1, knownIds: [] };
const unsure: LaunchStep = { state: 'unsure', atMs: 2 };

describe('the unconfirmed launch that a sheet shows', () => {
  const cases: readonly (readonly [string, readonly LaunchStep[], string | undefined])[] = [
    ['is unconfirmed until something is known', [sent, unsure], 'open'],
    [
      'is created once the list of campaigns shows it',
      [sent, unsure, { state: 'confirmed', atMs: 3, campaignId: 'c1', by: 'list' }],
      'created',
    ],
    [
      'is created when a person says so',
      [sent, unsure, { state: 'confirmed', atMs: 3, campaignId: 'c1', by: 'person' }],
      'created',
    ],
    [
      'is not created when two late lists lack it',
      [sent, unsure, { state: 'absent', atMs: 3, by: 'time' }],
      'not created',
    ],
    [
      'stays not created once that was seen',
      [sent, unsure, { state: 'absent', atMs: 3, by: 'time' }, { state: 'seen', atMs: 4 }],
      'not created',
    ],
    [
      'was never unconfirmed where the answer came',
      [sent, { state: 'confirmed', atMs: 3, campaignId: 'c1', by: 'answer' }],
      undefined,
    ],
    ['is not unconfirmed while it is being sent', [sent], undefined],
  ];
  for (const [name, steps, kind] of cases) {
    it(name, () => assert.equal(lastUnconfirmed([entry(1, steps)], list, baseUrl)?.kind, kind));
  }

  it('is the newest launch of this list at this service', () => {
    const entries = [
      entry(1, [sent, unsure]),
      entry(2, [sent]),
      entry(3, [sent, unsure], 'file:///other.csv'),
    ];
    assert.equal(lastUnconfirmed(entries, list, baseUrl), undefined);
    assert.equal(lastUnconfirmed(entries, 'file:///other.csv', baseUrl)?.kind, 'open');
    assert.equal(lastUnconfirmed(entries, 'file:///other.csv', 'https://else.example/api'), undefined);
  });
});
