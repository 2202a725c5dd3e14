import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { ApiError } from '../../../../src/core/errors.ts';
import type { CampaignApi } from '../../../../src/core/ports.ts';
import { submit } from '../../../../src/launch/create/submit.ts';
import type { Submission } from '../../../../src/launch/create/submission.ts';
import { createRequest } from '../../../../src/launch/draft/campaignSpec.ts';
import { launchState } from '../../../../src/launch/journal/launchIntent.ts';
import { LaunchJournal } from '../../../../src/launch/journal/launchJournal.ts';
import { readEntries } from '../../../../src/launch/journal/readEntries.ts';
import { MemoryLaunchStorage } from '../../support/memoryLaunchStorage.ts';

const contact = { to_phone_number: '+33639980001', prompt_variables: {} };
const request = createRequest({ assistantId: 'a', name: 'Spring', start: { kind: 'now' } }, [contact]);
const clock = { now: () => Date.parse('2026-11-28T10:00:00Z') };
const lost = new ApiError('It did not answer.', { reason: 'timeout', mayHaveHappened: true });

describe('a launch on a server that answers nothing any more', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('is unconfirmed after little more than a minute, and was sent once', async () => {
    const storage = new MemoryLaunchStorage();
    let isSilent = false;
    let posts = 0;
    let waitedMs = 0;
    const lists: AbortSignal[] = [];
    const api: Pick<CampaignApi, 'createCampaign' | 'listCampaigns'> = {
      createCampaign: () => {
        posts += 1;
        isSilent = true;
        return Promise.reject(lost);
      },
      listCampaigns: (signal) => {
        if (!isSilent) return Promise.resolve([]);
        if (signal !== undefined) lists.push(signal);
        return new Promise(() => undefined);
      },
    };
    const wait = (ms: number) => {
      waitedMs += ms;
      return Promise.resolve();
    };
    let end: Submission | undefined;
    const ended = submit({
      api: api as CampaignApi,
      request,
      target: { kind: 'service', baseUrl: 'https://api.example', account: 'mine' },
      journal: new LaunchJournal({ storage, clock, wait }),
      newId: () => 'launch-1',
      stillCurrent: () => true,
      wait,
      every: () => ({ dispose: () => undefined }),
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    }).then((submission) => (end = submission));
    let silentMs = 0;
    while (end === undefined) {
      await new Promise(setImmediate);
      // time passes only while a list is awaited: hashes are made in threads, in real time
      if (lists.at(-1)?.aborted !== false) continue;
      mock.timers.tick(1_000);
      silentMs += 1_000;
    }
    await ended;
    assert.equal(end.kind, 'unsure');
    assert.deepEqual(readEntries(storage.texts).map(launchState), ['unsure']);
    assert.equal(posts, 1);
    assert.deepEqual(
      lists.map(({ aborted }) => aborted),
      [true, true],
    );
    assert.ok(waitedMs + silentMs < 80_000, String(waitedMs + silentMs));
  });
});
