import { parseArgs } from 'node:util';
import type { ClockKind } from './dialing/clock.ts';
import { revisions, type Revision } from './revision.ts';
import type { SandboxOptions } from './sandboxOptions.ts';

/** An option that cannot be used, as one sentence for stderr. */
export class BadOption extends Error {}

const maxRows = 5_000_000;
const maxPromptBytes = 1_000_000;

/** Short names of the revisions, from before they had these names. */
const revisionNumbers: Readonly<Record<string, Revision>> = { 1: '0.1.1', 2: 'docs', 3: '0.5.0' };

export function readCommandLine(args: readonly string[]): SandboxOptions {
  const { values } = parse(args);
  return {
    port: number('--port', values.port, 0, 65_535),
    key: key(values.key),
    clock: clock(values.clock),
    seed: number('--seed', values.seed, 0, 2 ** 31 - 1),
    startMs: start(values.start),
    pageBase: choice('--page-base', values['page-base'], { '0': 0, '1': 1 }),
    revision: revision(values.revision),
    strict: values.strict,
    odd: values.odd,
    promptBytes: number('--prompt-bytes', values['prompt-bytes'], 0, maxPromptBytes),
    rows: number('--rows', values.rows, 1, maxRows),
    empty: values.empty,
    latencyMs: number('--latency', values.latency, 0, 600_000),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: text,
        key: text,
        clock: text,
        seed: text,
        start: text,
        'page-base': text,
        revision: text,
        rows: text,
        empty: { type: 'boolean' },
        latency: text,
        strict: { type: 'boolean' },
        odd: { type: 'boolean' },
        'prompt-bytes': text,
      },
    });
  } catch (error) {
    throw new BadOption(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function number(name: string, text: string | undefined, low: number, high: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= low && value <= high) return value;
  throw new BadOption(`${name} must be a whole number from ${low} to ${high}, not "${text}".`);
}

function choice<T>(
  name: string,
  text: string | undefined,
  values: Readonly<Record<string, T>>,
): T | undefined {
  if (text === undefined) return undefined;
  const value = Object.hasOwn(values, text) ? values[text] : undefined;
  if (value === undefined)
    throw new BadOption(`${name} must be ${Object.keys(values).join(' or ')}, not "${text}".`);
  return value;
}

function revision(text: string | undefined): Revision | undefined {
  const older =
    text !== undefined && Object.hasOwn(revisionNumbers, text) ? revisionNumbers[text] : undefined;
  const names = Object.fromEntries(revisions.map((name) => [name, name]));
  return older ?? choice('--revision', text, names);
}

/** The key has to fit into a header. */
function key(text: string | undefined): string | undefined {
  if (text === undefined || /^[\x21-\x7e]+$/.test(text)) return text;
  throw new BadOption('--key must be printable ASCII without spaces, and not empty.');
}

function clock(text: string | undefined): ClockKind | undefined {
  if (text === undefined || text === 'real' || text === 'fast' || text === 'stepped') return text;
  const factor = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (factor > 0 && factor <= 1_000_000) return { factor };
  throw new BadOption(`--clock must be real, fast, stepped or a factor up to 1000000, not "${text}".`);
}

function start(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = Date.parse(text);
  if (!Number.isNaN(ms)) return ms;
  throw new BadOption(`--start must be a time such as 2026-11-20T09:00:00Z, not "${text}".`);
}
