import assert from 'node:assert/strict';
import type { CurrentUser } from '../../../src/core/account.ts';
import { AccountCountry } from '../../../src/editor/accountCountry.ts';
import { fakeApi, silentServer } from '../support/fakeApi.ts';

/** An account whose server answers like this, and counts how often it is asked. */
function account(user: Partial<CurrentUser> | Error | undefined, has?: boolean) {
  let asked = 0;
  const api = fakeApi({
    server: { ...silentServer, has: () => has },
    currentUser: () => {
      asked += 1;
      return user instanceof Error ? Promise.reject(user) : Promise.resolve(user && { id: 'u', ...user });
    },
  });
  return { country: new AccountCountry({ api }), asked: () => asked };
}

describe('the country of the account', () => {
  it('is requested once per connection', async () => {
    const { country, asked } = account({ organization_country: 'us' });
    assert.deepEqual([await country.get(), await country.get(), asked()], ['US', 'US', 1]);
  });

  it('is unknown without a connection', async () => {
    assert.equal(await new AccountCountry({ api: undefined }).get(), undefined);
  });

  it('is not requested from a server that does not report it', async () => {
    const { country, asked } = account({ organization_country: 'US' }, false);
    assert.deepEqual([await country.get(), asked()], [undefined, 0]);
  });

  const silent: readonly [string, Parameters<typeof account>[0]][] = [
    ['has no such operation', undefined],
    ['cannot be reached', new Error('It is down.')],
    ['says no country', {}],
    ['says a word that is no country', { organization_country: 'Atlantis and the sea around it' }],
  ];
  for (const [what, user] of silent) {
    it(`is unknown where the server ${what}`, async () => {
      assert.equal(await account(user).country.get(), undefined);
    });
  }
});
