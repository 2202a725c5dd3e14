import type { Revision } from './revision.ts';
import type { SandboxState } from './sandboxState.ts';

/** What every route works with. */
export interface Context {
  readonly state: SandboxState;
  readonly revision: Revision;
  readonly pageBase: 0 | 1;
  /** `http://127.0.0.1:PORT`, for links to recordings. */
  readonly origin: string;
  /** Body fields that the revision does not know are refused. */
  readonly strict: boolean;
  /** Answers have the fields of older generations too. */
  readonly odd: boolean;
  /** Prompts in `speech_events` are filled up to so many bytes. */
  readonly promptBytes: number;
}
