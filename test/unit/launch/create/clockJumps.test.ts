import assert from 'node:assert/strict';
import type { Contact, CreateCampaignRequest } from '../../../../src/core/createRequest.ts';
import { ApiError, messageOf } from '../../../../src/core/errors.ts';
import type { CampaignApi } from '../../../../src/core/ports.ts';
import type { InitialLaunch } from '../../../../src/launch/create/createInSteps.ts';
import { callsState } from '../../../../src/launch/journal/callsIntent.ts';
import { launchState } from '../../../../src/launch/journal/launchIntent.ts';
import type { Submission } from '../../../../src/launch/create/submission.ts';
import { Dice } from '../../../../src/sandbox/random.ts';
import { ServiceDouble } from '../../../faults/steps/serviceDouble.ts';
import type { StepsService } from '../../../faults/steps/stepsService.ts';
import { StepsWindow, target } from '../../../faults/steps/stepsWindow.ts';
import { MemoryLaunchStorage } from '../../support/memoryLaunchStorage.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const nightMs = 9 * hourMs;
const startMs = Date.parse('2026-11-27T20:00:00Z');
const contacts: readonly Contact[] = ['0100', '0101', '0102'].map((digits) => ({
  to_phone_number: `+1212555${digits}`,
  prompt_variables: { first_name: 'Zoé' },
}));
const request: CreateCampaignRequest = { assistant_id: 'a', name: 'March renewals', contacts };
const now: InitialLaunch = { start: { kind: 'now' } };
const lost = () => new ApiError('The answer was lost.', { reason: 'timeout', mayHaveHappened: true });

type Exchange = 'listCampaigns' | 'createCampaign' | 'retrieveCampaign' | 'launchCalls';

/** A machine with two windows, and a service whose clock continues while the machine sleeps. */
class Machine {
  readonly service: ServiceDouble;
  readonly storage = new MemoryLaunchStorage();
  /** How far the clock of the machine is ahead of the server's. */
  aheadMs = 0;
  readonly #during = new Map<Exchange, (exchange: () => Promise<unknown>) => Promise<unknown>>();
  readonly other: StepsWindow;
  readonly mine: StepsWindow;

