/**
 * How a server takes `POST /campaigns`. `callsAtOnce` (client 0.1.1): a create calls people at once.
 * `launchesDrafts` (0.2.0, 0.3.0): it needs `launch` and `type`, and a draft is launched by `POST
 * /campaigns/{id}/launch`. `launchesCalls` (0.4.0, 0.5.0): a create calls nobody, and calls are launched by
 * their ids with `POST /campaigns/{id}/launch-calls`.
 */
export type Generation = 'callsAtOnce' | 'launchesDrafts' | 'launchesCalls' | 'unknown';

/** Operations that not every generation of server has. */
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

/** What a server's answers to reads have shown about it. Changes as more is read. */
export interface ServerProfile {
  readonly generation: Generation;
  /** True when a read has shown that the server is not of this generation. */
  excludes(generation: Exclude<Generation, 'unknown'>): boolean;
  /**
   * True: the operation was answered once. False: it answered 404 or 405, or the server's generation does not
   * have it. Undefined: not known.
   */
  has(operation: ServerOperation): boolean | undefined;
}
