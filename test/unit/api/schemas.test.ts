import assert from 'node:assert/strict';
import fc from 'fast-check';
import type * as z from 'zod';
import { createRequestSchema } from '../../../src/api/schemas/createRequestSchema.ts';
import {
  assistantsAnswer,
  authStatusAnswer,
  callAnswer,
  callSearchAnswer,
  campaignAnswer,
  campaignsAnswer,
  exportAnswer,
  launchCallsAnswer,
  phoneHistoryAnswer,
  rowsAnswer,
  statisticsAnswer,
  successAnswer,
  userAnswer,
} from '../../../src/api/schemas/answers.ts';
import { llmModelName } from '../../../src/core/assistant.ts';
import { campaignState } from '../../../src/core/campaign.ts';
import assistants from '../../fixtures/api/assistants.json';
import authStatus from '../../fixtures/api/authStatus.json';
import call from '../../fixtures/api/call.json';
import callSearch from '../../fixtures/api/callSearch.json';
import cancel from '../../fixtures/api/cancel.json';
import create from '../../fixtures/api/create.json';
import createRequest from '../../fixtures/api/createRequest.json';
import createRequestOldest from '../../fixtures/api/createRequest.oldest.json';
import deleted from '../../fixtures/api/delete.json';
import exported from '../../fixtures/api/export.json';
import listBare from '../../fixtures/api/list.bare.json';
import launchCalls from '../../fixtures/api/launchCalls.json';
import list from '../../fixtures/api/list.json';
import listDraftServer from '../../fixtures/api/list.draftServer.json';
import listLlmModels from '../../fixtures/api/list.llmModels.json';
import listNewestServer from '../../fixtures/api/list.newestServer.json';
import listNulls from '../../fixtures/api/list.nulls.json';
import listTimes from '../../fixtures/api/list.times.json';
import listToday from '../../fixtures/api/list.today.json';
import listUnknownWords from '../../fixtures/api/list.unknownWords.json';
import phoneHistory from '../../fixtures/api/phoneHistory.json';
import retrieve from '../../fixtures/api/retrieve.json';
import rows from '../../fixtures/api/rows.json';
import rowsNewestServer from '../../fixtures/api/rows.newestServer.json';
import rowsNulls from '../../fixtures/api/rows.nulls.json';
import rowsToday from '../../fixtures/api/rows.today.json';
import rowsUnknownWords from '../../fixtures/api/rows.unknownWords.json';
import statistics from '../../fixtures/api/statistics.json';
import user from '../../fixtures/api/user.json';

/** Paths whose value in the answer is not in what was decoded from it. Times (shown as `{}`) are excepted. */
function lost(answer: unknown, decoded: unknown, path = ''): string[] {
  if (path.endsWith('_at')) return [];
  if (Array.isArray(answer)) {
    if (!Array.isArray(decoded) || decoded.length !== answer.length) return [path];
    return answer.flatMap((item, index) => lost(item, decoded[index], `${path}[${index}]`));
  }
  if (typeof answer === 'object' && answer !== null) {
    if (typeof decoded !== 'object' || decoded === null) return [path];
    return Object.entries(answer).flatMap(([key, value]) =>
      lost(value, (decoded as Record<string, unknown>)[key], `${path}.${key}`),
    );
  }
  return answer === decoded ? [] : [path];
}

/** What is at a path that `lost` gave. */
function valueAt(answer: unknown, path: string): unknown {
  return (path.match(/[^.[\]]+/g) ?? []).reduce<unknown>(
    (at, key) => (at as Record<string, unknown>)[key],
    answer,
  );
}

