import * as vscode from 'vscode';
import { checkBaseUrl, serviceBaseUrl } from '../core/connection.ts';
import { strictestGraceMinutes } from '../launch/start/graceMinutes.ts';
import { HumanError } from '../core/errors.ts';
import { sortOrders, type SortOrder } from '../core/arrange.ts';

const section = 'revox';

/**
 * The address of the service. Read from the user's own settings alone: whatever a workspace says, it must
 * never be able to send the API key to another host. Throws a HumanError when the address cannot be used.
 */
export function apiBaseUrl(): string {
  const inspected = vscode.workspace.getConfiguration(section).inspect<unknown>('apiBaseUrl');
  const value = inspected?.globalValue;
  if (value === undefined || value === '') return serviceBaseUrl;
  // another service than the one that was meant must not be used
  if (typeof value !== 'string')
    throw new HumanError('The setting revox.apiBaseUrl cannot be used. Write an address in quotation marks.');
  if (value.trim() === '') return serviceBaseUrl;
  const checked = checkBaseUrl(value);
  if ('problem' in checked)
    throw new HumanError(`The setting revox.apiBaseUrl cannot be used. ${checked.problem}`);
  return checked.baseUrl;
}

/** A setting in each place where it can stand, undefined where it does not. */
export function settingPlaces(name: string, resource: vscode.Uri | undefined) {
  const inspected = vscode.workspace.getConfiguration(section, resource).inspect<unknown>(name);
  return {
    user: inspected?.globalValue,
    workspace: inspected?.workspaceValue,
    folder: inspected?.workspaceFolderValue,
  };
}

const minIntervalMs = 1_000;

/** 0 = never by itself. */
export function refreshIntervalMs(): number {
  const ms = number('refreshIntervalSeconds', 10) * 1000;
  return ms <= 0 ? 0 : Math.max(ms, minIntervalMs);
}

/** How long "start in some minutes" waits; 0: it is not offered. */
export function graceMs(): number {
  return strictestGraceMinutes(settingPlaces('graceMinutes', undefined)) * 60_000;
}

/** ISO 3166 alpha-2 code for numbers written the national way; undefined = such numbers are not guessed. */
export function defaultRegion(resource: vscode.Uri | undefined): string | undefined {
  const region = vscode.workspace.getConfiguration(section, resource).get<unknown>('defaultRegion');
  return typeof region === 'string' && /^[a-z]{2}$/i.test(region) ? region.toUpperCase() : undefined;
}

export type RegionTarget = 'folder' | 'user';

/** @param resource a file of the folder whose setting it becomes */
export async function setDefaultRegion(
  resource: vscode.Uri,
  region: string,
  target: RegionTarget,
): Promise<void> {
  const { Global, WorkspaceFolder } = vscode.ConfigurationTarget;
  const configuration = vscode.workspace.getConfiguration(section, resource);
  await configuration.update('defaultRegion', region, target === 'user' ? Global : WorkspaceFolder);
}

/**
 * As it was typed, usually E.164; empty: none yet. Of the user alone: a number that a workspace names is not
 * called.
 */
export function ownPhoneNumber(): string {
  const inspected = vscode.workspace.getConfiguration(section).inspect<unknown>('ownPhoneNumber');
  const value = inspected?.globalValue;
  return typeof value === 'string' ? value.slice(0, 100).trim() : '';
}

export async function setOwnPhoneNumber(number: string): Promise<void> {
  const { Global } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration(section).update('ownPhoneNumber', number, Global);
}

/**
 * Whether a call history that cannot be read is a warning of the confirmation alone. Of the user alone: no
 * workspace may loosen what stops a launch.
 */
export function launchesWithoutHistory(): boolean {
  const inspected = vscode.workspace.getConfiguration(section).inspect<unknown>('launchWithoutCallHistory');
  return inspected?.globalValue === true;
}

/** Whether a line is above CSV files that look like call lists. */
export function greetsCallLists(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('greetCallLists') !== false;
}

/**
 * The most patterns that are used: they come with a repository, and each is matched against each open file.
 */
const maxCallListGlobs = 100;

/** Which files of a folder are call lists without being opened as such, as glob patterns. */
export function callListGlobs(resource: vscode.Uri): readonly string[] {
  const globs = vscode.workspace.getConfiguration(section, resource).get<unknown>('callLists');
  return texts(globs).slice(0, maxCallListGlobs);
}

/** The severity of each problem code, unchecked; see editor/shownProblems.ts. */
export function problemSeverity(resource: vscode.Uri): unknown {
  return vscode.workspace.getConfiguration(section, resource).get<unknown>('problemSeverity');
}

/** Rows on a page of the rows panel, until a person chooses another number there. */
export function rowsPageSize(): number {
  return Math.min(Math.max(1, Math.round(number('rowsPageSize', 100))), 500);
}

/** What a minute of talk costs, as the person set it for reports; undefined: no cost is shown. */
export function reportRate(): { readonly ratePerMinute: number | undefined; readonly currency: string } {
  const rate = number('report.pricePerMinute', 0);
  const currency = vscode.workspace.getConfiguration(section).get<unknown>('report.currency');
  return {
    ratePerMinute: rate > 0 ? rate : undefined,
    currency: typeof currency === 'string' ? currency.slice(0, 10) : '',
  };
}

/** Whether and when a running campaign is warned of; 0 minutes: not of silence. */
export function earlyWarningSettings(): { readonly on: boolean; readonly silentMinutes: number } {
  const on = vscode.workspace.getConfiguration(section).get<unknown>('earlyWarning') !== false;
  return { on, silentMinutes: Math.max(0, number('earlyWarningSilentMinutes', 30)) };
}

/**
 * Exported cells that a spreadsheet would run get an apostrophe, unless rows are wanted exactly as the
 * service sends them.
 */
export function exportsAreSpreadsheetSafe(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('exportedCsv') !== 'asReceived';
}

export function groupByStatus(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('campaigns.groupByStatus') === true;
}

export function sortOrder(): SortOrder {
  const value = vscode.workspace.getConfiguration(section).get<unknown>('campaigns.sortOrder');
  return sortOrders.find((order) => order === value) ?? 'newest';
}

export async function updateSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Global);
}

/** Fires when one of the named settings changes, e.g. `apiBaseUrl`. */
export function onDidChangeSetting(names: readonly string[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`${section}.${name}`))) listener();
  });
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}

function number(name: string, fallback: number): number {
  const value = vscode.workspace.getConfiguration(section).get<unknown>(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}
