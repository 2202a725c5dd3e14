import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { csvSelector } from '../../src/editor/csvSelector.ts';
import { commandIds } from '../../src/host/commandIds.ts';
import manifest from '../../package.json';

const declared = manifest.contributes.commands.map(({ command }) => command);
const inMenus = Object.values(manifest.contributes.menus)
  .flat()
  .map(({ command }) => command);

/**
 * What the settings of a workspace can do. `application`: nothing, only the user's count. `trusted`: what the
 * workspace says, once it is trusted. `tighten only`: forbid more, never allow more. `harmless`: change how
 * things look.
 */
const reach: Readonly<Record<string, 'application' | 'machine' | 'trusted' | 'tighten only' | 'harmless'>> = {
  'revox.apiBaseUrl': 'application', // the key goes there
  'revox.exportedCsv': 'application', // formulas of others
  'revox.ownPhoneNumber': 'machine', // who is called
  'revox.launchWithoutCallHistory': 'machine', // who is called
  'revox.callLists': 'trusted', // files that are read without being asked for
  'revox.defaultRegion': 'trusted', // who is called
  'revox.problemSeverity': 'trusted', // warnings that are hidden
  'revox.graceMinutes': 'tighten only', // launch/graceMinutes.ts
  'revox.confirm.strongAbove': 'tighten only', // launch/launchPolicy.ts
  'revox.policy.maxContacts': 'tighten only',
  'revox.policy.maxBodyMegabytes': 'tighten only',
  'revox.policy.allowedStarts': 'tighten only',
  'revox.suppressionLists': 'tighten only', // suppressionFiles.test.ts
  'revox.campaigns.groupByStatus': 'harmless',
  'revox.campaigns.sortOrder': 'harmless',
  'revox.greetCallLists': 'harmless',
  'revox.refreshIntervalSeconds': 'harmless',
  'revox.earlyWarning': 'application',
  'revox.earlyWarningSilentMinutes': 'application',
  'revox.report.currency': 'harmless',
  'revox.report.pricePerMinute': 'harmless',
  'revox.rowsPageSize': 'harmless',
};

describe('package.json', () => {
  it('declares exactly the commands that the code has', () => {
    assert.deepEqual([...declared].sort(), Object.values(commandIds).sort());
  });

  it('uses only existing commands in menus and welcome texts', () => {
    const linked = manifest.contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command),
    );
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const inSteps = steps.flatMap(({ description }) =>
      [...description.matchAll(/\(command:(revox\.[\w]+)\)/g)].map(([, command]) => command),
    );
    assert.deepEqual(
      [...inMenus, ...linked, ...inSteps].filter((command) => !declared.includes(command ?? '')),
      [],
    );
  });

  it('writes commands as VS Code does: one category, titles in title case', () => {
    for (const { category, title } of manifest.contributes.commands) {
      assert.equal(category, 'Revox');
      assert.match(title, /^[A-Z][^.]*…?$/);
    }
  });

  it('says of each setting what a workspace can do with it', () => {
    const { properties } = manifest.contributes.configuration;
    assert.deepEqual(Object.keys(properties).sort(), Object.keys(reach).sort());
    const scopes: Readonly<Record<string, { readonly type: string; readonly scope?: string }>> = properties;
    for (const [name, what] of Object.entries(reach)) {
      for (const scope of ['application', 'machine']) {
        assert.equal(scopes[name]?.scope === scope, what === scope, name);
      }
    }
    // A workspace that is not trusted gets neither what needs trust, nor what only user settings may say.
    assert.deepEqual(
      [...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations].sort(),
      Object.entries(reach)
        .flatMap(([name, what]) => (what === 'application' || what === 'trusted' ? [name] : []))
        .concat('revox.graceMinutes')
        .sort(),
    );
  });

  it('activates only for what a person opens, or had open when the window was reloaded', () =>
    assert.deepEqual(
      manifest.activationEvents.filter((event) => !/^(onWebviewPanel:|onLanguage:(tsv|.*csv))/.test(event)),
      [],
    ));

  it('offers "Create Campaign" on call lists with any case and extension, and on nothing else', () => {
    const [entry] = manifest.contributes.menus['explorer/context'];
    const [, names, languages] =
      /resourceExtname =~ \/(.+)\/i \|\| resourceLangId =~ \/(.+)\//.exec(entry?.when ?? '') ?? [];
    const nameFits = (name: string) => new RegExp(names ?? '', 'i').test(name);
    const languageFits = (id: string) => new RegExp(languages ?? '').test(id);
    assert.deepEqual(['.csv', '.CSV', '.Tsv', '.tab'].map(nameFits), [true, true, true, true]);
    assert.deepEqual(['.csvx', '.txt', '.json', ''].map(nameFits), [false, false, false, false]);
    assert.deepEqual(['csv', 'tsv', 'csv (semicolon)', 'dynamic csv'].map(languageFits), [
      true,
      true,
      true,
      true,
    ]);
    assert.deepEqual(['json', 'csvs', 'plaintext'].map(languageFits), [false, false, false]);
    const watched = csvSelector.flatMap(({ language }) => language ?? []);
    assert.ok(watched.length > 5 && watched.every(languageFits), watched.join());
  });

  it('offers only one action on text files, in the Explorer: to check them as a call list', () => {
    const onText = Object.entries(manifest.contributes.menus).flatMap(([menu, entries]) =>
      entries.flatMap(({ command, when }) => (/\btxt\b/.test(when) ? [`${menu} ${command}`] : [])),
    );
    assert.deepEqual(onText, ['explorer/context revox.checkCallList']);
  });

  it('names pictures that exist', () => {
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    for (const file of [
      manifest.icon,
      manifest.contributes.viewsContainers.activitybar[0]?.icon ?? '',
      ...steps.map(({ media }) => media.svg),
    ]) {
      assert.ok(existsSync(file), file);
    }
  });
});
