import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import type { PhoneHistory } from '../../../../src/core/account.ts';
import {
  AccountHistoryReader,
  historySentence,
  withDoNotContact,
} from '../../../../src/launch/gate/accountHistory.ts';

const [ann, bob, cid] = ['+33199001201', '+33199001202', '+33199001203'];
const contacts = [ann, bob, cid].map((number) => ({ to_phone_number: number, prompt_variables: {} }));

function history(about: Partial<PhoneHistory> = {}): PhoneHistory {
  return { count: 1, campaigns: [], do_not_contact: false, hot: false, reached_human: false, ...about };
}

/** A service that knows these numbers, and counts how often it is asked. */
function service(known: Record<string, PhoneHistory> | Error | undefined) {
  const asked: number[] = [];
  return {
    asked,
    phoneHistory: (wanted: ReadonlySet<string> = new Set()) => {
      asked.push(wanted.size);
      if (known instanceof Error) return Promise.reject(known);
      return Promise.resolve(
        known && new Map(Object.entries(known).filter(([number]) => wanted.has(number))),
      );
    },
  };
}

describe('what the service knows of the numbers of a list', () => {
  it('is read once for the same contacts, and again when it must be fresh', async () => {
    const api = service({ [ann]: history() });
    const reader = new AccountHistoryReader(api);
    await reader.of(contacts, false);
    await reader.of(contacts, false);
    await reader.of(contacts, true);
    assert.deepEqual(api.asked, [3, 3]);
  });

  it('keeps a number that must not be contacted, although it is no contact any more', async () => {
    const reader = new AccountHistoryReader(service({ [bob]: history({ do_not_contact: true }) }));
    await reader.of(contacts, false);
    assert.deepEqual([...reader.doNotContact], [bob]);
    await reader.of(
      contacts.filter(({ to_phone_number }) => to_phone_number !== bob),
      true,
    );
    assert.deepEqual([...reader.doNotContact], [bob]);
  });

  it('is nothing to wait for where the server has no such operation', async () => {
    const found = await new AccountHistoryReader(service(undefined)).of(contacts, true);
    assert.equal(found.kind, 'none');
  });

  it('stops a launch when it cannot be read', async () => {
    const found = await new AccountHistoryReader(service(new Error('It is down.'))).of(contacts, true);
    assert.ok(found.kind === 'failed');
    assert.match(found.message, /might be called\. It is down\./);
  });

  it('leaves a number out of the list with a sentence on its line', async () => {
    const suppressed = withDoNotContact(new Set([cid]), new Set([bob]));
    const text = `phone,name\n${ann},Ann\n${bob},Bob\n${cid},Cid\n`;
    const { contacts: ready, problems } = await checkCallList(text, { suppressed });
    assert.deepEqual(
      ready.map(({ to_phone_number }) => to_phone_number),
      [ann],
    );
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message.includes('do not contact')]),
      [
        [3, true],
        [4, false],
      ],
    );
  });

  it('says who was called before, reached, and not interested', () => {
    const byNumber = new Map([
      [ann, history({ reached_human: true, hot: true })],
      [bob, history({ reached_human: true, last_outcome: 'not_interested' })],
      [cid, history({ count: 0 })],
    ]);
    assert.equal(
      historySentence({ kind: 'known', byNumber }, contacts),
      '2 people on this list were called before by this account: 2 reached, 1 interested, 1 not interested.',
    );
    assert.equal(historySentence({ kind: 'known', byNumber: new Map() }, contacts), undefined);
    assert.equal(historySentence({ kind: 'none' }, contacts), undefined);
  });
});
