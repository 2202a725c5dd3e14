import type { CreateCampaignRequest } from '../../../src/core/createRequest.ts';
import type { CampaignApi } from '../../../src/core/ports.ts';
import { CallsJournal } from '../../../src/launch/journal/callsJournal.ts';
import { CallsReconciler } from '../../../src/launch/calls/callsReconciler.ts';
import { createInSteps, type InitialLaunch } from '../../../src/launch/create/createInSteps.ts';
import { contactHasher } from '../../../src/launch/comparison/hashedContacts.ts';
import type { LaunchEntry, LaunchTarget } from '../../../src/launch/journal/launchIntent.ts';
import { LaunchJournal } from '../../../src/launch/journal/launchJournal.ts';
import { launchProtocol } from '../../../src/launch/start/launchProtocol.ts';
import { LaunchReconciler } from '../../../src/launch/create/launchReconciler.ts';
import { launchSelection } from '../../../src/launch/calls/launchSelection.ts';
import type { CallsOrder, CallsEnd } from '../../../src/launch/calls/callsOrder.ts';
import { RowMatcher } from '../../../src/launch/comparison/rowMatcher.ts';
import { hashedSentContacts } from '../../../src/launch/comparison/sentContacts.ts';
import type { Submission } from '../../../src/launch/create/submission.ts';
import type { MemoryLaunchStorage } from '../../unit/support/memoryLaunchStorage.ts';
import type { Crash } from '../crashingWindow.ts';
import { CrashGuard } from './crashGuard.ts';
import type { StepsService } from './stepsService.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const target: LaunchTarget = { kind: 'service', baseUrl: 'https://example.test', account: 'mine' };

/** One window on the service. What it has not written down is lost when it crashes. */
export class StepsWindow {
  readonly service: StepsService;
  readonly creates: LaunchJournal;
  readonly calls: CallsJournal;
  readonly createReconciler: LaunchReconciler;
  readonly callsReconciler: CallsReconciler;
  readonly wait: (ms: number) => Promise<void>;
  readonly clock = { now: (): number => this.service.nowMs };
  readonly #guard: CrashGuard;
  #made = 0;

  constructor(service: StepsService, storage: MemoryLaunchStorage, crash?: Crash) {
    this.service = service;
    this.#guard = new CrashGuard(crash, (releases) => {
      if (!releases) return;
      const mine = [...this.creates.mine, ...this.calls.mine];
      for (const id of mine) storage.texts.set(`${id}.beat`, String(-service.nowMs));
    });
    this.wait = this.#guard.wait(service);
    const options = { storage: this.#guard.storage(storage), clock: this.clock, wait: this.wait };
    this.creates = new LaunchJournal(options);
    this.calls = new CallsJournal(options);
    this.createReconciler = new LaunchReconciler(this.creates, this.clock, (entry) => this.#matcher(entry));
    this.callsReconciler = new CallsReconciler({ journal: this.calls, clock: this.clock });
  }

  /** The service as this window reaches it. `tag` names what it does in the ledger. */
  api(tag: string): CampaignApi {
    return this.#guard.api(this.service.api(tag));
  }

  /** Never ends when the window crashes meanwhile. */
  create(
    tag: string,
    request: CreateCampaignRequest,
    launch: InitialLaunch | undefined,
  ): Promise<Submission> {
    const protocol = launchProtocol(this.service.profile);
    if (protocol === undefined) throw new Error('The generation is open.');
    return createInSteps({
      ...this.#options(tag),
      journal: this.creates,
      calls: this.calls,
      request,
      list: 'file:///march.csv',
      launchId: tag,
      protocol,
      launch,
      newId: () => `${tag}-${(this.#made += 1)}`,
    });
  }

  /** Never ends when the window crashes meanwhile. */
  launch(order: CallsOrder): Promise<CallsEnd> {
    return launchSelection({ ...this.#options(order.id), journal: this.calls }, order);
  }

  #options(tag: string) {
    return {
      api: this.api(tag),
      target,
      stillCurrent: () => true,
      stillAllowed: () => Promise.resolve(),
      wait: this.wait,
      every: () => ({ dispose: () => undefined }),
      clock: this.clock,
      log: silent,
    };
  }

  /** @returns false when the window crashed before the work ended */
  async survives(work: Promise<void>): Promise<boolean> {
    return (await Promise.race([this.#guard.crashed, work])) !== 'crashed';
  }

  async #matcher({ intent }: LaunchEntry): Promise<RowMatcher | undefined> {
    const hashed = await this.creates.contacts(intent.id);
    if (hashed === undefined) return undefined;
    const hash = await contactHasher(await this.creates.key());
    return new RowMatcher(this.api('reconciler'), hashedSentContacts(hashed, hash));
  }
}
