import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { RevoxClient } from '../../src/api/revoxClient.ts';
import type { CampaignApi } from '../../src/core/ports.ts';
import type { ServerProfile } from '../../src/core/serverProfile.ts';
import type { Dice } from '../../src/sandbox/random.ts';
import type { WitnessedCall, WitnessedService } from '../faults/steps/witnessedService.ts';
import { allDay, contacts } from '../service/sandbox/harness.ts';

export type ReferenceVersion = '0.3.0' | '0.5.0';

/** The Python of each client, from `npm run clients`. */
const pythons = JSON.parse(process.env.REVOX_CLIENT_PYTHONS ?? '{}') as Record<ReferenceVersion, string>;

/** The clients beside which the reference service can be run here. */
export const referenceVersions = Object.keys(pythons) as readonly ReferenceVersion[];

/** What the reference service tells about itself, see `Service.seen` in reference_service.py. */
export interface Witness {
  readonly now: string;
  readonly ledger: readonly { readonly number: string; readonly call: string; readonly at: string }[];
  /** Answers that the client's own models do not accept. */
  readonly problems: readonly string[];
  readonly writes: readonly { readonly method: string; readonly path: string; readonly body: unknown }[];
  readonly calls: readonly {
    readonly id: string;
    readonly campaign: string | null;
    readonly number: string;
    readonly status: string;
    readonly launches: number;
  }[];
}

/** See `DEFAULTS` in reference_service.py. */
export type ReferenceOptions = Readonly<Record<string, unknown>>;

/** What becomes of the next write to a path. `after`: it is carried out all the same. */
export interface ReferenceFault {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** A regular expression for the whole path. */
  readonly path: string;
  readonly after?: boolean;
  readonly reset?: boolean;
  readonly cut?: boolean;
  readonly page?: boolean;
  readonly status?: number;
}

/** The program; one service after the other lives in it. */
export class ReferenceProcess {
  readonly #child: ChildProcess;
  readonly origin: string;
  readonly key: string;

  private constructor(child: ChildProcess, origin: string, key: string) {
    this.#child = child;
    this.origin = origin;
    this.key = key;
  }

  static async start(version: ReferenceVersion): Promise<ReferenceProcess> {
    const child = spawn(pythons[version], ['test/clients/reference_service.py'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { origin, key } = JSON.parse(line) as { readonly origin: string; readonly key: string };
    return new ReferenceProcess(child, origin, key);
  }

  async control(order: Readonly<Record<string, unknown>>): Promise<Witness> {
    const response = await fetch(`${this.origin}/control`, { method: 'POST', body: JSON.stringify(order) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Witness;
  }

  async stop(): Promise<void> {
    this.#child.stdin?.end();
    await once(this.#child, 'close');
  }
}

const writes = [
  ['POST', '/campaigns'],
  ['POST', '/campaigns/[^/]+/launch-calls'],
  ['POST', '/campaigns/[^/]+/launch'],
  ['POST', '/campaigns/[^/]+/(pause|resume)'],
  ['PATCH', '/campaigns/[^/]+'],
] as const;

const writeFaults = [
  undefined,
  undefined,
  undefined,
  { status: 422 },
  { status: 503 },
  { reset: true },
  { reset: true, after: true },
  { status: 502, after: true },
  { page: true, after: true },
  { cut: true, after: true },
] as const;

/** The reference service as a client of ours uses it, and as its own witness. */
export class ReferenceService implements WitnessedService {
  readonly #process: ReferenceProcess;
  readonly #client: RevoxClient;
  readonly launchesCalls: boolean;
  #earlier: readonly string[] = [];
  nowMs = 0;

  private constructor(process: ReferenceProcess, version: ReferenceVersion) {
    this.#process = process;
    this.launchesCalls = version === '0.5.0';
    this.#client = new RevoxClient({
      connection: { kind: 'service', baseUrl: `${process.origin}/api` },
      key: () => Promise.resolve(process.key),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      retryDelayMs: 1,
    });
  }

  /** @param isSeen there is a campaign already, which shows the generation; it calls nobody */
  static async start(
    process: ReferenceProcess,
    version: ReferenceVersion,
    { options = {}, isSeen = false }: { readonly options?: ReferenceOptions; readonly isSeen?: boolean } = {},
  ): Promise<ReferenceService> {
    const service = new ReferenceService(process, version);
    service.#note(await process.control({ reset: options }));
    if (isSeen) await service.#createEarlier();
    await service.#client.discover();
    return service;
  }

  get profile(): ServerProfile {
    return this.#client.server;
  }

  api(): CampaignApi {
    return this.#client;
  }

  async pass(ms: number): Promise<void> {
    this.#note(await this.#process.control({ seconds: ms / 1000 }));
  }

  witness(): Promise<Witness> {
    return this.#process.control({});
  }

  async order(...faults: readonly ReferenceFault[]): Promise<void> {
    await this.#process.control({ faults });
  }

  async assistantId(): Promise<string> {
    return (await this.#client.listAssistants())?.[0]?.id ?? '';
  }

  async drawFaults(dice: Dice): Promise<void> {
    await this.order(
      ...writes.flatMap(([method, path]) => {
        const fault = dice.pick(writeFaults);
        return fault === undefined ? [] : [{ method, path, ...fault }];
      }),
    );
  }

  clearFaults(): Promise<void> {
    return this.order();
  }

  async campaignIds(): Promise<readonly string[]> {
    const campaigns = await this.#client.listCampaigns();
    return campaigns.map(({ id }) => id).filter((id) => !this.#earlier.includes(id));
  }

  campaign(id: string) {
    return this.#client.retrieveCampaign(id);
  }

  async calls(campaignId: string): Promise<readonly WitnessedCall[]> {
    const { calls, ledger } = await this.witness();
    return calls
      .filter(({ campaign }) => campaign === campaignId)
      .map(({ id, number, launches }) => ({
        id,
        number,
        isLaunched: launches > 0,
        dialledMs: ledger.flatMap(({ call, at }) => (call === id ? [Date.parse(at)] : [])),
      }));
  }

  async close(): Promise<void> {
    const { problems } = await this.witness();
    if (problems.length > 0) throw new Error(`The reference service is wrong: ${problems.join('\n')}`);
  }

  #note({ now }: Witness): void {
    this.nowMs = Date.parse(now);
  }

  async #createEarlier(): Promise<void> {
    const flags = this.launchesCalls ? {} : { launch: false, type: 'regular' as const };
    const assistant_id = await this.assistantId();
    const request = { assistant_id, name: 'Earlier', contacts: contacts('0101'), call_retry_config: allDay };
    this.#earlier = [(await this.#client.createCampaign({ ...request, ...flags })).id];
  }
}
