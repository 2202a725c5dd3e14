import assert from 'node:assert/strict';
import type { Call, CallAttempt, SpeechEvent, TranscriptTurn } from '../../../../src/core/row.ts';
import { rowsAnswer } from '../../../../src/api/schemas/answers.ts';
import { recordingPlayback, recordingUrl } from '../../../../src/panels/transcript/recording.ts';
import { outputLines } from '../../../../src/panels/transcript/structuredOutput.ts';
import { transcriptMarkdown, turnMarkdown } from '../../../../src/panels/transcript/transcriptMarkdown.ts';
import { transcriptView } from '../../../../src/panels/transcript/transcriptView.ts';
import { turnTimes } from '../../../../src/panels/transcript/turnTimes.ts';
import { turnView } from '../../../../src/panels/transcript/turnView.ts';
import example from '../../../fixtures/api/rows.json';
import nulls from '../../../fixtures/api/rows.nulls.json';
import newest from '../../../fixtures/api/rows.newestServer.json';
import today from '../../../fixtures/api/rows.today.json';
import { row } from '../rows/rowFixtures.ts';

function call(about: Partial<Call> = {}): Call {
  return { id: 'o1', status: 'completed', call_attempts: [], ...about };
}

function attempt(about: Partial<CallAttempt> = {}): CallAttempt {
  return { id: 'a1', status: 'completed', ...about };
}

const hostile =
  '<img src=x onerror=alert(1)> ![x](https://evil.example/p.png) \u202Eabc \u001B[31m `x` {{y}}';

describe('a transcript', () => {
  it('has its attempts newest first, whatever order they came in', () => {
    const call_attempts = [
      attempt({ id: 'second', started_at: '2026-11-20T10:00:00Z' }),
      attempt({ id: 'third', started_at: '2026-11-20T11:00:00Z' }),
      attempt({ id: 'first', started_at: '2026-11-20T09:00:00Z' }),
    ];
    const { attempts } = transcriptView(row({ call: call({ call_attempts }) }));
    assert.deepEqual(
      attempts.map(({ id, title }) => [id, title]),
      [
        ['third', 'Attempt 3'],
        ['second', 'Attempt 2'],
        ['first', 'Attempt 1'],
      ],
    );
  });

  it('says why there are no turns', () => {
    const silences = [attempt({ transcript: [] }), attempt(), attempt({ status: 'ringing' })].map(
      (only) => transcriptView(row({ call: call({ call_attempts: [only] }) })).attempts[0]?.silence,
    );
    assert.match(silences[0] ?? '', /empty/);
    assert.match(silences[1] ?? '', /no transcript/);
    assert.match(silences[2] ?? '', /when the attempt is over/);
  });

  it('contains neither keys nor links to recordings', () => {
    const assistant = {
      id: 'x',
      name: 'Emma',
      first_sentence: 'See https://x.example/?token=tok-1',
      llm_model: { type: 'custom', api_key: 'sk-2', model_name: 'm' },
      webhook_url: 'https://hook.example/3',
      custom_tools: [{ name: 'look_up', headers: [{ key: 'Authorization', value: 'Bearer 4' }] }],
    };
    const call_attempts = [attempt({ recording_url: 'https://files.example/5.mp3?sig=6' })];
    const metadata = { link: 'https://crm.example/a?key=7' };
    const view = transcriptView(row({ call: call({ assistant, call_attempts, metadata }) }));
    const sent = JSON.stringify(view);
    for (const secret of ['tok-1', 'sk-2', 'hook.example', 'Bearer', 'files.example', 'sig=6', 'key=7']) {
      assert.ok(!sent.includes(secret), secret);
    }
    assert.equal(view.attempts[0]?.recording, 'here');
  });

  for (const [name, answer] of Object.entries({ example, nulls, newest })) {
    it(`shows the documented answers without an error: ${name}`, () => {
      for (const read of rowsAnswer.parse(answer).rows) {
        assert.equal(transcriptView(read).rowId, read.id);
        assert.ok(transcriptMarkdown(read, 0).startsWith('# Call to '));
      }
    });
  }
});

