import assert from 'node:assert/strict';
import type { CreateCallRequest } from '../../../../src/core/callRequests.ts';
import { ApiError } from '../../../../src/core/errors.ts';
import {
  callOnce,
  hasTranscript,
  isCallOver,
  refusalText,
  type CallOnceEnd,
} from '../../../../src/launch/calls/callOnce.ts';
import { Bench } from '../../sandbox/harness.ts';

const lost = new ApiError('The connection broke off.', { reason: 'offline', mayHaveHappened: true });

interface Trouble {
  /** Whether the request still reaches the server; undefined: nothing goes wrong. */
  readonly arrives?: boolean;
}

async function callMyself(
  { arrives }: Trouble,
  use: (end: CallOnceEnd, bench: Bench, sent: readonly CreateCallRequest[]) => Promise<void> | void,
): Promise<void> {
  const bench = await Bench.start({ revision: '0.5.0' });
  const { client } = bench;
  try {
    const [assistant_id = ''] = await bench.assistantIds();
    const sent: CreateCallRequest[] = [];
    const end = await callOnce({
      api: {
        createCall: async (request) => {
          sent.push(request);
          if (arrives === false) throw lost;
          const call = await client.createCall(request);
          if (arrives === true) throw lost;
          return call;
        },
        searchCalls: (search) => client.searchCalls(search),
      },
      request: {
        phone_number: '+12125550100',
        assistant_id,
        prompt_variables: { first_name: 'Ada' },
        skip_calling_window: true,
      },
      id: 'one',
      wait: () => Promise.resolve(),
    });
    await use(end, bench, sent);
  } finally {
    await bench.close();
  }
}

describe('a call to oneself', () => {
  it('is made at once with the values of the row, and can be read afterwards', async () => {
    await callMyself({}, async (end, bench) => {
      assert.ok(end.kind === 'created' && end.by === 'answer');
      assert.deepEqual(end.call.prompt_variables, { first_name: 'Ada' });
      assert.equal(isCallOver(end.call) || hasTranscript(end.call), false);
      await bench.step(3600);
      const over = await bench.client.retrieveCall(end.call.id);
      assert.ok(isCallOver(over) && hasTranscript(over));
    });
  });

  it('is found by a search where its answer was lost, and sent only once', async () => {
    await callMyself({ arrives: true }, (end, _bench, sent) => {
      assert.ok(end.kind === 'created' && end.by === 'search', JSON.stringify(end));
      assert.equal(sent.length, 1);
    });
  });

  it('is not sent again where its outcome is unknown', async () => {
    await callMyself({ arrives: false }, (end, _bench, sent) => {
      assert.equal(end.kind, 'cannot tell');
      assert.equal(sent.length, 1);
    });
  });

  it('reports a refusal of the server', async () => {
    const bench = await Bench.start({ revision: '0.5.0' });
    try {
      const end = await callOnce({
        api: bench.client,
        request: { phone_number: '+12125550100', assistant_id: 'nobody' },
        id: 'one',
        wait: () => Promise.resolve(),
      });
      assert.equal(end.kind, 'refused');
    } finally {
      await bench.close();
    }
  });
});

describe('a call to oneself that is refused', () => {
  const cases: readonly [status: number | undefined, sentence: RegExp][] = [
    [404, /^Either this server cannot make single calls, or the assistant no longer exists\.$/],
    [405, /^This server cannot make single calls\.$/],
    [422, /^The number is wrong\.$/],
    [undefined, /^The number is wrong\.$/],
  ];
  for (const [status, sentence] of cases)
    it(`says why: ${status}`, () =>
      assert.match(
        refusalText(new ApiError('The number is wrong.', { reason: 'rejected', status })),
        sentence,
      ));
});
