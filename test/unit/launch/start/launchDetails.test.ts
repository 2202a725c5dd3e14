import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import {
  launchDetails,
  launchQuestion,
  type LaunchFacts,
} from '../../../../src/launch/start/launchDetails.ts';
import type { CampaignSpec, Start } from '../../../../src/launch/draft/campaignSpec.ts';
import { noonMs } from '../../support/campaigns.ts';

const list = await checkCallList(
  'phone,first_name\n+33199001201,Zoé\n+33261912602,Léa\n+33199001201,Zoé\n',
  {},
);
const rules = {
  allowed_days: ['monday', 'tuesday'],
  calling_windows: [
    { calling_window_start_time: '10:00', calling_window_end_time: '1pm', retry_delay_seconds: 60 },
    { calling_window_start_time: '14:00', calling_window_end_time: '20:00', retry_delay_seconds: 60 },
  ],
  max_retry_attempts: 2,
  timezone: 'Europe/Paris',
};
const assistant = {
  id: '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e',
  name: 'Ava',
  from_phone_number: '+33199000000',
};

function facts(spec: Partial<CampaignSpec> = {}, about: Partial<LaunchFacts> = {}): LaunchFacts {
  return {
    spec: { assistantId: assistant.id, name: 'Spring', start: { kind: 'now' }, ...spec },
    list,
    assistant,
    account: 'www.getrevox.com',
    protocol: { kind: 'one step', typed: false },
    scheduleSupport: 'honoured',
    usedBefore: [],
    nowMs: noonMs,
    ...about,
  };
}

describe('the confirmation before a launch', () => {
  it('shows the first call and the warnings of the page', () => {
    const warnings = ['Outside the usual hours in France.', 'b', 'c', 'd', 'e'];
    const forecast = { firstCall: 'Mon 30 Nov, 08:30', warnings };
    const text = launchDetails(facts({}, { forecast }));
    assert.match(text, /^First call: Mon 30 Nov, 08:30, by the forecast$/m);
    assert.match(text, /^Warning: Outside the usual hours in France\.$/m);
    assert.match(text, /^2 more warnings: see the page$/m);
    assert.doesNotMatch(launchDetails(facts({ start: { kind: 'draft' } }, { forecast })), /First call/);
  });

  it('has one line per fact, whatever a file, a server or a person wrote in it', () => {
    const forged = 'March\r\n\nThis is the sandbox: nobody is called.\u202e\u2028Start: never';
    const [window] = rules.calling_windows;
    const hostile = facts(
      {
        name: forged,
        fromPhoneNumber: forged,
        callRetryConfig: {
          ...rules,
          allowed_days: [forged],
          timezone: forged,
          calling_windows: [{ ...window!, calling_window_start_time: forged }],
        },
      },
      { assistant: { ...assistant, name: forged }, usedBefore: [forged] },
    );
    const honest = facts({ callRetryConfig: rules }, { usedBefore: ['used'] });
    const lines = (of: LaunchFacts) => launchDetails(of).split(/[\n\r\u2028\u2029]/).length;
    assert.equal(lines(hostile), lines(honest));
    assert.doesNotMatch(launchDetails(hostile), /\u202e/);
    assert.doesNotMatch(
      launchQuestion(facts({ name: forged, start: { kind: 'draft' } })).question,
      /[\n\r\u202e]/,
    );
  });

  const starts: [start: Start, question: string, button: string, when: RegExp][] = [
    [{ kind: 'now' }, 'Call 2 people now?', 'Call 2 people', /as soon as a calling window is open/],
    [
      { kind: 'grace', delayMs: 300_000 },
      'Call 2 people in 5 minutes?',
      'Call 2 people',
      /5 minutes after it is sent.*you can cancel it from the status bar until then/,
    ],
    [
      { kind: 'schedule', atMs: noonMs + 5 * 3_600_000 },
      'Schedule 2 calls?',
      'Schedule 2 Calls',
      /today 17:00, your time/,
    ],
    [
      { kind: 'draft' },
      'Save “Spring” as a draft?',
      'Save Draft of 2 Contacts',
      /has no operation to launch it from here/,
    ],
  ];
  for (const [start, question, button, when] of starts) {
    it(`says what happens, and to how many people: ${start.kind}`, () => {
      assert.deepEqual(launchQuestion(facts({ start })), { question, button });
      assert.match(launchDetails(facts({ start })), when);
    });
  }

  it('says where the numbers were used before', () => {
    const usedBefore = ['Both numbers are in the draft “X”, made 3 days ago.'];
    assert.match(
      launchDetails(facts({}, { usedBefore })),
      /\nUsed before: Both numbers are in the draft “X”/,
    );
  });

  it('repeats account, assistant, number, windows, days, zone and all attempts', () => {
    const lines = launchDetails(facts({ callRetryConfig: rules, maxConcurrentCalls: 3 })).split('\n');
    for (const line of [
      'Account: your key for www.getrevox.com',
      'Campaign: “Spring”',
      'Assistant: “Ava”',
      'Calling windows: 10:00–13:00, 14:00–20:00, Mon, Tue (Europe/Paris)',
      'Attempts: up to 2 per number, 4 in all at most',
      'From: +33199000000',
      'Parallel calls: up to 3',
      '2 of 3 rows ready. Left out: 1 duplicate.',
    ])
      assert.ok(lines.includes(line), `${line}\n\n${lines.join('\n')}`);
  });

  it('counts the attempts of those a pilot calls, not of all', () => {
    const pilot = facts({ callRetryConfig: rules, start: { kind: 'pilot', size: 1, pick: 'first' } });
    assert.match(launchDetails(pilot), /up to 2 per number, 2 in all at most/);
  });

  it('uses the assistant’s rules where the spec has none, and the documented ones where neither has any', () => {
    const own = facts({}, { assistant: { ...assistant, call_retry_config: rules } });
    assert.match(launchDetails(own), /10:00–13:00, 14:00–20:00/);
    assert.match(launchDetails(facts()), /10:00–18:00, Mon–Fri \(each contact’s local time\)/);
  });

  it('claims nothing about an assistant that is known only by its id', () => {
    const unknown = launchDetails(facts({}, { assistant: undefined }));
    assert.match(unknown, new RegExp(`Assistant: ${assistant.id}`));
    assert.match(unknown, /its rules and variables could not be read/);
  });

  it('says that the sandbox calls nobody', () =>
    assert.match(
      launchDetails(facts({}, { account: undefined })),
      /^This is the sandbox: nobody is called\./,
    ));

  it('warns where a server should wait and was not seen to', () => {
    const start: Start = { kind: 'grace', delayMs: 300_000 };
    assert.doesNotMatch(launchDetails(facts({ start })), /may start at once/);
    assert.match(
      launchDetails(facts({ start }, { scheduleSupport: 'unknown' })),
      /If calls begin early, we’ll tell you/,
    );
    assert.doesNotMatch(launchDetails(facts({}, { scheduleSupport: 'unknown' })), /may start at once/);
  });
});
