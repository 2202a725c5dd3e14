import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { RevoxClient } from '../../src/api/revoxClient.ts';
import type { CallRetryConfig } from '../../src/core/retryConfig.ts';
import type { CreateCampaignRequest } from '../../src/core/createRequest.ts';
import type { Fault } from '../../src/sandbox/http/faults.ts';
import type { Dice } from '../../src/sandbox/random.ts';

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const contactsOfCampaign = 30;
const areaCodes = [206, 212, 305, 312, 404, 415, 617, 713] as const;
const allDay: CallRetryConfig = {
  allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  call_twice_in_a_row: false,
  calling_windows: [
    { calling_window_start_time: '00:00', calling_window_end_time: '24:00', retry_delay_seconds: 900 },
  ],
  max_retry_attempts: 3,
};

const paths = [
  '/api/campaigns',
  '/api/campaigns/*',
  '/api/campaigns/*/rows',
  '/api/calls/*',
  '/api/*',
] as const;
const faults: readonly [Partial<Fault>, ...Partial<Fault>[]] = [
  { status: 500 },
  { status: 503, headers: { 'retry-after': '30' } },
  { status: 429, headers: { 'retry-after': '60' } },
  { status: 401, message: 'No' },
  { status: 403 },
  { status: 404 },
  { status: 409 },
  { status: 422, message: 'No' },
  { status: 204 },
  { html: true },
  { reset: true },
  { cut: 40 },
  { cut: 3_000 },
  { delayMs: 4_000, times: 1 },
  { afterAccept: true, reset: true },
  { afterAccept: true, status: 502 },
];

/** The sandbox as a process of its own, so that its memory is not ours, with a clock that is stepped. */
export class SoakServer {
  readonly baseUrl: string;
  readonly key: string;
  readonly #process: ChildProcess;
  readonly #startMs: number;
  #steppedMs = 0;
  #faults = 0;

  private constructor(process: ChildProcess, startMs: number, baseUrl: string, key: string) {
    this.#process = process;
    this.#startMs = startMs;
    this.baseUrl = baseUrl;
    this.key = key;
  }

  static async start(seed: number): Promise<SoakServer> {
    const startMs = Date.now();
    const args = ['--clock', 'stepped', '--start', new Date(startMs).toISOString(), '--seed', `${seed}`];
    const program = join(import.meta.dirname, 'sandbox.js');
    const child = fork(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    const [address] = (await once(child, 'message')) as [{ baseUrl: string; key: string }];
    return new SoakServer(child, startMs, address.baseUrl, address.key);
  }

  /** The server's time, which is also that of the windows: both pass in steps. */
  nowMs(): number {
    return this.#startMs + this.#steppedMs;
  }

  get orderedFaults(): number {
    return this.#faults;
  }

  /** Lets time pass at the server and in the windows. */
  async step(ms: number): Promise<void> {
    const seconds = Math.round(ms / 1000);
    await this.#control('POST', 'step', { seconds });
    this.#steppedMs += seconds * 1000;
  }

  /** Replaces the trouble of the round before by up to three new faults. */
  async drawFaults(dice: Dice): Promise<void> {
    await this.calm();
    for (let left = dice.between(0, 3); left > 0; left -= 1) {
      await this.#control('POST', 'faults', {
        ...{ path: dice.pick(paths), times: dice.between(1, 5) },
        ...dice.pick(faults),
      });
      this.#faults += 1;
    }
  }

  async calm(): Promise<void> {
    await this.#control('DELETE', 'faults');
  }

  /** A client that is patient, for what has to succeed. */
  client(): RevoxClient {
    return new RevoxClient({
      connection: { kind: 'service', baseUrl: this.baseUrl },
      key: () => Promise.resolve(this.key),
      log: silent,
    });
  }

  /** Creates and launches campaigns, as somebody at the dashboard would. */
  async fill(campaigns: number): Promise<void> {
    const client = this.client();
    const [assistant] = (await client.listAssistants()) ?? [];
    if (assistant === undefined) throw new Error('The sandbox has no assistant.');
    for (let number = 1; number <= campaigns; number += 1) {
      const { id } = await client.createCampaign(newCampaign(`Campaign ${number}`, assistant.id));
      const filters = { assignee_ids: [], directions: [], outcomes: [], results: [], statuses: [] };
      const callIds: string[] = [];
      for await (const rows of client.readRows(id)) {
        for (const { call } of rows) if (call !== undefined) callIds.push(call.id);
      }
      const rows = { mode: 'only', call_ids: callIds.slice(0, number % contactsOfCampaign) } as const;
      await client.launchCalls(id, { mode: 'ai_first', selection: { rows, filters } });
    }
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }

  /** Not by fetch(), which gives up after a time: on a busy machine the sandbox may need minutes. */
  async #control(method: string, name: string, body?: unknown): Promise<void> {
    const asked = request(new URL(`/__sandbox/${name}`, this.baseUrl), {
      method,
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
    });
    asked.end(body === undefined ? undefined : JSON.stringify(body));
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const said = await text(answer);
    if (answer.statusCode !== 200) throw new Error(`The sandbox refused ${name}: ${said}`);
  }
}

/** A campaign whose calls are made at any hour. The last four digits decide how each call ends. */
export function newCampaign(name: string, assistantId: string): CreateCampaignRequest {
  const contacts = Array.from({ length: contactsOfCampaign }, (_, index) => ({
    to_phone_number: `+1${areaCodes[index % areaCodes.length]}555${String(100 + index).padStart(4, '0')}`,
    prompt_variables: { first_name: `Person-of-${name.replaceAll(' ', '-')}-${index}` },
  }));
  return { assistant_id: assistantId, name, contacts, launch: false, call_retry_config: allDay };
}
