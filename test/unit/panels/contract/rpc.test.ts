import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { ToHost } from '../../../../src/panels/contract/rpc.ts';
import { RpcClient, RpcError } from '../../../../src/panels/contract/rpcClient.ts';
import { RpcServer, type Handlers } from '../../../../src/panels/contract/rpcServer.ts';

interface Requests {
  double(params: { readonly value: number }): number;
  slow(params: { readonly name: string }): string;
}
interface Events {
  changed: { readonly id: string };
}

/** Both ends, joined as postMessage joins them: everything is copied, nothing is shared. */
function joined(handlers: Partial<Handlers<Requests>> = {}) {
  const answers = new Map<string, (value: string) => void>();
  const signals = new Map<string, AbortSignal>();
  const all: Handlers<Requests> = {
    double: {
      check: (params) => {
        const { value } = params as { value?: unknown };
        if (typeof value !== 'number') throw new Error('a number, please');
        return { value };
      },
      run: ({ value }) => value * 2,
    },
    slow: {
      check: (params) => params as { name: string },
      newestWins: true,
      run: ({ name }, signal) => {
        signals.set(name, signal);
        return new Promise<string>((resolve) => answers.set(name, resolve));
      },
    },
    ...handlers,
  };
  const client = new RpcClient<Requests, Events>((message): void => {
    void server.receive(structuredClone(message));
  });
  const server = new RpcServer<Requests, Events>({
    handlers: all,
    post: (message) => client.receive(structuredClone(message)),
    failureOf: (error) => ({ message: (error as Error).message, reason: 'failed' }),
  });
  return { client, server, answers, signals };
}

function rejectsWith(promise: Promise<unknown>, reason: string): Promise<void> {
  return assert.rejects(promise, (error) => error instanceof RpcError && error.reason === reason);
}

describe('the contract with a page', () => {
  it('answers a request', async () => {
    assert.equal(await joined().client.call('double', { value: 21 }), 42);
  });

  it('answers also when the handler throws', async () => {
    const { client } = joined({
      double: {
        check: () => ({ value: 1 }),
        run: () => {
          throw new Error('it broke');
        },
      },
    });
    await assert.rejects(client.call('double', { value: 1 }), /it broke/);
  });

  it('answers also when the handler rejects', async () => {
    const { client } = joined({
      double: { check: () => ({ value: 1 }), run: () => Promise.reject(new Error('it broke later')) },
    });
    await assert.rejects(client.call('double', { value: 1 }), /it broke later/);
  });

  it('validates all parameters', async () => {
    const { client } = joined();
    await assert.rejects(client.call('double', { value: 'x' as unknown as number }), /a number, please/);
    await assert.rejects(client.call('double', undefined as never), Error);
  });

  for (const method of ['constructor', '__proto__', 'toString', 'executeCommand', '']) {
    it(`rejects the method "${method}", which is not on the list`, async () => {
      const { client } = joined();
      await rejectsWith(client.call(method as 'double', { value: 1 }), 'invalid');
    });
  }

  it('aborts the older request of a kind for the newer one', async () => {
    const { client, answers, signals } = joined();
    const older = client.call('slow', { name: 'older' });
    const newer = client.call('slow', { name: 'newer' });
    assert.equal(signals.get('older')?.aborted, true);
    answers.get('older')?.('too late');
    answers.get('newer')?.('in time');
    await rejectsWith(older, 'aborted');
    assert.equal(await newer, 'in time');
  });

  it('tells the host when the page withdraws a request', async () => {
    const { client, signals } = joined();
    const abort = new AbortController();
    const asked = client.call('slow', { name: 'a' }, abort.signal);
    abort.abort();
    await rejectsWith(asked, 'aborted');
    assert.equal(signals.get('a')?.aborted, true);
  });

  it('rejects open requests when the page closes, and later ones', async () => {
    const { client } = joined();
    const asked = client.call('slow', { name: 'a' });
    client.close();
    await rejectsWith(asked, 'aborted');
    await rejectsWith(client.call('double', { value: 1 }), 'aborted');
  });

  it('sends nothing and aborts its work when the panel closes', () => {
    const { server, signals, client } = joined();
    void client.call('slow', { name: 'a' }).catch(() => undefined);
    let told = 0;
    client.on('changed', () => (told += 1));
    server.dispose();
    server.emit('changed', { id: 'x' });
    assert.equal(signals.get('a')?.aborted, true);
    assert.equal(told, 0);
  });

  it('removes direction marks from the texts of others, anywhere in a message', async () => {
    const { client, answers, server } = joined();
    const heard: unknown[] = [];
    client.on('changed', (data) => heard.push(data));
    const asked = client.call('slow', { name: 'a' });
    answers.get('a')?.('one\ntwo \u202eeman\u2066\u0007');
    assert.equal(await asked, 'one\ntwo eman');
    const data = { id: 'c\u202e1', names: ['\u2067x'], bytes: new Uint8Array([1]), none: undefined };
    server.emit('changed', data);
    assert.deepEqual(heard, [{ id: 'c1', names: ['x'], bytes: new Uint8Array([1]), none: undefined }]);
  });

  it('delivers events', () => {
    const { server, client } = joined();
    const told: string[] = [];
    client.on('changed', ({ id }) => told.push(id));
    server.emit('changed', { id: 'c1' });
    assert.deepEqual(told, ['c1']);
  });

  it('ignores messages of others', async () => {
    const { client, server } = joined();
    for (const noise of [null, undefined, 'text', 7, [], {}, { call: 'x' }, { reply: 99, ok: 1 }]) {
      client.receive(noise);
      await server.receive(noise);
    }
    assert.equal(await client.call('double', { value: 1 }), 2);
  });
});

