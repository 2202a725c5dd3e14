import assert from 'node:assert/strict';
import { CampaignStore } from '../../../src/core/campaignStore.ts';
import type { Row } from '../../../src/core/row.ts';
import { TranscriptSearch, type SearchState } from '../../../src/views/search/transcriptSearch.ts';
import { campaign, noonMs } from '../support/campaigns.ts';
import { fakeApi } from '../support/fakeApi.ts';

const query = {
  text: 'later',
  regex: false,
  matchCase: false,
  wholeWord: false,
  speaker: 'anybody',
} as const;

/** Somebody who asked to be called later. */
function row(id: string): Row {
  const attempt = { id: 'a', status: 'completed', transcript: [{ role: 'user', content: 'Call me later.' }] };
  const call = { id: `call ${id}`, status: 'completed', call_attempts: [attempt] };
  return { id, phone_number: '+12125550100', input_data: {}, call };
}

describe('a search of transcripts', () => {
  it('has the lines of the first page before the second one comes', async () => {
    const clock = { now: () => noonMs };
    const search = new TranscriptSearch(new CampaignStore({ clock, fingerprint: () => '' }), clock);
    let secondPage: () => void = () => undefined;
    const mayCome = new Promise<void>((resolve) => (secondPage = resolve));
    const api = fakeApi({
      readRows: async function* () {
        yield [row('r1'), row('r2')];
        await mayCome;
        yield [row('r3')];
      },
    });
    const found = new Promise<SearchState>((resolve) => {
      search.onDidChange(() => {
        if (search.state.hits.length > 0) resolve(search.state);
      });
    });
    const whole = search.search(api, query, { label: 'all', campaigns: [campaign()] });
    const early = await found;
    assert.deepEqual([early.hits.length, early.turns, early.running], [2, 2, true]);
    secondPage();
    await whole;
    assert.deepEqual([search.state.hits.length, search.state.turns, search.state.running], [3, 3, false]);
  });
});
