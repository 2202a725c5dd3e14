import assert from 'node:assert/strict';
import type { Contact, CreateCampaignRequest } from '../../../../src/core/createRequest.ts';
import { ApiError } from '../../../../src/core/errors.ts';
import type { InitialLaunch } from '../../../../src/launch/create/createInSteps.ts';
import type { Submission } from '../../../../src/launch/create/submission.ts';
import { Dice } from '../../../../src/sandbox/random.ts';
import { ServiceDouble, type DoubleOptions } from '../../../faults/steps/serviceDouble.ts';
import { StepsWindow } from '../../../faults/steps/stepsWindow.ts';
import type { WriteFault } from '../../../faults/steps/writeFault.ts';
import { MemoryLaunchStorage } from '../../support/memoryLaunchStorage.ts';

const startMs = Date.parse('2026-11-27T09:00:00Z');
const contacts: readonly Contact[] = ['0100', '0101', '0102', '0102', '0104'].map((digits, index) => ({
  to_phone_number: `+1212555${digits}`,
  prompt_variables: { first_name: index === 4 ? '' : 'Zoé' },
}));
const request: CreateCampaignRequest = {
  assistant_id: 'a',
  name: 'March renewals',
  contacts,
  from_phone_number: '+12125550199',
  max_concurrent_calls: 3,
};
const now: InitialLaunch = { start: { kind: 'now' } };

interface Run {
  readonly service: ServiceDouble;
  readonly end: Submission;
}

async function create(
  options: Partial<DoubleOptions>,
  launch: InitialLaunch | undefined,
  setUp: (service: ServiceDouble) => void = () => undefined,
  asked: Partial<CreateCampaignRequest> = {},
): Promise<Run> {
  const service = new ServiceDouble({ generation: 'launchesCalls', startMs, dice: new Dice(1), ...options });
  setUp(service);
  const window = new StepsWindow(service, new MemoryLaunchStorage());
  const end = await window.create('mine', { ...request, ...asked }, launch);
  service.pass(3600_000);
  return { service, end };
}

const called = ({ service }: Run): readonly string[] =>
  service.ledger.map(({ number }) => number.slice(-4)).sort();
const faults =
  (...list: readonly WriteFault[]) =>
  (service: ServiceDouble) => {
    service.faults = [...list];
  };
const nowhere: WriteFault = { at: 'nowhere' };

