import assert from 'node:assert/strict';
import fc from 'fast-check';
import schemaFile from '../../../../media/campaign.schema.json';
import {
  findingText,
  readCampaignFile,
  type CampaignFile,
} from '../../../../src/launch/draft/campaignFile.ts';
import { placesIn } from '../../../../src/launch/draft/campaignFileText.ts';
import { writeCampaignFile, type CampaignToWrite } from '../../../../src/launch/draft/writeCampaignFile.ts';
import { campaignJsonSchema } from '../../../../src/launch/draft/campaignFileSchema.ts';
import { runs } from '../../support/runs.ts';

const nowMs = Date.parse('2026-11-21T10:00:00Z');
const assistantId = '0b1c2d3e-0000-4000-8000-000000000001';
const window = {
  calling_window_start_time: '9am',
  calling_window_end_time: '17:30',
  retry_delay_seconds: 3600,
};

const callRetryConfig = {
  allowed_days: ['monday', 'friday'] as ('monday' | 'friday')[],
  calling_windows: [window],
  max_retry_attempts: 2,
  timezone: 'Europe/Paris',
};
const list: CampaignFile['list'] = {
  defaultRegion: 'FR',
  phoneColumn: 'Mobile',
  duplicates: 'last',
  mapping: { city: 2, company_name: 'Company' },
  includeUnused: true,
  emptyVariables: 'leaveOut',
  repairs: ['zeroLost', 'oldNumber'],
};
const scheduledMs = Date.parse('2026-11-23T09:00:00Z');
const toWrite: CampaignToWrite = {
  spec: {
    assistantId,
    name: 'Acme, November',
    callRetryConfig,
    fromPhoneNumber: '+33199000000',
    maxConcurrentCalls: 5,
    start: { kind: 'schedule', atMs: scheduledMs },
  },
  list,
};
const whole: CampaignFile = {
  campaign: {
    assistantId,
    name: 'Acme, November',
    start: 'schedule',
    scheduledMs,
    fromPhoneNumber: '+33199000000',
    maxConcurrentCalls: 5,
    callRetryConfig,
  },
  list,
  suppressionLists: [],
  limits: {},
};

const read = (value: unknown) => readCampaignFile(JSON.stringify(value), nowMs);
const said = (value: unknown) =>
  read(value).findings.map((finding) => `${finding.severity} ${findingText(finding)}`);

