import assert from 'node:assert/strict';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { contentHash } from '../../../src/callList/file/contentHash.ts';
import { HumanError, isAbort } from '../../../src/core/errors.ts';
import {
  ReadingStopped,
  CheckedList,
  type ListQuestion,
  type ListFile,
} from '../../../src/sending/checkedList.ts';

const reading = {};
const question = (key = ''): ListQuestion => ({ reading, options: {}, key });

/** A list whose checks end when the test says so. */
class SlowList {
  text = 'phone\n+33199001201\n';
  checks = 0;
  aborted = 0;
  readonly sheet = new CheckedList(() => Promise.resolve(this.#file()));
  readonly #gates = new Set<() => void>();
  #fail: Error | undefined;

  readonly ask = (key = '', signal?: AbortSignal) => this.sheet.check(question(key), () => undefined, signal);

  /** Lets the checks that are waited for come to their end, once there are some. */
  async end(error?: Error): Promise<void> {
    while (this.#gates.size === 0) await new Promise((resolve) => setImmediate(resolve));
    this.#fail = error;
    for (const open of this.#gates) open();
    this.#gates.clear();
  }

  #file(): ListFile {
    const { text } = this;
    return {
      hash: () => contentHash(text),
      check: async (options, signal) => {
        this.checks++;
        await new Promise<void>((resolve, reject) => {
          this.#gates.add(resolve);
          signal.addEventListener('abort', () => {
            this.aborted++;
            this.#gates.delete(resolve);
            reject(signal.reason as Error);
          });
        });
        if (this.#fail !== undefined) throw this.#fail;
        return { list: await checkCallList(text, options), hash: await contentHash(text) };
      },
    };
  }
}

describe('the list of a launch sheet', () => {
  it('is read once for everyone who requests the same, however much is typed meanwhile', async () => {
    const list = new SlowList();
    const typed = new AbortController();
    const first = list.ask('', typed.signal);
    const withdrawn = assert.rejects(first, isAbort);
    const second = list.ask();
    typed.abort();
    await withdrawn;
    await list.end();
    assert.equal((await second).checked?.list.counts.ready, 1);
    assert.equal((await list.ask()).checked?.list.counts.ready, 1);
    assert.deepEqual([list.checks, list.aborted], [1, 0]);
  });

  it('is abandoned when other options are requested, and the first request is answered all the same', async () => {
    const list = new SlowList();
    const first = list.ask('one');
    await new Promise((resolve) => setImmediate(resolve));
    const second = list.ask('other');
    await list.end();
    assert.ok((await second).checked);
    await list.end();
    assert.ok((await first).checked);
    assert.equal(list.aborted, 1);
  });

  it('is looked at again when it may have changed, and checked again only when it has', async () => {
    const list = new SlowList();
    const before = list.ask();
    await list.end();
    await before;
    list.sheet.changed();
    assert.equal((await list.ask()).checked?.list, (await before).checked?.list);
    list.text += '+33199001202\n';
    list.sheet.changed();
    const after = list.ask();
    await list.end();
    assert.equal((await after).checked?.list.counts.ready, 2);
    assert.equal(list.checks, 2);
  });

  it('is not read again by itself after a person stopped the reading', async () => {
    const list = new SlowList();
    const first = list.ask();
    await list.end(new ReadingStopped('list.csv'));
    assert.match((await first).problem ?? '', /^Reading “list\.csv” was cancelled.* Read it again/);
    assert.match((await list.ask('other letters')).problem ?? '', /cancelled/);
    assert.equal(list.checks, 1);
    assert.equal(list.sheet.last, undefined, 'nothing half-read is there to be sent');
    list.sheet.changed();
    const again = list.ask();
    await list.end();
    assert.ok((await again).checked);
  });

  it('says why it cannot be read, and is read again on the next request', async () => {
    const list = new SlowList();
    const first = list.ask();
    await list.end(new HumanError('It is gone.'));
    assert.deepEqual(await first, { problem: 'It is gone.' });
    const again = list.ask();
    await list.end();
    assert.ok((await again).checked);
  });

  it('stops being read when the sheet is closed', async () => {
    const list = new SlowList();
    const first = list.ask();
    const stopped = assert.rejects(first, isAbort);
    await new Promise((resolve) => setImmediate(resolve));
    list.sheet.dispose();
    await stopped;
    assert.equal(list.aborted, 1);
  });
});
