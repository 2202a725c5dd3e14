import type { CampaignApi } from '../../../src/core/ports.ts';

/** A service that answers what is given, and rejects whatever else is asked of it. */
export function fakeApi(partial: Partial<CampaignApi>): CampaignApi {
  return new Proxy(partial as CampaignApi, {
    get: (target, name) =>
      Reflect.get(target, name) ??
      (() => Promise.reject(new Error(`This service was not expected to be asked ${String(name)}.`))),
  });
}
