import assert from 'node:assert/strict';
import fc from 'fast-check';
import { redact, redacted, redactUrl } from '../../../src/core/redact.ts';
import retrieveExample from '../../fixtures/api/retrieve.json';
import call from '../../fixtures/api/call.json';
import listToday from '../../fixtures/api/list.today.json';
import rowsExample from '../../fixtures/api/rows.json';
import rowsToday from '../../fixtures/api/rows.today.json';
import { runs } from '../support/runs.ts';

const secret = 'S3CRET';

describe('a redacted copy', () => {
  it('hides every secret of an assistant and of a call, and changes nothing else', () => {
    const assistant = {
      ...retrieveExample.campaign.assistant,
      prompt: `Look it up at https://bot:${secret}@crm.example/find?token=${secret}, then call {{first_name}}.`,
      llm_model: { type: 'custom', api_key: secret, api_url: 'https://llm.example/v1', model_name: 'llama' },
      custom_tools: [
        {
          name: 'find',
          url: `https://crm.example/{{id}}?k=${secret}`,
          headers: [
            { key: 'X-Key', value: secret },
            { key: 'Empty', value: '' },
          ],
          query_params: [{ key: 'k', value: secret }],
          body_template: '{"name":"{{name}}"}',
        },
      ],
      webhook_url: `https://hooks.example/${secret}`,
      slack: { access_token: secret, channel: `#${secret}` },
      newest_setting: `${secret} of a newer server`,
      newest_limit: 7,
    };
    const attempt = {
      ...rowsExample.rows[0]!.call.last_call_attempt,
      recording_url: `https://r.example/${secret}`,
    };
    const shown = redact({ assistant, last_call_attempt: attempt });
    assert.ok(!JSON.stringify(shown).includes(secret));
    assert.deepEqual(shown, {
      assistant: {
        ...assistant,
        prompt: `Look it up at https://crm.example/find?${redacted} then call {{first_name}}.`,
        llm_model: { ...assistant.llm_model, api_key: redacted },
        custom_tools: [
          {
            name: 'find',
            url: `https://crm.example/{{id}}?${redacted}`,
            headers: [
              { key: 'X-Key', value: redacted },
              { key: 'Empty', value: '' },
            ],
            query_params: [{ key: 'k', value: redacted }],
            body_template: '{"name":"{{name}}"}',
          },
        ],
        webhook_url: redacted,
        slack: redacted,
        newest_setting: redacted,
      },
      last_call_attempt: { ...attempt, recording_url: redacted },
    });
  });

  it('leaves the documented examples as they are, except webhook and recording', () => {
    const shown = JSON.stringify(redact([retrieveExample, rowsExample]));
    const expected = JSON.stringify([retrieveExample, rowsExample])
      .replaceAll('"webhook_url":"webhook_url"', `"webhook_url":"${redacted}"`)
      .replaceAll('"recording_url":"recording_url"', `"recording_url":"${redacted}"`)
      .replaceAll('{"key":"x","value":"value"}', `{"key":"x","value":"${redacted}"}`);
    assert.equal(shown, expected);
  });

  it('shows every documented field of every documented answer', () => {
    const hidden = new Set<string>();
    const compare = (before: unknown, after: unknown, name: string): void => {
      if (after === redacted && before !== redacted) hidden.add(name);
      if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null)
        return;
      for (const [key, value] of Object.entries(before)) {
        compare(value, (after as Record<string, unknown>)[key], Array.isArray(before) ? name : key);
      }
    };
    for (const answer of [rowsExample, rowsToday, listToday, retrieveExample, call]) {
      compare(answer, redact(answer), '');
    }
    assert.deepEqual([...hidden].sort(), ['recording_url', 'value', 'webhook_url']);
  });

  const byName = [
    'api_key',
    'apiKey',
    'X-Api-Key',
    'openai_api_key',
    'token',
    'access_token',
    'bot_token',
    'authToken',
    'secret',
    'client_secret',
    'password',
    'Authorization',
    'private_key',
    'webhook_url',
    'recording_url',
    'precall_lookup_url',
    'credentials',
    'bearer',
    'cookie',
    'cookies',
    'auth',
    'passphrase',
    'signature',
    'private_key_id',
    'apiKeyValue',
    'secret_value',
    'token_value',
    'webhookUrl',
    'Recording-URL',
    'callback_uri',
  ];
  for (const name of byName) {
    it(`hides a field named ${name} with any value, except none`, () => {
      assert.deepEqual(redact({ [name]: secret }), { [name]: redacted });
      assert.deepEqual(redact({ [name]: { inner: secret } }), { [name]: redacted });
      for (const none of [null, undefined, '']) assert.deepEqual(redact({ [name]: none }), { [name]: none });
    });
  }

  for (const headers of [
    { Authorization: `Bearer ${secret}`, 'X-Other': secret },
    { key: secret },
    [`X-Key: ${secret}`],
    `X-Key: ${secret}`,
    [{ key: 'X-Key', value: { nested: secret } }],
  ]) {
    it(`hides headers written as ${JSON.stringify(headers)}`, () => {
      assert.ok(!JSON.stringify(redact({ headers })).includes(secret));
    });
  }

  for (const same of [
    { key: 'x' },
    { prompt_variables: { monkey: 'x', my_field: { deep: 'y' } } },
    { max_tokens: 5 },
    { name: 'Ada', total: 3, ok: true },
    [null, 0],
  ]) {
    it(`leaves ${JSON.stringify(same)} unchanged`, () => assert.deepEqual(redact(same), same));
  }

  it('does not change the original', () => {
    const value = Object.freeze({ api_key: secret });
    redact(value);
    assert.equal(value.api_key, secret);
  });

  it('is the same when redacted again', () => {
    const names = fc.oneof(
      fc.constantFrom(...byName, 'headers', 'query_params', 'key', 'value', 'url'),
      fc.string(),
    );
    const texts = fc
      .array(
        fc.constantFrom('https', '://', 'a.example', 'u:p', '@', '/', '?', '#', '=', 'x', ' ', '"', redacted),
      )
      .map((parts) => parts.join(''));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', maxDepth: 3 },
        texts,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(names, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, (some) => {
        const once = redact(some);
        assert.deepEqual(redact(once), once);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a text with links', () => {
  const cases: [text: string, shown: string][] = [
    ['no link', 'no link'],
    ['https://a.example/path', 'https://a.example/path'],
    ['https://a.example/docs#part', 'https://a.example/docs#part'],
    ['https://a.example/{{id}}/x y', 'https://a.example/{{id}}/x y'],
    ['https://a.example/?', 'https://a.example/?'],
    ['mail ada@example.com?', 'mail ada@example.com?'],
    [`https://a.example/x?sig=${secret}`, `https://a.example/x?${redacted}`],
    [`https://a.example?sig=${secret}#top`, `https://a.example?${redacted}#top`],
    [`https://user:${secret}@a.example/x`, 'https://a.example/x'],
    [`https://${secret}@a.example`, 'https://a.example'],
    [`https://u:p@${secret}@a.example/x@y`, 'https://a.example/x@y'],
    [`https://a.example/#access_token=${secret}`, `https://a.example/#${redacted}`],
    [`HTTPS://A.example/x?k=${secret}`, `HTTPS://A.example/x?${redacted}`],
    [`postgres://u:${secret}@db.example/x`, 'postgres://db.example/x'],
    [`wss://a.example/s?token=${secret}`, `wss://a.example/s?${redacted}`],
    [`<a href="https://a.example/?k=${secret}">b</a>`, `<a href="https://a.example/?${redacted}">b</a>`],
    [
      `https://a.example/?a=1 and https://b.example/?b=${secret}`,
      `https://a.example/?${redacted} and https://b.example/?${redacted}`,
    ],
  ];
  for (const [text, shown] of cases) {
    it(`${text} → ${shown}`, () => {
      assert.equal(redactUrl(text), shown);
      assert.equal(redactUrl(shown), shown);
    });
  }
});
