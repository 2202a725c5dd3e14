import type * as vscode from 'vscode';
import { readLaunchPolicy, type LaunchPolicy } from '../launch/gate/launchPolicy.ts';
import { settingPlaces } from './settings.ts';

/**
 * What the settings allow to launch from this file; a workspace's are taken in only where they are stricter.
 */
export function launchPolicy(resource: vscode.Uri | undefined): LaunchPolicy {
  return readLaunchPolicy((name) => settingPlaces(name, resource));
}
