import { FaultyServer } from '../faults/faultyServer.ts';
import { LaunchRun } from '../faults/launchRun.ts';
import { manyRuns } from '../faults/manyRuns.ts';
import { plainRun } from '../faults/plainRun.ts';

interface Counts {
  readonly runs: number;
  /** Runs that ended with more than one campaign, and how many too many they made in all. */
  readonly doubled: number;
  readonly surplus: number;
  /** "Failed" or "not created" was the last word, and a campaign was there. */
  readonly untrue: number;
}

function count(ends: readonly { created: readonly unknown[]; denied: boolean }[]): Counts {
  const doubled = ends.filter(({ created }) => created.length > 1);
  return {
    runs: ends.length,
    doubled: doubled.length,
    surplus: doubled.reduce((sum, { created }) => sum + created.length - 1, 0),
    untrue: ends.filter(({ created, denied }) => denied && created.length > 0).length,
  };
}

const [, , who = 'ours', runs = '1000'] = process.argv;
const server = await FaultyServer.start();
const ends =
  who === 'plain'
    ? (await manyRuns(Number(runs), (seed) => plainRun(server, seed))).map(({ created, said }) => ({
        created,
        denied: said === 'failed',
      }))
    : (await manyRuns(Number(runs), (seed) => new LaunchRun(server, seed).run())).map(
        ({ created, statements }) => ({
          created,
          denied: created.some(({ tag }) =>
            statements.some((statement) => statement.tag === tag && statement.said === 'not created'),
          ),
        }),
      );
await server.close();
process.stdout.write(JSON.stringify(count(ends)));
process.exit(0);
