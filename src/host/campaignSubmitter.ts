import { setTimeout as wait } from 'node:timers/promises';
import type { CreateCampaignRequest } from '../core/createRequest.ts';
import { HumanError } from '../core/errors.ts';
import type { CampaignApi, Clock, Log } from '../core/ports.ts';
import { errorForLog } from '../core/logText.ts';
import { CallsJournal } from '../launch/journal/callsJournal.ts';
import type { CreateStep, InitialLaunch } from '../launch/create/createInSteps.ts';
import { LaunchJournal } from '../launch/journal/launchJournal.ts';
import type { LaunchProtocol } from '../launch/start/launchProtocol.ts';
import type { CallsOrder, CallsEnd } from '../launch/calls/callsOrder.ts';
import type { LaunchTarget } from '../launch/journal/launchIntent.ts';
import { accountMark } from '../launch/comparison/requestHash.ts';
import type { Submission } from '../launch/create/submission.ts';
import type { Connections } from './connections.ts';
import type { KeyStore } from './keyStore.ts';
import { LaunchFiles } from './launchFiles.ts';

export interface CampaignSubmitterOptions {
  readonly connections: Connections;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Folder of the journal, the same for all windows of this machine. */
  readonly folder: string;
}

export interface SubmitOrder {
  /** A UUID, which is also the id of its intent in the journal. */
  readonly launchId: string;
  readonly api: CampaignApi;
  readonly request: CreateCampaignRequest;
  /** How this server handles a create, as the person was told. */
  readonly protocol: LaunchProtocol;
  /** What should be launched once the campaign is checked; undefined: nothing. */
  readonly launch: InitialLaunch | undefined;
  /** The address of the call list. */
  readonly list: string;
  readonly signal: AbortSignal;
  readonly stillCurrent: () => boolean;
  /** Called right before the launch is sent. Rejects when anything now forbids calling these people. */
  readonly stillAllowed: () => Promise<void>;
  readonly onStep: (step: CreateStep) => void;
}

/** A launch of calls that exist. */
export interface LaunchCallsOrder {
  readonly api: CampaignApi;
  readonly order: Omit<CallsOrder, 'id'>;
  readonly signal: AbortSignal;
  readonly stillCurrent: () => boolean;
  /** Called right before the launch is sent. Rejects when anything now forbids calling these people. */
  readonly stillAllowed: () => Promise<void>;
}

/** A launch is written down within minutes. */
const orphanAgeMs = 86_400_000;

/** Creates campaigns and launches calls, each at most once, with the journals on this machine's disk. */
export class CampaignSubmitter {
  /** Of creates. */
  readonly journal: LaunchJournal;
  /** Of launches of calls. */
  readonly calls: CallsJournal;
  readonly #options: CampaignSubmitterOptions;
  readonly #files: LaunchFiles;

  constructor(options: CampaignSubmitterOptions) {
    this.#options = options;
    this.#files = new LaunchFiles(options.folder);
    const shared = { storage: this.#files, clock: options.clock, wait: (ms: number) => wait(ms) };
    this.journal = new LaunchJournal(shared);
    this.calls = new CallsJournal(shared);
  }

  /** The current account; undefined while there is no connection or no key. */
  async target(): Promise<LaunchTarget | undefined> {
    const { connections, keys } = this.#options;
    const connection = connections.current;
    const key = connection && (await keys.get(connection));
    if (connection === undefined || key === undefined) return undefined;
    return { kind: connection.kind, baseUrl: connection.baseUrl, account: await accountMark(key) };
  }

  /** Announces that this window closes, so that other windows need not wait to find out. */
  dispose(): void {
    for (const id of [...this.journal.mine, ...this.calls.mine]) {
      try {
        this.#files.replaceNow(`${id}.beat`, String(-this.#options.clock.now()));
      } catch (error) {
        this.#options.log.warn(`the journal of launches could not be written: ${errorForLog(error)}`);
      }
    }
  }

  /**
   * Removes entries that were settled long ago, and files that a crash has left without their intent. Never
   * rejects.
   */
  async prune(): Promise<void> {
    const { clock, log } = this.#options;
    try {
      await this.journal.prune();
      await this.calls.prune();
      await this.#removeOrphans(clock.now() - orphanAgeMs);
    } catch (error) {
      log.warn(`the journal of launches could not be pruned: ${errorForLog(error)}`);
    }
  }

  /** Removes all entries except open ones. @returns how many launches are open */
  async forget(): Promise<number> {
    const open = (await this.journal.forget()) + (await this.calls.forget());
    await this.#removeOrphans(Infinity);
    return open;
  }

  async #removeOrphans(beforeMs: number): Promise<void> {
    const { removeOrphanFiles } = await import('./orphanFiles.ts');
    await removeOrphanFiles(this.#options.folder, (id) => `${id}.0.json`, beforeMs);
  }

  async submit(order: SubmitOrder): Promise<Submission> {
    const { createInSteps } = await import('../launch/create/createInSteps.ts');
    const sending = await this.#sending();
    if (sending === undefined) return { kind: 'refused', error: noConnection() };
    return createInSteps({
      ...order,
      ...sending,
      journal: this.journal,
      calls: this.calls,
      newId: () => crypto.randomUUID(),
    });
  }

  async launch({ order, ...sender }: LaunchCallsOrder): Promise<CallsEnd> {
    const { launchSelection } = await import('../launch/calls/launchSelection.ts');
    const sending = await this.#sending();
    if (sending === undefined) return { kind: 'refused', error: noConnection() };
    return launchSelection(
      { ...sending, ...sender, journal: this.calls },
      { ...order, id: crypto.randomUUID() },
    );
  }

  /** @returns undefined when there is no connection any more */
  async #sending() {
    const { clock, log } = this.#options;
    const target = await this.target();
    if (target === undefined) return undefined;
    await this.prune();
    return {
      target,
      wait: (ms: number) => wait(ms),
      every: (ms: number, run: () => void) => {
        const timer = setInterval(run, ms);
        return { dispose: () => clearInterval(timer) };
      },
      clock,
      log,
    };
  }
}

function noConnection(): HumanError {
  return new HumanError('Nothing was sent: the connection is gone.');
}
