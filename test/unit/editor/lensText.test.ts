import assert from 'node:assert/strict';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { lensTitle } from '../../../src/editor/lensText.ts';
import { readSeverities } from '../../../src/editor/shownProblems.ts';

const text = 'phone,name\n+33199001201,Ann\ntel:+33261912602,Bob\n+3312,Cid\n+33199001201,Dan\n';

describe('the code lens above the header', () => {
  it('counts ready rows and problems, but not information', async () =>
    assert.equal(lensTitle(await checkCallList(text), new Map()), '2 ready · 2 problems'));

  it('says that nobody is called while one row refuses a number that another row has', async () => {
    const list = await checkCallList('phone,DNC\n+33199001201,yes\n+33199001201,\n+33261912602,\n');
    assert.equal(lensTitle(list, new Map()), '2 ready, but blocked · 2 problems');
  });

  it('counts with the severities of the setting', async () => {
    const list = await checkCallList(text);
    const severities = readSeverities({
      'revox.phone.tooShort': 'off',
      'revox.phone.duplicate': 'info',
      'revox.phone.cleaned': 'warning',
    });
    assert.equal(lensTitle(list, severities), '2 ready · 1 problem');
    assert.equal(
      lensTitle(list, readSeverities({ 'revox.phone.tooShort': 'off', 'revox.phone.duplicate': 'off' })),
      '2 ready · no problems',
    );
  });
});
