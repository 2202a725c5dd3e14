import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxClock } from './dialing/clock.ts';
import { Faults } from './http/faults.ts';
import { Ids } from './ids.ts';
import { handleRequest, type Served } from './http/requestHandler.ts';
import { sampleAssistants } from './samples/sampleAssistants.ts';
import { addSampleCampaigns } from './samples/sampleCampaigns.ts';
import type { SandboxOptions } from './sandboxOptions.ts';
import { SandboxState } from './sandboxState.ts';

export interface Sandbox {
  readonly baseUrl: string;
  readonly key: string;
  close(): Promise<void>;
}

const defaultSeed = 1;
const defaultRevision = '0.5.0';
/** Campaigns advance also without requests, so that none has hours to catch up with at once. */
const catchUpEveryMs = 1000;

/** Starts a sandbox on the loopback interface. Rejects when the port is in use. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const key = options.key ?? `sandbox_${randomBytes(18).toString('base64url')}`;
  const { state, fill } = makeState(options, key);
  fill();
  const server = createServer();
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const served: Served = {
    state,
    origin,
    port,
    key,
    revision: state.revision,
    pageBase: options.pageBase ?? 0,
    strict: options.strict ?? false,
    odd: options.odd ?? false,
    promptBytes: options.promptBytes ?? 0,
    faults: new Faults(),
    latencyMs: options.latencyMs ?? 0,
  };
  server.on('request', (request, response) => void handleRequest(served, request, response));
  state.takeEnded(); // the ends of the samples are not reported
  const timer = setInterval(() => {
    state.catchUp();
    for (const id of state.takeEnded()) options.onCampaignEnd?.(id);
  }, catchUpEveryMs).unref();
  return {
    baseUrl: `${origin}/api`,
    key,
    close: () =>
      new Promise((resolve) => {
        clearInterval(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function makeState(options: SandboxOptions, key: string) {
  const seed = options.seed ?? defaultSeed;
  const startMs = options.startMs ?? Date.now();
  const clock = new SandboxClock(options.clock ?? 'fast', startMs, Date.now);
  const ids = new Ids(key, seed);
  const assistants = sampleAssistants(ids, startMs);
  const state = new SandboxState({
    assistants: Object.values(assistants),
    clock,
    ids,
    seed,
    revision: options.revision ?? defaultRevision,
  });
  const fill = () => {
    if (options.empty !== true) addSampleCampaigns(state, assistants, options);
  };
  return { state, fill };
}

/** Listens on 127.0.0.1 only, so that neither the network nor the host of a container can connect. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
