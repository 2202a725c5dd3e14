import type { CampaignApi } from '../../../src/core/ports.ts';
import type { ServerProfile } from '../../../src/core/serverProfile.ts';

/** The service that windows are opened on: in memory, or the sandbox over HTTP. */
export interface StepsService {
  /** On its own clock, ms since 1970. */
  readonly nowMs: number;
  /** What its reads have shown so far. */
  readonly profile: ServerProfile;
  /** Lets time pass there. */
  pass(ms: number): void | Promise<void>;
  /** The service as one client uses it; `by` names the client where the service can tell clients apart. */
  api(by: string): CampaignApi;
}