describe('a transcript of today’s service', () => {
  const [marie, jean] = rowsAnswer.parse(today).rows;
  const view = transcriptView(marie!);
  const [attemptView] = view.attempts;

  it('begins with the name, the outcome and its reason', () => {
    assert.deepEqual(
      [view.name, view.outcome?.text, view.summary],
      ['Marie Curie', 'Call back', 'Marie asked to be called again on Friday.'],
    );
  });

  it('names the completion only once, where the outcome has the same name', () => {
    const completed = transcriptView(row({ call: call({ status: 'completed', outcome: 'completed' }) }));
    assert.deepEqual([completed.status.text, completed.outcome], ['Completed', undefined]);
    const talked = transcriptView(row({ call: call({ status: 'completed', outcome: 'interested' }) }));
    assert.deepEqual([talked.status.text, talked.outcome?.text], ['Completed', 'Interested']);
  });

  it('names the messages that were sent, also where the service does not report the recipient', () => {
    const sms_log = [{ id: 's', message_body: 'Hello' }];
    const email_log = [{ id: 'e', subject: 'Interested', to_emails: [] }];
    const call_attempts = [attempt({ sms_log, email_log })];
    const [sent] = transcriptView(row({ call: call({ call_attempts }) })).attempts;
    assert.deepEqual(
      sent?.messages.map(({ title, text }) => [title, text]),
      [
        ['SMS', 'Hello'],
        ['E-mail', 'Interested'],
      ],
    );
  });

  it('shows the transcript of the recording, and the one of the call itself', () => {
    assert.equal(attemptView?.turns[1]?.text, 'Hello. Can I speak to a person?');
    assert.equal(attemptView.liveTurns?.[1]?.text, 'Hello, can I speak to a parson?');
  });

  it('shows the colleague who took over, the tool with its answer, and the time of each turn', () => {
    assert.deepEqual(
      attemptView?.turns.map(({ speaker, name, time, output }) => [speaker, name, time, output]),
      [
        ['assistant', 'Assistant', '0:01', undefined],
        ['user', 'Contact', '0:04', undefined],
        ['tool', 'transfer_call', undefined, 'connected'],
        ['human_agent', 'Colleague', undefined, undefined],
      ],
    );
    assert.equal(attemptView.handledBy, 'Assistant, then Paul');
  });

  it('lists the messages that were sent, oldest first', () => {
    assert.deepEqual(
      attemptView?.messages.map(({ title, text }) => [title, text]),
      [
        ['SMS to +33612345678', 'See you on Friday.'],
        ['E-mail to sales@example.com', 'Marie chose Friday'],
      ],
    );
  });

  it('of a call that is not launched says so, without an invented name', () => {
    const waiting = transcriptView(jean!);
    assert.deepEqual([waiting.status.text, waiting.attempts.length], ['Not launched', 0]);
    assert.equal(waiting.name, 'Jean', 'the name that stands in the list');
  });

  it('is complete as a document', () => {
    const text = transcriptMarkdown(marie!, 0);
    for (const part of [
      'Marie Curie',
      'Call back',
      'called again on Friday',
      'connected',
      'See you on Friday',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });
});

describe('the time of a turn', () => {
  const event = (speaker: string, seconds: number, transcript: string, about: Partial<SpeechEvent> = {}) => ({
    speaker,
    started_speaking_at_ms: seconds * 1000,
    transcript,
    ...about,
  });
  const said = (role: string, content: string): TranscriptTurn => ({ role, content });
  const seconds = (turns: TranscriptTurn[], events: SpeechEvent[]) =>
    turnTimes(turns, events).map((time) => (time === undefined ? undefined : time.startMs / 1000));

  it('is that of the event with its speaker and words, in order', () => {
    const events = [
      event('agent', 1, 'Hello'),
      event('user', 3, 'Yes'),
      event('agent', 5, 'Fine'),
      event('user', 7, 'Yes'),
    ];
    const turns = [
      said('assistant', 'Hello!'),
      said('user', 'yes'),
      said('assistant', 'Fine.'),
      said('user', 'Yes?'),
    ];
    assert.deepEqual(seconds(turns, events), [1, 3, 5, 7]);
  });

  it('ignores noise and events without a turn', () => {
    const events = [
      event('agent', 1, 'Hello'),
      event('user', 2, '', { is_real_turn: false }),
      event('user', 3, 'Hm'),
      event('user', 4, 'Who is it'),
    ];
    assert.deepEqual(seconds([said('assistant', 'Hello'), said('user', 'Who is it?')], events), [1, 4]);
  });

  it('is that of the speaker’s next event where the words differ', () => {
    assert.deepEqual(
      seconds([said('user', 'parson')], [event('agent', 1, 'a'), event('user', 2, 'person')]),
      [2],
    );
  });

  it('marks who was interrupted', () => {
    const [time] = turnTimes([said('assistant', 'Hello')], [event('agent', 1, 'Hello', { was_cut: true })]);
    assert.equal(time?.isInterrupted, true);
  });

  it('is missing where there is no event', () => {
    assert.deepEqual(seconds([said('user', 'a'), said('tool', ''), said('assistant', 'b')], []), [
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a turn', () => {
  const turns: [name: string, turn: TranscriptTurn, expected: ReturnType<typeof turnView>][] = [
    ['of the contact', { role: 'user', content: 'Hi' }, { speaker: 'user', name: 'Contact', text: 'Hi' }],
    [
      'of a tool with an object',
      { role: 'tool', content: '', tool_name: 'book', tool_arguments: { day: 1 } },
      { speaker: 'tool', name: 'book', text: '', arguments: '{\n  "day": 1\n}' },
    ],
    [
      'of a tool with JSON in a text, failed',
      { role: 'tool', content: 'no', tool_arguments: '{"day":1}', tool_is_error: true },
      { speaker: 'tool', name: 'Tool', text: 'no', arguments: '{\n  "day": 1\n}', failed: true },
    ],
    [
      'of a tool with a text that is no JSON',
      { role: 'tool', content: '', tool_name: 'x', tool_arguments: 'day=1' },
      { speaker: 'tool', name: 'x', text: '', arguments: 'day=1' },
    ],
    [
      'of somebody new',
      { role: 'supervisor', content: 'Hm' },
      { speaker: 'other', name: 'supervisor', text: 'Hm' },
    ],
  ];
  for (const [name, turn, expected] of turns) {
    it(name, () => assert.deepEqual(turnView(turn), expected));
  }

  it('is plain text in Markdown too: without pictures, links, HTML or code blocks of its own', () => {
    const text = turnMarkdown({ speaker: 'user', name: 'Contact', text: `${hostile}\n# no heading` });
    assert.ok(!/(?<!\\)[<[`]/.test(text.replace('**Contact:**', '')), text);
    assert.ok(!text.includes('\n'), text);
    const fenced = turnMarkdown({ speaker: 'tool', name: 't', text: '', arguments: '```\n# out' });
    assert.match(fenced, /^````json\n```\n# out\n````$/m);
  });
});

describe('structured output', () => {
  const fields = [
    { name: 'interested', required: true, type: 'boolean' },
    { name: 'seats', required: true, type: 'number' },
    { name: 'mood', required: false, type: 'enum', enum_options: ['good', 'bad'] },
    { name: 'day', required: false, type: 'date' },
    { name: 'extra', required: false, type: 'hologram' },
  ];
  const problems = (values: Record<string, unknown>) =>
    Object.fromEntries(outputLines(values, fields).map(({ name, problem }) => [name, problem]));

  it('marks required values that are missing', () => {
    assert.deepEqual(problems({ seats: null }), {
      interested: 'Required, but missing',
      seats: 'Required, but missing',
      mood: undefined,
      day: undefined,
      extra: undefined,
    });
  });

  it('marks values of another type than requested; false and 0 are values', () => {
    const found = problems({ interested: false, seats: '3', mood: 'mild', day: 'soon', extra: {} });
    assert.deepEqual(found, {
      interested: undefined,
      seats: 'Expected a number',
      mood: 'Expected one of good, bad',
      day: 'Expected a date',
      extra: undefined,
    });
    assert.equal(problems({ interested: true, seats: 0 }).seats, undefined);
  });

  it('shows unrequested values after the others', () => {
    assert.deepEqual(
      outputLines({ surprise: [1] }, [fields[4]!]).map(({ name }) => name),
      ['extra', 'surprise'],
    );
  });

  it('is absent where nothing was extracted', () => assert.deepEqual(outputLines(undefined, fields), []));
});

describe('a recording', () => {
  const links: [link: string | undefined, expected: ReturnType<typeof recordingPlayback>][] = [
    ['https://x.example/a.mp3?sig=1', 'here'],
    ['http://127.0.0.1:4010/r/a.WAV', 'here'],
    ['http://127.0.0.1:9/r/a.WAV', undefined],
    ['http://169.254.169.254/latest/a.mp3', undefined],
    ['http://x.example/a.mp3', undefined],
    ['https://x.example/a.m4a', 'outside'],
    ['https://x.example/recordings/17', 'outside'],
    ['javascript:alert(1)//a.mp3', undefined],
    ['file:///etc/a.mp3', undefined],
    ['recording_url', undefined],
    [undefined, undefined],
  ];
  for (const [link, expected] of links) {
    it(`${String(link)} is played as ${expected ?? 'nowhere'}`, () =>
      assert.equal(recordingPlayback(link, 'http://127.0.0.1:4010'), expected));
  }

  it('may be opened only where a browser would', () =>
    assert.equal(recordingUrl('command:x', undefined), undefined));
});
