import assert from 'node:assert/strict';
import { BadOption, readCommandLine } from '../../../src/sandbox/commandLine.ts';

const given = (line: string) =>
  Object.fromEntries(
    Object.entries(readCommandLine(line.split(' ').filter(Boolean))).filter(
      ([, value]) => value !== undefined,
    ),
  );

describe('the command line of the sandbox', () => {
  for (const [line, options] of [
    ['', {}],
    ['--port 8080 --key secret', { port: 8080, key: 'secret' }],
    ['--port 0', { port: 0 }],
    ['--clock fast', { clock: 'fast' }],
    ['--clock stepped', { clock: 'stepped' }],
    ['--clock 60', { clock: { factor: 60 } }],
    ['--clock 0.5', { clock: { factor: 0.5 } }],
    ['--seed 7 --page-base 1 --revision 3', { seed: 7, pageBase: 1, revision: '0.5.0' }],
    ['--revision docs --strict --odd', { revision: 'docs', strict: true, odd: true }],
    ['--revision 0.3.0 --prompt-bytes 6000', { revision: '0.3.0', promptBytes: 6000 }],
    ['--rows 1000000 --empty --latency 250', { rows: 1_000_000, empty: true, latencyMs: 250 }],
    ['--start 2026-11-20T09:00:00Z', { startMs: Date.UTC(2026, 10, 20, 9) }],
  ] as const)
    it(`reads "${line}"`, () => assert.deepEqual(given(line), options));

  for (const [line, sentence] of [
    ['--port 70000', '--port must be a whole number from 0 to 65535, not "70000".'],
    ['--port x', '--port must be a whole number from 0 to 65535, not "x".'],
    ['--clock soon', '--clock must be real, fast, stepped or a factor up to 1000000, not "soon".'],
    ['--clock 0', '--clock must be real, fast, stepped or a factor up to 1000000, not "0".'],
    ['--page-base 2', '--page-base must be 0 or 1, not "2".'],
    ['--revision 9', '--revision must be 0.1.1 or docs or 0.3.0 or 0.5.0, not "9".'],
    ['--rows 0', '--rows must be a whole number from 1 to 5000000, not "0".'],
    ['--key=', '--key must be printable ASCII without spaces, and not empty.'],
    ['--start soon', '--start must be a time such as 2026-11-20T09:00:00Z, not "soon".'],
  ] as const)
    it(`refuses "${line}" with a sentence`, () => assert.throws(() => given(line), new BadOption(sentence)));

  for (const line of ['--bogus', '--port', 'extra'])
    it(`refuses "${line}" on one line`, () =>
      assert.throws(
        () => given(line),
        (error) => error instanceof BadOption && !error.message.includes('\n'),
      ));
});