describe('a campaign file beside its list', () => {
  it('is read as it was written, and written in a fixed order of fields', () => {
    const text = writeCampaignFile(toWrite);
    const { file, findings } = readCampaignFile(text, nowMs);
    assert.deepEqual([file, findings], [whole, []]);
    const turned = Object.fromEntries(Object.entries(toWrite.spec).reverse());
    assert.equal(writeCampaignFile({ spec: turned, list }), text);
    assert.deepEqual(Object.keys(JSON.parse(text) as object).slice(0, 3), [
      'assistant_id',
      'name',
      'call_retry_config',
    ]);
    assert.match(text, /"phone_column": "Mobile"/);
    assert.match(text, /"city": 3/, 'columns are counted from 1 in the file');
    assert.match(text, /"old_number"/);
  });

  it('keeps comments, limits and suppression lists when a campaign is saved into it', () => {
    const before = [
      '{',
      '  // agreed with Ada',
      '  "name": "Old",',
      '  "scheduled_at": "2026-11-22T09:00:00Z",',
      '  "list": { "duplicates": "all", "suppression_lists": ["../stop/*.csv"] },',
      '  "limits": { "max_contacts": 500 } // never more',
      '}',
      '',
    ].join('\n');
    const spec = { name: 'New', start: { kind: 'grace', delayMs: 180_000 } } as const;
    const text = writeCampaignFile({ spec, list: {} }, before);
    assert.match(text, /\/\/ agreed with Ada\n {2}"name": "New"/);
    assert.match(text, /\/\/ never more/);
    const { file, findings } = readCampaignFile(text, nowMs);
    assert.deepEqual(findings, []);
    assert.deepEqual(file, {
      campaign: { name: 'New', start: 'grace', graceMinutes: 3 },
      list: {},
      suppressionLists: ['../stop/*.csv'],
      limits: { maxContacts: 500 },
    });
  });

  it('may have comments, a trailing comma and a byte order mark', () => {
    const { file, findings } = readCampaignFile('\uFEFF{ /* who */ "name": "A", }', nowMs);
    assert.deepEqual([file?.campaign.name, findings], ['A', []]);
  });

  it('may be empty', () =>
    assert.deepEqual(read({}), {
      file: { campaign: {}, list: {}, suppressionLists: [], limits: {} },
      findings: [],
      isJson: true,
    }));

  it('is never "now" when its time is past: a draft is proposed, with a message', () => {
    const { file, findings } = read({ start: 'schedule', scheduled_at: '2026-11-21T09:59:59Z' });
    assert.deepEqual(file?.campaign, { start: 'draft' });
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['warning'],
    );
  });

  it('can name the minutes in which a start can be cancelled', () => {
    assert.deepEqual(read({ start: 'grace', grace_minutes: 3 }).file?.campaign, {
      start: 'grace',
      graceMinutes: 3,
    });
  });

  const wrong: [sentence: string, value: unknown, said: RegExp][] = [
    ['a list', [], /^error This must be an object/],
    [
      'an id that is none',
      { assistant_id: 'Zoe\u0000Martin' },
      /^error assistant_id: This is not the id of an assistant/,
    ],
    ['a number for a name', { name: 7 }, /^error name: This must be a text in quotes/],
    [
      'an unknown start',
      { start: 'soon' },
      /^error start: This must be draft, pilot, schedule, grace or now/,
    ],
    ['a schedule without a time', { start: 'schedule' }, /^error start: A schedule needs “scheduled_at”/],
    [
      'a time without a zone',
      { start: 'schedule', scheduled_at: '2026-11-23T09:00' },
      /^error scheduled_at: That date isn’t valid/,
    ],
    ['no calls at once', { max_concurrent_calls: 0 }, /^error max_concurrent_calls: This must be at least 1/],
    ['a country in words', { list: { default_region: 'France' } }, /^error list\.default_region:/],
    [
      'a repair nobody knows',
      { list: { repairs: ['all'] } },
      /^error list\.repairs\[0\]: This must be zero_lost/,
    ],
    [
      'rules without windows',
      { call_retry_config: { max_retry_attempts: 1 } },
      /“calling_windows” is missing/,
    ],
    [
      'an empty set of windows',
      { call_retry_config: { calling_windows: [], max_retry_attempts: 1 } },
      /^error call_retry_config\.calling_windows: Add at least one calling window/,
    ],
    [
      'a window that ends before it begins',
      {
        call_retry_config: {
          calling_windows: [{ ...window, calling_window_end_time: '8am' }],
          max_retry_attempts: 1,
        },
      },
      /^error call_retry_config\.calling_windows\[0\]\.calling_window_end_time: The end is not after/,
    ],
    [
      'a zone nobody has heard of',
      { call_retry_config: { calling_windows: [window], max_retry_attempts: 1, timezone: 'Mars/Olympus' } },
      /^error call_retry_config\.timezone: “Mars\/Olympus” is not a time zone/,
    ],
    [
      'windows that overlap',
      { call_retry_config: { calling_windows: [window, window], max_retry_attempts: 1 } },
      /calling_windows\[1\]\.calling_window_start_time: This window overlaps another one/,
    ],
    [
      'more attempts than anybody wants',
      { call_retry_config: { calling_windows: [window], max_retry_attempts: 500 } },
      /max_retry_attempts: This must be at most 100/,
    ],
    [
      'a wait of seconds',
      {
        call_retry_config: {
          calling_windows: [{ ...window, retry_delay_seconds: 5 }],
          max_retry_attempts: 1,
        },
      },
      /retry_delay_seconds: The delay .* must be between 1 minute/,
    ],
    [
      'more minutes than an hour',
      { start: 'grace', grace_minutes: 61 },
      /grace_minutes: This must be at most 60/,
    ],
    [
      'a name without end',
      { name: 'a'.repeat(1_001) },
      /^error name: This must have at most 1000 characters/,
    ],
    ['a key', { api_key: 'rvx_123' }, /^error api_key: .*does not belong in a file that others can read/],
    ['a key further in', { list: { token: 'rvx_123' } }, /^error list\.token: .*does not belong in a file/],
    ['an address', { base_url: 'https://example.com' }, /^error base_url: .*your own settings alone/],
  ];
  for (const [sentence, value, expected] of wrong) {
    it(`is not used with ${sentence}`, () => {
      assert.equal(read(value).file, undefined);
      assert.match(said(value)[0] ?? '', expected);
      assert.ok(!said(value).join('').includes('rvx_123'), 'what stands there is not repeated');
    });
  }

  it('is not used when it is not JSON', () =>
    assert.match(
      readCampaignFile('{ "name": ', nowMs).findings[0]?.message ?? '',
      /^This is not valid JSON/,
    ));

  it('is not used when it nests too deeply', () =>
    assert.match(
      readCampaignFile('['.repeat(900_000), nowMs).findings[0]?.message ?? '',
      /nested more than 32 levels deep/,
    ));

  it('reports unknown fields, and uses the others', () => {
    const value = { name: 'A', colour: 'red', list: { sort: true } };
    assert.equal(read(value).file?.campaign.name, 'A');
    assert.deepEqual(said(value), [
      'warning list.sort: “sort” is not a known property and has no effect.',
      'warning colour: “colour” is not a known property and has no effect.',
    ]);
  });

  it('accepts any name of a variable', () =>
    assert.deepEqual(said({ list: { mapping: { url: 'Website', api_key: 'Key' } } }), []));

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((inner) => `{"list":${inner},"start":${inner}}`),
        ),
        (text) => {
          for (const { path } of readCampaignFile(text, nowMs).findings) placesIn(text)(path);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('is completed in the editor by the schema that reads it (`npm run schema` writes it)', () => {
    assert.deepEqual(schemaFile, JSON.parse(JSON.stringify(campaignJsonSchema())));
  });
});

