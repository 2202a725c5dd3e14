import type { CampaignApi } from '../../../src/core/ports.ts';
import type { Row } from '../../../src/core/row.ts';
import type { LaunchStorage } from '../../../src/launch/journal/launchStorage.ts';
import type { MemoryLaunchStorage } from '../../unit/support/memoryLaunchStorage.ts';
import type { Crash } from '../crashingWindow.ts';
import type { StepsService } from './stepsService.ts';

const never = new Promise<never>(() => undefined);

/** Crashes a window before, during or after one of its operations: requests, waits and writes. */
export class CrashGuard {
  readonly crashed: Promise<'crashed'>;
  readonly #crash: Crash | undefined;
  readonly #onCrash: (releases: boolean) => void;
  #end: (how: 'crashed') => void = () => undefined;
  #operations = 0;
  #crashed = false;

  /** @param onCrash told whether the window could still say that it closes */
  constructor(crash: Crash | undefined, onCrash: (releases: boolean) => void) {
    this.#crash = crash;
    this.#onCrash = onCrash;
    this.crashed = new Promise((resolve) => (this.#end = resolve));
  }

  storage(storage: MemoryLaunchStorage): LaunchStorage {
    return this.#guarded(storage);
  }

  wait(service: StepsService): (ms: number) => Promise<void> {
    return (ms) =>
      this.#do(async () => {
        await Promise.resolve();
        await service.pass(ms);
      });
  }

  api(api: CampaignApi): CampaignApi {
    const collect = async (id: string): Promise<readonly (readonly Row[])[]> => {
      const batches: (readonly Row[])[] = [];
      for await (const batch of api.readRows(id)) batches.push(batch);
      return batches;
    };
    const readRows = (id: string) => this.#stream(() => collect(id));
    return this.#guarded(api, { readRows });
  }

  async *#stream(collect: () => Promise<readonly (readonly Row[])[]>): AsyncIterable<readonly Row[]> {
    yield* await this.#do(collect);
  }

  #guarded<T extends object>(target: T, instead: Partial<T> = {}): T {
    return new Proxy(target, {
      get: (_target, name) => {
        const own: unknown = Reflect.get(instead, name);
        if (own !== undefined) return own;
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const method = value as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => this.#do(() => method.apply(target, args));
      },
    });
  }

  async #do<R>(operation: () => Promise<R>): Promise<R> {
    if (this.#crashed) return never;
    this.#operations += 1;
    const crash = this.#operations === this.#crash?.at ? this.#crash : undefined;
    if (crash?.when === 'before') return this.#crashNow(crash);
    if (crash?.when === 'during') {
      operation().catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      return this.#crashNow(crash);
    }
    const done = await operation().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if (crash !== undefined) return this.#crashNow(crash);
    if (this.#hasCrashed()) return never;
    if ('error' in done) throw done.error;
    return done.value;
  }

  /** It may have crashed during the operation. */
  #hasCrashed(): boolean {
    return this.#crashed;
  }

  #crashNow(crash: Crash): Promise<never> {
    this.#crashed = true;
    this.#onCrash(crash.releases);
    this.#end('crashed');
    return never;
  }
}
