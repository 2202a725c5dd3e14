import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { RevoxClient } from '../../../src/api/revoxClient.ts';
import { CampaignStore } from '../../../src/core/campaignStore.ts';
import { ApiError, mayNeedPerson } from '../../../src/core/errors.ts';
import { plural } from '../../../src/core/format.ts';
import type { CampaignApi } from '../../../src/core/ports.ts';
import { nextPollMs } from '../../../src/core/poller.ts';
import { viewStatus } from '../../../src/views/status.ts';
import { campaign } from '../../unit/support/campaigns.ts';
import { json, scriptedServer, type Answer } from '../support/scriptedServer.ts';
import { faults, hangs, operations } from '../support/serverFaults.ts';

// What the window shows when reading the campaigns goes wrong, and what a create that goes wrong says of
// itself. The table in docs/faults.md is made from what happens here: REVOX_WRITE_DOCS=1 writes it again.

const key = 'key-that-stays-secret';
const intervalMs = 5_000;
const good = json(200, { campaigns: [campaign({ name: 'Spring' })] });
const page = 'docs/faults.md';
const begin = '<!-- the table begins -->';
const end = '<!-- the table ends -->';

function clientOf(baseUrl: string, deadlineMs: number): RevoxClient {
  const silent = () => undefined;
  return new RevoxClient({
    connection: { kind: 'service', baseUrl },
    key: () => Promise.resolve(key),
    log: { info: silent, warn: silent, error: silent },
    timeoutMs: deadlineMs / 2,
    longTimeoutMs: deadlineMs / 2,
    deadlineMs,
    retryDelayMs: 1,
  });
}

function statusOf(store: CampaignStore) {
  return viewStatus({
    store: store.state,
    connected: true,
    isKeyLost: false,
    sandbox: false,
    filter: '',
    shown: store.state.campaigns.length,
    absence: undefined,
    unconfirmed: 0,
    isLate: false,
    nowMs: Date.now(),
  });
}

interface Row {
  readonly told: string;
  readonly requests: string;
  readonly again: string;
  readonly create: string;
}

/** One read that goes well, one that meets the fault, and one by itself when all is well again. */
async function windowMeets(fault: string, answer: Answer): Promise<Omit<Row, 'create'>> {
  let current: Answer = good;
  const server = await scriptedServer((response, request) => current(response, request));
  try {
    const store = new CampaignStore({ clock: { now: Date.now }, fingerprint: ({ name }) => name });
    const [patient, hasty] = [clientOf(server.baseUrl, 20_000), clientOf(server.baseUrl, 150)];
    const reader = () => (current === answer && hangs(fault) ? hasty : patient);
    store.connect({ listCampaigns: (signal?: AbortSignal) => reader().listCampaigns(signal) } as CampaignApi);
    await store.refresh();
    assert.equal(store.state.campaigns.length, 1);
    const before = server.seen.length;
    current = answer;
    await store.refresh();
    const requests = server.seen.length - before;
    const { error, campaigns, loading } = store.state;
    assert.equal(loading, false, 'it still waits');
    assert.deepEqual(
      campaigns.map(({ name }) => name),
      ['Spring'],
      'what was read is lost',
    );
    assert.ok(error instanceof ApiError);
    const { message } = statusOf(store);
    assert.match(message ?? '', /^Last updated today \d\d:\d\d\. \S.*\.$/);
    assert.ok(!message?.includes(key));
    const odd = mayNeedPerson(error);
    const { retryAfterMs } = error;
    const againMs = nextPollMs({
      ...{ watched: true, active: false, announcesEnds: false, intervalMs, unchanged: 0, failures: 1 },
      ...{ mayNeedPerson: odd, retryAfterMs },
    });
    assert.ok(againMs !== undefined, 'it is not asked again');
    current = good;
    await store.refresh();
    assert.equal(store.state.error, undefined, 'it does not recover');
    assert.match(statusOf(store).message ?? '', /^Updated/);
    const { host } = new URL(server.baseUrl);
    const told = error.message
      .replaceAll(`http://${host}`, 'https://…')
      .replaceAll(host, 'the server')
      .replace(/^t/, 'T')
      .replaceAll(/“[^”]*”/g, '“…”')
      .replaceAll(/ \((?:E[A-Z]+|UND_ERR_[A-Z_]+)\)/g, '');
    // How many tries fit into a deadline depends on the machine.
    return {
      told,
      requests: hangs(fault) ? 'until the deadline' : String(requests),
      again: inWords(againMs),
    };
  } finally {
    await server.close();
  }
}

function inWords(ms: number): string {
  return ms < 60_000 ? plural(ms / 1000, 'second') : plural(ms / 60_000, 'minute');
}

async function createMeets(fault: string, answer: Answer): Promise<string> {
  const server = await scriptedServer(answer);
  try {
    const client = clientOf(server.baseUrl, hangs(fault) ? 150 : 20_000);
    const failed = await operations['create a campaign']?.run(client).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.ok(failed instanceof ApiError, 'it took the fault for a campaign');
    // On a busy machine the short deadline of what hangs may end a write before it leaves.
    assert.ok(server.seen.length === 1 || (hangs(fault) && server.seen.length === 0));
    return failed.mayHaveHappened ? 'looked for in the list' : 'not created';
  } finally {
    await server.close();
  }
}

function tableOf(rows: ReadonlyMap<string, Row>): string {
  const cells = [
    ['The server gives', 'Above the campaigns, which stay', 'Requests', 'Asked again after', 'A create'],
    ...[...rows].map(([fault, { told, requests, again, create }]) => [
      ...[fault, told.replaceAll('|', '\\|'), requests, again, create],
    ]),
  ];
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
}

describe('the window, when the server fails', () => {
  const rows = new Map<string, Row>();

  for (const [fault, [answer]] of Object.entries(faults)) {
    it(`${fault}: keeps the campaigns, says why they are old, tries again and recovers`, async () => {
      rows.set(fault, { ...(await windowMeets(fault, answer)), create: await createMeets(fault, answer) });
    });
  }

  it('does what the table in docs/faults.md says', async () => {
    const text = await readFile(page, 'utf8');
    const at = { begin: text.indexOf(begin) + begin.length, end: text.indexOf(end) };
    assert.ok(at.begin >= begin.length && at.end > at.begin);
    const table = tableOf(rows);
    if (process.env.REVOX_WRITE_DOCS !== undefined) {
      await writeFile(page, `${text.slice(0, at.begin)}\n\n${table}\n\n${text.slice(at.end)}`);
    } else {
      assert.equal(text.slice(at.begin, at.end).trim(), table);
    }
  });
});
