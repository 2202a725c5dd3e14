import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { CampaignStore } from '../../../src/core/campaignStore.ts';
import type { CampaignApi } from '../../../src/core/ports.ts';
import { ListHistories } from '../../../src/editor/listHistories.ts';
import { fakeApi, silentServer } from '../support/fakeApi.ts';
import { phoneHistory } from '../support/phoneHistory.ts';

const uriOf = (address: string) => ({ toString: () => address }) as Uri;
const list = uriOf('file:///march.csv');
const [ann, ben] = ['+33199001201', '+33199001202'] as const;
const contacts = [ann, ben, ann].map((to_phone_number) => ({ to_phone_number, prompt_variables: {} }));

describe('what the service knows of the numbers of a list', () => {
  let store: CampaignStore;
  let histories: ListHistories;
  let asked: (readonly string[])[];

  beforeEach(() => {
    asked = [];
    store = new CampaignStore({ clock: { now: () => 0 }, fingerprint: ({ id }) => id });
    histories = new ListHistories(store);
    store.connect(api());
  });

  function api(about: Partial<CampaignApi> = {}): CampaignApi {
    return fakeApi({
      phoneHistory: (numbers) => {
        asked.push([...(numbers ?? [])]);
        return Promise.resolve(new Map([[ann, phoneHistory({ count: 2 })]]));
      },
      ...about,
    });
  }

  it('is read once for each number, and known for that list alone', async () => {
    await histories.read(list, contacts);
    assert.deepEqual(asked, [[ann, ben]]);
    assert.equal(histories.of(list, ann)?.count, 2);
    assert.equal(histories.of(list, ben), undefined);
    assert.equal(histories.of(uriOf('file:///april.csv'), ann), undefined);
  });

  it('is forgotten with the connection', async () => {
    await histories.read(list, contacts);
    store.connect(api());
    assert.equal(histories.of(list, ann), undefined);
  });

  it('is not taken from a connection that has changed meanwhile', async () => {
    let answer: () => void = () => undefined;
    const slow = api({
      phoneHistory: () =>
        new Promise((resolve) => {
          answer = () => resolve(new Map([[ann, phoneHistory()]]));
        }),
    });
    store.connect(slow);
    const read = histories.read(list, contacts);
    store.connect(api());
    answer();
    await read;
    assert.equal(histories.of(list, ann), undefined);
  });

  it('is not asked for without contacts, for too many, and where the server was seen to know nothing', async () => {
    await histories.read(list, []);
    await histories.read(list, new Array(100_001).fill(contacts[0]) as typeof contacts);
    store.connect(api({ server: { ...silentServer, has: () => false } }));
    await histories.read(list, contacts);
    store.connect(undefined);
    await histories.read(list, contacts);
    assert.deepEqual(asked, []);
  });

  it('is unknown, and no error, where it cannot be read', async () => {
    store.connect(api({ phoneHistory: () => Promise.reject(new Error('offline')) }));
    await histories.read(list, contacts);
    assert.equal(histories.of(list, ann), undefined);
  });

  it('is dropped when the window closes', async () => {
    await histories.read(list, contacts);
    histories.dispose();
    assert.equal(histories.of(list, ann), undefined);
  });
});
