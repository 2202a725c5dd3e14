// One measurement in a process of its own: node contender.mjs <what> <file>. Prints one line of JSON.
import { createReadStream, readFileSync } from 'node:fs';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import papaparse from 'papaparse';
import { checkCallList } from '../../src/contacts/callList.ts';
import { readPhone } from '../../src/contacts/phoneNumber.ts';
import { streamCallList } from '../../src/contacts/streamCallList.ts';

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

  /** File → checked contacts without duplicates → the bytes of the request's body, as they would be sent. */
  stream: async (file) => {
    let bytes = 0;
    let contacts = 0;
    const encoder = new TextEncoder();
    const { counts } = await streamCallList(
      createReadStream(file, { highWaterMark: 256 * 1024 }),
      options,
      (batch) => {
        let body = '';
        for (const { to_phone_number, prompt_variables } of batch)
          body += `{"to_phone_number":"${to_phone_number}","prompt_variables":${JSON.stringify(prompt_variables)}},`;
        bytes += encoder.encode(body).length;
        contacts += batch.length;
      },
    );
    if (bytes === 0) throw new Error('No body');
    return { rows: counts.read, contacts };
  },

  /** The same with everything in memory, as the editor has it. */
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
    const valid = numbers.filter((phone) => readPhone(phone, { region }).e164 !== undefined).length;
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

  /** An editor's text checked, one character typed into its middle, checked again: the second time counts. */
  retype: async (file) => {
    const text = readFileSync(file, 'utf8');
    await checkCallList(text, options);
    const middle = text.indexOf('+33', text.length / 2) + 5;
    const edited = `${text.slice(0, middle)}9${text.slice(middle)}`;
    const began = performance.now();
    const { counts } = await checkCallList(edited, options);
    return { rows: counts.read, ms: performance.now() - began };
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

const [what = '', file = ''] = process.argv.slice(2);
const contender = contenders[what];
if (contender === undefined) throw new Error(`Nothing is measured under “${what}”`);
// The longest this process worked between two turns of the event loop: nobody else in it could do anything meanwhile. Time in which the
// machine was busy with other processes does not count; that of the garbage collector's helpers does.
let blockMs = 0;
let turn = performance.now();
let work = process.cpuUsage();
let watching = true;
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
setImmediate(watch);
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
