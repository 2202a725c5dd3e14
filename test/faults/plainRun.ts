import { setTimeout as wait } from 'node:timers/promises';
import { Dice } from '../../src/sandbox/random.ts';
import { drawPoint, endsByTimeout } from './faultPoint.ts';
import type { FaultyAccount } from './faultyAccount.ts';
import type { FaultyServer } from './faultyServer.ts';

export interface PlainEnd {
  readonly created: FaultyAccount['created'];
  readonly posts: number;
  /** What the caller hears in the end. */
  readonly said: 'created' | 'failed';
}

/**
 * The service's own client library: three tries in all, also of writes, with no key that would make them one.
 */
const tries = 3;
const isRetried = (status: number) => [408, 409, 429].includes(status) || status >= 500;

/**
 * One click with a client that retries as the service's library does (`maxRetries` 2 on 408, 409, 429, 5xx,
 * time-outs and connection errors; the pauses made short), against the faults that the same seed gives
 * `LaunchRun`.
 */
export async function plainRun(server: FaultyServer, seed: number): Promise<PlainEnd> {
  const account = server.account(seed);
  const dice = new Dice(seed, 2);
  account.points = [drawPoint(dice), drawPoint(dice), drawPoint(dice)];
  const body = JSON.stringify({
    assistant_id: account.world.assistants[0]?.id,
    name: 'March renewals',
    launch: false,
    contacts: [{ to_phone_number: '+12125550100', prompt_variables: {} }],
  });
  let said: PlainEnd['said'] = 'failed';
  for (let attempt = 0; attempt < tries && said === 'failed'; attempt += 1) {
    if (attempt > 0) await wait(1);
    const status = await post(server, account, body);
    if (status !== undefined && status < 300) said = 'created';
    else if (status !== undefined && !isRetried(status)) break;
  }
  await account.pass(24 * 3600_000);
  server.forget(account);
  return { created: account.created, posts: account.posts, said };
}

/**
 * The status, once the whole answer is there and is JSON; undefined: the connection failed or nothing came in
 * time.
 */
async function post(server: FaultyServer, account: FaultyAccount, body: string): Promise<number | undefined> {
  const point = account.nextPoint;
  const toDead = point.at === 'connect';
  if (toDead) account.points.shift();
  else account.sent += 1;
  try {
    const response = await fetch(`${toDead ? server.deadBaseUrl : server.baseUrl}/campaigns`, {
      method: 'POST',
      headers: { authorization: `Bearer ${account.key}/plain`, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(endsByTimeout(point) ? 100 : 5_000),
    });
    if (response.ok) await response.json();
    return response.status;
  } catch {
    return undefined;
  }
}
