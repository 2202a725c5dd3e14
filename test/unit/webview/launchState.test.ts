import assert from 'node:assert/strict';
import type { SheetReady, SheetView } from '../../../src/panels/contract/protocolLaunch.ts';
import { matchingChoices, meantChoice, stepActive } from '../../../src/webview/launch/combo.ts';
import {
  canSend,
  initialState,
  problemOf,
  reduce,
  type LaunchAction,
} from '../../../src/webview/launch/launchState.ts';
import { draft, rules } from '../panels/launch/launchFixtures.ts';

const ready: SheetReady = {
  list: 'file:///a.csv',
  fileName: 'a.csv',
  draft: draft(),
  countries: [],
  accountCountry: undefined,
  callerNumbers: [],
  presets: [],
  starts: [],
  account: undefined,
  created: undefined,
  unsure: undefined,
  view: undefined,
};

function view(about: Partial<SheetView> = {}): SheetView {
  return {
    list: undefined,
    listProblem: undefined,
    assistant: undefined,
    start: undefined,
    problems: [],
    remarks: [],
    summary: '',
    button: '',
    ...about,
  };
}

function after(...actions: readonly LaunchAction[]) {
  return [{ type: 'ready', ready } as const, ...actions].reduce(reduce, initialState);
}

const assistantRules = rules({ attempts: '7' });
const withAssistant = view({
  assistant: {
    id: 'a',
    name: 'Emma',
    known: true,
    facts: [],
    firstSentence: undefined,
    fromNumber: undefined,
    rulesLines: [],
    rules: assistantRules,
  },
});

