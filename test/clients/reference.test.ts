import assert from 'node:assert/strict';
import { overStatuses } from '../../src/core/callCapabilities.ts';
import type { CampaignChanges } from '../../src/core/campaign.ts';
import type { CallRetryConfig } from '../../src/core/retryConfig.ts';
import { callOnce } from '../../src/launch/calls/callOnce.ts';
import { changeCalls } from '../../src/launch/calls/changeCalls.ts';
import { selectAgain } from '../../src/launch/calls/selectAgain.ts';
import { selectWaiting } from '../../src/launch/calls/selectWaiting.ts';
import { verifiedCancel } from '../../src/launch/changes/verifiedCancel.ts';
import { verifiedPause, verifiedResume, verifiedUpdate } from '../../src/launch/changes/verifiedChange.ts';
import { termsOf } from '../../src/launch/comparison/campaignTerms.ts';
import { readCampaign } from '../../src/launch/comparison/readCampaign.ts';
import type { CallsEnd, CallsStart } from '../../src/launch/calls/callsOrder.ts';
import { Dice } from '../../src/sandbox/random.ts';
import { WitnessedRun, type WitnessedEnd } from '../faults/steps/witnessedRun.ts';
import { StepsWindow, target } from '../faults/steps/stepsWindow.ts';
import { allDay, contacts } from '../service/sandbox/harness.ts';
import { MemoryLaunchStorage } from '../unit/support/memoryLaunchStorage.ts';
import {
  ReferenceProcess,
  ReferenceService,
  referenceVersions,
  type ReferenceOptions,
} from './referenceService.ts';

/** Who is called. Numbers that end in 9 don't answer, and are called again. */
const people = contacts('0100', '0101', '0102', '0109', '0104', '0105');
const dayMs = 24 * 3600_000;

/** What the models leave open, each as it may be and is not by default. */
const readings: Readonly<Record<string, ReferenceOptions>> = {
  'as the models say it plainly': {},
  'optional fields are absent': { optionals: 'absent' },
  'unknown fields are ignored': { strict: false },
  'refusals are written as Zod does': { errors: 'zod' },
  'a campaign is paused before its launch': { status_before_launch: 'paused' },
  'a campaign is completed before its launch': { status_before_launch: 'completed' },
  'a campaign is completed while others wait': { status_while_waiting: 'completed' },
  'campaigns have no counts': { row_stats: false },
  'campaigns come without their assistant': { embeds_assistant: false },
  'rows come in another order': { shuffled: true, row_index_base: 1, newest_first: true },
  'numbers are written with a space': { spaced_numbers: true },
  'the service adds values': { extra_variables: true },
  'left out rules and callers are told': { fills_rules: true, default_caller: '+12125550199' },
  'calls appear one after the other': { row_delay_s: 5 },
  'a launched call is not launched for a while': { start_delay_s: 5 },
  'a scheduled call is not launched until then': { scheduled_status: 'not_launched' },
  'a scheduled call tells nothing of its time': { scheduled_status: 'not_launched', tells_start: false },
  'drafts have calls': { draft_calls: true },
  'there is no list of phone numbers': { absent: ['phone-numbers'] },
  'there is no search': { absent: ['search'] },
  'searches count their pages from 1': { search_base: 1 },
};

const noGuards = { isSuppressed: () => false, mustNotBeCalled: () => false, sent: undefined };

/** One person at one window on the reference service. */
class Person {
  readonly service: ReferenceService;
  readonly window: StepsWindow;
  readonly #storage = new MemoryLaunchStorage();
  #made = 0;

