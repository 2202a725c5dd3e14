import type { Campaign } from '../core/campaign.ts';
import type { Generation, ServerOperation, ServerProfile } from '../core/serverProfile.ts';
import { isAbsence } from './absence.ts';

/** Operations that a generation does not have, whether or not it was asked. */
const missing: Readonly<Record<Generation, ReadonlySet<ServerOperation>>> = {
  callsAtOnce: new Set([
    'launch',
    'launchCalls',
    'update',
    'pause',
    'resume',
    'statistics',
    'phoneHistory',
    'callSearch',
    'calls',
    'cancelCall',
    'pauseCall',
    'resumeCall',
  ]),
  launchesDrafts: new Set(['launchCalls']),
  launchesCalls: new Set(['launch']),
  unknown: new Set(),
};

/**
 * Collects what the answers of one server show about it. Only answers to reads decide about the generation:
 * see `ServerProfile`.
 */
export class ObservedServer implements ServerProfile {
  readonly #answered = new Map<ServerOperation, boolean>();
  #campaignsListed = false;
  #countsNotLaunched = false;
  #hasTypes = false;
  #pagesRows = false;
  #sendsAllRows = false;

  get campaignsListed(): boolean {
    return this.#campaignsListed;
  }

  get generation(): Generation {
    if (this.#countsNotLaunched) return 'launchesCalls';
    if (this.#hasTypes) return 'launchesDrafts';
    if (this.#pagesRows) return 'callsAtOnce';
    // A wrong address answers 404 to everything: the list of campaigns must have been there.
    const lacksNumbers = this.#campaignsListed && this.#answered.get('phoneNumbers') === false;
    return lacksNumbers && !this.#isNewer() ? 'callsAtOnce' : 'unknown';
  }

  /** Something was seen that the first generation does not have. */
  #isNewer(): boolean {
    const operations = ['phoneNumbers', 'phoneHistory', 'statistics', 'callSearch'] as const;
    return this.#sendsAllRows || operations.some((operation) => this.#answered.get(operation) === true);
  }

  excludes(generation: Exclude<Generation, 'unknown'>): boolean {
    if (this.generation !== 'unknown') return this.generation !== generation;
    return generation === 'callsAtOnce' && this.#isNewer();
  }

  has(operation: ServerOperation): boolean | undefined {
    return this.#answered.get(operation) ?? (missing[this.generation].has(operation) ? false : undefined);
  }

  /** Whether the operation was actually answered, not derived from the generation. */
  answered(operation: ServerOperation): boolean | undefined {
    return this.#answered.get(operation);
  }

  noteAnswer(operation: ServerOperation, isThere: boolean): void {
    this.#answered.set(operation, isThere);
  }

  /**
   * Learns from the answer to an operation without an id: 404 and 405 say that the server does not have it.
   * @returns undefined where the server does not have it
   * @throws what the request failed at otherwise
   */
  async observeOptional<T>(operation: ServerOperation, asked: Promise<T>): Promise<T | undefined> {
    try {
      const answer = await asked;
      this.noteAnswer(operation, true);
      return answer;
    } catch (error) {
      if (!isAbsence(error)) throw error;
      this.noteAnswer(operation, false);
      return undefined;
    }
  }

  /**
   * Learns from the answer to an operation on a campaign or a call. 405 says that the server does not have
   * it, and so does 404 where `read` finds the campaign or the call.
   * @throws what the request failed at, in either case, because nothing was done
   */
  async observe<T>(operation: ServerOperation, asked: Promise<T>, read: () => Promise<unknown>): Promise<T> {
    try {
      const answer = await asked;
      this.noteAnswer(operation, true);
      return answer;
    } catch (error) {
      if (isAbsence(error) && (error.status === 405 || (await succeeds(read())))) {
        this.noteAnswer(operation, false);
      }
      throw error;
    }
  }

  noteCampaigns(campaigns: readonly Campaign[]): void {
    for (const { row_stats, type } of campaigns) {
      if (row_stats?.not_launched !== undefined) this.#countsNotLaunched = true;
      if (type !== undefined) this.#hasTypes = true;
    }
  }

  noteList(campaigns: readonly Campaign[]): void {
    this.#campaignsListed = true;
    this.noteCampaigns(campaigns);
  }

  /** Rows were seen to come without pages, as in all generations but the first. */
  noteUnpagedRows(): void {
    this.#sendsAllRows = true;
  }

  /** Only the first generation counts the rows of all pages. */
  noteRows(answer: { readonly total?: number | undefined }): void {
    if (answer.total !== undefined) this.#pagesRows = true;
  }
}

function succeeds(read: Promise<unknown>): Promise<boolean> {
  return read.then(
    () => true,
    () => false,
  );
}
