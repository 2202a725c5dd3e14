import assert from 'node:assert/strict';
import { RevoxClient } from '../../../src/api/revoxClient.ts';
import type { ApiError } from '../../../src/core/errors.ts';
import type { LaunchCallsRequest } from '../../../src/core/launchCalls.ts';
import type { Log } from '../../../src/core/ports.ts';
import call from '../../fixtures/api/call.json';
import callSearch from '../../fixtures/api/callSearch.json';
import launchAnswer from '../../fixtures/api/launchCalls.json';
import listDraftServer from '../../fixtures/api/list.draftServer.json';
import listToday from '../../fixtures/api/list.today.json';
import phoneHistory from '../../fixtures/api/phoneHistory.json';
import phoneNumbers from '../../fixtures/api/phoneNumbers.json';
import statistics from '../../fixtures/api/statistics.json';
import statisticsDraftServer from '../../fixtures/api/statistics.draftServer.json';
import user from '../../fixtures/api/user.json';
import { json, scriptedServer, text, type Answer, type ScriptedServer } from '../support/scriptedServer.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const campaign = listToday.campaigns[0]!;
const noCampaigns = json(200, { campaigns: [] });
const notFound = json(404, { message: 'Route not found' });

describe('the client of the service', () => {
  let server: ScriptedServer;
  let client: RevoxClient;

  const connect = async (...answers: Answer[]) => {
    server = await scriptedServer(...answers);
    client = new RevoxClient({
      connection: { kind: 'service', baseUrl: server.baseUrl },
      key: () => Promise.resolve('key_1'),
      log: quiet,
      retryDelayMs: 1,
    });
  };
  afterEach(() => server.close());

  const lines = () => server.seen.map(({ method, url }) => `${method} ${url.replace('/api/', '')}`);
  const body = (at: number): unknown => JSON.parse(server.seen[at]!.body);

  const launch: LaunchCallsRequest = {
    mode: 'ai_first',
    selection: {
      rows: { mode: 'only', call_ids: ['call-1', 'call-2'] },
      filters: { assignee_ids: [], directions: [], outcomes: [], results: [], statuses: ['not_launched'] },
    },
  };

  describe('sends each operation as the reference describes it', () => {
    const campaignOnly = json(200, { campaign });
    const success = json(200, { success: true });
    const table: [what: string, ask: () => Promise<unknown>, answer: Answer, line: string, body: unknown][] =
      [
        [
          'launch a draft',
          () => client.launchDraft('c/1'),
          campaignOnly,
          'POST campaigns/c%2F1/launch',
          undefined,
        ],
        [
          'launch calls',
          () => client.launchCalls('c1', launch),
          json(200, launchAnswer),
          'POST campaigns/c1/launch-calls',
          launch,
        ],
        [
          'update',
          () => client.updateCampaign('c1', { from_phone_number: null }),
          campaignOnly,
          'PATCH campaigns/c1',
          { from_phone_number: null },
        ],
        ['pause', () => client.pauseCampaign('c1'), success, 'POST campaigns/c1/pause', undefined],
        ['resume', () => client.resumeCampaign('c1'), success, 'POST campaigns/c1/resume', undefined],
        [
          'statistics',
          () => client.campaignStatistics('c1'),
          json(200, statistics),
          'GET campaigns/c1/statistics',
          undefined,
        ],
        [
          'phone history',
          () => client.phoneHistory(),
          json(200, phoneHistory),
          'GET calls/phone-history',
          undefined,
        ],
        [
          'phone numbers',
          () => client.phoneNumbers(),
          json(200, phoneNumbers),
          'GET phone-numbers',
          undefined,
        ],
        ['current user', () => client.currentUser(), json(200, user), 'GET users/me', undefined],
        [
          'create a call',
          () =>
            client.createCall({
              phone_number: '+33612345678',
              assistant_id: 'a1',
              skip_calling_window: true,
            }),
          json(200, call),
          'POST call',
          { phone_number: '+33612345678', assistant_id: 'a1', skip_calling_window: true },
        ],
        [
          'retrieve a call',
          () => client.retrieveCall('call-1'),
          json(200, call),
          'GET call/call-1',
          undefined,
        ],
        ['cancel a call', () => client.cancelCall('call-1'), success, 'POST call/call-1/cancel', undefined],
        ['pause a call', () => client.pauseCall('call-1'), success, 'POST call/call-1/pause', undefined],
        ['resume a call', () => client.resumeCall('call-1'), success, 'POST call/call-1/resume', undefined],
        [
          'search calls',
          () => client.searchCalls({ page: 0, page_size: 20, campaign_ids: ['c1'], query: 'marie' }),
          json(200, callSearch),
          'POST call/search',
          {
            assignee_ids: [],
            assistant_ids: [],
            campaign_ids: ['c1'],
            directions: [],
            from_phone_numbers: [],
            outcomes: [],
            results: [],
            statuses: [],
            page: 0,
            page_size: 20,
            query: 'marie',
          },
        ],
      ];
    for (const [what, ask, answer, line, sent] of table) {
      it(what, async () => {
        await connect(answer);
        await ask();
        assert.deepEqual(lines(), [line]);
        assert.deepEqual(server.seen[0]!.body === '' ? undefined : body(0), sent);
      });
    }
  });

  it('reads how many calls a launch has launched and skipped', async () => {
    await connect(json(200, launchAnswer));
    assert.deepEqual(await client.launchCalls('c1', launch), {
      launched: 2,
      skipped: { active: 1, attempts_exhausted: 0, cancelled: 0 },
    });
  });

  it('does not read a launch answer without a count as zero launched', async () => {
    await connect(json(200, {}));
    assert.equal((await client.launchCalls('c1', launch)).launched, undefined);
  });

  it('reads both shapes of statistics', async () => {
    await connect(json(200, statistics), json(200, statisticsDraftServer));
    assert.equal((await client.campaignStatistics('c1'))?.leads.callback_requested[0]?.name, 'Marie Curie');
    const older = await client.campaignStatistics('c1');
    assert.equal(older?.leads.hot[0]?.name, 'Marie Curie');
    assert.deepEqual(older.leads.interested, []);
  });

  it('names the field for a call outside the hours as the server’s generation does', async () => {
    const drafts = json(200, { campaigns: [{ ...campaign, type: 'regular', row_stats: null }] });
    await connect(drafts, json(200, call));
    await client.listCampaigns();
    const asked = { phone_number: '+33612345678', assistant_id: 'a1' };
    await client.createCall({ ...asked, skip_calling_window: true });
    assert.deepEqual(body(1), { ...asked, force_now: true });
  });

  it('repeats the request with the older field where a server of unknown generation rejects the newer', async () => {
    const unknown = { message: 'body.skip_calling_window: Extra inputs are not permitted' };
    const asked = { phone_number: '+33612345678', assistant_id: 'a1' };
    await connect(json(422, unknown), json(200, call));
    await client.createCall({ ...asked, skip_calling_window: true });
    assert.deepEqual(
      [body(0), body(1)],
      [
        { ...asked, skip_calling_window: true },
        { ...asked, force_now: true },
      ],
    );
  });

  for (const [what, status, message] of [
    ['refuses the value', 422, 'skip_calling_window is not allowed for this number'],
    ['may have made the call', 502, 'skip_calling_window: unknown'],
  ] as const) {
    it(`requests a call once where the server ${what}`, async () => {
      await connect(json(status, { message }));
      const asked = { phone_number: '+33612345678', assistant_id: 'a1', skip_calling_window: true };
      await assert.rejects(client.createCall(asked), { status });
      assert.equal(server.seen.length, 1);
    });
  }

  for (const [what, answer] of [
    ['refused', json(422, { message: 'page must be at least 1' })],
    ['empty though there are calls', json(200, { calls: [], total_count: 1 })],
  ] as const) {
    it(`searches from page 1 where page 0 is ${what}, and remembers that`, async () => {
      const found = json(200, { calls: [call.call], total_count: 1 });
      await connect(answer, found, found);
      for (const times of [1, 2]) {
        const page = await client.searchCalls({ page: 0, page_size: 10 });
        assert.deepEqual([page?.page, page?.calls.length], [0, 1], `${times}`);
      }
      const pages = [0, 1, 2].map((at) => (body(at) as { readonly page: number }).page);
      assert.deepEqual(pages, [0, 1, 1]);
    });
  }

  it('treats a server with a phone history as a newer one, although it lists no phone numbers', async () => {
    await connect(json(200, { campaigns: [] }), json(404, { message: 'Not found' }), json(200, phoneHistory));
    await client.discover();
    assert.equal(client.server.generation, 'callsAtOnce');
    await client.phoneHistory(new Set());
    assert.equal(client.server.generation, 'unknown');
    assert.equal(client.server.excludes('callsAtOnce'), true);
  });

  it('keeps only the requested numbers of the phone history', async () => {
    await connect(json(200, phoneHistory));
    const history = await client.phoneHistory(new Set(['+33600000123', '+33699999999']));
    assert.deepEqual([...history!.keys()], ['+33600000123']);
    assert.equal(history!.get('+33600000123')!.do_not_contact, true);
  });

  it('finds a number of the phone history that is written with spaces or without a plus', async () => {
    const entry = phoneHistory.phone_history['+33600000123'];
    await connect(json(200, { phone_history: { '+33 6 00 00 01 23': entry, '33600000124': entry } }));
    const history = await client.phoneHistory(new Set(['+33600000123', '+33600000124']));
    assert.deepEqual([...history!.keys()], ['+33600000123', '+33600000124']);
  });

  it('rejects a phone history with a missing flag: the number could be one never to call', async () => {
    const odd = structuredClone(phoneHistory) as { phone_history: Record<string, unknown> };
    odd.phone_history['+33600000123'] = { count: 1 };
    await connect(json(200, odd));
    await assert.rejects(client.phoneHistory(), (error: ApiError) => error.reason === 'unreadable');
  });

  it('repeats a search after a fault, since it changes nothing, and never a launch', async () => {
    await connect(text(503, ''), json(200, callSearch), text(503, ''), json(200, launchAnswer));
    assert.equal((await client.searchCalls({ page: 0, page_size: 1 }))?.calls.length, 2);
    await assert.rejects(client.launchCalls('c1', launch), (error: ApiError) => error.mayHaveHappened);
    assert.equal(server.seen.length, 3);
  });

  describe('recognises the generation of the server', () => {
    it('today’s, by counts of calls that are not launched', async () => {
      await connect(json(200, listToday));
      await client.listCampaigns();
      assert.equal(client.server.generation, 'launchesCalls');
      assert.deepEqual(
        [
          client.server.excludes('callsAtOnce'),
          client.server.excludes('launchesDrafts'),
          client.server.excludes('launchesCalls'),
        ],
        [true, true, false],
      );
      assert.equal(client.server.has('launch'), false);
      assert.equal(client.server.has('launchCalls'), undefined);
    });

    it('one with drafts, by the type of a campaign', async () => {
      await connect(json(200, listDraftServer));
      await client.listCampaigns();
      assert.equal(client.server.generation, 'launchesDrafts');
      assert.equal(client.server.has('launchCalls'), false);
    });

    it('the first, by a count of rows over all pages', async () => {
      await connect(json(200, { rows: [], page: 0, page_size: 1, total: 0 }));
      await client.getRows('c1', { page: 0, page_size: 10 });
      assert.equal(client.server.generation, 'callsAtOnce');
      assert.equal(client.server.has('pause'), false);
    });

    it('the first, where there are campaigns and no phone numbers to read', async () => {
      await connect(noCampaigns, notFound);
      const server_ = await client.discover();
      assert.equal(server_.generation, 'callsAtOnce');
      assert.deepEqual([server_.excludes('launchesDrafts'), server_.excludes('launchesCalls')], [true, true]);
    });

    it('not for an account without campaigns, except that it is not the first', async () => {
      await connect(noCampaigns, json(200, phoneNumbers));
      const profile = await client.discover();
      assert.equal(profile.generation, 'unknown');
      assert.deepEqual(
        [
          profile.excludes('callsAtOnce'),
          profile.excludes('launchesDrafts'),
          profile.excludes('launchesCalls'),
        ],
        [true, false, false],
      );
    });

    it('with one request for phone numbers per connection, and none where campaigns show it', async () => {
      await connect(noCampaigns, json(200, phoneNumbers));
      await Promise.all([client.discover(), client.discover()]);
      await client.discover();
      assert.deepEqual(lines(), ['GET campaigns', 'GET phone-numbers']);
      await server.close();
      await connect(json(200, listToday));
      await client.discover();
      assert.deepEqual(lines(), ['GET campaigns']);
    });

    it('not at a wrong address, which answers 404 to everything', async () => {
      await connect(notFound);
      await assert.rejects(client.discover());
      assert.equal(client.server.generation, 'unknown');
    });

    it('until the caller aborts', async () => {
      await connect(() => undefined);
      const abort = new AbortController();
      const asked = client.discover(abort.signal);
      abort.abort();
      await assert.rejects(asked, { name: 'AbortError' });
    });

    it('again after an attempt that stalled was abandoned', async () => {
      const abort = new AbortController();
      await connect(() => abort.abort(), json(200, listToday));
      const stalled = client.discover(abort.signal);
      await assert.rejects(stalled, { name: 'AbortError' });
      assert.notEqual((await client.discover()).generation, 'unknown');
      assert.deepEqual(lines(), ['GET campaigns', 'GET campaigns']);
    });
  });

  describe('remembers an operation that is missing', () => {
    it('when it answers 404 for a campaign that is there', async () => {
      await connect(notFound, json(200, { campaign }));
      await assert.rejects(client.pauseCampaign('c1'), (error: ApiError) => error.reason === 'not found');
      assert.equal(client.server.has('pause'), false);
      assert.deepEqual(lines(), ['POST campaigns/c1/pause', 'GET campaigns/c1']);
    });

    it('but not when the campaign itself does not exist', async () => {
      await connect(notFound, notFound);
      await assert.rejects(client.pauseCampaign('c1'));
      assert.equal(client.server.has('pause'), undefined);
    });

    it('when it answers 405', async () => {
      await connect(text(405, ''));
      await assert.rejects(client.resumeCampaign('c1'));
      assert.equal(client.server.has('resume'), false);
    });

    it('and reports it for statistics without another request', async () => {
      await connect(notFound, json(200, { campaign }), text(500, ''));
      assert.equal(await client.campaignStatistics('c1'), undefined);
      assert.equal(await client.campaignStatistics('c1'), undefined);
      assert.equal(server.seen.length, 2);
    });

    it('but requests the phone history each time: one answer must not lead to forbidden calls', async () => {
      await connect(notFound, json(200, phoneHistory));
      assert.equal(await client.phoneHistory(), undefined);
      assert.equal((await client.phoneHistory())?.size, 2);
    });
  });
});
