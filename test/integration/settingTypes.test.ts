import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../package.json';
import { serviceBaseUrl } from '../../src/core/connection.ts';
import { HumanError } from '../../src/core/errors.ts';
import { sortOrders } from '../../src/core/arrange.ts';
import { readSeverities } from '../../src/editor/shownProblems.ts';
import { namedInSettings } from '../../src/editor/suppression/suppressionSetting.ts';
import { launchPolicy } from '../../src/host/launchRules.ts';
import { commandIds } from '../../src/host/commandIds.ts';
import {
  apiBaseUrl,
  callListGlobs,
  defaultRegion,
  earlyWarningSettings,
  exportsAreSpreadsheetSafe,
  graceMs,
  greetsCallLists,
  groupByStatus,
  launchesWithoutHistory,
  ownPhoneNumber,
  problemSeverity,
  refreshIntervalMs,
  reportRate,
  rowsPageSize,
  settingPlaces,
  sortOrder,
} from '../../src/host/settings.ts';
import type { LaunchPolicy, Rule } from '../../src/launch/gate/launchPolicy.ts';
import { writeList } from './support/callListFiles.ts';
import { until } from './support/until.ts';

type Place = 'user' | 'workspace';

let deep: unknown = 'x';
for (let depth = 0; depth < 500; depth += 1) deep = { inside: deep };
const values: Readonly<Record<string, unknown>> = {
  null: null,
  'a negative number': -1,
  'a part of a number': 0.5,
  'a number beyond reason': 1e308,
  'a text': 'text',
  'a number as a text': '5',
  'much text': 'x'.repeat(50_000),
  true: true,
  'an empty list': [],
  'a list of null': [null],
  'an object': { path: 'x' },
  'a deep object': deep,
};

const uri = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail(), 'a.csv');

/** A limit is a number that was given, or the strictest one; a workspace never gets beyond the usual. */
function isLimit(rule: keyof LaunchPolicy, fallback: number) {
  return (value: unknown, place: Place): void => {
    const { value: limit, isUnreadable } = launchPolicy(uri())[rule] as Rule<number>;
    const isNumber = typeof value === 'number' && value >= 0;
    if (!isNumber) assert.deepEqual([limit, isUnreadable], [0, true]);
    else assert.equal(limit, place === 'user' ? value : Math.min(value, fallback));
  };
}

/** What counts of each setting, whatever stands in it. */
const safe: Readonly<Record<string, (value: unknown, place: Place) => void>> = {
  'revox.apiBaseUrl': (_, place) => {
    try {
      assert.equal(apiBaseUrl(), serviceBaseUrl);
    } catch (error) {
      assert.ok(place === 'user' && error instanceof HumanError, String(error));
      assert.match(error.message, /revox\.apiBaseUrl/);
      assert.ok(error.message.length < 500);
    }
  },
  'revox.defaultRegion': () => assert.match(defaultRegion(uri()) ?? 'FR', /^[A-Z]{2}$/),
  'revox.callLists': () => assert.deepEqual(callListGlobs(uri()), []),
  'revox.problemSeverity': () => assert.equal(readSeverities(problemSeverity(uri())).size, 0),
  'revox.graceMinutes': (_, place) => {
    const minutes = graceMs() / 60_000;
    assert.ok(minutes <= 60 && minutes >= (place === 'workspace' ? 5 : 0), String(minutes));
  },
  'revox.confirm.strongAbove': isLimit('strongAbove', 5_000),
  'revox.policy.maxContacts': isLimit('maxContacts', 10_000),
  'revox.policy.maxBodyMegabytes': isLimit('maxBodyMegabytes', 5),
  'revox.policy.allowedStarts': () => assert.deepEqual(launchPolicy(uri()).allowedStarts.value, []),
  'revox.suppressionLists': (value) => {
    const named = namedInSettings(settingPlaces('suppressionLists', uri()));
    if (Array.isArray(value) && value.length === 0) assert.deepEqual(named, []);
    else assert.ok(named.length > 0 && named.every(({ problem }) => problem !== undefined));
    assert.ok(JSON.stringify(named).length < 2_000);
  },
  'revox.refreshIntervalSeconds': () => {
    const ms = refreshIntervalMs();
    assert.ok(ms === 0 || ms >= 500, String(ms));
  },
  'revox.exportedCsv': () => assert.equal(exportsAreSpreadsheetSafe(), true),
  'revox.rowsPageSize': () => {
    const size = rowsPageSize();
    assert.ok(Number.isInteger(size) && size >= 1 && size <= 500, String(size));
  },
  'revox.campaigns.groupByStatus': (value) => assert.equal(groupByStatus(), value === true),
  'revox.campaigns.sortOrder': () => assert.ok(sortOrders.includes(sortOrder())),
  'revox.greetCallLists': () => assert.equal(greetsCallLists(), true),
  'revox.report.pricePerMinute': () => {
    const { ratePerMinute } = reportRate();
    assert.ok(ratePerMinute === undefined || (Number.isFinite(ratePerMinute) && ratePerMinute > 0));
  },
  'revox.report.currency': () => assert.ok(reportRate().currency.length <= 10),
  'revox.earlyWarning': () => assert.equal(earlyWarningSettings().on, true),
  'revox.earlyWarningSilentMinutes': () => assert.ok(earlyWarningSettings().silentMinutes >= 0),
  'revox.launchWithoutCallHistory': (value, place) =>
    assert.equal(launchesWithoutHistory(), place === 'user' && value === true),
  'revox.ownPhoneNumber': (_, place) => assert.ok(ownPhoneNumber().length <= (place === 'user' ? 100 : 0)),
};

