import assert from 'node:assert/strict';
import { RevoxClient } from '../../../../src/api/revoxClient.ts';
import { randomUUID } from 'node:crypto';
import { messageOf } from '../../../../src/core/errors.ts';
import { launchState, type LaunchEntry } from '../../../../src/launch/journal/launchIntent.ts';
import { LaunchJournal } from '../../../../src/launch/journal/launchJournal.ts';
import { createRequest } from '../../../../src/launch/draft/campaignSpec.ts';
import { readEntries } from '../../../../src/launch/journal/readEntries.ts';
import type { Submission } from '../../../../src/launch/create/submission.ts';
import { matchLaunch } from '../../../../src/launch/create/matchLaunch.ts';
import { submit } from '../../../../src/launch/create/submit.ts';
import { campaign, rowStats } from '../../../unit/support/campaigns.ts';
import { MemoryLaunchStorage } from '../../../unit/support/memoryLaunchStorage.ts';
import { scriptedServer, type Answer } from '../../support/scriptedServer.ts';

const assistantId = campaign().assistant_id;
const contact = { to_phone_number: '+33639980001', prompt_variables: {} };
/** What is sent, unless a test says otherwise. */
let request = createRequest({ assistantId, name: 'Spring', start: { kind: 'now' } }, [contact]);
const older = campaign({ id: 'older', name: 'Spring' });
const created = campaign({ id: 'new', name: 'Spring', row_stats: rowStats({ total: 1 }) });

const json =
  (status: number, body: unknown): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const list = (...campaigns: unknown[]) => json(200, { campaigns });
const reset: Answer = (response) => response.socket?.destroy();

const noOthers = { taken: new Set<string>(), hasSameName: false, counted: true };
const clock = { now: () => Date.parse('2026-11-20T10:00:00Z') };

/** False: the person went to another connection meanwhile. */
let current = true;

