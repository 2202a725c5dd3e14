import * as vscode from 'vscode';
import type { Disposable } from '../core/emitter.ts';
import { withoutMarkup } from '../core/plainText.ts';
import { commandIds } from '../host/commandIds.ts';
import { DisposableStore } from '../host/disposables.ts';
import type { ReconciliationService } from '../host/reconciliationService.ts';
import { unconfirmedLabel, unconfirmedTooltip } from './presentationLaunch.ts';

const maxCharacters = 1_000;
/** High priority, so that only a campaign that starts soon is to the left of it. */
const priority = 9_000;

/** Shows in the status bar that a launch is unconfirmed, whichever view is visible. */
export function showUnconfirmedStatus(launches: ReconciliationService): Disposable {
  const disposables = new DisposableStore();
  const left = vscode.StatusBarAlignment.Left;
  const item = disposables.add(vscode.window.createStatusBarItem('revox.unconfirmed', left, priority));
  item.name = 'Revox Unconfirmed Launch';
  item.command = commandIds.settleLaunch;
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  const update = () => {
    const names = launches.unconfirmedNames;
    if (names.length === 0) {
      item.hide();
      return;
    }
    item.text = `$(question) ${withoutMarkup(unconfirmedLabel(names), maxCharacters)}`;
    item.tooltip = withoutMarkup(unconfirmedTooltip(names), maxCharacters);
    item.accessibilityInformation = { label: `${unconfirmedLabel(names)}. ${item.tooltip}`, role: 'button' };
    item.show();
  };
  disposables.add(launches.onDidChange(update));
  update();
  return disposables;
}
