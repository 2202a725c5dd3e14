import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type * as vscode from 'vscode';
import type { CallList, CallListOptions } from '../../../src/callList/callList.ts';
import { WatchedList } from '../../../src/editor/watchedList.ts';
import { TypedDocument } from './support/typedDocument.ts';

const people = 'phone,name\n+33612345678,Zoé\n+33612345679,Ann\n';

/** A watched document, and what was told of it: the numbers that can be called, or why it is no list. */
class Watching {
  readonly document: TypedDocument;
  readonly list: WatchedList;
  readonly told: (readonly string[] | string | undefined)[] = [];
  options: CallListOptions = {};
  readings = 0;
  /** Resolves when a reading may go on: at once, unless the test says otherwise. */
  mayRead: Promise<void> = Promise.resolve();

  constructor(text: string) {
    this.document = new TypedDocument(text);
    this.list = new WatchedList(this.document as unknown as vscode.TextDocument, {
      reading: async () => {
        const { options } = this;
        this.readings += 1;
        await this.mayRead;
        return { options, choices: {} };
      },
      onChecked: (list) => this.told.push(numbersOf(list)),
      onUnreadable: (why) => this.told.push(why),
    });
  }

  /** Holds the readings that begin from now on. @returns lets them go on */
  hold(): () => void {
    let letGo: () => void = () => undefined;
    this.mayRead = new Promise((resolve) => (letGo = resolve));
    return letGo;
  }

  type(before: string, after: string): void {
    this.list.edited(this.document.replace(before, after));
  }

  get numbers(): readonly string[] | undefined {
    return this.list.checked && numbersOf(this.list.checked.list);
  }
}

function numbersOf({ contacts }: CallList): readonly string[] {
  return contacts.map(({ to_phone_number }) => to_phone_number);
}

