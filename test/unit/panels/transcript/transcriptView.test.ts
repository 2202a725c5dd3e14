import assert from 'node:assert/strict';
import type { Call, CallAttempt, TranscriptTurn } from '../../../../src/core/row.ts';
import { rowsAnswer } from '../../../../src/api/schemas/answers.ts';
import { howToHear, recordingUrl } from '../../../../src/panels/transcript/recording.ts';
import { outputLines } from '../../../../src/panels/transcript/structuredOutput.ts';
import { transcriptMarkdown, turnMarkdown } from '../../../../src/panels/transcript/transcriptMarkdown.ts';
import { transcriptView } from '../../../../src/panels/transcript/transcriptView.ts';
import { turnView } from '../../../../src/panels/transcript/turnView.ts';
import example from '../../../fixtures/api/rows.json';
import nulls from '../../../fixtures/api/rows.nulls.json';
import newest from '../../../fixtures/api/rows.newestServer.json';
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

  it('sends neither keys nor links to recordings to the page', () => {
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
    it(`reads the answers of the documentation without an error: ${name}`, () => {
      for (const read of rowsAnswer.parse(answer).rows) {
        assert.equal(transcriptView(read).rowId, read.id);
        assert.ok(transcriptMarkdown(read, 0).startsWith('# Call to '));
      }
    });
  }
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

  it('is text in Markdown too: no picture, link, HTML or fence of its own', () => {
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

  it('marks what is required and missing', () => {
    assert.deepEqual(problems({ seats: null }), {
      interested: 'Required, but missing',
      seats: 'Required, but missing',
      mood: undefined,
      day: undefined,
      extra: undefined,
    });
  });

  it('marks what is of another kind than asked for; false and 0 are values', () => {
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

  it('shows also what nobody asked for, after the rest', () => {
    assert.deepEqual(
      outputLines({ surprise: [1] }, [fields[4]!]).map(({ name }) => name),
      ['extra', 'surprise'],
    );
  });

  it('is nothing where nothing was extracted', () => assert.deepEqual(outputLines(undefined, fields), []));
});

describe('a recording', () => {
  const links: [link: string | undefined, expected: ReturnType<typeof howToHear>][] = [
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
    it(`${String(link)} is heard ${expected ?? 'nowhere'}`, () =>
      assert.equal(howToHear(link, 'http://127.0.0.1:4010'), expected));
  }

  it('may be followed only where a browser would', () =>
    assert.equal(recordingUrl('command:x', undefined), undefined));
});
