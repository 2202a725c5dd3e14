import type { CampaignApi } from '../../../src/core/ports.ts';
import type { ServerProfile } from '../../../src/core/serverProfile.ts';

/** A server that has shown nothing of itself. */
export const silentServer: ServerProfile = {
  generation: 'unknown',
  excludes: () => false,
  has: () => undefined,
};

/** The service as far as a test needs it. Whatever else is asked fails the test by its name. */
export function fakeApi(part: Partial<CampaignApi>): CampaignApi {
  const known: Record<string | symbol, unknown> = { server: silentServer, ...part };
  const unexpected = (name: string | symbol) => () =>
    Promise.reject(new Error(`This test does not expect ${String(name)} to be asked.`));
  return new Proxy(known, {
    // A promise asks each value that it is resolved with for `then`.
    get: (target, name) => target[name] ?? (name === 'then' ? undefined : unexpected(name)),
  }) as unknown as CampaignApi;
}