describe('a campaign that is created, checked and launched', () => {
  for (const generation of ['launchesCalls', 'launchesDrafts'] as const) {
    it(`calls everybody once on a server of generation ${generation}`, async () => {
      const run = await create({ generation, slowRows: true }, now);
      assert.deepEqual(called(run), ['0100', '0101', '0102', '0102', '0104']);
      assert.equal(run.end.kind === 'created' && run.end.check?.kind, 'agrees');
      const launch = run.end.kind === 'created' ? run.end.launch : undefined;
      assert.equal(launch?.kind, 'launched');
      assert.deepEqual([launch.launched, launch.asked, launch.more], [5, 5, 0]);
    });

    it(`calls nobody on a server of generation ${generation} when no launch is requested`, async () => {
      const run = await create({ generation }, undefined);
      assert.deepEqual(called(run), []);
      assert.equal(run.end.kind === 'created' && run.end.check?.kind, 'agrees');
    });

    it(`starts at the time on a server of generation ${generation}`, async () => {
      const atMs = startMs + 1800_000;
      const run = await create({ generation }, { start: { kind: 'at', atMs } });
      assert.equal(run.service.ledger.length, 5);
      assert.ok(run.service.ledger.every((dial) => dial.atMs >= atMs));
    });
  }

  it('calls everybody once on the oldest server, which rejects the flag to call', async () => {
    const run = await create({ generation: 'callsAtOnce', strict: true }, now, undefined, { launch: true });
    assert.equal(run.end.kind, 'created');
    assert.equal(run.service.campaigns.length, 1);
    assert.deepEqual(called(run), ['0100', '0101', '0102', '0102', '0104']);
  });

  it('calls nobody on the oldest server, which always calls, where nobody is to be called', async () => {
    const run = await create({ generation: 'callsAtOnce', strict: true }, undefined, undefined, {
      launch: false,
    });
    assert.equal(run.end.kind, 'refused');
    assert.deepEqual(run.service.campaigns, []);
  });

  it('calls only the people of the pilot', async () => {
    const run = await create({}, { ...now, only: [1, 4] });
    assert.deepEqual(called(run), ['0101', '0104']);
  });

  const drift: readonly [what: string, change: (service: ServiceDouble) => void][] = [
    [
      'another number',
      ({ campaigns }) => change(campaigns[0]?.calls[1], { to_phone_number: '+12125550177' }),
    ],
    [
      'a masked number',
      ({ campaigns }) => change(campaigns[0]?.calls[1], { to_phone_number: '+1212555****' }),
    ],
    [
      'another value',
      ({ campaigns }) => change(campaigns[0]?.calls[1], { prompt_variables: { first_name: 'Max' } }),
    ],
    [
      'a value that was empty',
      ({ campaigns }) => change(campaigns[0]?.calls[4], { prompt_variables: { first_name: 'Max' } }),
    ],
    [
      'a contact twice and another not at all',
      ({ campaigns }) => change(campaigns[0]?.calls[1], contacts[0]),
    ],
    ['another assistant', (service) => service.update('colleague', 'c1', { assistant_id: 'b' })],
    [
      "another caller's number",
      (service) => service.update('colleague', 'c1', { from_phone_number: '+12125550111' }),
    ],
    ["no caller's number", (service) => service.update('colleague', 'c1', { from_phone_number: null })],
    ['more parallel calls', (service) => service.update('colleague', 'c1', { max_concurrent_calls: 30 })],
  ];
  for (const [what, act] of drift) {
    it(`is not launched when the server holds ${what}`, async () => {
      const run = await create({}, now, (service) => (service.beforeRead = () => act(service)));
      assert.deepEqual(called(run), []);
      assert.equal(run.end.kind === 'created' && run.end.check?.kind, 'differs');
      assert.equal(run.end.kind === 'created' && run.end.launch, undefined);
    });
  }

  it('is launched when the server holds variables that nobody sent', async () => {
    const run = await create({}, now, (service) => {
      service.beforeRead = () =>
        change(service.campaigns[0]?.calls[0], { prompt_variables: { first_name: 'Zoé', crm_id: '7' } });
    });
    assert.equal(called(run).length, 5);
    const check = run.end.kind === 'created' ? run.end.check : undefined;
    assert.deepEqual(check?.kind === 'agrees' && check.contacts.extraNames, ['crm_id']);
  });

  it('reports when the server calls people before a launch', async () => {
    const run = await create({}, now, (service) => {
      service.beforeRead = () => service.launchCalls('server', 'c1', everyCall(service));
    });
    assert.equal(run.end.kind === 'created' && run.end.check?.kind, 'calling');
    assert.deepEqual(new Set(run.service.ledger.map(({ by }) => by)), new Set(['server']));
  });

  it('launches nothing when its time passes during the check', async () => {
    const run = await create({ slowRows: true }, { start: { kind: 'at', atMs: startMs + 100 } });
    assert.deepEqual(called(run), []);
    assert.equal(run.end.kind === 'created' && run.end.launch?.kind, 'time passed');
  });

  it('is found by its rows when the answer to the create is lost, and launched once', async () => {
    const run = await create({}, now, faults({ at: 'after' }));
    assert.deepEqual(called(run).length, 5);
    assert.equal(run.end.kind === 'created' && run.end.foundBy, 'rows');
    assert.equal(run.service.campaigns.length, 1);
  });

  it('stores none of its contacts when an earlier equal one is unconfirmed', async () => {
    const service = new ServiceDouble({ generation: 'launchesCalls', startMs, dice: new Dice(1) });
    service.faults = [{ at: 'before' }];
    const storage = new MemoryLaunchStorage();
    const first = await new StepsWindow(service, storage).create('first', request, now);
    const second = await new StepsWindow(service, storage).create('second', request, now);
    assert.deepEqual([first.kind, second.kind], ['not seen', 'blocked']);
    assert.deepEqual([...storage.attachments.keys()], ['first']);
  });

  it('is not launched when two campaigns are equal to it', async () => {
    const run = await create({}, now, (service) => {
      service.faults = [{ at: 'after' }];
      const api = service.create.bind(service);
      service.create = (by, body) => {
        api('colleague', body);
        return api(by, body);
      };
    });
    assert.deepEqual(called(run), []);
    assert.equal(run.end.kind === 'unsure' && run.end.candidates.length, 2);
  });

  for (const [what, hidesSchedule, expected] of [
    ['the calls tell', false, 'launched'],
    ['the calls do not tell', true, 'cannot tell'],
  ] as const) {
    it(`says "${expected}" when the answer to a launch for later is lost and ${what}`, async () => {
      const start = { kind: 'after', delayMs: 300_000 } as const;
      const run = await create({ hidesSchedule }, { start }, faults(nowhere, { at: 'after' }));
      assert.equal(run.end.kind === 'created' && run.end.launch?.kind, expected);
      assert.equal(run.service.ledger.length, 5); // the one launch that was sent
    });
  }

  it('says that nothing was launched when the server refuses the launch', async () => {
    const run = await create({}, now, faults(nowhere, { at: 'refusal', status: 403 }));
    assert.equal(run.end.kind === 'created' && run.end.launch?.kind, 'refused');
    assert.deepEqual(called(run), []);
  });
});

