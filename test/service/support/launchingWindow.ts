import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { RevoxClient } from '../../../src/api/revoxClient.ts';
import { LaunchFiles } from '../../../src/host/launchFiles.ts';
import { submit } from '../../../src/launch/create/submit.ts';
import { createRequest } from '../../../src/launch/draft/campaignSpec.ts';
import { LaunchJournal } from '../../../src/launch/journal/launchJournal.ts';

// One of several windows, as a process of its own: it launches when it is told to, and tells how that ended.
// Arguments: the folder of the journal, the base URL, the file of the list.
const [folder = '', baseUrl = '', list = ''] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: Date.now };
const contacts = ['0100', '0101', '0102'].map((end) => ({
  to_phone_number: `+1212555${end}`,
  prompt_variables: {},
}));

process.once('message', () => {
  void submit({
    api: new RevoxClient({
      connection: { kind: 'service', baseUrl },
      key: () => Promise.resolve('the-one-key'),
      log: silent,
    }),
    request: createRequest({ assistantId: 'a', name: 'Spring', start: { kind: 'now' } }, contacts),
    target: { kind: 'service', baseUrl, account: 'mine' },
    list,
    journal: new LaunchJournal({ storage: new LaunchFiles(folder), clock, wait: (ms) => wait(ms) }),
    newId: randomUUID,
    stillCurrent: () => true,
    wait: (ms) => wait(ms),
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return { dispose: () => clearInterval(timer) };
    },
    clock,
    log: silent,
  }).then(({ kind }) => process.send?.(kind, () => process.disconnect()));
});
process.send?.('ready');