describe('a page whose extension has stopped', () => {
  let sent: ToHost[];
  let answers: boolean[];
  let client: RpcClient<Requests, Events>;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    sent = [];
    answers = [];
    client = new RpcClient<Requests, Events>(
      (message) => sent.push(message),
      (isThere) => answers.push(isThere),
    );
  });

  afterEach(() => {
    client.close();
    mock.timers.reset();
  });

  /** Second by second: a timer that a timer sets is due in its turn. */
  function pass(seconds: number): void {
    for (let second = 0; second < seconds; second += 1) mock.timers.tick(1_000);
  }

  const pings = () => sent.filter((message) => 'ping' in message).length;

  it('asks for a sign of life after ten seconds, and reports after thirty that there is none', async () => {
    const asked = client.call('slow', { name: 'a' });
    pass(9);
    assert.equal(pings(), 0);
    pass(1);
    assert.equal(pings(), 1);
    pass(20);
    await rejectsWith(asked, 'aborted');
    pass(600);
    assert.equal(pings(), 1);
    assert.deepEqual(answers, [false]);
  });

  it('accepts the answer of an extension that is back, and says so', async () => {
    const first = client.call('slow', { name: 'a' });
    pass(30);
    await rejectsWith(first, 'aborted');
    const second = client.call('slow', { name: 'b' });
    pass(10);
    assert.equal(pings(), 2);
    client.receive({ reply: 2, ok: 'there' });
    assert.equal(await second, 'there');
    assert.deepEqual(answers, [false, true]);
  });

  it('keeps waiting for an extension that says it is there', async () => {
    const asked = client.call('slow', { name: 'a' });
    for (let minute = 0; minute < 6; minute += 1) {
      pass(10);
      client.receive({ pong: true });
    }
    client.receive({ reply: 1, ok: 'late' });
    assert.equal(await asked, 'late');
    assert.equal(pings(), 6);
    assert.deepEqual(answers, []);
  });

  it('asks nothing while no request is open', async () => {
    const asked = client.call('slow', { name: 'a' });
    client.receive({ reply: 1, ok: 'now' });
    await asked;
    client.receive({ event: 'changed', data: { id: 'x' } });
    pass(600);
    assert.equal(pings(), 0);
  });

  it('learns from the extension that it is there', async () => {
    const told: unknown[] = [];
    const answering = new RpcServer<Requests, Events>({
      handlers: {} as Handlers<Requests>,
      post: (message) => told.push(message),
      failureOf: () => ({ message: '', reason: 'failed' }),
    });
    await answering.receive({ ping: true });
    assert.deepEqual(told, [{ pong: true }]);
  });
});
