import { setTimeout as wait } from 'node:timers/promises';
import type { CreateCampaignRequest } from '../core/createRequest.ts';
import { HumanError } from '../core/errors.ts';
import type { CampaignApi, Clock, Log } from '../core/ports.ts';
import { errorForLog } from '../core/logText.ts';
import { LaunchJournal } from '../launch/launchJournal.ts';
import type { LaunchTarget } from '../launch/launchIntent.ts';
import { accountMark } from '../launch/requestHash.ts';
import type { Submission } from '../launch/submission.ts';
import type { Connections } from './connections.ts';
import type { KeyStore } from './keyStore.ts';
import { LaunchFiles } from './launchFiles.ts';

export interface CampaignSubmitterOptions {
  readonly connections: Connections;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Of the journal: the same for all windows of this machine. */
  readonly folder: string;
}

export interface SubmitOrder {
  /** A uuid of its own: of its intent in the journal. */
  readonly launchId: string;
  readonly api: CampaignApi;
  readonly request: CreateCampaignRequest;
  /** The address of the call list. */
  readonly list: string;
  readonly signal: AbortSignal;
  readonly stillCurrent: () => boolean;
}

/** Sends campaigns, each at most once, with the journal on this machine's disk. */
export class CampaignSubmitter {
  readonly journal: LaunchJournal;
  readonly #options: CampaignSubmitterOptions;
  readonly #files: LaunchFiles;

  constructor(options: CampaignSubmitterOptions) {
    this.#options = options;
    this.#files = new LaunchFiles(options.folder);
    this.journal = new LaunchJournal({
      storage: this.#files,
      clock: options.clock,
      wait: (ms) => wait(ms),
    });
  }

  /** The account of the moment; undefined while there is no connection or no key. */
  async target(): Promise<LaunchTarget | undefined> {
    const { connections, keys } = this.#options;
    const connection = connections.current;
    const key = connection && (await keys.get(connection));
    if (connection === undefined || key === undefined) return undefined;
    return { kind: connection.kind, baseUrl: connection.baseUrl, account: await accountMark(key) };
  }

  /** Other windows need not wait until they find out that this one is gone. */
  dispose(): void {
    for (const id of this.journal.mine) {
      try {
        this.#files.replaceNow(`${id}.beat`, String(-this.#options.clock.now()));
      } catch (error) {
        this.#options.log.warn(`the journal of launches could not be written: ${errorForLog(error)}`);
      }
    }
  }

  async submit(order: SubmitOrder): Promise<Submission> {
    const { clock, log } = this.#options;
    const { submit } = await import('../launch/submit.ts');
    const target = await this.target();
    if (target === undefined) {
      return { kind: 'refused', error: new HumanError('Nothing was sent: there is no connection any more.') };
    }
    await this.journal.prune().catch((error: unknown) => log.warn(errorForLog(error)));
    return submit({
      ...order,
      target,
      journal: this.journal,
      newId: () => order.launchId,
      wait: (ms) => wait(ms),
      every: (ms, run) => {
        const timer = setInterval(run, ms);
        return { dispose: () => clearInterval(timer) };
      },
      clock,
      log,
    });
  }
}