describe('a call list that is typed', () => {
  let watching: Watching | undefined;

  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => {
    watching?.list.dispose();
    mock.timers.reset();
  });

  function watch(text: string): Watching {
    watching = new Watching(text);
    return watching;
  }

  /** A document that was read as a whole, with nothing told since. */
  async function watchChecked(text: string): Promise<Watching> {
    const watching = watch(text);
    await watching.list.current();
    watching.told.length = 0;
    return watching;
  }

  it('is read when it is first seen, and its check is that of the document as it is', async () => {
    const { list, document, told } = watch(people);
    assert.equal(list.checked, undefined);
    list.scheduleRead();
    mock.timers.tick(0);
    const checked = await list.current();
    assert.deepEqual(told, [['+33612345678', '+33612345679']]);
    assert.deepEqual([checked?.version, checked?.text], [document.version, people]);
  });

  it('is read once for all who ask', async () => {
    const watching = watch(people);
    const checks = await Promise.all([watching.list.current(), watching.list.current()]);
    assert.equal(checks[0], checks[1]);
    await watching.list.current();
    assert.equal(watching.readings, 1);
  });

  it('is checked with each letter without being read again, and told when the typing pauses', async () => {
    const watching = await watchChecked(people);
    watching.type('78,', '70,');
    assert.deepEqual(watching.numbers, ['+33612345670', '+33612345679']);
    mock.timers.tick(149);
    watching.type('79,', '71,');
    mock.timers.tick(149);
    assert.deepEqual([watching.told, watching.numbers], [[], ['+33612345670', '+33612345671']]);
    mock.timers.tick(1);
    assert.deepEqual(watching.told, [['+33612345670', '+33612345671']]);
    assert.equal((await watching.list.current())?.version, watching.document.version);
    assert.equal(watching.readings, 1);
  });

  it('is read again after a pause where a change concerns all rows', async () => {
    const watching = await watchChecked(people);
    watching.type('phone,name', 'name,phone');
    mock.timers.tick(149);
    assert.equal(watching.readings, 1);
    mock.timers.tick(1);
    assert.equal(watching.readings, 2);
    await watching.list.current();
    assert.equal(watching.told.length, 1);
  });

  it('is read again where its line ends change, which is no change of its content', async () => {
    const watching = await watchChecked(people);
    watching.list.edited(watching.document.useCrlf());
    mock.timers.tick(150);
    assert.equal(watching.readings, 2);
    const checked = await watching.list.current();
    assert.equal(checked?.list.dialect.newline, '\r\n');
  });

  it('is not checked again where only its saving was told', async () => {
    const watching = await watchChecked(people);
    watching.list.edited([]);
    mock.timers.tick(1_000);
    assert.deepEqual([watching.told, watching.readings], [[], 1]);
  });

  it('is read again where what was told of a change does not lead to its text', async () => {
    const watching = await watchChecked(people);
    watching.document.append('+33612345670,Bob\n');
    watching.type('78,', '71,');
    mock.timers.tick(150);
    await watching.list.current();
    assert.deepEqual(watching.numbers, ['+33612345671', '+33612345679', '+33612345670']);
    assert.equal(watching.readings, 2);
  });

  it('has what was typed while it was read', async () => {
    const watching = watch(people);
    const goOn = watching.hold();
    const reading = watching.list.current();
    watching.type('78,', '70,');
    goOn();
    assert.equal(await reading, undefined, 'the text that was asked about is gone');
    assert.deepEqual(watching.numbers, ['+33612345670', '+33612345679']);
    assert.deepEqual(watching.told, [['+33612345670', '+33612345679']]);
    assert.equal((await watching.list.current())?.version, watching.document.version);
    assert.equal(watching.readings, 1);
  });

  it('is read once more where what was typed meanwhile concerns all rows', async () => {
    const watching = watch(people);
    const goOn = watching.hold();
    const reading = watching.list.current();
    watching.type('phone,name', 'name,phone');
    goOn();
    await reading;
    assert.deepEqual([watching.told, watching.list.checked], [[], undefined]);
    mock.timers.tick(150);
    assert.notEqual(await watching.list.current(), undefined);
    assert.equal(watching.readings, 2);
  });

  it('says nothing of an empty text until it is a list, nor after that', async () => {
    const watching = watch('  \n');
    assert.equal(await watching.list.current(), undefined);
    assert.deepEqual(watching.told, [undefined]);
    watching.list.edited(watching.document.append(people));
    mock.timers.tick(150);
    assert.notEqual(await watching.list.current(), undefined);
    assert.deepEqual(watching.told, [undefined, ['+33612345678', '+33612345679']]);
    watching.type(watching.document.getText(), '\n');
    mock.timers.tick(150);
    assert.equal(await watching.list.current(), undefined);
    assert.deepEqual([watching.told.slice(2), watching.list.checked], [[undefined], undefined]);
  });

  it('is told as well where it cannot be read in parts, and read as a whole after each change', async () => {
    const watching = watch('phone,name');
    assert.equal((await watching.list.current())?.version, 1);
    mock.timers.tick(1_000);
    assert.deepEqual([watching.told, watching.readings], [[[]], 1]);
    watching.list.edited(watching.document.append('\n+33612345678,Zoé'));
    mock.timers.tick(150);
    await watching.list.current();
    assert.deepEqual([watching.told, watching.readings], [[[], ['+33612345678']], 2]);
  });

  it('is read once more where it became a list while it was read', async () => {
    const watching = watch('');
    const goOn = watching.hold();
    const reading = watching.list.current();
    watching.list.edited(watching.document.append(people));
    goOn();
    await reading;
    mock.timers.tick(150);
    assert.equal(watching.readings, 2);
    await watching.list.current();
    assert.deepEqual(watching.told, [undefined, ['+33612345678', '+33612345679']]);
  });

  describe('whose options change', () => {
    const national = 'phone,name\n0612345678,Zoé\n';

    it('is read with the new ones, and the check before does not count any more', async () => {
      const watching = await watchChecked(national);
      assert.deepEqual(watching.numbers, []);
      watching.options = { defaultRegion: 'FR' };
      watching.list.rereadWithOptions();
      assert.equal(watching.list.checked, undefined);
      await watching.list.current();
      assert.deepEqual(watching.told, [['+33612345678']]);
    });

    it('while it is read: nothing is told of the reading with those before', async () => {
      const watching = watch(national);
      const goOn = watching.hold();
      const reading = watching.list.current();
      watching.options = { defaultRegion: 'FR' };
      watching.list.rereadWithOptions();
      watching.mayRead = Promise.resolve();
      goOn();
      const checked = await reading;
      assert.deepEqual(checked && numbersOf(checked.list), ['+33612345678']);
      assert.deepEqual(watching.told, [['+33612345678']]);
    });
  });

  it('tells nothing once it is closed, be it read or typed', async () => {
    const typed = await watchChecked(people);
    typed.type('78,', '70,');
    typed.list.dispose();
    mock.timers.tick(1_000);
    assert.deepEqual(typed.told, []);

    const read = watch(people);
    const goOn = read.hold();
    read.list.scheduleRead();
    mock.timers.tick(0);
    read.list.dispose();
    goOn();
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([read.readings, read.told, read.list.checked], [1, [], undefined]);
  });
});
