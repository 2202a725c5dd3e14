import assert from 'node:assert/strict';
import type { Campaign } from '../../../src/core/campaign.ts';
import type { Row } from '../../../src/core/row.ts';
import { CampaignFacts, isOver, type ReadFacts } from '../../../src/host/campaignFacts.ts';
import { campaign, rowStats } from '../support/campaigns.ts';
import { encodedRow } from '../support/encodedRow.ts';
import { fakeApi } from '../support/fakeApi.ts';

/** Somebody of a campaign; without a call, as before the launch. */
function row(id: string): Row {
  return { id, phone_number: `+1212555${id}`, input_data: {} };
}

const finished = campaign({ status: 'completed', row_stats: rowStats({ total: 2, completed: 2 }) });
const running = (completed: number) =>
  campaign({ status: 'running', row_stats: rowStats({ total: 2, completed }) });

describe('facts about the people of campaigns', () => {
  let reads: string[];
  let facts: CampaignFacts;
  let told: ReadFacts[];

  beforeEach(() => {
    reads = [];
    told = [];
    facts = new CampaignFacts({ now: () => 1000 + reads.length });
    facts.onDidRead((read) => told.push(read));
  });

  /** A server of this many rows in batches of two, each answer of which can be awaited or broken. */
  const server = (count: number, end: () => void = () => undefined) =>
    fakeApi({
      readEncodedRows: async function* (id: string) {
        reads.push(id);
        for (let at = 0; at < count; at += 2) {
          await Promise.resolve();
          yield [row(`${at}`), ...(at + 1 < count ? [row(`${at + 1}`)] : [])].map(encodedRow);
        }
        end();
      },
    });
  const { signal } = new AbortController();

  it('are read in batches that are reported as they arrive, and once completely', async () => {
    const batches: [read: number, complete: boolean][] = [];
    const onBatch = ({ people, complete }: ReadFacts) => batches.push([people.length, complete]);
    const read = await facts.read(server(5), finished, { signal, onBatch });
    assert.deepEqual(batches, [
      [2, false],
      [4, false],
      [5, false],
    ]);
    assert.deepEqual([read.people.length, read.complete, told], [5, true, [read]]);
  });

  const again: [name: string, first: Campaign, then: Campaign, fresh: boolean, reads: number][] = [
    ['a finished campaign is read once', finished, finished, false, 1],
    ['even when it is to be read again', finished, finished, true, 1],
    ['a running one whose counts stay is not read again by itself', running(1), running(1), false, 1],
    ['but when a person asks', running(1), running(1), true, 2],
    ['a running one whose counts change is read again', running(1), running(2), false, 2],
    ['one that has ended is read once more', running(2), finished, false, 2],
    ['one that tells no counts is read by its status', campaign(), campaign(), false, 1],
  ];
  for (const [name, first, then, fresh, count] of again) {
    it(name, async () => {
      const api = server(2);
      await facts.read(api, first, { signal });
      await facts.read(api, then, { signal, fresh });
      assert.equal(reads.length, count);
    });
  }

  it('are cached per connection, complete ones only', async () => {
    const [one, other] = [server(2), server(2)];
    await facts.read(one, finished, { signal });
    const broken = server(4, () => {
      throw new Error('cut');
    });
    await assert.rejects(facts.read(broken, finished, { signal }), /cut/);
    assert.deepEqual(
      [one, other, broken].map((api) => facts.remembered(api).length),
      [1, 0, 0],
    );
    assert.equal(told.length, 1);
  });

  it('are empty in a campaign without rows', async () => {
    assert.deepEqual((await facts.read(server(0), finished, { signal })).people, []);
  });

  const ends: [name: string, of: Campaign, over: boolean][] = [
    ['completed', finished, true],
    ['running', running(2), false],
    ['completed with a call in progress', { ...finished, row_stats: rowStats({ calling: 1 }) }, false],
    ['completed while values are extracted', { ...finished, structured_output_extraction: 'running' }, false],
    ['cancelled', campaign({ is_cancelled: true, status: 'cancelled' }), true],
    ['a word nobody knows', campaign({ status: 'resting' }), false],
  ];
  for (const [name, of, over] of ends) {
    it(`a campaign is ${over ? '' : 'not '}over: ${name}`, () => assert.equal(isOver(of, 1000), over));
  }
});
