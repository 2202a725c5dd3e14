import assert from 'node:assert/strict';
import { callCapabilities } from '../../../../src/core/callCapabilities.ts';
import { callStatuses } from '../../../../src/core/row.ts';
import { changeCalls, changeReport, type CallChange } from '../../../../src/launch/calls/changeCalls.ts';
import { readCampaign } from '../../../../src/launch/comparison/readCampaign.ts';
import { selectAgain } from '../../../../src/launch/calls/selectAgain.ts';
import { selectPaused } from '../../../../src/launch/calls/selectPaused.ts';
import { exclusionLines } from '../../../../src/launch/calls/selectWaiting.ts';
import { allDay, Bench, contacts } from '../../sandbox/harness.ts';

const allowed = { isSuppressed: () => false, mustNotBeCalled: () => false, sent: undefined };

/** A campaign of today's service: those whose digits begin with 01 are launched, two at a time. */
async function withCampaign(
  digits: readonly string[],
  launched: number,
  use: (bench: Bench, id: string, callIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const bench = await Bench.start({ revision: '0.5.0' });
  try {
    const [assistant_id = ''] = await bench.assistantIds();
    const { id } = await bench.client.createCampaign({
      assistant_id,
      name: 'Spring',
      contacts: contacts(...digits),
      call_retry_config: allDay,
      max_concurrent_calls: 1,
    });
    const callIds = (await bench.calls(id)).map((call) => call.id);
    if (launched > 0) await launch(bench, id, callIds.slice(0, launched));
    await use(bench, id, callIds);
  } finally {
    await bench.close();
  }
}

function launch(bench: Bench, id: string, call_ids: readonly string[]) {
  const filters = { assignee_ids: [], directions: [], outcomes: [], results: [], statuses: [] };
  return bench.client.launchCalls(id, {
    mode: 'ai_first',
    selection: { rows: { mode: 'only', call_ids }, filters },
  });
}

function change(bench: Bench, callIds: readonly string[], kind: CallChange) {
  return changeCalls(callIds, kind, {
    api: bench.client,
    signal: new AbortController().signal,
    stillCurrent: () => true,
    began: () => undefined,
    wait: () => Promise.resolve(),
  });
}

async function statusesOf(bench: Bench, id: string, callIds?: readonly string[]) {
  const calls = await bench.calls(id);
  const wanted = callIds ?? calls.map((call) => call.id);
  return wanted.map((callId) => calls.find((call) => call.id === callId)?.status);
}

/** Ids of the calls once one is in progress, that one first. */
async function callingFirst(bench: Bench, id: string): Promise<readonly string[]> {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    await bench.step(1);
    const calls = await bench.calls(id);
    const isCalling = ({ status }: { readonly status: string }) => status === 'calling';
    const [first] = calls.filter(isCalling);
    if (first !== undefined) return [first, ...calls.filter((call) => call !== first)].map((call) => call.id);
  }
  throw new Error('no call is in progress');
}

