import assert from 'node:assert/strict';
import { rowCounts } from '../../../src/core/campaign.ts';
import {
  attemptStatuses,
  callResults,
  callStatuses,
  dialErrors,
  resultFilters,
} from '../../../src/core/row.ts';
import {
  attemptStatusBadge,
  callStatusBadge,
  dialErrorText,
  endedByText,
  resultBadge,
  resultFilterText,
  toneOf,
} from '../../../src/panels/callWords.ts';
import { countFilter } from '../../../src/panels/rows/countFilter.ts';
import { between, formatDuration } from '../../../src/panels/duration.ts';

describe('the words for calls', () => {
  it('exist for every documented value', () => {
    for (const status of callStatuses) assert.notEqual(callStatusBadge(status).icon, 'question', status);
    for (const status of attemptStatuses)
      assert.notEqual(attemptStatusBadge(status).icon, 'question', status);
    for (const error of dialErrors) assert.match(dialErrorText(error), /^[A-Z][^_]+$/, error);
    for (const result of resultFilters) assert.match(resultFilterText(result), /^[A-Za-z]/, result);
    assert.equal(new Set(callResults.map((result) => resultBadge(result).text)).size, callResults.length);
  });

  it('come from the value itself where this version does not know it', () => {
    assert.deepEqual(callStatusBadge('teleported'), { text: 'Teleported', icon: 'question', tone: 'muted' });
    assert.equal(dialErrorText('line_cut'), 'Line cut');
    assert.equal(endedByText('network'), 'Network');
    assert.equal(resultBadge('constructor').text, 'Constructor');
    assert.equal(attemptStatusBadge('').text, 'Unknown');
  });

  it('use theme colours with a meaning, or muted ones', () => {
    assert.deepEqual(['charts.blue', 'disabledForeground', undefined].map(toneOf), [
      'blue',
      'muted',
      'plain',
    ]);
  });
});

describe('a count as a filter', () => {
  const filters = {
    total: [],
    pending: ['initializing', 'queued_for_calling'],
    calling: ['calling'],
    retry: ['scheduled'],
    completed: ['completed'],
    failed: ['errored'],
  };
  for (const count of rowCounts) {
    it(`${count}: ${filters[count].join(', ') || 'every row'}`, () => {
      assert.deepEqual(countFilter(count, undefined), {
        query: '',
        statuses: filters[count],
        result: undefined,
      });
    });
  }
});

describe('durations', () => {
  const texts: [ms: number, text: string][] = [
    [0, '0:00'],
    [499, '0:00'],
    [7_000, '0:07'],
    [59_600, '1:00'],
    [725_000, '12:05'],
    [3_599_900, '1:00:00'],
    [3_723_000, '1:02:03'],
  ];
  for (const [ms, text] of texts) it(`${ms} ms is ${text}`, () => assert.equal(formatDuration(ms), text));

  it('need both ends in the right order', () => {
    const [early, late] = ['2026-11-20T09:00:00Z', '2026-11-20T09:00:05Z'];
    assert.equal(between(early, late), 5000);
    assert.equal(between(late, early), undefined);
    assert.equal(between(undefined, late), undefined);
    assert.equal(between('nonsense', late), undefined);
  });
});
