import assert from 'node:assert/strict';
import { ObservedServer } from '../../../src/api/observedServer.ts';
import { ApiError, type ApiErrorReason } from '../../../src/core/errors.ts';
import { campaign, rowStats } from '../support/campaigns.ts';

const failure = (status: number, reason: ApiErrorReason = 'not found') =>
  new ApiError(`It answered ${status}.`, { reason, status });

describe('what the answers of a server show about an operation', () => {
  let server: ObservedServer;
  beforeEach(() => {
    server = new ObservedServer();
  });

  const answers: readonly (readonly [answer: ApiError | undefined, has: boolean | undefined])[] = [
    [undefined, true],
    [failure(404), false],
    [failure(405), false],
    [failure(500, 'server'), undefined],
  ];
  for (const [answer, has] of answers) {
    const what = answer?.message ?? 'It answered.';
    it(`is ${has} for one without an id: ${what}`, async () => {
      const asked = answer === undefined ? Promise.resolve('yes') : Promise.reject(answer);
      const said = server.observeOptional('phoneNumbers', asked);
      if (has === undefined) await assert.rejects(said, answer);
      else assert.equal(await said, has ? 'yes' : undefined);
      assert.equal(server.has('phoneNumbers'), has);
    });
  }

  const ofCampaigns: readonly (readonly [status: number, isThere: boolean, has: boolean | undefined])[] = [
    [405, false, false],
    [404, true, false],
    [404, false, undefined],
    [409, true, undefined],
  ];
  for (const [status, isThere, has] of ofCampaigns) {
    it(`is ${has} after ${status} where the campaign is ${isThere ? '' : 'not '}there, and the failure stays one`, async () => {
      const read = () => (isThere ? Promise.resolve() : Promise.reject(failure(404)));
      await assert.rejects(server.observe('pause', Promise.reject(failure(status)), read), /It answered/);
      assert.equal(server.has('pause'), has);
    });
  }

  it('is known again once the operation is answered after all', async () => {
    await server.observeOptional('phoneNumbers', Promise.reject(failure(404)));
    await server.observeOptional('phoneNumbers', Promise.resolve('yes'));
    assert.equal(server.has('phoneNumbers'), true);
  });

  it('follows from the generation where the operation was never asked', () => {
    server.noteList([campaign({ row_stats: rowStats({ not_launched: 3 }) })]);
    assert.deepEqual(
      [server.generation, server.has('launch'), server.answered('launch'), server.has('pause')],
      ['launchesCalls', false, undefined, undefined],
    );
  });
});