describe('answers of the API', () => {
  const examples: [what: string, schema: z.ZodType, answer: unknown][] = [
    ['list, oldest revision', campaignsAnswer, list],
    ['create, with launch and allowed days', campaignAnswer, create],
    ['retrieve, newest revision', campaignAnswer, retrieve],
    ['rows', rowsAnswer, rows],
    ['export', exportAnswer, exported],
    ['cancel', successAnswer, cancel],
    ['delete', successAnswer, deleted],
    ['assistants', assistantsAnswer, assistants],
    ['auth status', authStatusAnswer, authStatus],
    ['every kind of llm_model, and one nobody knows', campaignsAnswer, listLlmModels],
    ['campaigns with words and fields nobody knows', campaignsAnswer, listUnknownWords],
    ['campaigns of a server with more counts', campaignsAnswer, listNewestServer],
    ['rows of a server without paging', rowsAnswer, rowsNewestServer],
    ['campaigns of a server of today', campaignsAnswer, listToday],
    ['campaigns of a server of drafts', campaignsAnswer, listDraftServer],
    ['the current user', userAnswer, user],
  ];
  for (const [what, schema, answer] of examples) {
    it(`decode without losing a field: ${what}`, () => {
      assert.deepEqual(lost(answer, schema.parse(answer)), []);
    });
  }

  it('lose no field of a row with unknown values; variables that are not texts become texts', () => {
    const decoded = rowsAnswer.parse(rowsUnknownWords);
    assert.deepEqual(lost(rowsUnknownWords, decoded), [
      '.rows[0].input_data.count',
      '.rows[0].input_data.nested',
      '.rows[0].input_data.nothing',
    ]);
    assert.deepEqual(decoded.rows[0]?.input_data, {
      count: '7',
      nested: '{"a":1}',
      nothing: '',
      text: 'as it is',
    });
  });

  const heavy: [what: string, schema: z.ZodType, answer: unknown][] = [
    ['rows of a server of today', rowsAnswer, rowsToday],
    ['a call', callAnswer, call],
    ['a search for calls', callSearchAnswer, callSearch],
    ['a launch of calls', launchCallsAnswer, launchCalls],
    ['statistics', statisticsAnswer, statistics],
    ['phone history', phoneHistoryAnswer, phoneHistory],
  ];
  for (const [what, schema, answer] of heavy) {
    it(`keep everything but prompts and speech measurements, with null as missing: ${what}`, () => {
      const kept = lost(answer, schema.parse(answer)).filter((path) => valueAt(answer, path) !== null);
      const dropped = /speech_events\[\d+\]\.(id|llm_\w+|stt_\w+|tts_\w+)$/;
      assert.deepEqual(
        kept.filter((path) => !dropped.test(path)),
        [],
      );
    });
  }

  it('show every kind of llm_model by name, never by its key', () => {
    const names = campaignsAnswer
      .parse(listLlmModels)
      .campaigns.map((campaign) => llmModelName(campaign.assistant!.llm_model!));
    assert.deepEqual(names, [
      'gpt-4.1',
      'openai/gpt-4.1',
      'meta-llama/llama-3-70b',
      'gpt-realtime',
      'hologram',
    ]);
  });

  it('read every form of a time, and everything else as no time', () => {
    const times = Object.fromEntries(
      campaignsAnswer.parse(listTimes).campaigns.map((campaign) => [campaign.id, campaign.created_at]),
    );
    const halfPastNine = '2026-11-20T09:30:00.000Z';
    assert.deepEqual(times, {
      'campaign-string': halfPastNine,
      'campaign-offset': halfPastNine,
      'campaign-zoneless': halfPastNine,
      'campaign-sql': halfPastNine,
      'campaign-seconds': halfPastNine,
      'campaign-ms': halfPastNine,
      'campaign-digits': halfPastNine,
      'campaign-none': undefined,
      'campaign-object': undefined,
      'campaign-empty': undefined,
      'campaign-junk': undefined,
      'campaign-list': undefined,
    });
  });

  it('keep a campaign whose every field but the id is null, missing or null within', () => {
    const answer = { campaigns: [...listNulls.campaigns, ...listBare.campaigns] };
    assert.deepEqual(
      campaignsAnswer.parse(answer).campaigns.map((campaign) => campaign.id),
      answer.campaigns.map((campaign) => campaign.id),
    );
  });

  it('use the documented defaults where a retry configuration is empty', () => {
    const [, campaign] = campaignsAnswer.parse(listBare).campaigns;
    assert.deepEqual(
      { ...campaign?.call_retry_config },
      { ...campaign?.call_retry_config, calling_windows: [], max_retry_attempts: 3 },
    );
    assert.equal(campaign?.row_stats?.total, 0);
  });

  it('keep a row whose every field but the id is null, missing or null within', () => {
    const decoded = rowsAnswer.parse(rowsNulls).rows;
    assert.deepEqual(
      decoded.map((row) => row.id),
      rowsNulls.rows.map((row) => row.id),
    );
    assert.equal(decoded[0]?.call, undefined);
    assert.deepEqual(decoded[1]?.call?.call_attempts, []);
    assert.equal(decoded[2]?.call?.last_call_attempt?.recording_url, undefined);
  });

  it('show a campaign with an unknown status instead of dropping it', () => {
    const answer = { campaigns: [{ id: 'a', status: 'launching' }, { id: 'b', status: 7 }, { id: 'c' }] };
    const { campaigns } = campaignsAnswer.parse(answer);
    assert.deepEqual(
      campaigns.map((campaign) => [campaign.id, campaignState(campaign, 0)]),
      [
        ['a', 'unknown'],
        ['b', 'unknown'],
        ['c', 'unknown'],
      ],
    );
  });

  for (const bad of [null, 7, 'text', [], {}, { id: null }, { id: '' }, { id: {} }, { name: 'no id' }]) {
    it(`omit ${JSON.stringify(bad)}, and keep the items beside it`, () => {
      const around = [{ id: 'before' }, bad, { id: 'after' }];
      const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);
      assert.deepEqual(ids(campaignsAnswer.parse({ campaigns: around }).campaigns), ['before', 'after']);
      assert.deepEqual(ids(rowsAnswer.parse({ rows: around }).rows), ['before', 'after']);
    });
  }

  const notAnswers: [what: string, answer: unknown][] = [
    ['null', null],
    ['a text', 'campaigns'],
    ['an empty object', {}],
    ['a bare list', []],
    ['null for the list', { campaigns: null, campaign: null, rows: null, assistants: null }],
    ['an object for the list', { campaigns: {}, campaign: [], rows: {}, assistants: {} }],
    ['an error', { error: 'no' }],
  ];
  for (const [what, answer] of notAnswers) {
    it(`are rejected as a whole, never read as "empty": ${what}`, () => {
      for (const schema of [
        campaignsAnswer,
        campaignAnswer,
        rowsAnswer,
        assistantsAnswer,
        exportAnswer,
        successAnswer,
        authStatusAnswer,
      ]) {
        assert.equal(schema.safeParse(answer).success, false);
      }
    });
  }

  it('decode a campaign with any values, as long as it has an id', () => {
    const names = Object.keys(retrieve.campaign).filter((name) => name !== 'id');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (fields) => {
        const { campaigns } = campaignsAnswer.parse({ campaigns: [{ ...fields, id: 'a' }] });
        assert.equal(campaigns.length, 1);
      }),
    );
  });
});

