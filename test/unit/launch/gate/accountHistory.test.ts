import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import type { PhoneHistory } from '../../../../src/core/account.ts';
import { AccountHistoryReader, SuppressedByHistory } from '../../../../src/launch/gate/accountHistory.ts';
import { phoneHistory as history } from '../../support/phoneHistory.ts';
import { noonMs } from '../../support/campaigns.ts';
import { fakeApi, silentServer } from '../../support/fakeApi.ts';

const [ann, bob, cid] = ['+33199001201', '+33199001202', '+33199001203'];
const numbers = new Set([ann, bob, cid]);

/** A service that knows these numbers, and counts how often it is asked. */
function service(known: Record<string, PhoneHistory> | Error | undefined, has?: boolean) {
  const asked: number[] = [];
  const api = fakeApi({
    server: { ...silentServer, has: () => has },
    phoneHistory: (wanted = new Set()) => {
      asked.push(wanted.size);
      if (known instanceof Error) return Promise.reject(known);
      return Promise.resolve(
        known && new Map(Object.entries(known).filter(([number]) => wanted.has(number))),
      );
    },
  });
  return { asked, api };
}

function readerOf(...given: Parameters<typeof service>) {
  return new AccountHistoryReader(service(...given).api);
}

describe('the service’s call history of the numbers of a list', () => {
  it('is read once for the same numbers, and again when it must be fresh', async () => {
    const { asked, api } = service({ [ann]: history() });
    const reader = new AccountHistoryReader(api);
    await reader.of(numbers, false);
    await reader.of(new Set([ann, bob]), false);
    await reader.of(numbers, true);
    assert.deepEqual(asked, [3, 3]);
  });

  it('is read for numbers that were not asked about before', async () => {
    const { asked, api } = service({});
    const reader = new AccountHistoryReader(api);
    await reader.of(new Set([ann]), false);
    await reader.of(numbers, false);
    assert.deepEqual(asked, [1, 3]);
  });

  it('keeps the earlier answer where it cannot be read again', async () => {
    const known: Record<string, PhoneHistory> = { [bob]: history({ do_not_contact: true }) };
    const { api } = service(known);
    const reader = new AccountHistoryReader(api);
    await reader.of(numbers, false);
    api.phoneHistory = () => Promise.reject(new Error('It is down.'));
    assert.equal((await reader.of(numbers, true)).kind, 'failed');
    assert.deepEqual([...reader.excluded(undefined, noonMs).keys()], [bob]);
  });

  it('counts under the other number of a subscriber who has two', async () => {
    const [asWritten, asMobile] = ['+541123456789', '+5491123456789'];
    const reader = readerOf({
      [asWritten]: history({ count: 2 }),
      [asMobile]: history({ count: 3, do_not_contact: true }),
    });
    const found = await reader.of(new Set([asWritten]), true);
    assert.ok(found.kind === 'known');
    assert.deepEqual([...found.byNumber.keys()], [asWritten]);
    assert.equal(found.byNumber.get(asWritten)?.count, 5);
    assert.deepEqual([...reader.excluded(undefined, noonMs).keys()], [asWritten]);
  });

  it('is not waited for where the server has no such operation', async () => {
    assert.equal((await readerOf(undefined).of(numbers, true)).kind, 'none');
  });

  it('is requested from a server that was seen to have none only right before a launch', async () => {
    const { asked, api } = service(undefined, false);
    const reader = new AccountHistoryReader(api);
    assert.equal((await reader.of(numbers, false)).kind, 'none');
    assert.deepEqual(asked, []);
    await reader.of(numbers, true);
    assert.deepEqual(asked, [3]);
  });

  it('blocks a launch when it cannot be read', async () => {
    const found = await readerOf(new Error('It is down.')).of(numbers, true);
    assert.ok(found.kind === 'failed');
    assert.match(found.message, /might be called\. It is down\./);
  });

  it('excludes numbers from the list, each with its own reason on its line', async () => {
    const reader = readerOf({
      [ann]: history({ reached_human: true }),
      [bob]: history({ do_not_contact: true, reached_human: true }),
      [cid]: history({ reached_human: true }),
    });
    await reader.of(numbers, false);
    const excluded = reader.excluded({ reached: true, notInterested: false }, noonMs);
    const suppressed = new SuppressedByHistory(new Set([cid]), excluded);
    const text = `phone,name\n${ann},Ann\n${bob},Bob\n${cid},Cid\n+33199001204,Dan\n`;
    const { contacts, problems, counts } = await checkCallList(text, { suppressed });
    assert.deepEqual(
      contacts.map(({ to_phone_number }) => to_phone_number),
      ['+33199001204'],
    );
    assert.deepEqual(
      problems.map(({ code, severity, message }) => [
        code,
        severity,
        /reached|contact|list/.exec(message)?.[0],
      ]),
      [
        ['revox.phone.calledBefore', 'warning', 'reached'],
        ['revox.phone.doNotContact', 'warning', 'contact'],
        ['revox.phone.suppressed', 'warning', 'list'],
      ],
    );
    const { calledBefore, doNotContact, suppressed: onList } = counts.excluded;
    assert.deepEqual([calledBefore, doNotContact, onList], [1, 1, 1]);
    assert.deepEqual([...suppressed.found], [ann, bob, cid]);
  });
});
