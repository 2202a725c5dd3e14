import type { ClockKind } from './dialing/clock.ts';
import type { Revision } from './revision.ts';

export interface SandboxOptions {
  /** 0 or absent: a free one. */
  readonly port?: number | undefined;
  /** Absent: a random one. */
  readonly key?: string | undefined;
  readonly clock?: ClockKind | undefined;
  readonly seed?: number | undefined;
  /** Where the world's time begins; absent: now. */
  readonly startMs?: number | undefined;
  /** The number of the first page of rows. */
  readonly pageBase?: 0 | 1 | undefined;
  readonly revision?: Revision | undefined;
  /** An additional sample campaign with so many rows. */
  readonly rows?: number | undefined;
  /** No sample campaigns. */
  readonly empty?: boolean | undefined;
  /** Before each answer. */
  readonly latencyMs?: number | undefined;
}
