import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CampaignApi } from '../../../../src/core/ports.ts';
import { CallsJournal } from '../../../../src/launch/journal/callsJournal.ts';
import { termsOf } from '../../../../src/launch/comparison/campaignTerms.ts';
import { createInSteps, type InitialLaunch } from '../../../../src/launch/create/createInSteps.ts';
import { LaunchJournal } from '../../../../src/launch/journal/launchJournal.ts';
import { launchProtocol } from '../../../../src/launch/start/launchProtocol.ts';
import { launchSelection } from '../../../../src/launch/calls/launchSelection.ts';
import { readCampaign } from '../../../../src/launch/comparison/readCampaign.ts';
import { selectWaiting } from '../../../../src/launch/calls/selectWaiting.ts';
import type { Submission } from '../../../../src/launch/create/submission.ts';
import {
  verifiedPause,
  verifiedResume,
  verifiedUpdate,
} from '../../../../src/launch/changes/verifiedChange.ts';
import type { Revision } from '../../../../src/sandbox/revision.ts';
import { allDay, Bench, contacts, mondayMs } from '../../sandbox/harness.ts';
import { MemoryLaunchStorage } from '../../../unit/support/memoryLaunchStorage.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: () => mondayMs };

class Window {
  readonly api: CampaignApi;
  readonly bench: Bench;
  readonly calls: CallsJournal;
  readonly creates: LaunchJournal;
  readonly shared = {
    target: { kind: 'sandbox', baseUrl: 'http://sandbox', account: 'mine' } as const,
    stillCurrent: () => true,
    stillAllowed: () => this.stillAllowed(),
    wait: () => Promise.resolve(),
    every: () => ({ dispose: () => undefined }),
    clock,
    log: silent,
  };

  /** Rejects where something forbids the launch by now. */
  stillAllowed = () => Promise.resolve();

  constructor(bench: Bench) {
    this.bench = bench;
    this.api = bench.client;
    const options = { storage: new MemoryLaunchStorage(), clock, wait: this.shared.wait };
    this.calls = new CallsJournal(options);
    this.creates = new LaunchJournal(options);
  }

  async create(launch: InitialLaunch | undefined): Promise<Extract<Submission, { kind: 'created' }>> {
    const [assistant_id = ''] = await this.bench.assistantIds();
    const protocol = launchProtocol(await this.api.discover());
    assert.ok(protocol !== undefined);
    const end = await createInSteps({
      ...this.shared,
      api: this.api,
      journal: this.creates,
      calls: this.calls,
      request: {
        assistant_id,
        name: 'Spring',
        contacts: contacts('0100', '0101', '0102', '0103'),
        call_retry_config: allDay,
        max_concurrent_calls: 2,
      },
      launchId: randomUUID(),
      protocol,
      launch,
      newId: randomUUID,
    });
    assert.equal(end.kind, 'created', JSON.stringify(end));
    return end;
  }

  async launchRest(id: string): Promise<number> {
    const read = await readCampaign(this.api, id);
    const named = await this.calls.namedCalls(this.shared.target.baseUrl, id);
    const guards = { isSuppressed: () => false, mustNotBeCalled: () => false, sent: undefined };
    const selection = await selectWaiting(read, { ...guards, named });
    assert.ok(selection !== undefined);
    const end = await launchSelection(
      { ...this.shared, api: this.api, journal: this.calls },
      {
        id: randomUUID(),
        campaignId: id,
        name: 'Spring',
        operation: selection.operation,
        confirmed: { terms: termsOf(read.campaign), calls: selection.calls },
        start: { kind: 'now' },
      },
    );
    assert.equal(end.kind, 'launched', JSON.stringify(end));
    return end.launched;
  }

  get changes() {
    return { api: this.api, clock, wait: this.shared.wait, seen: () => undefined };
  }
}

