import type { ClockKind } from './dialing/clock.ts';
import type { Revision } from './revision.ts';

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  readonly port?: number | undefined;
  /** Absent: a random key. */
  readonly key?: string | undefined;
  readonly clock?: ClockKind | undefined;
  readonly seed?: number | undefined;
  /** The sandbox's time at the start, in milliseconds since 1970; absent: now. */
  readonly startMs?: number | undefined;
  /** The number of the first page of rows. */
  readonly pageBase?: 0 | 1 | undefined;
  /** Absent: `0.5.0`. */
  readonly revision?: Revision | undefined;
  /** Body fields that the revision does not have are refused. */
  readonly strict?: boolean | undefined;
  /**
   * One sample has a status that no documentation lists, and answers also have the fields of older
   * generations.
   */
  readonly odd?: boolean | undefined;
  /** Prompts in `speech_events` are padded to this size. */
  readonly promptBytes?: number | undefined;
  /** Adds a sample campaign with so many rows. */
  readonly rows?: number | undefined;
  /** No sample campaigns. */
  readonly empty?: boolean | undefined;
  /** Called with the id of a campaign within a second after its last call. */
  readonly onCampaignEnd?: ((id: string) => void) | undefined;
  /** How long each answer is delayed. */
  readonly latencyMs?: number | undefined;
}
