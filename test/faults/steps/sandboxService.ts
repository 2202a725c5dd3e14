import type { CampaignApi } from '../../../src/core/ports.ts';
import type { ServerProfile } from '../../../src/core/serverProfile.ts';
import { Dice } from '../../../src/sandbox/random.ts';
import type { Revision } from '../../../src/sandbox/revision.ts';
import { Bench, contacts, mondayMs } from '../../service/sandbox/harness.ts';
import type { WitnessedCall, WitnessedService } from './witnessedService.ts';

/** What becomes of one write: the server refuses it, never gets it, or its answer is lost. */
const writeFaults = [
  undefined,
  undefined,
  undefined,
  undefined,
  { status: 422 },
  { status: 503 },
  { reset: true },
  { reset: true, afterAccept: true },
  { status: 502, afterAccept: true },
  { html: true, afterAccept: true },
  { cut: 7, afterAccept: true },
] as const;

const writes = [
  ['POST', '/api/campaigns'],
  ['POST', '/api/campaigns/*/launch-calls'],
  ['POST', '/api/campaigns/*/launch'],
  ['POST', '/api/campaigns/*/pause'],
  ['POST', '/api/campaigns/*/resume'],
  ['PATCH', '/api/campaigns/*'],
] as const;

/** The sandbox over HTTP. Its ledger is read beside the client that is tested. */
export class SandboxService implements WitnessedService {
  readonly #bench: Bench;
  readonly launchesCalls: boolean;
  readonly #revision: Revision;
  #earlier: readonly string[] = [];
  nowMs = mondayMs;

  private constructor(bench: Bench, revision: Revision) {
    this.#bench = bench;
    this.#revision = revision;
    this.launchesCalls = revision === '0.5.0';
  }

  /** In most runs there is a campaign already, which shows the generation; it calls nobody. */
  static async start(revision: Revision, seed: number): Promise<SandboxService> {
    const service = new SandboxService(await Bench.start({ revision, seed, strict: true }), revision);
    if (new Dice(seed, 8).chance(0.7)) await service.#createEarlier();
    await service.#bench.client.discover();
    return service;
  }

  close(): Promise<void> {
    return this.#bench.close();
  }

  get profile(): ServerProfile {
    return this.#bench.client.server;
  }

  api(): CampaignApi {
    return this.#bench.client;
  }

  async pass(ms: number): Promise<void> {
    this.nowMs += ms;
    await this.#bench.step(ms / 1000);
  }

  async assistantId(): Promise<string> {
    const [id = ''] = await this.#bench.assistantIds();
    return id;
  }

  async drawFaults(dice: Dice): Promise<void> {
    await this.clearFaults();
    for (const [method, path] of writes) {
      const fault = dice.pick(writeFaults);
      if (fault !== undefined) await this.#bench.ask('POST', '/__sandbox/faults', { method, path, ...fault });
    }
  }

  async clearFaults(): Promise<void> {
    await this.#bench.ask('DELETE', '/__sandbox/faults');
  }

  async campaignIds(): Promise<readonly string[]> {
    const { campaigns } = (await this.#bench.ask('GET', '/campaigns')).body;
    return campaigns.map(({ id }) => id).filter((id) => !this.#earlier.includes(id));
  }

  async #createEarlier(): Promise<void> {
    const flags = this.#revision === '0.3.0' ? { launch: false, type: 'regular' } : {};
    const order = { assistant_id: await this.assistantId(), name: 'Earlier', contacts: contacts('0101') };
    await this.#bench.ask('POST', '/campaigns', { ...order, ...flags });
    this.#earlier = await this.campaignIds();
  }

  campaign(id: string) {
    return this.#bench.campaign(id);
  }

  async calls(id: string): Promise<readonly WitnessedCall[]> {
    const calls = (await this.#bench.rows(id)).flatMap(({ call }) => call ?? []);
    return calls.map(({ id: callId, to_phone_number, status, call_attempts }) => ({
      id: callId,
      number: to_phone_number,
      isLaunched: status !== 'not_launched',
      dialledMs: call_attempts.map(({ started_at }) => Date.parse(started_at)),
    }));
  }
}
