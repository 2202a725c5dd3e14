import assert from 'node:assert/strict';
import { searchMessage } from '../../../src/views/search/searchNodes.ts';
import type { SearchState } from '../../../src/views/search/transcriptSearch.ts';

const searched: SearchState = {
  query: { text: 'Goodbye', regex: false, matchCase: false, wholeWord: false, speaker: 'anybody' },
  scope: { label: 'all campaigns', campaigns: [] },
  hits: [],
  running: false,
  turns: 0,
  unread: [],
  problems: [],
};

describe('the message above search results', () => {
  it('gives a reason once, however many campaigns share it', () => {
    const unread = [
      ...['November', 'December', 'January'].map((name) => ({ name, reason: 'The server is down.' })),
      { name: 'Spring', reason: 'It does not exist.' },
    ];
    assert.equal(
      searchMessage({ ...searched, unread, problems: ['Only the first 1000 lines are shown.'] }),
      '“Goodbye” in all campaigns: nothing found, 0 turns searched. 3 campaigns could not be read. ' +
        'The server is down. “Spring” could not be read. It does not exist. Only the first 1000 lines are shown.',
    );
  });
});