async function onServer(
  options: { revision: Revision; strict?: boolean },
  use: (window: Window) => Promise<void>,
): Promise<void> {
  const bench = await Bench.start(options);
  try {
    await use(new Window(bench));
  } finally {
    await bench.close();
  }
}

describe('a campaign in steps on the sandbox', () => {
  for (const revision of ['0.5.0', '0.3.0'] as const) {
    for (const strict of [false, true]) {
      it(`${revision}${strict ? ', unknown fields refused' : ''}: create, check, launch, pause, edit, resume`, async () => {
        await onServer({ revision, strict }, async (window) => {
          const created = await window.create({ start: { kind: 'now' } });
          const { launch } = created;
          assert.equal(
            launch?.kind === 'launched' && launch.launched,
            4,
            JSON.stringify([created.check?.kind, launch]),
          );
          const { id } = created.campaign;
          assert.equal((await verifiedPause(id, window.changes)).kind, 'done');
          const changes = revision === '0.5.0' ? { max_concurrent_calls: 1 } : { name: 'Summer' };
          assert.equal((await verifiedUpdate({ id }, changes, window.changes)).kind, 'done');
          assert.equal((await verifiedResume(id, window.changes)).kind, 'done');
        });
      });
    }

    it(`${revision}: a campaign that is created without calling is launched later`, async () => {
      await onServer({ revision }, async (window) => {
        const { campaign, check } = await window.create(undefined);
        assert.equal(check?.kind, 'agrees', JSON.stringify(check));
        await window.bench.step(3600);
        assert.equal((await window.api.retrieveCampaign(campaign.id)).row_stats?.completed, 0);
        assert.equal(await window.launchRest(campaign.id), 4);
      });
    });
  }

  for (const revision of ['0.5.0', '0.3.0'] as const) {
    it(`${revision}: nobody is called when something forbids it after the create`, () =>
      onServer({ revision }, async (window) => {
        window.stillAllowed = () => Promise.reject(new Error('Ann is on a suppression list by now.'));
        const { campaign, launch } = await window.create({ start: { kind: 'now' } });
        assert.equal(launch?.kind, 'refused');
        const { row_stats: stats, status } = await window.api.retrieveCampaign(campaign.id);
        assert.ok(status === 'draft' || stats?.not_launched === 4, JSON.stringify({ status, stats }));
      }));
  }

  it('0.5.0: a few contacts are tried first, and the others launched after them', async () => {
    await onServer({ revision: '0.5.0' }, async (window) => {
      const { campaign, launch } = await window.create({ start: { kind: 'now' }, only: [0, 2] });
      assert.equal(launch?.kind === 'launched' && launch.launched, 2);
      await window.bench.step(7200);
      assert.equal((await window.api.retrieveCampaign(campaign.id)).row_stats?.not_launched, 2);
      assert.equal(await window.launchRest(campaign.id), 2);
    });
  });

  for (const revision of ['0.5.0', '0.3.0'] as const) {
    it(`${revision}: the server waits for the start time`, async () => {
      await onServer({ revision }, async (window) => {
        const atMs = mondayMs + 3600_000;
        const { campaign, launch } = await window.create({ start: { kind: 'at', atMs } });
        assert.equal(launch?.kind === 'launched' && launch.scheduledMs, atMs, JSON.stringify(launch));
        await window.bench.step(1800);
        assert.equal((await window.api.retrieveCampaign(campaign.id)).row_stats?.completed, 0);
        await window.bench.step(7200);
        assert.notEqual((await window.api.retrieveCampaign(campaign.id)).row_stats?.completed, 0);
      });
    });
  }

  for (const revision of ['0.1.1', 'docs'] as const) {
    it(`${revision}: the create is the launch, in one step`, async () => {
      await onServer({ revision }, async (window) => {
        const { check, launch } = await window.create({ start: { kind: 'now' } });
        assert.deepEqual([check, launch], [undefined, undefined]);
      });
    });
  }
});