  constructor(atMs = startMs) {
    this.service = new ServiceDouble({ generation: 'launchesCalls', startMs: atMs, dice: new Dice(1) });
    this.mine = new StepsWindow(this.#connection(), this.storage);
    this.other = new StepsWindow(this.#connection(), this.storage);
  }

  /** Does this instead of the next such exchange of the window that creates. */
  during(exchange: Exchange, act: (exchange: () => Promise<unknown>) => Promise<unknown>): this {
    this.#during.set(exchange, act);
    return this;
  }

  /** What both windows do when the machine is awake again: they read the list. */
  async readList(window = this.other): Promise<readonly string[]> {
    const campaigns = await this.service.api('list').listCampaigns();
    const settled = await window.createReconciler.reconcile(target, campaigns, window.clock.now());
    await window.callsReconciler.reconcile(this.service.api('list'), target);
    return settled.map(({ kind }) => kind);
  }

  create(launch: InitialLaunch = now): Promise<Submission> {
    return this.mine.create('mine', request, launch);
  }

  /** How the journals say that it ended. */
  async journals(): Promise<readonly [create: string | undefined, calls: string | undefined]> {
    const creates = await this.other.creates.entries();
    const calls = await this.other.calls.entries();
    return [creates.map(launchState)[0], calls.map(callsState)[0]];
  }

  get called(): number {
    this.service.pass(hourMs);
    return this.service.ledger.length;
  }

  #connection(): StepsService {
    const nowMs = () => this.service.nowMs + this.aheadMs;
    const api = (by: string): CampaignApi => {
      const plain = this.service.api(by);
      if (by !== 'mine') return plain;
      return new Proxy(plain, {
        get: (_target, name: Exchange) => {
          const value: unknown = Reflect.get(plain, name);
          const act = this.#during.get(name);
          if (act === undefined || typeof value !== 'function') return value;
          this.#during.delete(name);
          const method = value as (...args: unknown[]) => Promise<unknown>;
          return (...args: unknown[]) => act(() => method.apply(plain, args));
        },
      });
    };
    return {
      get nowMs() {
        return nowMs();
      },
      profile: this.service.profile,
      pass: (ms) => this.service.pass(ms),
      api,
    };
  }
}

const launchOf = (end: Submission) => (end.kind === 'created' ? end.launch : undefined);

describe('a launch on a machine that sleeps', () => {
  it('is settled when the create is answered after the night and another window read the list first', async () => {
    const machine = new Machine();
    machine.during('createCampaign', async (send) => {
      const answer = await send();
      machine.service.pass(nightMs);
      await machine.readList();
      return answer;
    });
    const end = await machine.create();
    assert.equal(end.kind, 'created');
    assert.deepEqual(await machine.journals(), ['confirmed', 'withdrawn']);
  });

  it('is found by its rows when the answer to the create was lost at night', async () => {
    const machine = new Machine();
    machine.during('createCampaign', async (send) => {
      await send();
      machine.service.pass(nightMs);
      await machine.readList();
      throw lost();
    });
    const end = await machine.create();
    assert.equal(end.kind === 'created' && end.foundBy, 'rows');
    assert.deepEqual(await machine.journals(), ['confirmed', 'withdrawn']);
  });

  it('is not reported as unconfirmed in the window that sends it', async () => {
    const machine = new Machine();
    machine.during('createCampaign', async (send) => {
      machine.service.pass(nightMs);
      assert.deepEqual(await machine.readList(machine.mine), []);
      return send();
    });
    assert.equal((await machine.create()).kind, 'created');
  });

  for (const [when, exchange] of [
    ['the create', 'createCampaign'],
    ['the check', 'retrieveCampaign'],
  ] as const) {
    it(`calls nobody in the morning for a confirmation of the evening, asleep during ${when}`, async () => {
      const machine = new Machine().during(exchange, (send) => {
        machine.service.pass(nightMs);
        return send();
      });
      const end = launchOf(await machine.create());
      assert.match(
        end?.kind === 'refused' ? messageOf(end.error) : '',
        /^Nothing was sent\. You confirmed it .*, more than half an hour ago\./,
      );
      assert.equal(machine.called, 0);
    });
  }

  it('creates nothing in the morning when it slept before the create was sent', async () => {
    const machine = new Machine().during('listCampaigns', (send) => {
      machine.service.pass(nightMs);
      return send();
    });
    const end = await machine.create();
    assert.match(end.kind === 'refused' ? messageOf(end.error) : '', /^Nothing was sent\. You confirmed it /);
    assert.deepEqual(
      [machine.service.campaigns.length, await machine.journals()],
      [0, ['withdrawn', undefined]],
    );
  });

  it('continues after a short sleep that breaks the connection of the check', async () => {
    const machine = new Machine().during('retrieveCampaign', () => {
      machine.service.pass(20 * minuteMs);
      return Promise.reject(new ApiError('Reset.', { reason: 'offline' }));
    });
    assert.equal(launchOf(await machine.create())?.kind, 'launched');
    assert.equal(machine.called, 3);
  });

  it('is settled when the launch is answered after the night and another window was faster', async () => {
    const machine = new Machine();
    machine.during('launchCalls', async (send) => {
      machine.service.pass(nightMs);
      await machine.readList();
      assert.deepEqual(await machine.journals(), ['confirmed', 'unsure']);
      return send();
    });
    assert.equal(launchOf(await machine.create())?.kind, 'launched');
    assert.deepEqual(await machine.journals(), ['confirmed', 'launched']);
    assert.equal(machine.called, 3);
  });
});

describe('a launch on a machine whose clock is set', () => {
  for (const [what, jumpMs] of [
    ['an hour back', -hourMs],
    ['a year back', -365 * 24 * hourMs],
    ['ten minutes ahead', 10 * minuteMs],
  ] as const) {
    for (const exchange of ['createCampaign', 'retrieveCampaign', 'launchCalls'] as const) {
      it(`${what} calls everybody once, set during ${exchange}`, async () => {
        const machine = new Machine();
        machine.during(exchange, async (send) => {
          machine.aheadMs = jumpMs;
          await machine.readList();
          return send();
        });
        assert.equal(launchOf(await machine.create())?.kind, 'launched');
        assert.deepEqual(await machine.journals(), ['confirmed', 'launched']);
        assert.equal(machine.called, 3);
      });
    }
  }

  for (const [what, aheadMs] of [
    ['nine hours slow', -nightMs],
    ['nine hours fast', nightMs],
  ] as const) {
    it(`${what} does not report "not created" for what exists, once it is corrected`, async () => {
      const machine = new Machine();
      machine.aheadMs = aheadMs;
      machine.service.faults = [{ at: 'late', lateMs: 2 * minuteMs }];
      assert.equal((await machine.create()).kind, 'not seen');
      machine.service.pass(5 * minuteMs);
      machine.aheadMs = 0;
      const said: string[] = [];
      for (let list = 0; list < 5; list += 1) {
        said.push(...(await machine.readList()));
        machine.service.pass(nightMs);
      }
      assert.deepEqual(said, ['created']);
    });
  }
});

describe('a launch in the night when the clocks go back', () => {
  const zone = process.env.TZ;
  before(() => (process.env.TZ = 'Europe/Paris'));
  after(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('starts at the second 02:30 where that was chosen, and not at the first', async () => {
    const machine = new Machine(Date.parse('2026-10-25T00:20:00Z'));
    const atMs = Date.parse('2026-10-25T01:30:00Z');
    assert.equal(new Date(atMs).getHours(), 2);
    const end = launchOf(await machine.create({ start: { kind: 'at', atMs } }));
    assert.equal(end?.kind === 'launched' && end.scheduledMs, atMs);
    machine.service.pass(hourMs);
    assert.equal(machine.service.ledger.length, 0);
    assert.equal(machine.called, 3);
  });

  it('is unconfirmed for a quarter of an hour and no longer', async () => {
    const machine = new Machine(Date.parse('2026-10-25T00:55:00Z'));
    machine.service.faults = [{ at: 'before' }];
    assert.equal((await machine.create()).kind, 'not seen');
    const said: string[] = [];
    for (let minute = 0; minute < 20; minute += 1) {
      machine.service.pass(minuteMs);
      said.push(...(await machine.readList()));
    }
    assert.deepEqual(said, ['not created']);
  });
});
