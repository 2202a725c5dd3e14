import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallListOptions } from '../../../../src/callList/callList.ts';
import { contentHash } from '../../../../src/callList/file/contentHash.ts';
import { optionsOf, type ListChoices } from '../../../../src/callList/listChoices.ts';
import type { PhoneHistory } from '../../../../src/core/account.ts';
import type { Assistant } from '../../../../src/core/assistant.ts';
import { leaveOutNobody } from '../../../../src/core/campaignDraft.ts';
import { ApiError } from '../../../../src/core/errors.ts';
import { fakeApi } from '../../support/fakeApi.ts';
import { FileBytes } from '../../../../src/host/fileBytes.ts';
import { FinishedCalls } from '../../../../src/panels/launch/finishedCalls.ts';
import type { LaunchProtocol } from '../../../../src/launch/start/launchProtocol.ts';
import type { LaunchPolicy } from '../../../../src/launch/gate/launchPolicy.ts';
import { LaunchSheet } from '../../../../src/panels/launch/launchSheet.ts';
import type { ListGuards } from '../../../../src/launch/gate/launchGate.ts';
import { policyBounds } from '../../../../src/launch/gate/launchPolicy.ts';
import { startOptions } from '../../../../src/launch/start/startOptions.ts';
import type { DecidedSpec } from '../../../../src/launch/draft/validateDraft.ts';
import { campaign, noonMs } from '../../support/campaigns.ts';
import { phoneHistory } from '../../support/phoneHistory.ts';
import {
  assistant,
  assistantId,
  draft,
  gate,
  policy,
  preparation,
  rules,
  sheetFile,
} from './launchFixtures.ts';

const list = [
  'phone,prenom,city',
  '+33199001201,Ada,Lyon',
  '+33199001202,Zoé,',
  '+33199001201,Ada again,Paris',
  'nonsense,Bob,Nice',
].join('\n');

interface Situation {
  text?: string;
  /** A list on the disk instead, as large ones are read. */
  path?: string;
  choices?: ListChoices;
  assistants?: readonly Assistant[] | Error;
  names?: readonly string[];
  policy?: LaunchPolicy;
  decided?: (decided: DecidedSpec) => void;
  guards?: Partial<ListGuards>;
  isSent?: boolean;
  usedIn?: string;
  /** What the service knows of numbers; undefined: it has no such operation. */
  history?: Record<string, PhoneHistory> | Error;
  mayLaunchWithoutHistory?: boolean;
}

/** A sheet over a text and a server that a test can change under it. */
function sheetOf(world: Situation = {}) {
  const api = fakeApi({
    phoneHistory: (wanted = new Set()) => {
      const { history } = world;
      if (history instanceof Error) return Promise.reject(history);
      return Promise.resolve(
        history && new Map(Object.entries(history).filter(([number]) => wanted.has(number))),
      );
    },
    listAssistants: () => {
      const assistants = world.assistants ?? [assistant()];
      return assistants instanceof Error ? Promise.reject(assistants) : Promise.resolve(assistants);
    },
  });
  let reading: { choices: ListChoices; options: CallListOptions } | undefined;
  const campaigns = () => (world.names ?? []).map((name) => campaign({ name }));
  const clock = { now: () => noonMs };
  const prepared = preparation(api, {
    readFile: () => {
      const source = world.path === undefined ? (world.text ?? list) : new FileBytes(world.path, 'list.csv');
      return Promise.resolve(sheetFile(source, world.policy));
    },
    reading: () => {
      const choices = world.choices ?? {};
      if (reading?.choices !== choices) reading = { choices, options: optionsOf(choices) };
      return Promise.resolve(reading);
    },
    gate: gate(
      () => world.guards ?? {},
      () => world.policy ?? policy,
    ),
    bounds: () => policyBounds(world.policy ?? policy),
    campaigns,
    mayLaunchWithoutHistory: () => world.mayLaunchWithoutHistory === true,
    onDecided: (decided) => world.decided?.(decided),
  });
  return new LaunchSheet(prepared, {
    campaigns,
    usedBefore: ({ contacts }) =>
      Promise.resolve([`All ${contacts.length} numbers are in the draft “${world.usedIn ?? 'X'}”.`]),
    isSent: () => world.isSent === true,
    finishedCalls: new FinishedCalls(),
    onLearnt: () => undefined,
    clock,
  });
}

