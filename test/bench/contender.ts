// One measurement in a process of its own: node contender.mjs <what> <file> [blocks]. Prints one line of
// JSON.
import { createReadStream, readFileSync } from 'node:fs';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import papaparse from 'papaparse';
import { checkCallList } from '../../src/callList/checkCallList.ts';
import { LiveCallList } from '../../src/callList/live/liveCallList.ts';
import { PhoneReader } from '../../src/callList/phone/readPhone.ts';
import { streamCallList } from '../../src/callList/streamCallList.ts';
import { checkFile } from '../../src/host/checkedFile.ts';
import { FileBytes } from '../../src/host/fileBytes.ts';
import { policyBounds, readLaunchPolicy } from '../../src/launch/gate/launchPolicy.ts';

interface Result {
  readonly rows: number;
  readonly contacts?: number;
  readonly ms?: number;
}

const region = 'FR';
const variables = ['first_name', 'company', 'city', 'amount', 'note'];
const options = { defaultRegion: region, variables };

function parsed(file: string): Record<string, string>[] {
  return papaparse.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

function phones(file: string): string[] {
  return parsed(file).map(({ phone = '' }) => phone);
}

const contenders: Record<string, (file: string) => Result | Promise<Result>> = {
  /** The yardstick: rows as objects, and nothing else. */
  papaparse: (file) => ({ rows: parsed(file).length }),

  /** The fair yardstick: the same rows, read as a stream, and nothing kept. */
  papaparseStreamed: (file) =>
    new Promise<Result>((resolve, reject) => {
      let rows = 0;
      papaparse.parse<Record<string, string>>(createReadStream(file, 'utf8'), {
        header: true,
        skipEmptyLines: true,
        step: () => {
          rows += 1;
        },
        complete: () => resolve({ rows }),
        error: reject,
      });
    }),

  /** All checks, and nothing kept: the yardstick above does no more with its rows. */
  checked: async (file) => {
    let contacts = 0;
    const { counts } = await streamCallList(
      createReadStream(file, { highWaterMark: 256 * 1024 }),
      options,
      (batch) => {
        contacts += batch.length;
      },
    );
    return { rows: counts.read, contacts };
  },

  /** File → checked contacts without duplicates → the bytes of the request's body, as they would be sent. */
  stream: async (file) => {
    let bytes = 0;
    let contacts = 0;
    const encoder = new TextEncoder();
    const { counts } = await streamCallList(
      createReadStream(file, { highWaterMark: 256 * 1024 }),
      options,
      (batch) => {
        const body = JSON.stringify(
          batch.map(({ to_phone_number, prompt_variables }) => ({ to_phone_number, prompt_variables })),
        );
        bytes += encoder.encode(body).length;
        contacts += batch.length;
      },
    );
    if (bytes === 0) throw new Error('No body');
    return { rows: counts.read, contacts };
  },

  /**
   * As a campaign's list is read from the disk: no more contacts are kept than the settings allow, and what
   * was read has a hash.
   */
  create: async (file) => {
    const bounds = policyBounds(
      readLaunchPolicy(() => ({ user: undefined, workspace: undefined, folder: undefined })),
    );
    const { list } = await checkFile(new FileBytes(file, 'list.csv'), options, { bounds });
    return { rows: list.counts.read, contacts: list.contacts.length };
  },

  /** All contacts in memory, as the editor has it. */
  whole: async (file) => {
    const { counts, contacts } = await checkCallList(readFileSync(file), options);
    return { rows: counts.read, contacts: contacts.length };
  },

  /** What one would write first: objects, the library for each number, one string. */
  obvious: (file) => {
    const seen = new Set<string>();
    const contacts = [];
    const rows = parsed(file);
    for (const { phone = '', ...prompt_variables } of rows) {
      const number = parsePhoneNumberFromString(phone, region);
      if (number?.isValid() !== true || seen.has(number.number)) continue;
      seen.add(number.number);
      contacts.push({ to_phone_number: number.number, prompt_variables });
    }
    const body = Buffer.from(JSON.stringify(contacts));
    if (body.length === 0) throw new Error('No body');
    return { rows: rows.length, contacts: contacts.length };
  },

  phones: (file) => {
    const numbers = phones(file);
    const began = performance.now();
    const reader = new PhoneReader({ region });
    const valid = numbers.filter((phone) => reader.read(phone).e164 !== undefined).length;
    return { rows: numbers.length, contacts: valid, ms: performance.now() - began };
  },

  library: (file) => {
    const numbers = phones(file);
    const began = performance.now();
    const valid = numbers.filter(
      (phone) => parsePhoneNumberFromString(phone, region)?.isValid() === true,
    ).length;
    return { rows: numbers.length, contacts: valid, ms: performance.now() - began };
  },

  /**
   * An editor's text checked, then characters typed here and there, each checked again: how long one takes,
   * as a rule.
   */
  retype: async (file) => {
    const { times, rows } = await typedInto(file);
    return { rows, ms: times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN };
  },

  /** The one that took longest, the garbage collector's share included. */
  retypeLongest: async (file) => {
    const { times, rows } = await typedInto(file);
    return { rows, ms: Math.max(...times) };
  },

  /** From the cancel to the answer. */
  cancel: async (file) => {
    const abort = new AbortController();
    let cancelled = 0;
    setTimeout(() => {
      cancelled = performance.now();
      abort.abort();
    }, 30);
    const checking = streamCallList(createReadStream(file), options, () => undefined, abort.signal);
    const rows = await checking.then(
      () => 1,
      () => 0,
    );
    // 0 rows: cancelled; else the list was too short to be
    return { rows, ms: rows === 0 ? performance.now() - cancelled : 0 };
  },
};

async function typedInto(
  file: string,
): Promise<{ readonly times: readonly number[]; readonly rows: number }> {
  let text = readFileSync(file, 'utf8');
  const live = await LiveCallList.open(text, options);
  const times: number[] = [];
  for (let key = 0; key < 60; key++) {
    const offset = text.indexOf('+33', text.length * ((key * 17) % 59) * 0.0168) + 5;
    const edit = { offset, length: 0, text: '9' };
    text = `${text.slice(0, offset)}9${text.slice(offset)}`;
    // a person does not type a thousand keys a second
    await new Promise((resolve) => setImmediate(resolve));
    const began = performance.now();
    if (!live.apply([edit])) throw new Error('All was to be read again');
    const { counts, problems } = live.list;
    // the first keys warm the code, as the first in an editor do
    if (key >= 10) times.push(performance.now() - began);
    if (counts.read === 0 || problems.length === 0) throw new Error('Nothing was checked');
  }
  return { times, rows: live.list.counts.read };
}

const [what = '', file = '', mode = ''] = process.argv.slice(2);
const contender = contenders[what];
if (contender === undefined) throw new Error(`Nothing is measured under “${what}”`);
// The longest this process worked between two turns of the event loop: nobody else in it could do anything
// meanwhile. Time in which the machine was busy with other processes does not count; that of the garbage
// collector's helpers does.
let blockMs = 0;
let turn = performance.now();
let work = process.cpuUsage();
// looking costs time itself, so it is asked for
let watching = mode === 'blocks';
const watch = (): void => {
  const now = performance.now();
  const { user, system } = process.cpuUsage(work);
  blockMs = Math.max(blockMs, Math.min(now - turn, (user + system) / 1000));
  work = process.cpuUsage();
  turn = now;
  if (watching) setImmediate(watch);
};
await new Promise((resolve) => setTimeout(resolve, 20));
turn = performance.now();
work = process.cpuUsage();
if (watching) setImmediate(watch);
const before = process.cpuUsage();
const began = performance.now();
const result = await contender(file);
const ms = result.ms ?? performance.now() - began;
const { user, system } = process.cpuUsage(before);
watching = false;
await new Promise((resolve) => setTimeout(resolve, 1));
console.log(
  JSON.stringify({
    ...result,
    ms,
    cpuMs: (user + system) / 1000,
    blockMs,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
