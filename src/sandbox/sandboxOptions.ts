import type { ClockKind } from './dialing/clock.ts';
import type { Revision } from './revision.ts';

export interface SandboxOptions {
  /** 0 or absent: a free one. */
  readonly port?: number | undefined;
  /** Absent: a random one. */
  readonly key?: string | undefined;
  readonly clock?: ClockKind | undefined;
  readonly seed?: number | undefined;
  /** Where its time begins; absent: now. */
  readonly startMs?: number | undefined;
  /** The number of the first page of rows. */
  readonly pageBase?: 0 | 1 | undefined;
  /** Absent: `0.5.0`. */
  readonly revision?: Revision | undefined;
  /** Body fields that the revision does not know are refused. */
  readonly strict?: boolean | undefined;
  /** A sample has a status that no documentation lists, and answers have fields of older generations too. */
  readonly odd?: boolean | undefined;
  /** Prompts in `speech_events` are filled up to so many bytes. */
  readonly promptBytes?: number | undefined;
  /** An additional sample campaign with so many rows. */
  readonly rows?: number | undefined;
  /** No sample campaigns. */
  readonly empty?: boolean | undefined;
  /** Told the id of a campaign within a second after its last call. */
  readonly onCampaignEnd?: ((id: string) => void) | undefined;
  /** Before each answer. */
  readonly latencyMs?: number | undefined;
}