describe('the position of a value in JSON', () => {
  const text = '{\n  "a": { "b\\"c": [1, {"d": "}]"}], "e": 2 },\n  "f": null\n}';
  const cases: [path: (string | number)[], found: string | undefined][] = [
    [[], text],
    [['a'], '"a"'],
    [['a', 'b"c'], '"b\\"c"'],
    [['a', 'b"c', 0], '1'],
    [['a', 'b"c', 1], '{"d": "}]"}'],
    [['a', 'b"c', 1, 'd'], '"d"'],
    [['a', 'e'], '"e"'],
    [['f'], '"f"'],
    [['g'], undefined],
  ];
  for (const [path, found] of cases) {
    it(`${JSON.stringify(path)} is ${found === undefined ? 'nowhere' : JSON.stringify(found)}`, () => {
      const place = placesIn(text)(path);
      assert.equal(place && text.slice(place.start, place.end), found);
    });
  }

  it('is an error, not a crash, where it is nested too deeply', () => {
    for (const text of ['['.repeat(100_000), `{"list":${'['.repeat(100)}${']'.repeat(100)}}`]) {
      const { file, findings } = readCampaignFile(text, nowMs);
      assert.equal(file, undefined);
      assert.match(findings[0]?.message ?? '', /nested more than/);
    }
    const { findings } = readCampaignFile(JSON.stringify({ name: '[[[['.repeat(20) + '\\"' }), nowMs);
    assert.doesNotMatch(findings.map(({ message }) => message).join(), /nested/);
  });
});