const folderSettings = () => vscode.Uri.joinPath(uri(), '..', '.vscode', 'settings.json');

describe('settings of a wrong type', () => {
  after(async () => {
    await vscode.workspace.fs.delete(folderSettings());
    await until('the settings of the folder are gone', () =>
      settingPlaces('rowsPageSize', uri()).workspace === undefined ? true : undefined,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are known for each setting of package.json', () =>
    assert.deepEqual(
      Object.keys(safe).sort(),
      Object.keys(manifest.contributes.configuration.properties).sort(),
    ));

  for (const [what, value] of Object.entries(values)) {
    it(`${what}: in a workspace, in all of them at once, nothing is loosened and lists are checked`, async () => {
      const settings = Object.fromEntries(Object.keys(safe).map((name) => [name, value]));
      const text = JSON.stringify({ ...settings, 'search.exclude': { [what]: true } });
      await vscode.workspace.fs.writeFile(folderSettings(), new TextEncoder().encode(text));
      const excluded = () =>
        vscode.workspace.getConfiguration('search').inspect<object>('exclude')?.workspaceValue ?? {};
      await until('the settings count', () => (what in excluded() ? true : undefined));
      for (const [name, check] of Object.entries(safe)) {
        assert.doesNotThrow(() => check(value, 'workspace'), name);
      }
      const list = await writeList(
        `setting-types/${what}.csv`,
        'phone,name\n+33199001201,Ann\n+3319900,Bob\n',
      );
      // ends when its notification does
      void vscode.commands.executeCommand(commandIds.checkCallList, list);
      await until('the number of Bob is refused', () =>
        vscode.languages.getDiagnostics(list).find(({ range }) => range.start.line === 2),
      );
    });
  }

  // Written one by one, VS Code would need minutes for them: here it hands on what stands in the file.
  describe('in the settings of the user', () => {
    const { workspace } = vscode;
    const { getConfiguration } = workspace;
    afterEach(() => {
      workspace.getConfiguration = getConfiguration;
    });

    for (const [what, value] of Object.entries({
      ...values,
      'a million characters': 'x'.repeat(1_000_000),
    })) {
      it(`${what}: each has a safe meaning`, () => {
        for (const [name, check] of Object.entries(safe)) {
          workspace.getConfiguration = (section, scope) => {
            const real = getConfiguration(section, scope);
            const isIt = (other: string) => `${section ?? ''}.${other}` === name;
            const get = (other: string): unknown => (isIt(other) ? value : real.get(other));
            const inspect = (other: string) =>
              isIt(other) ? { key: name, globalValue: value } : real.inspect(other);
            return { ...real, get, inspect } as vscode.WorkspaceConfiguration;
          };
          assert.doesNotThrow(() => check(value, 'user'), name);
        }
      });
    }
  });
});
