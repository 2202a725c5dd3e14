import assert from 'node:assert/strict';
import { ApiError, type ApiErrorReason } from '../../../src/core/errors.ts';
import { viewStatus, type ViewSituation } from '../../../src/views/status.ts';
import { campaign, hoursFromNoon, noonMs } from '../support/campaigns.ts';

type About = Partial<Omit<ViewSituation, 'store'>> & { readonly store?: Partial<ViewSituation['store']> };

function situation({ store, ...about }: About): ViewSituation {
  const campaigns = store?.campaigns ?? [];
  return {
    store: { campaigns, loading: false, error: undefined, updatedMs: noonMs - 25_000, ...store },
    connected: true,
    sandbox: false,
    filter: '',
    shown: campaigns.length,
    isKeyLost: false,
    absence: undefined,
    unconfirmed: 0,
    isLate: false,
    nowMs: noonMs,
    ...about,
  };
}

const failed = (reason: ApiErrorReason) => new ApiError('It says no.', { reason });

describe('what the view shows instead of campaigns', () => {
  const cases: readonly (readonly [string, About, string])[] = [
    ['a key that is looked up', { connected: undefined }, 'loading'],
    ['no key', { connected: false }, 'noKey'],
    ['a key that the system did not keep', { connected: false, isKeyLost: true }, 'keyLost'],
    ['nothing read yet', { store: { updatedMs: undefined } }, 'loading'],
    ['nothing read for long', { store: { updatedMs: undefined }, isLate: true }, 'waiting'],
    ['none at all, after long', { isLate: true }, 'empty'],
    ['none at all', {}, 'empty'],
    ['a refused key', { store: { error: failed('auth'), updatedMs: undefined } }, 'keyRefused'],
    ['no network', { store: { error: failed('offline'), updatedMs: undefined } }, 'offline'],
    ['a server in trouble', { store: { error: failed('server') } }, 'error'],
    ['an address that cannot be used', { connected: false, absence: 'address' }, 'wrongAddress'],
    ['a sandbox that ended by itself', { connected: false, absence: 'sandbox ended' }, 'sandboxEnded'],
    [
      'a filter that nothing passes',
      { store: { campaigns: [campaign()] }, filter: 'x', shown: 0 },
      'filtered',
    ],
    ['campaigns', { store: { campaigns: [campaign()] } }, 'none'],
    [
      'campaigns, though the last read failed',
      { store: { campaigns: [campaign()], error: failed('offline') } },
      'none',
    ],
  ];
  for (const [name, about, welcome] of cases) {
    it(`${name}: ${welcome}`, () => assert.equal(viewStatus(situation(about)).welcome, welcome));
  }
});

describe('the message and the badge of the campaigns view', () => {
  it('say when the campaigns were read', () => {
    assert.equal(viewStatus(situation({ store: { campaigns: [campaign()] } })).message, 'Updated 11:59');
  });

  it('say what the filter hides', () => {
    const campaigns = [campaign(), campaign({ id: 'c2' }), campaign({ id: 'c3' })];
    const filtered = viewStatus(situation({ store: { campaigns }, filter: 'wave', shown: 2 }));
    assert.equal(filtered.message, '2 of 3 with “wave”, updated 11:59');
  });

  it('always distinguish the sandbox from Revox', () => {
    assert.equal(viewStatus(situation({})).title, 'Campaigns');
    const practice = viewStatus(situation({ sandbox: true, store: { campaigns: [campaign()] } }));
    assert.equal(practice.title, 'Sandbox');
    assert.equal(practice.message, 'No real calls. Hours pass in seconds.');
  });

  it('say that campaigns are old, and why', () => {
    const old = viewStatus(situation({ store: { campaigns: [campaign()], error: failed('offline') } }));
    assert.equal(old.message, 'Last updated today 11:59. It says no.');
  });

  it('put unconfirmed launches first, also while no campaign runs', () => {
    assert.deepEqual(viewStatus(situation({ unconfirmed: 2, store: { campaigns: [campaign()] } })).badge, {
      value: 2,
      tooltip: '2 launches unconfirmed. 1 campaign running, as read today 11:59',
    });
    assert.equal(viewStatus(situation({ unconfirmed: 1 })).badge?.value, 1);
  });

  it('count campaigns that call people now, not those that wait', () => {
    const campaigns = [
      campaign(),
      campaign({ id: 'c2', scheduled_at: hoursFromNoon(1) }),
      campaign({ id: 'c3', status: 'draft' }),
    ];
    assert.deepEqual(viewStatus(situation({ store: { campaigns } })).badge, {
      value: 1,
      tooltip: '1 campaign running, as read today 11:59',
    });
    assert.equal(viewStatus(situation({ store: { campaigns: campaigns.slice(1) } })).badge, undefined);
  });
});
