import assert from 'node:assert/strict';
import {
  PolicyError,
  readLaunchPolicy,
  requireAllowedSize,
  requireAllowedStart,
  type LaunchPolicy,
  type PlacedSetting,
} from '../../../../src/launch/gate/launchPolicy.ts';
import { startKinds } from '../../../../src/core/campaignDraft.ts';
import manifest from '../../../../package.json';

const nowhere: PlacedSetting = { user: undefined, workspace: undefined, folder: undefined };

function policy(settings: Readonly<Record<string, Partial<PlacedSetting>>> = {}): LaunchPolicy {
  return readLaunchPolicy((name) => ({ ...nowhere, ...settings[name] }));
}

function contacts(count: number, note = '') {
  return Array.from({ length: count }, (_, index) => ({
    to_phone_number: `+3363998${String(index).padStart(4, '0')}`,
    prompt_variables: { note },
  }));
}

function refusal(launch: () => void): string {
  try {
    launch();
  } catch (error) {
    assert.ok(error instanceof PolicyError);
    return error.message;
  }
  return '';
}

describe('the launch policy', () => {
  it('is by default the same in package.json and in the code', () => {
    const { properties } = manifest.contributes.configuration;
    const { strongAbove, maxContacts, maxBodyMegabytes, allowedStarts } = policy();
    assert.deepEqual(
      [strongAbove.value, maxContacts.value, maxBodyMegabytes.value, allowedStarts.value],
      [
        properties['revox.confirm.strongAbove'].default,
        properties['revox.policy.maxContacts'].default,
        properties['revox.policy.maxBodyMegabytes'].default,
        properties['revox.policy.allowedStarts'].default,
      ],
    );
    assert.deepEqual(allowedStarts.value, startKinds);
  });

  const numbers: [what: string, setting: Partial<PlacedSetting>, value: number, from: string][] = [
    ['the user’s own number counts, larger than the default too', { user: 50_000 }, 50_000, 'user'],
    ['a workspace can be stricter', { user: 50_000, workspace: 200 }, 200, 'workspace'],
    ['a workspace cannot be looser', { user: 300, workspace: 1e6 }, 300, 'user'],
    ['nor looser than the default', { workspace: 1e6 }, 10_000, 'user'],
    ['the stricter of workspace and folder counts', { workspace: 200, folder: 100 }, 100, 'workspace'],
    ['a folder does not loosen what its workspace says', { workspace: 100, folder: 200 }, 100, 'workspace'],
    ['nothing at all may be allowed', { user: 0 }, 0, 'user'],
  ];
  for (const [what, setting, value, from] of numbers) {
    it(what, () => assert.deepEqual(policy({ 'policy.maxContacts': setting }).maxContacts, { value, from }));
  }

  const starts: [what: string, setting: Partial<PlacedSetting>, value: string[]][] = [
    ['the user’s own ways to start count', { user: ['now', 'draft'] }, ['draft', 'now']],
    ['a workspace takes ways away', { workspace: ['draft', 'schedule'] }, ['draft', 'schedule']],
    ['and adds none', { user: ['draft'], workspace: ['draft', 'now'] }, ['draft']],
    ['what neither allows is not allowed', { workspace: ['draft'], folder: ['now'] }, []],
    ['a slip of the pen allows nothing', { workspace: ['drafts'] }, []],
  ];
  for (const [what, setting, value] of starts) {
    it(what, () => assert.deepEqual(policy({ 'policy.allowedStarts': setting }).allowedStarts.value, value));
  }

  const deep = JSON.parse(`${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`) as unknown;
  const wrong: readonly (readonly [what: string, value: unknown])[] = [
    ['null', null],
    ['a number below zero', -1],
    ['a number without end', Infinity],
    ['no number', Number.NaN],
    ['true', true],
    ['digits in quotation marks', '90000'],
    ['the word NaN', 'NaN'],
    ['a million characters', 'x'.repeat(1_000_000)],
    ['an object', {}],
    ['a deep object', deep],
  ];
  for (const place of ['user', 'workspace', 'folder'] as const) {
    for (const [what, value] of [...wrong, ['a list', [1]], ['a list', [90_000]]] as const) {
      it(`${what} as a limit of the ${place} is the strictest one, and the refusal names the setting`, () => {
        const read = policy({
          'policy.maxContacts': { [place]: value },
          'confirm.strongAbove': { [place]: value },
        });
        assert.equal(read.strongAbove.value, 0);
        assert.match(
          refusal(() => requireAllowedSize(read, contacts(1))),
          /^The value of revox\.policy\.maxContacts cannot be read/,
        );
        const bytes = policy({ 'policy.maxBodyMegabytes': { [place]: value } });
        assert.match(
          refusal(() => requireAllowedSize(bytes, contacts(1))),
          /^The value of revox\.policy\.maxBodyMegabytes cannot be read/,
        );
      });
    }
    for (const [what, value] of [...wrong, ['a number', 5], ['one start without its list', 'now']] as const) {
      it(`${what} as the starts that the ${place} allows is none, and the refusal names the setting`, () => {
        const read = policy({ 'policy.allowedStarts': { [place]: value } });
        for (const kind of startKinds)
          assert.match(
            refusal(() => requireAllowedStart(read, kind)),
            /^The value of revox\.policy\.allowedStarts cannot be read/,
          );
      });
    }
  }

  it('allows a list within the limits, up to the exact number', () => {
    const exactly = policy({ 'policy.maxContacts': { user: 3 } });
    requireAllowedSize(exactly, contacts(3));
    assert.match(
      refusal(() => requireAllowedSize(exactly, contacts(4))),
      /^The list has 4 contacts to call/,
    );
  });

  it('refuses a list by all its contacts, where only the first ones are stored', () => {
    const own = policy({ 'policy.maxContacts': { user: 3 } });
    assert.match(
      refusal(() => requireAllowedSize(own, contacts(3), 3_000_000)),
      /^The list has 3,000,000 contacts to call, .* allows 3 in one campaign/,
    );
  });

  it('does not send a part of a list that was read under a lower limit', () => {
    const looser = policy({ 'policy.maxContacts': { user: 100 } });
    assert.throws(() => requireAllowedSize(looser, contacts(3), 50), {
      message: /^Only 3 of 50 contacts were loaded .* Check the list again/,
    });
  });

  it('names the setting, its scope and the remedy', () => {
    const own = policy({ 'policy.maxContacts': { user: 2 } });
    assert.equal(
      refusal(() => requireAllowedSize(own, contacts(3))),
      'The list has 3 contacts to call, and revox.policy.maxContacts allows 2 in one campaign. Split the list, or change it in your user settings.',
    );
    const theirs = policy({ 'policy.maxContacts': { folder: 2 } });
    assert.match(
      refusal(() => requireAllowedSize(theirs, contacts(3))),
      /the workspace's revox\.policy\.maxContacts allows 2 .* your user settings cannot override a stricter workspace setting\.$/,
    );
  });

  it('counts megabytes as sent: an é is two bytes', () => {
    const oneMegabyte = policy({ 'policy.maxBodyMegabytes': { user: 1 } });
    requireAllowedSize(oneMegabyte, contacts(10, 'e'.repeat(90_000)));
    assert.match(
      refusal(() => requireAllowedSize(oneMegabyte, contacts(10, 'é'.repeat(90_000)))),
      /more than the 1 MB that revox\.policy\.maxBodyMegabytes allows/,
    );
  });

  it('names a start that is not allowed, with the allowed ones', () => {
    const careful = policy({ 'policy.allowedStarts': { workspace: ['draft', 'schedule'] } });
    requireAllowedStart(careful, 'draft');
    assert.match(
      refusal(() => requireAllowedStart(careful, 'now')),
      /^Starting now is not allowed by the workspace's revox\.policy\.allowedStarts, which allows only saving a draft, scheduling\. Choose another start/,
    );
    const closed = policy({ 'policy.allowedStarts': { user: [] } });
    assert.match(
      refusal(() => requireAllowedStart(closed, 'draft')),
      /which allows nothing\./,
    );
  });
});