describe('a create that calls at once and is refused with a message about launches', () => {
  it('is not sent again: the campaign may exist', async () => {
    const message = 'The launch is not allowed outside the calling hours';
    const run = await create(
      { generation: 'callsAtOnce' },
      now,
      (service) => {
        const create = service.create.bind(service);
        service.create = (by, sent) => {
          create(by, sent);
          throw new ApiError(message, { reason: 'rejected', status: 400, serverMessage: message });
        };
      },
      { launch: true },
    );
    assert.equal(run.end.kind, 'refused');
    assert.equal(run.service.campaigns.length, 1);
  });
});

describe('a create on a server of unknown generation', () => {
  for (const generation of ['launchesCalls', 'launchesDrafts'] as const) {
    for (const strict of [false, true]) {
      it(`calls nobody unasked, generation ${generation}, unknown fields ${strict ? 'refused' : 'ignored'}`, async () => {
        const run = await create({ generation, strict, unseen: true }, now);
        assert.equal(called(run).length, 5);
        assert.equal(run.service.campaigns.length, 1);
        assert.ok(run.service.ledger.every(({ by }) => by === 'mine'));
      });
    }
  }

  it('is not repeated when the server refuses it for another reason', async () => {
    const run = await create({ unseen: true }, now, faults({ at: 'refusal', status: 400 }));
    assert.equal(run.end.kind, 'refused');
    assert.equal(run.service.campaigns.length, 0);
  });

  it('is not repeated when its answer is lost', async () => {
    const run = await create({ unseen: true, strict: true }, now, faults({ at: 'before' }));
    assert.equal(run.end.kind, 'not seen');
    assert.equal(run.service.campaigns.length, 0);
  });
});

function change(call: { contact: Contact } | undefined, contact: Partial<Contact> | undefined): void {
  if (call !== undefined) call.contact = { ...call.contact, ...contact };
}

function everyCall({ campaigns }: ServiceDouble): Parameters<ServiceDouble['launchCalls']>[2] {
  const call_ids = campaigns.flatMap(({ calls }) => calls.map(({ id }) => id));
  const filters = {
    assignee_ids: [],
    directions: [],
    outcomes: [],
    results: [],
    statuses: ['not_launched' as const],
  };
  return { mode: 'ai_first', selection: { rows: { mode: 'only', call_ids }, filters } };
}
