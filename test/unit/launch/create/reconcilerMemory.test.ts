import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LaunchReconciler } from '../../../../src/launch/create/launchReconciler.ts';
import { LaunchJournal } from '../../../../src/launch/journal/launchJournal.ts';
import { RowMatcher } from '../../../../src/launch/comparison/rowMatcher.ts';
import { sentContacts } from '../../../../src/launch/comparison/sentContacts.ts';
import { Dice } from '../../../../src/sandbox/random.ts';
import { ServiceDouble } from '../../../faults/steps/serviceDouble.ts';
import { StepsWindow, target } from '../../../faults/steps/stepsWindow.ts';
import { MemoryLaunchStorage } from '../../support/memoryLaunchStorage.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const contacts = ['0100', '0101'].map((digits) => ({
  to_phone_number: `+1212555${digits}`,
  prompt_variables: {},
}));
const request = { assistant_id: 'a', name: 'March renewals', contacts };

describe('the contacts of an unconfirmed launch', () => {
  for (const [end, other] of [
    ['its campaign is found', false],
    ['a person settles it', true],
  ] as const) {
    it(`are removed from memory when ${end}`, async () => {
      const startMs = Date.parse('2026-11-27T09:00:00Z');
      const service = new ServiceDouble({ generation: 'launchesCalls', startMs, dice: new Dice(1) });
      service.faults = [{ at: 'late', lateMs: 120_000 }];
      const storage = new MemoryLaunchStorage();
      const window = new StepsWindow(service, storage);
      assert.equal((await window.create('mine', request, undefined)).kind, 'not seen');

      const matchers: WeakRef<RowMatcher>[] = [];
      const clock = { now: () => service.nowMs };
      const journal = new LaunchJournal({ storage, clock, wait: () => Promise.resolve() });
      const reconciler = new LaunchReconciler(journal, clock, () => {
        const matcher = new RowMatcher(service.api('list'), sentContacts(request.contacts));
        matchers.push(new WeakRef(matcher));
        return Promise.resolve(matcher);
      });
      const readList = async () =>
        reconciler.reconcile(target, await service.api('list').listCampaigns(), service.nowMs);
      await readList();
      assert.equal(matchers.length, 1);

      service.pass(300_000);
      if (other) {
        const [entry] = await journal.entries();
        assert.ok(entry !== undefined);
        await journal.record(entry, { state: 'absent', atMs: service.nowMs, by: 'person' });
      }
      await readList();
      await new Promise((resolve) => setImmediate(resolve));
      collectGarbage();
      assert.deepEqual(matchers.filter((one) => one.deref() !== undefined).length, 0);
    });
  }
});
