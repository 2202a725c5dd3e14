import assert from 'node:assert/strict';
import { choicesSentence } from '../../../src/editor/choiceText.ts';

describe('the reading options of a list, in words', () => {
  it('are empty where all are the default', () => assert.equal(choicesSentence({}), undefined));

  it('are one sentence with all that differ', () =>
    assert.equal(
      choicesSentence({
        defaultRegion: 'FR',
        phoneColumn: 'Mobile',
        duplicates: 'last',
        mapping: { company_name: 'Company', city: 3 },
        includeUnused: true,
        emptyVariables: 'leaveOut',
        separator: ';',
        repairs: ['zeroLost'],
      }),
      'Read as chosen for this list: national numbers are from France; the numbers in column “Mobile” are called; the last row of each number is called; {{company_name}} is filled from column “Company”; {{city}} is filled from column 4; all columns are sent; rows with an empty variable are left out; cells are separated by a semicolon; lost zeros are put back.',
    ));
});
