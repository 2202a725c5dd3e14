/**
 * How a server takes `POST /campaigns`. `callsAtOnce` (client 0.1.1): a create calls people at once.
 * `launchesDrafts` (0.2.0, 0.3.0): it needs `launch` and `type`, and a draft is launched by `POST
 * /campaigns/{id}/launch`. `launchesCalls` (0.4.0, 0.5.0): a create calls nobody, and calls are launched by
 * their ids with `POST /campaigns/{id}/launch-calls`.
 */
export type Generation = 'callsAtOnce' | 'launchesDrafts' | 'launchesCalls' | 'unknown';

/** What not every generation can do. */
export const serverOperations = [
  'launch',
  'launchCalls',
  'update',
  'pause',
  'resume',
  'statistics',
  'phoneHistory',
  'phoneNumbers',
  'currentUser',
  'callSearch',
  'calls',
  'cancelCall',
  'pauseCall',
  'resumeCall',
] as const;
export type ServerOperation = (typeof serverOperations)[number];

/** What a server has shown of itself, by its answers to reads. It changes as more is read. */
export interface ServerProfile {
  readonly generation: Generation;
  /** True when a read has shown that the server is not of this generation. */
  excludes(generation: Exclude<Generation, 'unknown'>): boolean;
  /**
   * True: it answered once. False: it answered 404 or 405, or its generation has no such operation.
   * Undefined: nothing speaks for or against it.
   */
  has(operation: ServerOperation): boolean | undefined;
}