async function submitTo(
  ...answers: readonly Answer[]
): Promise<{ end: Submission; posts: number; waits: number[]; entries: readonly LaunchEntry[] }> {
  const storage = new MemoryLaunchStorage();
  const server = await scriptedServer(...answers);
  const waits: number[] = [];
  try {
    const api = new RevoxClient({
      connection: { kind: 'service', baseUrl: server.baseUrl },
      key: () => Promise.resolve('key'),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      retryDelayMs: 1,
    });
    const wait = (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    };
    const end = await submit({
      api,
      request,
      target: { kind: 'service', baseUrl: server.baseUrl, account: 'mine' },
      journal: new LaunchJournal({ storage, clock, wait }),
      newId: randomUUID,
      stillCurrent: () => current,
      wait,
      every: () => ({ dispose: () => undefined }),
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    return {
      end,
      posts: server.seen.filter(({ method }) => method === 'POST').length,
      waits,
      entries: readEntries(storage.texts),
    };
  } finally {
    await server.close();
  }
}

describe('sending a campaign exactly once', () => {
  const lost: readonly (readonly [string, Answer])[] = [
    ['the connection was reset', reset],
    ['the server failed', json(502, {})],
    ['the answer is no JSON', (response) => response.writeHead(200).end('<html>')],
    [
      'the answer is cut short',
      (response) => {
        response.writeHead(200, { 'content-length': '99' }).write('{"cam', () => response.socket?.destroy());
      },
    ],
  ];
  for (const [name, answer] of lost) {
    it(`finds it in the list after ${name}`, async () => {
      const { end, posts } = await submitTo(list(older), answer, list(older, created));
      assert.ok(end.kind === 'created', end.kind);
      assert.equal(end.campaign.id, 'new');
      assert.equal(posts, 1);
    });

    it(`does not report "not created" with certainty when ${name} and the list never shows it`, async () => {
      const { end, posts, waits, entries } = await submitTo(list(older), answer, list(older));
      assert.equal(end.kind, 'not seen');
      assert.deepEqual(entries.map(launchState), ['unsure']);
      assert.equal(posts, 1);
      assert.ok(waits.reduce((sum, ms) => sum + ms) > 30_000, 'it looked for too short a time');
    });
  }

  it('waits for a list that is updated late', async () => {
    const { end } = await submitTo(list(older), reset, list(older), list(older, created));
    assert.equal(end.kind, 'created');
  });

  it('never guesses between two candidates', async () => {
    const twin = { ...created, id: 'twin' };
    const { end } = await submitTo(list(older), reset, list(older, created, twin));
    assert.deepEqual(end.kind === 'unsure' && end.candidates.map(({ id }) => id), ['new', 'twin']);
  });

  it('does not mistake a colleague’s campaign for its own', async () => {
    const others = [
      { ...created, id: 'n', name: 'Autumn' },
      { ...created, id: 'a', assistant_id: 'other' },
    ];
    const { end } = await submitTo(list(older), reset, list(older, ...others));
    assert.equal(end.kind, 'not seen');
  });

  it('reports an unknown outcome when the list cannot be read either', async () => {
    const { end, posts } = await submitTo(list(older), reset, json(403, {}));
    assert.deepEqual(end.kind === 'unsure' && end.candidates, []);
    assert.equal(posts, 1);
  });

  for (const status of [408, 409, 425, 429, 500, 503]) {
    it(`does not treat status ${status} as "not done"`, async () => {
      const { end, posts } = await submitTo(list(older), json(status, {}), list(older, created));
      assert.equal(end.kind, 'created');
      assert.equal(posts, 1);
    });
  }

  it('does not mistake an older campaign for its own', async () => {
    const { end } = await submitTo(list(older), json(200, { campaign: older }), list(older, created));
    assert.equal(end.kind === 'created' && end.campaign.id, 'new');
  });

  it('is not confused by a colleague’s campaign of the same name with more contacts than were sent', async () => {
    const tooMany = { ...created, row_stats: rowStats({ total: 2 }) };
    const { end } = await submitTo(list(older), reset, list(older, tooMany));
    assert.equal(end.kind, 'not seen');
  });

  // The clock of this machine may be hours off, so that the time proves nothing against it either.
  for (const created_at of ['2026-11-20T08:00:00Z', '2026-11-20T11:00:00Z']) {
    it(`leaves the decision about one of the same name that was created at ${created_at} to the person`, async () => {
      const { end } = await submitTo(list(older), reset, list(older, { ...created, created_at }));
      assert.deepEqual(end.kind === 'unsure' && end.candidates.map(({ id }) => id), [created.id]);
    });
  }

  describe('with a campaign of the same name, assistant, size and time', () => {
    const rows = (...numbers: readonly string[]) =>
      json(200, {
        page: 0,
        page_size: 20,
        total: numbers.length,
        rows: numbers.map((phone_number, row) => ({ id: `r${row}`, phone_number, input_data: {} })),
      });
    const how = (end: Submission) => end.kind === 'created' && end.foundBy;

    it('recognises it by its numbers, however the server writes them', async () => {
      for (const number of [contact.to_phone_number, '0033 6 39 98 00 01', '06.39.98.00.01']) {
        const { end } = await submitTo(list(older), reset, list(older, created), rows(number));
        assert.equal(how(end), 'numbers', number);
      }
    });

    it('recognises the colleague’s by the people it calls, also later', async () => {
      const others = rows('+33639980777');
      const looks = [list(older, created), others, ...Array<Answer>(4).fill(list(older, created))];
      const { end, posts, entries } = await submitTo(list(older), reset, ...looks);
      assert.equal(end.kind, 'not seen');
      assert.deepEqual(entries.map(launchState), ['unsure']);
      assert.deepEqual(matchLaunch(entries[0]!, [created], noOthers).candidates, []);
      assert.equal(posts, 1);
    });

    it('finds its own beside the colleague’s', async () => {
      const twin = { ...created, id: 'twin' };
      const both = [rows('+33639980777'), rows(contact.to_phone_number)];
      const { end } = await submitTo(list(older), reset, list(older, twin, created), ...both);
      assert.deepEqual([how(end), end.kind === 'created' && end.campaign.id], ['numbers', 'new']);
    });

    const unreadable: readonly (readonly [string, Answer])[] = [
      ['cannot be read', json(403, {})],
      ['are not there yet', rows()],
      ['are masked', rows('+33•••••••01')],
    ];
    for (const [name, answer] of unreadable) {
      it(`uses only the list, and says so, where its rows ${name}`, async () => {
        const { end } = await submitTo(list(older), reset, list(older, created), answer);
        assert.equal(how(end), 'list');
      });
    }
  });

  it('accepts a refusal', async () => {
    const { end, posts, entries } = await submitTo(
      list(older),
      json(422, { message: 'contacts[0] is no phone number' }),
    );
    assert.equal(end.kind, 'refused');
    assert.deepEqual(entries.map(launchState), ['refused']);
    assert.equal(posts, 1);
  });

  it('selects the one of the right size when two are new', async () => {
    const smaller = { ...created, id: 'smaller', row_stats: rowStats({ total: 7 }) };
    const { end } = await submitTo(list(older), reset, list(older, smaller, created));
    assert.ok(end.kind === 'created', end.kind);
    assert.equal(end.campaign.id, 'new');
  });

  it('finds one whose rows are not all counted yet', async () => {
    const early = { ...created, row_stats: rowStats({ total: 0 }) };
    const { end } = await submitTo(list(older), reset, list(older, early));
    assert.equal(end.kind, 'created');
  });

  it('sends nothing when the list before cannot be read, and says so', async () => {
    const { end, posts } = await submitTo(json(401, {}));
    assert.equal(posts, 0);
    assert.match(
      end.kind === 'refused' ? messageOf(end.error) : '',
      /^Nothing was sent\. .*refused the API key/,
    );
  });

  it('sends nothing when the person changed the connection meanwhile', async () => {
    current = false;
    const { end, posts } = await submitTo(list(older), json(200, { campaign: created }));
    current = true;
    assert.equal(posts, 0);
    assert.equal(end.kind, 'refused');
  });

  it('sends nothing once the start time has passed, which the server would read as "now"', async () => {
    const before = request;
    request = { ...before, scheduled_at: new Date(clock.now()).toISOString() };
    const { end, posts } = await submitTo(list(older), json(200, { campaign: created }));
    request = before;
    assert.equal(posts, 0);
    assert.ok(end.kind === 'refused');
    assert.match(messageOf(end.error), /The start time passed before it could be sent/);
  });
});
