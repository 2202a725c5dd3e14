import type { CampaignStore } from '../core/campaignStore.ts';
import type { CampaignApi } from '../core/ports.ts';

/** How long the answer is waited for, ms. */
const maxMs = 1_000;

/**
 * The country of the account, ISO 3166-1 alpha-2: `organization_country` of `GET /users/me`, which is the
 * service's own default for numbers in national form. It is only a suggestion: no list is read with it before
 * a person chooses it.
 */
export class AccountCountry {
  readonly #store: Pick<CampaignStore, 'api'>;
  readonly #known = new WeakMap<CampaignApi, Promise<string | undefined>>();

  constructor(store: Pick<CampaignStore, 'api'>) {
    this.#store = store;
  }

  /**
   * Requested once for each connection.
   * @returns undefined without a connection, and where the server does not say it, or not soon
   */
  async get(): Promise<string | undefined> {
    const { api } = this.#store;
    if (api === undefined || api.server.has('currentUser') === false) return undefined;
    const known = this.#known.get(api) ?? ask(api);
    this.#known.set(api, known);
    return known;
  }
}

async function ask(api: CampaignApi): Promise<string | undefined> {
  const user = await api.currentUser(AbortSignal.timeout(maxMs)).catch(() => undefined);
  const country = user?.organization_country;
  if (country === undefined) return undefined;
  const { knownRegion } = await import('../callList/phone/readPhone.ts');
  return knownRegion(country.slice(0, 8));
}
