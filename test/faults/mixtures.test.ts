import assert from 'node:assert/strict';
import { RevoxClient } from '../../src/api/revoxClient.ts';
import type { Campaign } from '../../src/core/campaign.ts';
import { CampaignStore } from '../../src/core/campaignStore.ts';
import { ApiError } from '../../src/core/errors.ts';
import { verifiedCancel } from '../../src/launch/changes/verifiedCancel.ts';
import { Dice } from '../../src/sandbox/random.ts';
import { campaign } from '../unit/support/campaigns.ts';
import { json, scriptedServer, type Answer } from '../service/support/scriptedServer.ts';
import { faults, hangs } from '../service/support/serverFaults.ts';
import { manyRuns } from './manyRuns.ts';

// One window and one server over real connections: some operations, each of which may meet a fault. What the
// window shows and says afterwards is true, whatever the mixture was. REVOX_FAULT_SEED=123 repeats one.

const seed = process.env.REVOX_FAULT_SEED;
const [share = 0, shares = 1] = (process.env.REVOX_TEST_SHARE ?? '0/1').split('/').map(Number);
const mixtures = Math.ceil((2_000 - share) / shares);
const key = 'key-that-stays-secret';
/** After these it is known at once whether it was done: the answer came from whoever does it. */
const atOnce = /^(409|429|500|503)/;
/** Statuses by which a server says that it did not do it; one that did it all the same would be a liar. */
const refusals = /^(400|401|403|404|410|422|301|307)/;
const faultNames = Object.keys(faults).filter((name) => !hangs(name));

interface Trouble {
  readonly name: string;
  readonly answer: Answer;
  /** Requests that meet it. */
  left: number;
}

/** The server's side of one mixture. */
class World {
  readonly campaigns = new Map<string, Campaign>();
  trouble: Trouble | undefined;
  /** Writes that were sent, by what they ask for. */
  readonly writes: string[] = [];
  readonly #dice: Dice;
  /** Done a few requests later, as by a server that was slow. */
  #late: { readonly run: () => void; left: number } | undefined;

  constructor(dice: Dice) {
    this.#dice = dice;
    for (let index = 0; index < 4; index += 1) {
      const id = `c${index}`;
      this.campaigns.set(id, campaign({ id, name: `Campaign ${index}` }));
    }
  }

  answer(method: string, path: string): Answer {
    this.#doLate();
    const [, id = '', action] = /^campaigns\/?([^/]*)\/?(.*)$/.exec(path) ?? [];
    const isWrite = method !== 'GET';
    if (isWrite) this.writes.push(`${method} ${path}`);
    const { trouble } = this;
    const run = () => this.#write(method, id);
    if (trouble === undefined || trouble.left <= 0) {
      if (!isWrite) return this.#read(id);
      if (!this.campaigns.has(id)) return json(404, { message: 'There is no such campaign.' });
      run();
      return json(200, { success: true, ...(action === '' ? {} : { id }) });
    }
    trouble.left -= 1;
    if (isWrite && !refusals.test(trouble.name)) {
      const fate = this.#dice.between(0, 2);
      if (fate === 0) run();
      if (fate === 1 && !atOnce.test(trouble.name)) this.#late = { run, left: this.#dice.between(1, 3) };
    }
    return trouble.answer;
  }

  #write(method: string, id: string): void {
    const known = this.campaigns.get(id);
    if (known === undefined) return;
    if (method === 'DELETE') this.campaigns.delete(id);
    else this.campaigns.set(id, { ...known, is_cancelled: true });
  }

  #read(id: string): Answer {
    if (id === '') return json(200, { campaigns: [...this.campaigns.values()] });
    const known = this.campaigns.get(id);
    return known === undefined ? json(404, { message: 'Gone.' }) : json(200, { campaign: known });
  }

  #doLate(): void {
    if (this.#late === undefined) return;
    this.#late.left -= 1;
    if (this.#late.left > 0) return;
    this.#late.run();
    this.#late = undefined;
  }

  /** Nothing is on its way any more, and nothing goes wrong. */
  calm(): void {
    this.trouble = undefined;
    this.#late?.run();
    this.#late = undefined;
  }
}