describe('a launch sheet', () => {
  it('counts who is called and who is not, and the counts add up', async () => {
    const { list: shown } = await sheetOf().evaluate(draft());
    assert.deepEqual(
      [shown?.rows, shown?.ready, shown?.leftOut.map(({ reason, count }) => [reason, count])],
      [
        4,
        2,
        [
          ['duplicate', 1],
          ['invalidNumber', 1],
        ],
      ],
    );
  });

  const tries = (pilotLines: string) => draft({ start: 'pilot', pilotPick: 'lines', pilotLines });
  for (const [lines, said] of [
    ['2-3', undefined],
    ['2, 4', 'Nobody on line 4 can be called. Choose other lines.'],
    ['1 5-6', 'Nobody on lines 1, 5 and 6 can be called. Choose other lines.'],
    ['', 'Write lines of the list such as 2, 5-9, up to 10,000 of them.'],
  ] as const) {
    it(`tries chosen lines first only where somebody can be called on each: “${lines}”`, async () => {
      const { problems } = await sheetOf().evaluate(tries(lines));
      assert.equal(problems.find(({ field }) => field === 'pilotLines')?.message, said);
    });
  }

  it('says before anybody is asked that a campaign file beside the list allows fewer people', async () => {
    const campaignFile = { name: 'list.campaign.json', problem: undefined, limits: { maxContacts: 1 } };
    const { problems } = await sheetOf({ guards: { campaignFile } }).evaluate(draft());
    const messages = problems.map(({ message }) => message).join(' ');
    assert.match(messages, /list\.campaign\.json/);
    assert.deepEqual((await sheetOf().evaluate(draft())).problems, []);
  });

  describe('answers its page', () => {
    const error = new Error('The server refused the number.');
    it('why nothing was sent, and what is missing now', async () => {
      const sheet = sheetOf();
      const first = await sheet.evaluate(draft());
      const evaluation = await sheet.preparation.evaluate(draft());
      assert.deepEqual(await sheet.answerTo({ kind: 'not yet', message: 'Look.', evaluation }, draft()), {
        kind: 'not yet',
        message: 'Look.',
        view: first,
      });
      const refused = { kind: 'refused', message: error.message };
      assert.deepEqual(await sheet.answerTo({ kind: 'refused', error }, draft()), refused);
      const blocked = { kind: 'blocked', message: 'An earlier launch is open.' } as const;
      assert.deepEqual(await sheet.answerTo(blocked, draft()), { ...blocked, kind: 'refused' });
    });

    it('that a campaign was created, with how many contacts, and how it was found', async () => {
      const sheet = sheetOf();
      await sheet.evaluate(draft());
      const outcome = { kind: 'created', campaign: campaign(), foundBy: 'rows' } as const;
      const answer = await sheet.answerTo(outcome, draft());
      assert.deepEqual(answer.kind === 'created' && answer.created, {
        id: 'c1',
        name: 'Spring reminders',
        text: 'was created with 2 contacts. The answer was lost; the campaign was found by its contacts.',
      });
    });

    it('nothing more than the outcome where that is unknown, or the person went back', async () => {
      for (const outcome of [{ kind: 'back' }, { kind: 'unsure', message: 'It is not known.' }] as const)
        assert.deepEqual(await sheetOf().answerTo(outcome, draft()), outcome);
    });
  });

  it('sends nothing while one row refuses a number and another would call it', async () => {
    const text = 'phone,prenom,DNC\n+33199001201,Ada,\n+33199001202,Zoé,\n+33199001201,Ada,yes\n';
    const { problems } = await sheetOf({ text }).evaluate(draft());
    assert.match(problems.find(({ field }) => field === 'list')?.message ?? '', /^Line 4: This row refuses/);
  });

  it('stores the valid fields for later campaigns, and omits invalid ones', async () => {
    const plans: unknown[] = [];
    const sheet = sheetOf({ decided: (plan) => plans.push(plan) });
    await sheet.evaluate(draft({ concurrency: 'many', name: ' Spring ', start: 'draft' }));
    const { name, start, maxConcurrentCalls, callRetryConfig } = plans[0] as DecidedSpec;
    assert.deepEqual(
      { name, start, maxConcurrentCalls, callRetryConfig },
      { name: 'Spring', start: { kind: 'draft' }, maxConcurrentCalls: undefined, callRetryConfig: undefined },
    );
  });

  it('says where the numbers that are called were used before', async () => {
    const { list: shown } = await sheetOf().evaluate(draft());
    assert.deepEqual(shown?.usedBefore, ['All 2 numbers are in the draft “X”.']);
  });

  it('does not count its own campaign as an earlier use', async () => {
    const world: Situation = {};
    const sheet = sheetOf(world);
    await sheet.evaluate(draft());
    Object.assign(world, { isSent: true, usedIn: 'its own', names: ['its own'] });
    const { list: shown } = await sheet.evaluate(draft());
    assert.deepEqual(shown?.usedBefore, ['All 2 numbers are in the draft “X”.']);
  });

  it('names the variable without a column, and the column that may be meant', async () => {
    const view = await sheetOf({ text: list.replace('prenom', 'firstname_fr') }).evaluate(draft());
    const [variable] = view.list?.variables ?? [];
    assert.deepEqual([variable?.column, variable?.suggestion?.label], [undefined, 'firstname_fr']);
    assert.deepEqual(
      view.remarks.map(({ field }) => field),
      ['variable.first_name'],
    );
  });

  it('fills a variable from the column that was chosen', async () => {
    const view = await sheetOf({ choices: { mapping: { first_name: 'prenom' } } }).evaluate(draft());
    const [variable] = view.list?.variables ?? [];
    assert.deepEqual([variable?.column, variable?.example], [1, 'Ada']);
    assert.deepEqual(view.list?.unused, ['city']);
  });

  const missing: [what: string, about: Parameters<typeof draft>[0], field: string][] = [
    ['a name', { name: ' ' }, 'name'],
    ['an assistant', { assistantId: '' }, 'assistantId'],
    ['a whole id', { assistantId: '182bd5e5-e9ec-4f' }, 'assistantId'],
    ['a readable time', { start: 'schedule', startAt: 'soon' }, 'startAt'],
    ['a time to come', { start: 'schedule', startAt: '2026-11-19 09:00' }, 'startAt'],
    ['a number of one’s own that exists', { fromNumber: '+33 1' }, 'fromNumber'],
    ['a whole number of calls', { concurrency: 'many' }, 'concurrency'],
    [
      'a whole number of days',
      { leaveOut: { ...leaveOutNobody, calledLately: true, calledDays: 'some' } },
      'calledDays',
    ],
    ['a day', { rulesFrom: 'own', rules: rules({ days: [] }) }, 'rules.days'],
  ];
  for (const [what, about, field] of missing) {
    it(`without ${what} cannot be sent`, async () => {
      const sheet = sheetOf();
      const { problems } = await sheet.evaluate(draft(about));
      assert.deepEqual(
        problems.map((problem) => problem.field),
        [field],
      );
      assert.ok('message' in (await sheet.preparation.prepare(draft(about))));
    });
  }

  it('accepts an id that no list contains, and then sends every column', async () => {
    const sheet = sheetOf({ assistants: [] });
    const view = await sheet.evaluate(draft());
    assert.deepEqual([view.assistant?.known, view.problems], [false, []]);
    const prepared = await sheet.preparation.prepare(draft());
    assert.ok('prepared' in prepared);
    assert.deepEqual(prepared.prepared.list.contacts[0]?.prompt_variables, { prenom: 'Ada', city: 'Lyon' });
  });

  it('works without a list of assistants, and reads it again on request', async () => {
    const world: Situation = { assistants: new ApiError('Slow down.', { reason: 'rate limited' }) };
    const sheet = sheetOf(world);
    assert.deepEqual(await sheet.assistants(false), { choices: [], problem: 'Slow down.' });
    world.assistants = [assistant()];
    assert.deepEqual(
      (await sheet.assistants(true)).choices.map(({ label }) => label),
      ['Emma'],
    );
  });

  it('results in a spec with everything that was chosen', async () => {
    const sheet = sheetOf();
    const chosen = draft({
      name: ' Spring ',
      start: 'schedule',
      startAt: '2026-11-23 09:30',
      fromNumber: '+33 1 99 00 26 06',
      concurrency: '3',
      rulesFrom: 'own',
      rules: rules({ windows: [{ start: '10am', end: '6pm', delay: '30', unit: 'minutes' }] }),
    });
    await sheet.evaluate(chosen);
    const prepared = await sheet.preparation.prepare(chosen);
    assert.ok('prepared' in prepared);
    assert.deepEqual(prepared.prepared.spec, {
      assistantId,
      name: 'Spring',
      start: { kind: 'schedule', atMs: new Date(2026, 10, 23, 9, 30).getTime() },
      fromPhoneNumber: '+33199002606',
      maxConcurrentCalls: 3,
      callRetryConfig: {
        allowed_days: ['monday', 'tuesday'],
        call_twice_in_a_row: false,
        calling_windows: [
          { calling_window_start_time: '10:00', calling_window_end_time: '18:00', retry_delay_seconds: 1800 },
        ],
        max_retry_attempts: 3,
      },
      leaveOut: undefined,
    });
  });

  it('is not sent with other contacts than were shown', async () => {
    const world: Situation = {};
    const sheet = sheetOf(world);
    await sheet.evaluate(draft());
    world.text = `${list}\n+33199001203,New,Nantes`;
    const first = await sheet.preparation.prepare(draft());
    assert.ok('message' in first);
    assert.match(first.message, /^The list has changed since/);
    assert.equal(first.evaluation.list?.counts.ready, 3);
    assert.ok('prepared' in (await sheet.preparation.prepare(draft())), 'what is seen now can be sent');
  });

  describe('people who were called before', () => {
    const reachedAda = { '+33199001201': phoneHistory({ reached_human: true }) };
    const withoutReached = draft({ leaveOut: { ...leaveOutNobody, reached: true } });

    it('can be left out, with the number for each choice', async () => {
      const view = await sheetOf({ history: reachedAda }).evaluate(draft());
      assert.deepEqual(view.list?.leaveOut, {
        reached: '1 was reached',
        calledLately: '1 was called',
        notInterested: 'Nobody said not interested',
      });
      assert.equal(view.list.ready, 2);
    });

    it('are not offered where nobody was called, or the server has no history', async () => {
      for (const history of [{}, undefined]) {
        const view = await sheetOf(history === undefined ? {} : { history }).evaluate(draft());
        assert.equal(view.list?.leaveOut, undefined);
      }
    });

    it('are left out and counted separately', async () => {
      const sheet = sheetOf({ history: reachedAda });
      const view = await sheet.evaluate(withoutReached);
      assert.equal(view.list?.ready, 1);
      const left = view.list.leftOut.find(({ reason }) => reason === 'calledBefore');
      assert.equal(left?.text, '2 called before');
      assert.equal(view.list.leaveOut?.reached, '1 was reached');
      const prepared = await sheet.preparation.prepare(withoutReached);
      assert.ok('prepared' in prepared);
      assert.deepEqual(prepared.prepared.spec.leaveOut, { reached: true, notInterested: false });
      const back = await sheet.evaluate(draft());
      assert.equal(back.list?.ready, 2);
    });

    it('are read again before the confirmation, and block a launch where somebody was reached meanwhile', async () => {
      const world: Situation = { history: {} };
      const sheet = sheetOf(world);
      await sheet.evaluate(withoutReached);
      world.history = reachedAda;
      const prepared = await sheet.preparation.prepare(withoutReached);
      assert.ok('message' in prepared);
      assert.match(prepared.message, /^The list has changed since/);
      assert.equal(prepared.evaluation.list?.counts.excluded.calledBefore, 2);
    });

    it('block a launch where somebody is to be left out and the server has no history', async () => {
      const { problems, list: shown } = await sheetOf().evaluate(withoutReached);
      assert.deepEqual(
        problems.map(({ field }) => field),
        ['leaveOut'],
      );
      assert.equal(shown?.leaveOut?.reached, 'Not known now', 'the choice can be cleared');
    });

    const down = new Error('It is down.');
    it('block a launch while the history cannot be read', async () => {
      const sheet = sheetOf({ history: down });
      await sheet.evaluate(draft());
      const prepared = await sheet.preparation.prepare(draft());
      assert.ok('message' in prepared);
      assert.match(prepared.message, /^Nothing was sent\. The call history .* It is down\./);
    });

    it('cause a warning in the confirmation instead, where the setting says so', async () => {
      const sheet = sheetOf({ history: down, mayLaunchWithoutHistory: true });
      await sheet.evaluate(draft());
      const prepared = await sheet.preparation.prepare(draft());
      assert.ok('prepared' in prepared);
      assert.match(prepared.prepared.historyWarning ?? '', /It is down/);
    });

    it('block a launch all the same where somebody is to be left out', async () => {
      const sheet = sheetOf({ history: down, mayLaunchWithoutHistory: true });
      await sheet.evaluate(withoutReached);
      assert.ok('message' in (await sheet.preparation.prepare(withoutReached)));
    });
  });

  describe('a launch sheet of a list on the disk', () => {
    let folder: string;
    let path: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'revox-sheet-'));
      path = join(folder, 'list.csv');
      await writeFile(path, list);
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('is not sent when the file has changed since it was shown, even unnoticed', async () => {
      const sheet = sheetOf({ path });
      await sheet.evaluate(draft());
      await writeFile(path, list.replace('+33199001202', '+33199001203'));
      const prepared = await sheet.preparation.prepare(draft());
      assert.ok('message' in prepared);
      assert.match(prepared.message, /^The list has changed since you opened this page/);
    });

    it('is sent when the file was saved with the same contacts, and records which version that was', async () => {
      const sheet = sheetOf({ path });
      await sheet.evaluate(draft());
      await writeFile(path, `${list}\n`);
      const prepared = await sheet.preparation.prepare(draft());
      assert.ok('prepared' in prepared);
      assert.equal(prepared.prepared.hash, await contentHash(`${list}\n`));
    });

    it('is not sent when the file is gone', async () => {
      const sheet = sheetOf({ path });
      await sheet.evaluate(draft());
      await rm(path);
      const prepared = await sheet.preparation.prepare(draft());
      assert.ok('message' in prepared);
      assert.match(prepared.evaluation.listProblem ?? '', /^“list\.csv” no longer exists/);
    });

    it('excludes people far down a list of more contacts than may be sent', async () => {
      const numbers = Array.from({ length: 12 }, (_, at) => `+331990012${10 + at}`);
      const history = Object.fromEntries(
        numbers.slice(2).map((number) => [number, phoneHistory({ do_not_contact: true })]),
      );
      const allowed = { ...policy, maxContacts: { value: 3, from: 'user' as const } };
      await writeFile(path, `phone\n${numbers.join('\n')}\n`);
      const view = await sheetOf({ path, history, policy: allowed }).evaluate(draft());
      assert.equal(view.list?.ready, 2);
      assert.deepEqual(view.problems, []);
    });

    it('counts a list with more contacts than the settings allow, without a forecast or a launch', async () => {
      const many = Array.from(
        { length: 60 },
        (_, row) => `+331990012${String(row).padStart(2, '0')},Ada,Lyon`,
      );
      await writeFile(path, ['phone,prenom,city', ...many].join('\n'));
      const few = { ...policy, maxContacts: { value: 50, from: 'user' as const } };
      const sheet = sheetOf({ path, policy: few });
      const view = await sheet.evaluate(draft());
      assert.equal(view.list?.ready, 60);
      assert.match(
        view.problems.find(({ field }) => field === 'list')?.message ?? '',
        /^The list has 60 contacts/,
      );
      assert.equal(await sheet.plan(draft()), undefined);
      assert.ok('message' in (await sheet.preparation.prepare(draft())));
    });
  });

  it('reads and checks a list once for a page that requests it during the first check', async () => {
    const checks: unknown[] = [];
    const readFile = () => {
      const { check, hash } = sheetFile(list);
      const counted: typeof check = (question, signal) => {
        checks.push(question);
        return check(question, signal);
      };
      return Promise.resolve({ check: counted, hash });
    };
    const api = sheetOf().preparation.api;
    const prepared = preparation(api, { readFile });
    const [, { list: found }] = await Promise.all([prepared.evaluate(draft()), prepared.evaluate(draft())]);
    await prepared.evaluate(draft({ name: 'Autumn' }));
    assert.deepEqual([found?.counts.ready, checks.length], [2, 1]);
  });

  it('counts who is called before the server has answered which assistants exist', async () => {
    const silent = {
      ...sheetOf().preparation.api,
      listAssistants: () => new Promise<never>(() => undefined),
    };
    const prepared = preparation(silent);
    const { list: found } = await prepared.evaluate(draft({ assistantId: '' }));
    assert.equal(found?.counts.ready, 2);
  });

  it('reads a list that changed, and says so when it is no longer one', async () => {
    const world: Situation = {};
    const sheet = sheetOf(world);
    await sheet.evaluate(draft());
    world.text = '';
    sheet.preparation.listChanged();
    const view = await sheet.evaluate(draft());
    assert.equal(view.list, undefined);
    assert.deepEqual(
      view.problems.map(({ field }) => field),
      ['list'],
    );
  });

  it('previews each contact, and never a secret', async () => {
    const sheet = sheetOf({
      choices: { mapping: { first_name: 'prenom' } },
      assistants: [assistant({ first_sentence: 'Hi {{first_name}}, see https://x.example/?token=s3cret' })],
    });
    const view = await sheet.evaluate(draft());
    assert.ok(!JSON.stringify(view).includes('s3cret'));
    const preview = sheet.preview(assistantId, 7);
    assert.deepEqual([preview?.at, preview?.count, preview?.line], [1, 2, 3]);
    const text = preview?.spoken[0]?.segments.map((segment) => segment.text).join('');
    assert.equal(text, 'Hi Zoé, see https://x.example/?[redacted]');
  });

  it('shows a forecast as soon as the rules are known', async () => {
    const sheet = sheetOf();
    assert.equal(await sheet.plan(draft({ assistantId: '' })), undefined);
    const plan = await sheet.plan(draft());
    const calls = plan?.bars.reduce((sum, bar) => sum + bar.answered + bar.machine + bar.unanswered, 0) ?? 0;
    assert.ok(calls >= 2, `${calls} calls`);
    assert.deepEqual(
      plan?.zones.map(({ zone, contacts }) => [zone, contacts]),
      [['Paris', '2']],
    );
  });

  const protocol = { kind: 'one step', typed: true } as const;

  it('says what each server does with a campaign that is only created', () => {
    const offered = (known: LaunchProtocol | undefined) =>
      startOptions({ policy, support: 'honoured', graceMs: 0, protocol: known }).flatMap(
        ({ kind, label, warning }) =>
          kind === 'draft' || kind === 'pilot' ? [warning === undefined ? label : `${label}, warned`] : [],
      );
    const inSteps = (operation: 'launchCalls' | 'launchDraft' | undefined) =>
      offered({ kind: 'in steps', operation, flags: true });
    assert.deepEqual(inSteps('launchCalls'), ['Create without calling', 'Try it on a few first']);
    assert.deepEqual(inSteps(undefined), ['Create without calling', 'Try it on a few first']);
    assert.deepEqual(inSteps('launchDraft'), ['Create without calling']);
    assert.deepEqual(offered(protocol), ['Save as draft']);
    assert.deepEqual(offered({ kind: 'one step', typed: false }), ['Save as draft, warned']);
    assert.deepEqual(offered(undefined), ['Save as draft']);
  });

  it('warns of a name that is taken, and offers to undo a start only where the server waits', async () => {
    const { remarks, problems } = await sheetOf({ names: ['Spring'] }).evaluate(draft());
    assert.deepEqual(
      [remarks.map(({ field }) => field), problems],
      [['variable.first_name', 'name'].toSorted(), []],
    );
    const kinds = (scheduleSupport: 'honoured' | 'ignored') =>
      startOptions({ policy, support: scheduleSupport, graceMs: 300_000, protocol }).map(({ kind }) => kind);
    assert.deepEqual(
      [kinds('honoured').includes('grace'), kinds('ignored').includes('grace')],
      [true, false],
    );
  });

  it('warns about scheduled starts, until the server has been seen to wait', () => {
    const warned = (scheduleSupport: 'honoured' | 'unknown') =>
      startOptions({ policy, support: scheduleSupport, graceMs: 300_000, protocol }).flatMap(
        ({ kind, warning }) => (warning === undefined ? [] : [kind]),
      );
    assert.deepEqual([warned('honoured'), warned('unknown')], [[], ['schedule', 'grace']]);
  });
});