describe('changing single calls', () => {
  it('pauses, resumes and cancels exactly the selected calls, and reports the outcome of each', async () => {
    await withCampaign(['0101', '0101', '0101', '0101'], 4, async (bench, id, callIds) => {
      const [first = '', second = '', third = ''] = await callingFirst(bench, id);
      const paused = await change(bench, [first, second, third], 'pause');
      assert.equal(
        changeReport(3, 'pause', paused).text,
        '2 calls are paused. 1 call in progress will finish, and is not made again before you resume.',
      );
      assert.equal(callIds.length, 4);
      assert.deepEqual(await statusesOf(bench, id, [second, third]), ['paused', 'paused']);
      assert.equal(
        changeReport(1, 'resume', await change(bench, [second], 'resume')).text,
        '1 call is resumed.',
      );
      assert.deepEqual(changeReport(1, 'cancel', await change(bench, [third], 'cancel')), {
        text: '1 call is cancelled.',
        isGood: true,
      });
      const [again, cancelled] = await statusesOf(bench, id, [second, third]);
      assert.notEqual(again, 'paused');
      assert.equal(cancelled, 'cancelled');
    });
  });

  it('says why the server refuses, and how many were not tried', async () => {
    await withCampaign(['0101', '0101'], 0, async (bench, _id, [first = '', second = '']) => {
      const refused = await change(bench, [first], 'pause');
      const { text, isGood } = changeReport(1, 'pause', refused);
      assert.match(text, /^No call is paused\. 1 not: .*Call has not been launched yet/);
      assert.equal(isGood, false);
      const stopped = await changeCalls([first, second], 'cancel', {
        api: bench.client,
        signal: AbortSignal.abort(),
        stillCurrent: () => true,
        began: () => undefined,
        wait: () => Promise.resolve(),
      });
      assert.match(changeReport(2, 'cancel', stopped).text, /2 not tried/);
      assert.deepEqual(await statusesOf(bench, _id), ['not_launched', 'not_launched']);
    });
  });

  it('does not distinguish a call that was over before from one that it cancelled wrongly', async () => {
    await withCampaign(['0100'], 1, async (bench, _id, callIds) => {
      await bench.step(7200);
      const text = changeReport(1, 'cancel', await change(bench, callIds, 'cancel')).text;
      assert.equal(text, 'No call is cancelled. 1 call was over already.');
    });
  });

  it('resumes no call to a person who must not be called', async () => {
    await withCampaign(['0101', '0102', '0103'], 3, async (bench, id, callIds) => {
      const [, second = '', third = ''] = await callingFirst(bench, id);
      await change(bench, [second, third], 'pause');
      const read = await readCampaign(bench.client, id);
      const suppressed = read.rows.find(({ call }) => call?.id === second)?.phone_number;
      const guards = {
        isSuppressed: (number: string) => number === suppressed,
        mustNotBeCalled: () => false,
      };
      const { calls, excluded } = await selectPaused(read, guards, new Set(callIds));
      assert.deepEqual(
        calls.map(({ callId }) => callId),
        [third],
      );
      assert.deepEqual(exclusionLines(excluded), ['1 is on a suppression list']);
    });
  });
});

describe('calling again', () => {
  it('includes calls that are over, and says why others are left out and who has no attempt left', async () => {
    await withCampaign(['0100', '0101', '0110', '0101'], 3, async (bench, id, callIds) => {
      await bench.step(60);
      await bench.client.updateCampaign(id, { call_retry_config: { ...allDay, max_retry_attempts: 1 } });
      await bench.step(14_400);
      const read = await readCampaign(bench.client, id);
      const chosen = await selectAgain(read, { ...allowed, callIds: new Set(callIds) });
      assert.equal(chosen?.calls.length, 3, JSON.stringify(read.rows.map(({ call }) => call?.status)));
      assert.equal(chosen.exhausted, 3);
      assert.deepEqual(exclusionLines(chosen.excluded), ['1 was never launched']);
      await bench.client.updateCampaign(id, { call_retry_config: { ...allDay, max_retry_attempts: 3 } });
      const more = await selectAgain(await readCampaign(bench.client, id), {
        ...allowed,
        callIds: new Set(callIds),
      });
      assert.equal(more?.exhausted, 0);
    });
  });

  it('selects nothing of another campaign', async () => {
    await withCampaign(['0100'], 0, async (bench, id) => {
      const read = await readCampaign(bench.client, id);
      assert.equal(await selectAgain(read, { ...allowed, callIds: new Set(['other']) }), undefined);
    });
  });
});

describe('the actions for a call', () => {
  it('depend on its status; an unknown one can only be cancelled', () => {
    const server = { has: () => undefined };
    assert.deepEqual(
      Object.fromEntries(
        [...callStatuses, 'archived', undefined].map((status) => [
          status ?? 'none',
          callCapabilities(status, server).join(' '),
        ]),
      ),
      {
        not_launched: 'launch cancel',
        initializing: 'pause cancel',
        queued_for_calling: 'pause cancel',
        calling: 'pause cancel',
        post_processing: '',
        scheduled: 'pause cancel',
        paused: 'resume cancel',
        completed: 'again',
        cancelled: '',
        errored: 'again',
        archived: 'cancel',
        none: '',
      },
    );
  });

  it('exclude what the server was seen not to support', () => {
    const server = { has: (operation: string) => (operation === 'pauseCall' ? false : undefined) };
    assert.deepEqual(callCapabilities('calling', server), ['cancel']);
  });

  it('depend on whether an answer shows that the server can pause calls', async () => {
    const bench = await Bench.start({ revision: '0.1.1' });
    try {
      const id = await bench.create();
      const [call] = await bench.calls(id);
      await assert.rejects(bench.client.pauseCall(call?.id ?? ''));
      await bench.client.discover();
      assert.equal(bench.client.server.has('pauseCall'), false);
    } finally {
      await bench.close();
    }
  });
});
