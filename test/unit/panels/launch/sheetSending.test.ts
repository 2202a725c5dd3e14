import assert from 'node:assert/strict';
import { SheetSending } from '../../../../src/panels/launch/sheetSending.ts';

describe('sending a sheet', () => {
  let sending: SheetSending;
  let happened: string[];
  let finish: () => void;

  /** Sends until `finish` is called, and answers as a page's host does. */
  async function send(name = 'sent'): Promise<string | undefined> {
    const answer = await sending.run(
      (signal) =>
        new Promise<string>((resolve) => {
          signal.addEventListener('abort', () => happened.push('withdrawn'));
          finish = () => resolve(name);
        }),
    );
    happened.push(answer ?? 'refused');
    return answer;
  }
  const idle = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    sending = new SheetSending();
    happened = [];
  });

  it('is done once, however often the button is pressed, and can be done again afterwards', async () => {
    const first = send('first');
    assert.equal(sending.isUnderWay, true);
    assert.equal(await send('second'), undefined);
    finish();
    assert.equal(await first, 'first');
    assert.equal(sending.isUnderWay, false);
    const third = send('third');
    finish();
    assert.equal(await third, 'third');
  });

  it('can be done again after it failed', async () => {
    await assert.rejects(
      sending.run(() => Promise.reject(new Error('offline'))),
      /offline/,
    );
    assert.equal(sending.isUnderWay, false);
  });

  it('is withdrawn only while it is under way', async () => {
    sending.withdraw();
    const sent = send();
    sending.withdraw();
    finish();
    await sent;
    assert.deepEqual(happened, ['withdrawn', 'sent']);
  });

  it('makes a change at once while nothing is sent', () => {
    sending.whenIdle(() => happened.push('changed'));
    assert.deepEqual(happened, ['changed']);
  });

  it('makes up for a change of the connection once the page has the outcome, also after a failure', async () => {
    const sent = send();
    sending.whenIdle(() => happened.push('another connection'));
    finish();
    await sent;
    assert.deepEqual(happened, ['sent']);
    await idle();
    assert.deepEqual(happened, ['sent', 'another connection']);
    const failed = sending.run(() => Promise.reject(new Error('offline')));
    sending.whenIdle(() => happened.push('another again'));
    await assert.rejects(failed);
    await idle();
    assert.equal(happened.at(-1), 'another again');
  });

  it('makes one change of several, and the largest', async () => {
    for (const isLargeFirst of [true, false]) {
      happened = [];
      const sent = send();
      const changes = [
        () => sending.whenIdle(() => happened.push('connected'), { isLarge: true }),
        () => sending.whenIdle(() => happened.push('list moved')),
      ];
      for (const change of isLargeFirst ? changes : changes.toReversed()) change();
      finish();
      await sent;
      await idle();
      assert.deepEqual(happened, ['sent', 'connected']);
    }
  });
});
