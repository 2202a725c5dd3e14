import assert from 'node:assert/strict';
import { campaignCapabilities } from '../../../src/core/campaign.ts';
import type { ServerOperation } from '../../../src/core/serverProfile.ts';
import { serverLacks } from '../../../src/core/optionalActions.ts';
import { campaign, noonMs, rowStats } from '../support/campaigns.ts';

/** A server that answered 404 or 405 to these. */
const without = (...missing: readonly ServerOperation[]) => ({
  has: (operation: ServerOperation) => (missing.includes(operation) ? false : undefined),
});

const waiting = campaign({ row_stats: rowStats({ total: 4, not_launched: 2, pending: 2 }) });
const draft = campaign({ status: 'draft' });

describe('the actions that are offered for a campaign', () => {
  it('exclude what its server was seen not to support', () => {
    const can = campaignCapabilities(waiting, noonMs, without('pause', 'update', 'launchCalls'));
    assert.deepEqual(
      [can.pausable, can.editable, can.launchable, can.cancelable],
      [false, false, false, true],
    );
    const paused = campaign({ status: 'paused' });
    assert.equal(campaignCapabilities(paused, noonMs, without('resume')).resumable, false);
  });

  it('include a launch without counts where calls wait for one: only its rows show it', () => {
    const uncounted = campaign({ status: 'paused' });
    const seen = (answers: Readonly<Record<string, boolean>>) => ({ has: (name: string) => answers[name] });
    assert.equal(campaignCapabilities(uncounted, noonMs, seen({ phoneNumbers: true })).launchable, true);
    assert.equal(campaignCapabilities(uncounted, noonMs, seen({})).launchable, false);
    const older = seen({ phoneNumbers: true, launchCalls: false });
    assert.equal(campaignCapabilities(uncounted, noonMs, older).launchable, false);
  });

  it('include what nothing rules out', () => {
    const can = campaignCapabilities(waiting, noonMs, without('launch', 'statistics'));
    assert.deepEqual([can.pausable, can.editable, can.launchable], [true, true, true]);
    assert.equal(campaignCapabilities(draft, noonMs, without('launchCalls')).launchable, true);
    assert.equal(campaignCapabilities(draft, noonMs, without('launch')).launchable, false);
  });

  it('have a sentence for what the server cannot do', () => {
    assert.equal(serverLacks('pause', without('pause')), 'This server cannot pause campaigns.');
    assert.equal(serverLacks('launch', without('launch')), undefined);
    assert.equal(
      serverLacks('launch', without('launch', 'launchCalls')),
      'This server cannot launch calls that wait.',
    );
  });
});