describe('the body of a create request', () => {
  const accepted: [what: string, body: unknown][] = [
    ['the newest example', createRequest],
    ['the oldest example, with a uuid', { ...createRequestOldest, assistant_id: createRequest.assistant_id }],
    [
      'every field',
      {
        ...createRequest,
        call_retry_config: {
          allowed_days: ['saturday'],
          call_twice_in_a_row: true,
          calling_windows: [
            {
              calling_window_start_time: '10am',
              calling_window_end_time: '6pm',
              retry_delay_seconds: 60,
            },
          ],
          max_retry_attempts: 1,
          timezone: null,
        },
        from_phone_number: '+14155550100',
        max_concurrent_calls: 1,
        scheduled_at: '2026-11-20T10:30:00+01:00',
      },
    ],
  ];
  for (const [what, body] of accepted) {
    it(`is accepted: ${what}`, () => assert.doesNotThrow(() => createRequestSchema.parse(body)));
  }

  const refused: [what: string, change: Record<string, unknown>][] = [
    ['an assistant that is not a uuid', { assistant_id: 'assistant_id' }],
    ['an empty name', { name: '' }],
    ['no contacts at all', { contacts: undefined }],
    [
      'a variable that is not a text',
      { contacts: [{ to_phone_number: '+14155550100', prompt_variables: { n: 1 } }] },
    ],
    ['a text for launch', { launch: 'false' }],
    ['no concurrency', { max_concurrent_calls: 0 }],
    ['a schedule in words', { scheduled_at: 'tomorrow' }],
    [
      'an unknown day',
      { call_retry_config: { allowed_days: ['funday'], calling_windows: [], max_retry_attempts: 1 } },
    ],
    ['no attempts', { call_retry_config: { calling_windows: [], max_retry_attempts: 0 } }],
  ];
  for (const [what, change] of refused) {
    it(`is rejected: ${what}`, () => {
      assert.equal(createRequestSchema.safeParse({ ...createRequest, ...change }).success, false);
    });
  }
});
