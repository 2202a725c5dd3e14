import assert from 'node:assert/strict';
import type { Row } from '../../../../src/core/row.ts';
import { readCampaign } from '../../../../src/launch/comparison/readCampaign.ts';
import { campaign } from '../../support/campaigns.ts';

describe('reading a campaign for a comparison', () => {
  let sent = 0;

  /** A server that never stops sending rows. */
  const api = {
    retrieveCampaign: () => Promise.resolve(campaign()),
    readRows: async function* (): AsyncGenerator<readonly Row[], void, undefined> {
      for (sent = 1; ; sent += 1) {
        await Promise.resolve();
        yield [
          { id: `r${sent}`, phone_number: '+33199001201', input_data: { name: 'Ada' }, call: undefined },
        ];
      }
    },
  };

  for (const [what, bounds] of [
    ['rows', { rows: 100, characters: Infinity }],
    ['characters', { rows: Infinity, characters: 5_000 }],
  ] as const) {
    it(`stops where there are more ${what} than it can have`, async () => {
      await assert.rejects(
        readCampaign(api, 'c', undefined, bounds),
        /more rows than this campaign can have/,
      );
      assert.ok(sent <= 101, `${sent} rows were read`);
    });
  }
});