describe('the state of the launch sheet', () => {
  it('starts own rules with the assistant’s, and keeps them when a person switches back and forth', () => {
    const own = after(
      { type: 'view', view: withAssistant },
      { type: 'rulesFrom', from: 'own' },
      { type: 'rules', change: { attempts: '2' } },
      { type: 'rulesFrom', from: 'assistant' },
      { type: 'rulesFrom', from: 'own' },
    );
    assert.deepEqual(own.draft?.rules, { ...assistantRules, attempts: '2' });
  });

  it('adds, changes and removes windows, and keeps the week in order', () => {
    const { draft: changed } = after(
      { type: 'view', view: withAssistant },
      { type: 'rulesFrom', from: 'own' },
      { type: 'addWindow' },
      { type: 'window', at: 1, change: { start: '2pm', end: '6pm' } },
      { type: 'removeWindow', at: 0 },
      { type: 'day', day: 'sunday' },
      { type: 'day', day: 'monday' },
    );
    assert.deepEqual(changed?.rules?.windows, [{ start: '2pm', end: '6pm', delay: '2', unit: 'hours' }]);
    assert.deepEqual(changed.rules.days, ['tuesday', 'sunday']);
  });

  it('reports a missing field only after a person left it or pressed the button', () => {
    const problems = [{ field: 'name', message: 'Give it a name.' }];
    const seen = after({ type: 'view', view: view({ problems }) });
    assert.equal(problemOf(seen, 'name'), undefined);
    for (const action of [{ type: 'touch', field: 'name' }, { type: 'showAll' }] as const) {
      assert.equal(problemOf(reduce(seen, action), 'name')?.message, 'Give it a name.');
    }
  });

  it('does not change while a campaign is sent, nor afterwards', () => {
    const edit: LaunchAction = { type: 'edit', change: { name: 'Other' } };
    const created = { id: 'c', name: 'Spring', text: '' };
    for (const action of [{ type: 'sending' }, { type: 'created', created }] as const) {
      assert.equal(after({ type: 'view', view: view() }, action, edit).draft?.name, 'Spring');
    }
  });

  it('shows sending only after the person confirmed', () => {
    assert.equal(after({ type: 'sending' }).confirmed, false);
    assert.equal(after({ type: 'sending' }, { type: 'confirmed' }).confirmed, true);
    const again = after({ type: 'sending' }, { type: 'confirmed' }, { type: 'sending' });
    assert.equal(again.confirmed, false);
  });

  it('keeps everything after a refusal, and blocks another attempt while the outcome is unknown', () => {
    const typed = [
      { type: 'edit', change: { name: 'Mine' } },
      { type: 'view', view: view() },
    ] as const;
    const failed = after(
      ...typed,
      { type: 'sending' },
      { type: 'ended', outcome: { kind: 'failed', message: 'No.' } },
    );
    assert.deepEqual([failed.draft?.name, failed.outcome?.message, canSend(failed)], ['Mine', 'No.', true]);
    const unsure = reduce(failed, { type: 'ended', outcome: { kind: 'unsure', message: '?' } });
    assert.equal(canSend(unsure), false);
  });

  it('keeps what was typed when the connection changes', () => {
    const state = after({ type: 'edit', change: { name: 'Mine' } }, { type: 'restart' });
    assert.deepEqual([state.draft?.name, state.ready], ['Mine', undefined]);
  });

  it('shows the outcome of an unconfirmed launch, wherever that was found', () => {
    const unsure = { type: 'ended', outcome: { kind: 'unsure', message: 'Nobody knows.' } } as const;
    const created = { id: 'c1', name: 'Spring', text: 'was created.' };
    const found = after({ type: 'view', view: view() }, unsure, {
      type: 'settled',
      settled: { kind: 'created', created },
    });
    assert.deepEqual([found.created, found.outcome], [created, undefined]);
    const absent = after({ type: 'view', view: view() }, unsure, {
      type: 'settled',
      settled: { kind: 'refused', message: 'It was not created.' },
    });
    assert.deepEqual(absent.outcome, { kind: 'failed', message: 'It was not created.' });
    assert.equal(canSend(absent), true);
  });

  it('is unconfirmed again after a reload, and cannot be sent', () => {
    const reloaded = after(
      { type: 'ready', ready: { ...ready, unsure: 'Nobody knows.' } },
      { type: 'view', view: view() },
    );
    assert.deepEqual(reloaded.outcome, { kind: 'unsure', message: 'Nobody knows.' });
    assert.equal(canSend(reloaded), false);
  });

  it('shows the progress of sending, and removes it afterwards', () => {
    const step = { text: 'Sending the list…', withdrawal: 'Cancel to launch nothing.' };
    const sending = after({ type: 'sending' }, { type: 'step', step });
    assert.deepEqual(sending.step, step);
    assert.equal(after({ type: 'step', step }).step, undefined);
    assert.equal(
      reduce(reduce(sending, { type: 'ended', outcome: undefined }), { type: 'sending' }).step,
      undefined,
    );
  });
});

describe('a searchable list', () => {
  const choices = ['America/New_York', 'Europe/Paris', 'America/Port_of_Spain', 'Asia/Tokyo'].map((zone) => ({
    value: zone,
    label: zone,
  }));

  const searches: [query: string, found: readonly string[]][] = [
    ['paris', ['Europe/Paris']],
    ['new york', ['America/New_York']],
    ['PORT spain', ['America/Port_of_Spain']],
    ['mars', []],
  ];
  for (const [query, found] of searches) {
    it(`finds ${found.length === 0 ? 'nothing' : found.join(', ')} by “${query}”`, () =>
      assert.deepEqual(
        matchingChoices(choices, query).map(({ value }) => value),
        found,
      ));
  }

  it('accepts a text as a choice only when it is unambiguous', () => {
    assert.equal(meantChoice(choices, 'tokyo')?.value, 'Asia/Tokyo');
    assert.equal(meantChoice(choices, 'america'), undefined);
    assert.equal(meantChoice(choices, ' '), undefined);
  });

  it('wraps around at both ends', () => {
    assert.deepEqual(
      [stepActive(-1, 1, 3), stepActive(2, 1, 3), stepActive(0, -1, 3), stepActive(0, 1, 0)],
      [0, 0, 2, -1],
    );
  });
});
