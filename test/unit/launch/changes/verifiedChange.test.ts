import assert from 'node:assert/strict';
import { ApiError } from '../../../../src/core/errors.ts';
import {
  verifiedPause,
  verifiedResume,
  verifiedUpdate,
  type Change,
  type ChangeOptions,
} from '../../../../src/launch/changes/verifiedChange.ts';
import { campaign, noonMs } from '../../support/campaigns.ts';

function answered(status: number): ApiError {
  return new ApiError(`The server answered ${status}.`, { reason: 'not found', status });
}

/** A server without the operation, whose campaign is read with this answer. */
function optionsOf(status: number, read: () => ReturnType<ChangeOptions['api']['retrieveCampaign']>) {
  const refuse = () => Promise.reject(answered(status));
  const seen: string[] = [];
  const options: ChangeOptions = {
    api: {
      retrieveCampaign: read,
      pauseCampaign: refuse,
      resumeCampaign: refuse,
      updateCampaign: refuse,
    },
    clock: { now: () => noonMs },
    wait: () => Promise.resolve(),
    seen: ({ id }) => seen.push(id),
  };
  return { options, seen };
}

const changes: readonly [string, (options: ChangeOptions) => Promise<Change>, RegExp][] = [
  ['a pause', (options) => verifiedPause('1', options), /^this server cannot pause campaigns\. Cancel /],
  ['a resume', (options) => verifiedResume('1', options), /^this server cannot resume campaigns\. Create /],
  [
    'an edit',
    (options) => verifiedUpdate({ id: '1' }, { name: 'Summer' }, options),
    /^this server cannot change campaigns\. Create /,
  ],
];

describe('a change of a campaign that the server answers with “not found”', () => {
  for (const [what, change, sentence] of changes) {
    for (const answer of [404, 405]) {
      it(`${what}, ${answer}: is reported as not supported where the campaign exists`, async () => {
        const status = what === 'a resume' ? 'paused' : 'running';
        const there = campaign({ id: '1', name: 'Spring', status });
        const { options, seen } = optionsOf(answer, () => Promise.resolve(there));
        const end = await change(options);
        assert.ok(end.kind === 'failed');
        assert.match(end.problem, sentence);
        assert.deepEqual(seen, ['1']);
      });
    }

    it(`${what}: is reported as a missing campaign where that is not found either`, async () => {
      const end = await change(optionsOf(404, () => Promise.reject(answered(404))).options);
      assert.ok(end.kind === 'failed');
      assert.match(end.problem, /no longer exists on the server\. Refresh/);
    });

    it(`${what}: names both reasons where the campaign cannot be read`, async () => {
      const down = new ApiError('It cannot be reached.', { reason: 'offline' });
      const end = await change(optionsOf(404, () => Promise.reject(down)).options);
      assert.ok(end.kind === 'failed');
      assert.match(end.problem, /^either this server cannot .* or the campaign no longer exists/);
    });
  }
});

describe('a change of a campaign that the server accepts', () => {
  const before = campaign({ id: '1', name: 'Spring', from_phone_number: '+33123456789' });
  const cases: readonly [string, string | null, string | undefined, Change['kind']][] = [
    ['another number', '+33198765432', '+33198765432', 'done'],
    ['another number, told with spaces', '+33198765432', '+33 1 98 76 54 32', 'done'],
    ['another number, which the server does not keep', '+33198765432', '+33123456789', 'cannot tell'],
    ['no number', null, undefined, 'done'],
    ['no number, and the server tells its default', null, '+33111111111', 'done'],
    ['no number, and the server keeps the earlier one', null, '+33123456789', 'cannot tell'],
  ];
  for (const [what, asked, now, kind] of cases) {
    it(`${what}: ${kind}`, async () => {
      const after = campaign({ ...before, from_phone_number: now });
      const { options } = optionsOf(200, () => Promise.resolve(after));
      const api = { ...options.api, updateCampaign: () => Promise.resolve(after) };
      const end = await verifiedUpdate(before, { from_phone_number: asked }, { ...options, api });
      assert.equal(end.kind, kind);
    });
  }
});
