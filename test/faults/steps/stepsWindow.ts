import type { CreateCampaignRequest } from '../../../src/core/createRequest.ts';
import { CallsJournal } from '../../../src/launch/callsJournal.ts';
import { createInSteps, type CreateOptions, type InitialLaunch } from '../../../src/launch/createInSteps.ts';
import type { LaunchTarget } from '../../../src/launch/launchIntent.ts';
import { LaunchJournal } from '../../../src/launch/launchJournal.ts';
import { launchProtocol, type LaunchProtocol } from '../../../src/launch/launchProtocol.ts';
import type { CallsOptions } from '../../../src/launch/launchSelection.ts';
import type { Submission } from '../../../src/launch/submission.ts';
import type { MemoryLaunchStorage } from '../../unit/support/memoryLaunchStorage.ts';
import type { ServiceDouble } from './serviceDouble.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const contactKey = () => Promise.resolve(new Uint8Array(32).fill(7));
export const target: LaunchTarget = { kind: 'service', baseUrl: 'https://example.test', account: 'mine' };

/** One window that works with the service double: what it needs besides what a person chooses. */
export class StepsWindow {
  readonly service: ServiceDouble;
  readonly creates: LaunchJournal;
  readonly calls: CallsJournal;
  readonly signal: AbortSignal | undefined;
  #made = 0;

  constructor(service: ServiceDouble, storage: MemoryLaunchStorage, signal?: AbortSignal) {
    this.service = service;
    const options = { storage, clock: this.clock, wait: this.wait };
    this.creates = new LaunchJournal(options);
    this.calls = new CallsJournal(options);
    this.signal = signal;
  }

  readonly clock = { now: (): number => this.service.nowMs };

  readonly wait = async (ms: number): Promise<void> => {
    await Promise.resolve();
    this.service.pass(ms);
  };

  get protocol(): LaunchProtocol {
    const protocol = launchProtocol(this.service.profile);
    if (protocol === undefined) throw new Error('The generation is open.');
    return protocol;
  }

  create(
    tag: string,
    request: CreateCampaignRequest,
    launch: InitialLaunch | undefined,
  ): Promise<Submission> {
    return createInSteps(this.createOptions(tag, request, launch));
  }

  createOptions(
    tag: string,
    request: CreateCampaignRequest,
    launch: InitialLaunch | undefined,
  ): CreateOptions {
    return {
      ...this.callsOptions(tag),
      journal: this.creates,
      calls: this.calls,
      api: this.service.api(tag),
      request,
      list: 'file:///march.csv',
      launchId: tag,
      protocol: this.protocol,
      launch,
      contactKey,
      newId: () => `${tag}-${(this.#made += 1)}`,
    };
  }

  callsOptions(tag: string): CallsOptions {
    return {
      api: this.service.api(tag),
      target,
      journal: this.calls,
      signal: this.signal,
      stillCurrent: () => true,
      wait: this.wait,
      every: () => ({ dispose: () => undefined }),
      clock: this.clock,
      log: silent,
    };
  }
}