function namesOf(campaigns: Iterable<Campaign>): readonly string[] {
  return [...campaigns].map(({ id, is_cancelled }) => `${id} ${is_cancelled ? 'cancelled' : 'runs'}`).sort();
}

/** @returns how the cancellations of the mixture ended */
async function mixture(world: World, baseUrl: string, dice: Dice): Promise<readonly string[]> {
  const silent = () => undefined;
  const clock = { now: () => 0 };
  const client = new RevoxClient({
    connection: { kind: 'service', baseUrl },
    key: () => Promise.resolve(key),
    log: { info: silent, warn: silent, error: silent },
    retryDelayMs: 0,
  });
  const store = new CampaignStore({ clock, fingerprint: (one) => JSON.stringify(one) });
  store.connect(client);
  const ends: string[] = [];
  /** Nobody cancels a campaign twice. */
  const waiting = [...world.campaigns.keys()];
  for (let step = dice.between(2, 4); step > 0; step -= 1) {
    const id = waiting[0];
    const name = faultNames[dice.between(0, faultNames.length - 1)] ?? '';
    const answer = faults[name]?.[0];
    world.trouble =
      answer === undefined || dice.chance(0.3) ? undefined : { name, answer, left: dice.between(1, 9) };
    const writes = world.writes.length;
    if (id === undefined || dice.chance(0.5)) {
      const before = namesOf(store.state.campaigns);
      await store.refresh();
      const { error, campaigns, loading } = store.state;
      assert.equal(loading, false);
      assert.ok(error === undefined || error instanceof ApiError, String(error));
      assert.deepEqual(namesOf(campaigns), error === undefined ? namesOf(world.campaigns.values()) : before);
      assert.equal(world.writes.length, writes, 'a read wrote');
    } else {
      waiting.shift();
      const wait = () => Promise.resolve();
      const seen = (one: Campaign) => store.put(client, one);
      const end = await verifiedCancel(id, { api: client, clock, wait, seen });
      ends.push(end.kind);
      assert.ok(world.writes.length - writes <= 1, 'a write was sent twice');
      const isCancelled = world.campaigns.get(id)?.is_cancelled === true;
      if (end.kind === 'cancelled') assert.ok(isCancelled, 'said to be cancelled, and it is not');
      if (end.kind === 'failed') assert.ok(!isCancelled, 'it is cancelled');
      if ('problem' in end) assert.match(end.problem, /\S/);
    }
  }
  world.calm();
  await store.refresh();
  assert.equal(store.state.error, undefined, 'it does not recover');
  assert.deepEqual(namesOf(store.state.campaigns), namesOf(world.campaigns.values()));
  return ends;
}

describe('a window under random mixtures of faults', () => {
  it(`shows and says what is true in ${mixtures.toLocaleString('en')} mixtures`, async function () {
    this.timeout(300_000);
    const worlds = new Map<string, World>();
    const server = await scriptedServer((response, request) => {
      const [, run = '', path = ''] = /^\/api\/(\d+)\/([^?]*)/.exec(request.url ?? '') ?? [];
      assert.equal(request.headers.authorization, `Bearer ${key}`);
      worlds.get(run)?.answer(request.method ?? '', path)(response, request);
    });
    try {
      const only = seed === undefined ? undefined : Number(seed);
      const ends = await manyRuns(only === undefined ? mixtures : 1, async (number) => {
        const run = only ?? number * shares + share;
        const dice = new Dice(run);
        const world = new World(dice);
        worlds.set(String(run), world);
        try {
          return await mixture(world, `${server.baseUrl}/${run}`, dice);
        } catch (error) {
          throw new Error(`Mixture ${run}: ${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          });
        } finally {
          worlds.delete(String(run));
        }
      });
      if (only !== undefined) return;
      // The suite itself: each end occurs, and often.
      for (const kind of ['cancelled', 'failed', 'cannot tell']) {
        assert.ok(ends.flat().filter((end) => end === kind).length > mixtures / 50, `hardly ever “${kind}”`);
      }
    } finally {
      await server.close();
    }
  });
});
