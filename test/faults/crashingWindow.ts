import { fakeApi } from '../unit/support/fakeApi.ts';
import { LaunchJournal } from '../../src/launch/journal/launchJournal.ts';
import type { CampaignApi } from '../../src/core/ports.ts';
import type { LaunchStorage } from '../../src/launch/journal/launchStorage.ts';
import type { MemoryLaunchStorage } from '../unit/support/memoryLaunchStorage.ts';
import type { FaultyAccount } from './faultyAccount.ts';

/** When a window ends: before, during or after what it does to the world for the n-th time. */
export interface Crash {
  readonly at: number;
  readonly when: 'before' | 'during' | 'after';
  /** A reload says goodbye; a crash, or a computer that loses its power, does not. */
  readonly releases: boolean;
}

const never = new Promise<never>(() => undefined);

/** A window of VS Code with nothing in it but a launch: what it has not written down is lost with it. */
export class CrashingWindow {
  readonly journal: LaunchJournal;
  readonly crashed: Promise<'crashed'>;
  readonly #account: FaultyAccount;
  readonly #storage: MemoryLaunchStorage;
  readonly #crash: Crash | undefined;
  #end: (how: 'crashed') => void = () => undefined;
  #deeds = 0;
  #dead = false;

  constructor(account: FaultyAccount, storage: MemoryLaunchStorage, crash: Crash | undefined) {
    this.#account = account;
    this.#storage = storage;
    this.#crash = crash;
    this.crashed = new Promise((resolve) => (this.#end = resolve));
    const guarded: LaunchStorage = {
      readAll: () => this.#do(() => storage.readAll()),
      create: (name, text) => this.#do(() => storage.create(name, text)),
      replace: (name, text) => this.#do(() => storage.replace(name, text)),
      remove: (name) => this.#do(() => storage.remove(name)),
      attach: (id, text) => this.#do(() => storage.attach(id, text)),
      attachment: (id) => this.#do(() => storage.attachment(id)),
      key: () => storage.key(),
      removeAttachment: (id) => this.#do(() => storage.removeAttachment(id)),
    };
    this.journal = new LaunchJournal({ storage: guarded, clock: this.clock, wait: this.wait });
  }

  readonly clock = { now: (): number => this.#account.nowMs };

  readonly wait = (ms: number): Promise<void> => this.#do(() => this.#account.pass(ms));

  /** The questions that a launch asks, as this window asks them; it may not live to hear the answer. */
  api(read: CampaignApi, write: CampaignApi): CampaignApi {
    return fakeApi({
      listCampaigns: () => this.#do(() => read.listCampaigns()),
      getRows: (id, query, signal) => this.#do(() => read.getRows(id, query, signal)),
      createCampaign: (request) => this.#do(() => write.createCampaign(request)),
    });
  }

  async #do<T>(deed: () => Promise<T>): Promise<T> {
    if (this.#dead) return never;
    this.#deeds += 1;
    const crash = this.#deeds === this.#crash?.at ? this.#crash : undefined;
    if (crash?.when === 'before') return this.#die(crash);
    if (crash?.when === 'during') {
      deed().catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      return this.#die(crash);
    }
    const done = await deed().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if (crash !== undefined) return this.#die(crash);
    if (this.#isDead()) return never;
    if ('error' in done) throw done.error;
    return done.value;
  }

  /** It may have died while one waited. */
  #isDead(): boolean {
    return this.#dead;
  }

  #die(crash: Crash): Promise<never> {
    this.#dead = true;
    if (crash.releases) {
      for (const id of this.journal.mine) this.#storage.texts.set(`${id}.beat`, String(-this.#account.nowMs));
    }
    this.#end('crashed');
    return never;
  }
}