  constructor(service: ReferenceService) {
    this.service = service;
    this.window = new StepsWindow(service, this.#storage);
  }

  get steering() {
    const { clock, wait } = this.window;
    return { api: this.service.api(), clock, wait, seen: () => undefined };
  }

  async create(only?: readonly number[], rules: CallRetryConfig = allDay) {
    const request = {
      assistant_id: await this.service.assistantId(),
      name: 'March renewals',
      contacts: people,
      call_retry_config: rules,
      max_concurrent_calls: 5,
    };
    // As the extension does: whom the account must not contact is read for each list.
    await this.service.api().phoneHistory(new Set(numbers(0)));
    const launch = only && { start: { kind: 'now' } as const, only };
    const end = await this.window.create(`w${(this.#made += 1)}`, request, launch);
    assert.equal(end.kind, 'created');
    return end;
  }

  /** Launches all that waits, or makes the named calls again. */
  async launch(
    campaignId: string,
    start: CallsStart = { kind: 'now' },
    again?: readonly string[],
  ): Promise<CallsEnd> {
    const read = await readCampaign(this.service.api(), campaignId);
    const named = await this.window.calls.namedCalls(target.baseUrl, campaignId);
    const selection =
      again === undefined
        ? await selectWaiting(read, { ...noGuards, named })
        : await selectAgain(read, { ...noGuards, callIds: new Set(again) });
    assert.ok(selection, 'something waits');
    return this.window.launch({
      id: `l${(this.#made += 1)}`,
      campaignId,
      name: read.campaign.name,
      operation: selection.operation,
      confirmed: { terms: termsOf(read.campaign), calls: selection.calls },
      start,
      ...(again === undefined ? {} : { statuses: overStatuses }),
    });
  }

  /** Ids of the calls to some of the people. */
  async callIds(campaignId: string, ...indexes: readonly number[]): Promise<readonly string[]> {
    const calls = await this.service.calls(campaignId);
    return numbers(...indexes).map((wanted) => calls.find(({ number }) => number === wanted)?.id ?? '');
  }

  async change(
    callIds: readonly string[],
    change: 'cancel' | 'pause' | 'resume',
  ): Promise<readonly string[]> {
    const options = {
      ...this.steering,
      signal: new AbortController().signal,
      stillCurrent: () => true,
      began: () => undefined,
    };
    return (await changeCalls(callIds, change, options)).map(({ end }) => end.kind);
  }

  /** Numbers that were dialled, once for each time, as the service itself says. */
  async dialled(): Promise<readonly string[]> {
    return (await this.service.witness()).ledger.map(({ number }) => number).sort();
  }
}

function launched(end: CallsEnd | undefined): number | string {
  return end?.kind === 'launched' ? end.launched : (end?.kind ?? 'nothing was launched');
}

const numbers = (...indexes: readonly number[]) =>
  indexes.map((index) => people[index]?.to_phone_number ?? '').sort();

for (const version of referenceVersions) {
  describe(`a service made from the models of client ${version}`, function () {
    this.timeout(60_000);
    let process: ReferenceProcess;
    before(async () => (process = await ReferenceProcess.start(version)));
    after(() => process.stop());

    const visit = async (
      options: ReferenceOptions,
      isSeen: boolean,
      act: (person: Person) => Promise<void>,
    ) => {
      const service = await ReferenceService.start(process, version, { options, isSeen });
      await act(new Person(service));
      await service.close();
    };

    for (const [index, [reading, options]] of Object.entries(readings).entries()) {
      const isSeen = index % 2 === 1;
      const where = isSeen ? '' : ', in an empty account';
      it(`${reading}${where}: a campaign is created, launched and steered`, () =>
        visit(options, isSeen, version === '0.5.0' ? steerToday : steerDraft));
    }

    for (const option of ['changes_number', 'drops_row']) {
      it(`launches nothing where the service holds something else (${option})`, () =>
        visit({ [option]: true }, true, async (person) => {
          const end = await person.create([0, 1]);
          const isUnseen = version === '0.3.0' && option === 'changes_number';
          assert.equal(end.check?.kind === 'agrees', isUnseen);
          await person.service.pass(dayMs);
          assert.deepEqual(await person.dialled(), []);
        }));
    }

    for (const [what, options, isSeen, isLost] of [
      ['in an empty account', {}, false, false],
      ['where there are campaigns', {}, true, false],
      ['and finds it by a search when its answer is lost', {}, true, true],
      ['and finds it where pages count from 1', { search_base: 1 }, true, true],
      ['where refusals are written as Zod does', { errors: 'zod' }, false, false],
    ] as const) {
      it(`makes a single call once ${what}`, () =>
        visit(options, isSeen, async (person) => {
          const request = {
            phone_number: '+12125550177',
            assistant_id: await person.service.assistantId(),
            prompt_variables: { first_name: 'Eve' },
            skip_calling_window: true,
          };
          if (isLost) await person.service.order({ method: 'POST', path: '/call', after: true, reset: true });
          const single = await callOnce({ ...person.steering, request, id: 'my call' });
          assert.equal(single.kind, 'created');
          await person.service.pass(dayMs);
          assert.deepEqual(await person.dialled(), ['+12125550177']);
        }));
    }

    if (version === '0.5.0') {
      it('says that nothing is launched where the service cannot launch', () =>
        visit({ absent: ['launch-calls'] }, true, async (person) => {
          const { launch, campaign: made } = await person.create([0, 1]);
          assert.equal(launch?.kind, 'refused');
          assert.equal(person.service.api().server.has('launchCalls'), false);
          await person.service.pass(dayMs);
          assert.deepEqual(await person.dialled(), []);
          await end(person, made.id);
        }));

      it('says how many calls were skipped, and never launches them by itself', () =>
        visit({ skips_waiting: true }, true, async (person) => {
          const { launch } = await person.create([0, 1, 2]);
          assert.equal(launched(launch), 2);
          assert.deepEqual(launch?.kind === 'launched' && launch.skippedNumbers, numbers(0));
          await person.service.pass(dayMs);
          assert.deepEqual(await person.dialled(), numbers(1, 2));
        }));
    }

    it('reads the numbers that the account must not contact', () =>
      visit({ history: { '+12125550102': { do_not_contact: true } } }, true, async (person) => {
        const history = await person.service.api().phoneHistory(new Set(numbers(1, 2)));
        assert.equal(history?.get('+12125550102')?.do_not_contact, true);
        assert.equal(history.get('+12125550101')?.do_not_contact ?? false, false);
      }));

    it('makes no call twice or unasked and reports nothing untrue, whatever is lost', async () => {
      const ends: WitnessedEnd[] = [];
      for (let seed = 0; seed < Number(globalThis.process.env.REVOX_REFERENCE_RUNS ?? 12); seed += 1) {
        const dice = new Dice(seed, 11);
        const options = Object.values(readings)[dice.between(0, Object.keys(readings).length - 1)] ?? {};
        const service = await ReferenceService.start(process, version, { options, isSeen: dice.chance(0.7) });
        ends.push(await WitnessedRun.run(service, seed));
      }
      const faults = ends.filter((end) => end.faults.length > 0);
      assert.deepEqual(faults, []);
      assert.ok(ends.some(({ called }) => called > 0));
    });
  });
}

const windows = [
  { calling_window_start_time: '10:00', calling_window_end_time: '13:00', retry_delay_seconds: 600 },
];
const rules = { ...allDay, calling_windows: windows, max_retry_attempts: 4, call_twice_in_a_row: true };
const edits: readonly CampaignChanges[] = [
  { name: 'Renamed' },
  { from_phone_number: '+12125550155' },
  { from_phone_number: null },
  { max_concurrent_calls: 2 },
  { max_concurrent_calls: null },
  { call_retry_config: rules },
  { call_retry_config: { ...rules, timezone: 'America/New_York', allowed_days: ['monday'] } },
  { call_retry_config: null },
  { name: 'Again', max_concurrent_calls: 3, call_retry_config: { ...allDay, max_retry_attempts: 2 } },
];

async function edit({ service, steering }: Person, id: string): Promise<void> {
  for (const changes of edits) {
    const before = await service.campaign(id);
    const end = await verifiedUpdate(before, changes, steering);
    assert.equal(end.kind, 'done', JSON.stringify([changes, end]));
  }
}

/** Today: a few first, then the rest, each change of the campaign and of single calls, and calls again. */
async function steerToday(person: Person): Promise<void> {
  const { service, steering } = person;
  const created = await person.create([0, 1]);
  assert.equal(created.check?.kind, 'agrees');
  assert.equal(launched(created.launch), 2);
  const { id } = created.campaign;
  await service.pass(60_000);
  assert.deepEqual(await person.dialled(), numbers(0, 1));

  assert.equal((await verifiedPause(id, steering)).kind, 'done');
  assert.equal(launched(await person.launch(id, { kind: 'after', delayMs: 3600_000 })), 4);
  await service.pass(2 * 3600_000);
  assert.deepEqual(await person.dialled(), numbers(0, 1), 'a paused campaign calls nobody');
  await edit(person, id);
  const [held = '', cancelled = ''] = await person.callIds(id, 4, 5);
  assert.deepEqual(await person.change([held], 'pause'), ['done']);
  assert.deepEqual(await person.change([cancelled], 'cancel'), ['done']);
  assert.equal((await verifiedResume(id, steering)).kind, 'done');
  await service.pass(dayMs);
  // Who does not answer is called twice, as the rules say.
  assert.deepEqual(await person.dialled(), numbers(0, 1, 2, 3, 3));
  assert.deepEqual(await person.change([held], 'resume'), ['done']);
  await service.pass(dayMs);
  assert.deepEqual(await person.dialled(), numbers(0, 1, 2, 3, 3, 4));

  const again = await person.launch(id, { kind: 'now' }, await person.callIds(id, 0, 3));
  assert.equal(launched(again), 1);
  assert.deepEqual(again.kind === 'launched' && again.skipped, {
    active: 0,
    attempts_exhausted: 1,
    cancelled: 0,
  });
  await service.pass(dayMs);
  assert.deepEqual(await person.dialled(), numbers(0, 0, 1, 2, 3, 3, 4));
  await end(person, id);
}

/** Client 0.3.0: a draft is created, changed and launched as a whole. */
async function steerDraft(person: Person): Promise<void> {
  const { service, steering } = person;
  const created = await person.create();
  assert.equal(created.check?.kind, 'agrees');
  const { id } = created.campaign;
  await service.pass(dayMs);
  await edit(person, id);
  assert.deepEqual(await person.dialled(), []);
  assert.equal(launched(await person.launch(id, { kind: 'after', delayMs: 3600_000 })), 6);
  assert.equal((await verifiedPause(id, steering)).kind, 'done');
  assert.equal((await verifiedUpdate({ id }, { name: 'Launched' }, steering)).kind, 'done');
  assert.notEqual((await verifiedUpdate({ id }, { max_concurrent_calls: 9 }, steering)).kind, 'done');
  const [held = '', cancelled = ''] = await person.callIds(id, 4, 5);
  assert.deepEqual(await person.change([held], 'pause'), ['done']);
  assert.deepEqual(await person.change([cancelled], 'cancel'), ['done']);
  await service.pass(dayMs);
  assert.deepEqual(await person.dialled(), []);
  assert.equal((await verifiedResume(id, steering)).kind, 'done');
  await service.pass(dayMs);
  assert.deepEqual(await person.dialled(), numbers(0, 1, 2, 3, 3));
  assert.deepEqual(await person.change([held], 'resume'), ['done']);
  await service.pass(dayMs);
  assert.deepEqual(await person.dialled(), numbers(0, 1, 2, 3, 3, 4));
  await end(person, id);
}

/** Cancels and deletes it, and waits whether anybody is called all the same. */
async function end(person: Person, id: string): Promise<void> {
  const { service, steering } = person;
  const before = await person.dialled();
  const ended = await verifiedCancel(id, steering);
  assert.match(ended.kind, /^(?:cancelled|completed)$/);
  assert.equal(await service.api().deleteCampaign(id), true);
  await service.pass(dayMs);
  assert.deepEqual(await person.dialled(), before);
}
