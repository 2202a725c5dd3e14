import type * as vscode from 'vscode';
import type { LaunchPlan } from '../launch/launchPlan.ts';

/** What was last decided for each list, as long as the window is open. */
export class LastPlans {
  readonly #plans = new Map<string, Partial<LaunchPlan>>();

  of(list: vscode.Uri): Partial<LaunchPlan> {
    return this.#plans.get(list.toString()) ?? {};
  }

  /** Undefined parts are not decided yet. */
  remember(list: vscode.Uri, plan: { readonly [K in keyof LaunchPlan]?: LaunchPlan[K] | undefined }): void {
    const decided = Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== undefined));
    this.#plans.set(list.toString(), decided);
  }
}
