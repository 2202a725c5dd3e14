import type { Revision } from './revision.ts';
import type { SandboxState } from './sandboxState.ts';

/** What every route needs. */
export interface Context {
  readonly state: SandboxState;
  readonly revision: Revision;
  readonly pageBase: 0 | 1;
  /** `http://127.0.0.1:PORT`, for links to recordings. */
  readonly origin: string;
  /** Body fields that the revision does not have are refused. */
  readonly strict: boolean;
  /** Answers also have the fields of older generations. */
  readonly odd: boolean;
  /** Prompts in `speech_events` are padded to this size. */
  readonly promptBytes: number;
}
