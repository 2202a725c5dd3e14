import type { CampaignApi } from '../../../src/core/ports.ts';
import type { Dice } from '../../../src/sandbox/random.ts';
import type { StepsService } from './stepsService.ts';

/** What a service knows of one of its calls, whatever it tells its clients. */
export interface WitnessedCall {
  readonly id: string;
  /** E.164 */
  readonly number: string;
  readonly isLaunched: boolean;
  /** When it was dialled, ms since 1970. */
  readonly dialledMs: readonly number[];
}

/** A service over HTTP that can be told to fail, and whose own records say what was really done. */
export interface WitnessedService extends StepsService {
  /** Single calls are launched there; else a draft as a whole. */
  readonly launchesCalls: boolean;
  api(): CampaignApi;
  assistantId(): Promise<string>;
  /** Orders what becomes of the next write of each kind. */
  drawFaults(dice: Dice): Promise<void>;
  clearFaults(): Promise<void>;
  /** Ids of the campaigns of this run, the newest first. */
  campaignIds(): Promise<readonly string[]>;
  campaign(id: string): Promise<{ readonly name: string; readonly status: string }>;
  /** The calls of a campaign; a draft may have none. */
  calls(id: string): Promise<readonly WitnessedCall[]>;
  close(): Promise<void>;
}
