import assert from 'node:assert/strict';
import { globOfEndings, listEnding, listEndings } from '../../../../src/callList/file/listEnding.ts';
import { pathTest } from '../../../../src/callList/suppression/pathPattern.ts';

describe('the files that are watched', () => {
  const isWatched = pathTest(globOfEndings([...listEndings, 'campaign.json']))!;

  for (const name of ['a.csv', 'a.TSV', 'a.tab', 'a.Tab', 'x/y/never.TXT'])
    it(`contain the list ${name}`, () => {
      assert.deepEqual([isWatched(name), listEnding.test(name)], [true, true]);
    });

  for (const name of ['a.xlsx', 'csv', 'a.csv.bak', 'a.tabs', 'a.json'])
    it(`do not contain ${name}`, () => {
      assert.deepEqual([isWatched(name), listEnding.test(name)], [false, false]);
    });

  it('contain campaign files', () => {
    assert.deepEqual([isWatched('a.campaign.json'), isWatched('x/A.Campaign.JSON')], [true, true]);
  });
});
