import assert from 'node:assert/strict';
import { Dice } from '../../../../src/sandbox/random.ts';
import { ServiceDouble } from '../../../faults/steps/serviceDouble.ts';
import { StepsWindow } from '../../../faults/steps/stepsWindow.ts';
import { MemoryLaunchStorage } from '../../support/memoryLaunchStorage.ts';

const contacts = ['0100', '0101'].map((digits) => ({
  to_phone_number: `+1212555${digits}`,
  prompt_variables: {},
}));
const request = { assistant_id: 'a', name: 'March renewals', contacts };

/** A disk on which the steps of a launch of calls cannot be written as they should. */
class FaultyStorage extends MemoryLaunchStorage {
  readonly #faulty: (name: string, text: string) => 'full' | 'taken' | undefined;

  constructor(faulty: (name: string, text: string) => 'full' | 'taken' | undefined) {
    super();
    this.#faulty = faulty;
  }

  override create(name: string, text: string): Promise<boolean> {
    const fault = this.#faulty(name, text);
    if (fault === 'full') return Promise.reject(new Error('ENOSPC: no space left on device'));
    return fault === 'taken' ? Promise.resolve(false) : super.create(name, text);
  }
}

const isCallsIntent = (text: string) => text.includes('"kind":"calls"');

/** What is said of the launch; how many telephones rang, and how many campaigns there are, a day later. */
async function launchOn(storage: MemoryLaunchStorage) {
  const startMs = Date.parse('2026-11-27T09:00:00Z');
  const service = new ServiceDouble({ generation: 'launchesCalls', startMs, dice: new Dice(1) });
  const window = new StepsWindow(service, storage);
  const submission = await window.create('mine', request, { start: { kind: 'now' } });
  service.pass(86_400_000);
  return { submission, rang: service.ledger.length, campaigns: service.campaigns.length };
}

describe('a launch of the calls of a new campaign', () => {
  it('calls each once when its steps can be written', async () => {
    const { rang, campaigns } = await launchOn(new MemoryLaunchStorage());
    assert.deepEqual([rang, campaigns], [2, 1]);
  });

  const faults: readonly (readonly [
    what: string,
    faulty: (name: string, text: string, ids: ReadonlySet<string>) => 'full' | 'taken' | undefined,
    sentence: RegExp,
  ])[] = [
    ['its intent cannot be written', (_, text) => (isCallsIntent(text) ? 'full' : undefined), /ENOSPC/],
    [
      'it cannot be written that it is sent',
      (name, _, ids) => (ids.has(name.replace(/\.1$/, '')) ? 'full' : undefined),
      /ENOSPC/,
    ],
    [
      'another window has taken it over meanwhile',
      (name, _, ids) => (ids.has(name.replace(/\.1$/, '')) ? 'taken' : undefined),
      /Nothing was sent\. This window was inactive for too long/,
    ],
  ];
  for (const [what, faulty, sentence] of faults) {
    it(`calls nobody where ${what}, and says so`, async () => {
      const ids = new Set<string>();
      const storage = new FaultyStorage((name, text) => {
        const fault = faulty(name, text, ids);
        if (isCallsIntent(text)) ids.add(name.replace(/\.0$/, ''));
        return fault;
      });
      const { submission, rang, campaigns } = await launchOn(storage);
      assert.deepEqual([rang, campaigns], [0, 1]);
      assert.match(errorsIn(submission), sentence);
    });
  }
});

/** The sentences of all errors in an outcome. */
function errorsIn(outcome: unknown): string {
  if (outcome instanceof Error) return `${outcome.message} ${errorsIn(outcome.cause)}`;
  if (typeof outcome !== 'object' || outcome === null) return '';
  return Object.values(outcome).map(errorsIn).join(' ');
}
