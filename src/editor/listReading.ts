import * as vscode from 'vscode';
import { fileNameOf } from '../core/fileName.ts';
import type { CallListOptions } from '../callList/callList.ts';
import { globOfEndings, listEndings } from '../callList/file/listEnding.ts';
import { choicesOver, optionsOf, withoutDefaults, type ListChoices } from '../callList/listChoices.ts';
import type { SuppressionRemark } from '../callList/suppression/suppressedNumbers.ts';
import { movedAddress } from '../core/movedAddress.ts';
import { DisposableStore } from '../host/disposables.ts';
import { defaultRegion, onDidChangeSetting, settingPlaces } from '../host/settings.ts';
import { isCampaignFile, readCampaignFileBeside, type FoundCampaignFile } from './campaignFiles.ts';
import type { ChoiceMemory } from './choiceMemory.ts';
import { isSuppressionName, type NamedSuppression } from './suppression/suppressionFiles.ts';
import { namedInSettings } from './suppression/suppressionSetting.ts';
import { suppressionsOf, type Suppressions } from './suppression/suppressions.ts';
import { PatternFinder } from './patternFinder.ts';
import { SuppressionReader } from './suppression/suppressionReader.ts';

/** How a list is read. Callers get it anew before each check. */
export interface Reading {
  /** The choices that differ from the defaults. */
  readonly choices: ListChoices;
  /** For `checkCallList`: the choices over the settings. The same object as long as nothing has changed. */
  readonly options: CallListOptions;
  readonly suppressions: Suppressions;
  /** The campaign kept beside the list, if there is one. */
  readonly campaignFile: FoundCampaignFile | undefined;
}

const listFiles = globOfEndings([...listEndings, 'campaign.json']);

/**
 * The single source of how a list is read: for the editor, for a campaign created from it, and for pages. The
 * choices for a list are saved under its address.
 */
export class ListReading implements vscode.Disposable {
  readonly #memory: ChoiceMemory;
  readonly #suppressionReader = new SuppressionReader();
  readonly #patterns = new PatternFinder();
  readonly #latest = new Map<string, Reading>();
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<vscode.Uri | undefined>());
  /** Fires when a list is read differently; undefined: any list may be. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: ChoiceMemory) {
    this.#memory = memory;
    this.#disposables.add(onDidChangeSetting(['suppressionLists'], () => this.#changed.fire(undefined)));
    this.#disposables.add(
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) void this.#renamed(oldUri.toString(), newUri.toString());
      }),
    );
    const watcher = this.#disposables.add(vscode.workspace.createFileSystemWatcher(listFiles));
    this.#disposables.add(watcher.onDidCreate((uri) => this.#onFileAddedOrRemoved(uri)));
    this.#disposables.add(watcher.onDidDelete((uri) => this.#onFileAddedOrRemoved(uri)));
    this.#disposables.add(watcher.onDidChange((uri) => this.#fileChanged(uri)));
  }

  async of(uri: vscode.Uri): Promise<Reading> {
    const campaignFile = await readCampaignFileBeside(uri, Date.now());
    const { file } = campaignFile ?? {};
    const choices = withoutDefaults({ ...file?.list, ...this.#memory.of(uri.toString()) });
    const region = choices.defaultRegion ?? defaultRegion(uri);
    const suppressions = await suppressionsOf(
      uri,
      [...namedLists(uri), ...namedBeside(campaignFile)],
      region,
      this.#patterns.find,
      this.#suppressionReader,
    );
    return this.#sameOrNew(uri, {
      choices,
      options: {
        ...optionsOf(choices),
        defaultRegion: region,
        suppressed: suppressions.numbers,
        suppressionRemarks: [...unusable(campaignFile), ...suppressions.remarks],
      },
      suppressions,
      campaignFile,
    });
  }

  async #renamed(from: string, to: string): Promise<void> {
    await this.#memory.rename((address) => movedAddress(address, from, to));
    this.#changed.fire(undefined);
  }

  /** Changes the given choices and leaves the others; `undefined` restores a default. */
  async choose(uri: vscode.Uri, choices: ListChoices): Promise<void> {
    const { campaignFile } = await this.of(uri);
    const chosen = { ...this.#memory.of(uri.toString()), ...choices };
    await this.#memory.set(uri.toString(), choicesOver(campaignFile?.file?.list ?? {}, chosen));
    this.#changed.fire(uri);
  }

  /** Resets all choices to those of the campaign file beside the list, or to the defaults. */
  async reset(uri: vscode.Uri): Promise<void> {
    await this.#memory.set(uri.toString(), {});
    this.#changed.fire(uri);
  }

  #sameOrNew(uri: vscode.Uri, reading: Reading): Reading {
    const address = uri.toString();
    const latest = this.#latest.get(address);
    if (latest !== undefined && isSame(latest, reading)) return latest;
    this.#latest.set(address, reading);
    return reading;
  }

  /**
   * Looks for files again that are named by a pattern: nothing that came meanwhile is overlooked when people
   * are called.
   */
  fresh(uri: vscode.Uri): Promise<Reading> {
    this.#patterns.forget();
    return this.of(uri);
  }

  #onFileAddedOrRemoved(uri: vscode.Uri): void {
    this.#patterns.forget();
    if (isCampaignFile(uri) || isSuppressionName(fileNameOf(uri)) || namedLists(uri).length > 0)
      this.#changed.fire(undefined);
  }

  /** Rechecks every open list that uses a suppression list when that changes. */
  #fileChanged(uri: vscode.Uri): void {
    const address = uri.toString();
    const inUse = [...this.#latest.values()].some(
      ({ suppressions: { lists, remarks } }) =>
        remarks.length > 0 || lists.some((list) => list.uri.toString() === address),
    );
    if (inUse || isCampaignFile(uri)) this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function namedLists(uri: vscode.Uri): readonly NamedSuppression<vscode.Uri>[] {
  return namedInSettings(settingPlaces('suppressionLists', uri));
}

/** Lists that the campaign beside a list names, from where it stands. */
function namedBeside(found: FoundCampaignFile | undefined): NamedSuppression<vscode.Uri>[] {
  const base = found && vscode.Uri.joinPath(found.uri, '..');
  const where = `“${found?.name ?? ''}”`;
  return (found?.file?.suppressionLists ?? []).map((path) => ({
    path,
    base,
    by: 'workspace' as const,
    where,
  }));
}

/** It may name suppression lists, so that it counts like one of them. */
function unusable(found: FoundCampaignFile | undefined): SuppressionRemark[] {
  if (found?.problem === undefined) return [];
  const message = `${found.problem} Fix or remove it before launching a campaign from this list.`;
  return [{ code: 'revox.list.suppressionUnreadable', message }];
}

function isSame(one: Reading, other: Reading): boolean {
  return (
    JSON.stringify([one.choices, one.options.defaultRegion, one.suppressions.remarks, one.campaignFile]) ===
      JSON.stringify([
        other.choices,
        other.options.defaultRegion,
        other.suppressions.remarks,
        other.campaignFile,
      ]) &&
    one.suppressions.lists.length === other.suppressions.lists.length &&
    one.suppressions.lists.every(({ list }, index) => list === other.suppressions.lists[index]?.list)
  );
}
