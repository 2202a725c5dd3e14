import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createListener, type AddressInfo } from 'node:net';
import { SandboxClock } from '../../src/sandbox/dialing/clock.ts';
import { campaignAnswer } from '../../src/sandbox/answers/campaignAnswer.ts';
import { readCreateRequest } from '../../src/sandbox/routes/campaignBody.ts';
import { Faults } from '../../src/sandbox/http/faults.ts';
import { Ids } from '../../src/sandbox/ids.ts';
import { Dice } from '../../src/sandbox/random.ts';
import { handleRequest, type Served } from '../../src/sandbox/http/requestHandler.ts';
import { sampleAssistants } from '../../src/sandbox/samples/sampleAssistants.ts';
import { SandboxState, type CampaignOrder } from '../../src/sandbox/sandboxState.ts';
import { FaultyAccount } from './faultyAccount.ts';
import type { Loss } from './faultPoint.ts';
import { loseAnswer } from './loseAnswer.ts';

const startMs = Date.parse('2026-11-16T09:00:00Z');

/** The sandbox behind real sockets, with an account of its own for each run and trouble in each exchange. */
export class FaultyServer {
  readonly #server: Server;
  readonly #accounts = new Map<string, FaultyAccount>();
  readonly #assistants: SandboxState['assistants'];
  readonly #ids = new Ids('faults', 1);
  readonly origin: string;
  /** An address at which nobody listens. */
  readonly deadBaseUrl: string;

  private constructor(server: Server, deadPort: number) {
    this.#server = server;
    this.#assistants = Object.values(sampleAssistants(this.#ids, startMs));
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.deadBaseUrl = `http://127.0.0.1:${deadPort}/api`;
    server.on('request', (request, response) => void this.#handle(request, response));
  }

  static async start(): Promise<FaultyServer> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultyServer(server, await freePort());
  }

  get baseUrl(): string {
    return `${this.origin}/api`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  account(seed: number): FaultyAccount {
    const clock = new SandboxClock('stepped', startMs, () => startMs);
    const world = new SandboxState({
      assistants: this.#assistants,
      clock,
      ids: new Ids('faults', seed),
      seed,
    });
    const account = new FaultyAccount(`account-${seed}`, world, new Dice(seed, 1));
    this.#accounts.set(account.key, account);
    return account;
  }

  forget({ key }: FaultyAccount): void {
    this.#accounts.delete(key);
  }

  /** The key's second part says which launch it is: so it is known whose campaign is whose. */
  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const [key = '', tag = ''] = (request.headers.authorization ?? '').replace('Bearer ', '').split('/');
    const account = this.#accounts.get(key);
    if (account === undefined) {
      response.writeHead(401).end();
      return;
    }
    const served = this.#served(account, `${key}/${tag}`);
    try {
      if (request.method === 'POST') await this.#create(account, served, tag, request, response);
      else if (account.listFails())
        loseAnswer(request, response, account.dice.pick<Loss>(['reset', 500, 503, 'html']));
      else await handleRequest(served, request, response);
    } catch {
      response.destroy(); // the client went away in the middle
    }
  }

  async #create(
    account: FaultyAccount,
    served: Served,
    tag: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const point = account.takePoint();
    if (point.at === 'upload') {
      request.once('data', () => request.socket.resetAndDestroy());
      account.decided += 1;
      return;
    }
    const order = await this.#order(account, served, request);
    if (order === undefined) return;
    account.colleagueCreates(order);
    if (point.at === 'refusal') {
      response.writeHead(point.status, { 'content-type': 'application/json' }).end('{"message":"No"}');
      return;
    }
    if (point.at === 'late') account.createLater(tag, order, point.lateMs);
    const campaign = point.at === 'late' || point.at === 'before' ? undefined : account.create(tag, order);
    if (campaign === undefined) {
      if ('loss' in point) loseAnswer(request, response, point.loss);
      return;
    }
    const body = JSON.stringify({ campaign: campaignAnswer(served, campaign) });
    if (point.at === 'after') loseAnswer(request, response, point.loss, body);
    else response.writeHead(201, { 'content-type': 'application/json' }).end(body);
  }

  /** Undefined: the client gave up before the whole request was there. */
  async #order(
    account: FaultyAccount,
    served: Served,
    request: IncomingMessage,
  ): Promise<CampaignOrder | undefined> {
    try {
      return await readCreateRequest(request, served);
    } catch {
      return undefined;
    } finally {
      // What is created is created before anybody else gets a turn.
      account.decided += 1;
    }
  }

  #served({ world }: FaultyAccount, key: string): Served {
    const { origin } = this;
    const port = Number(new URL(origin).port);
    const played = { revision: 'docs', pageBase: 0, strict: false, odd: false, promptBytes: 0 } as const;
    return { ...played, state: world, origin, port, key, faults: new Faults(), latencyMs: 0 };
  }
}

async function freePort(): Promise<number> {
  const listener = createListener();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
