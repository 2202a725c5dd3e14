import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { campaign, rowStats } from '../../unit/support/campaigns.ts';
import { json, scriptedServer, type Answer } from '../support/scriptedServer.ts';

const created = campaign({ id: 'new', name: 'Spring', row_stats: rowStats({ total: 3 }) });

async function next(child: ChildProcess): Promise<string> {
  const received = (await once(child, 'message')) as readonly unknown[];
  return String(received[0]);
}

describe('windows of one machine that launch at the same moment', () => {
  let folder: string;
  let program: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revox-windows-'));
    program = join(folder, 'window.mjs');
    await build({
      entryPoints: ['test/service/support/launchingWindow.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [what, lists] of [
    ['one list', ['file:///people.csv', 'file:///people.csv']],
    ['two files with the same people', ['file:///people.csv', 'file:///copy.csv']],
  ] as const) {
    it(`send ${what} once: the other window is told that it is being created`, async () => {
      const posts: ServerResponse[] = [];
      const answer: Answer = (response, { method }) => {
        if (method === 'POST') posts.push(response);
        else json(200, { campaigns: [] })(response, undefined as never);
      };
      const server = await scriptedServer(answer);
      const journal = join(folder, `journal of ${what}`);
      const windows = lists.map((list) => fork(program, [journal, server.baseUrl, list], { execArgv: [] }));
      try {
        assert.deepEqual(await Promise.all(windows.map(next)), ['ready', 'ready']);
        const ends = windows.map(next);
        for (const window of windows) window.send('launch');
        // the server answers when the other window has given up, so that both are surely there at once
        const first = await Promise.race(ends);
        assert.equal(first, 'blocked');
        while (posts.length === 0) await server.nextRequest();
        json(200, { campaign: created })(posts[0] ?? assert.fail(), undefined as never);
        assert.deepEqual((await Promise.all(ends)).sort(), ['blocked', 'created']);
        assert.equal(posts.length, 1);
      } finally {
        for (const window of windows) window.kill();
        await server.close();
      }
    });
  }
});
