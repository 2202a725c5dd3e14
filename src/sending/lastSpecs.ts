import type * as vscode from 'vscode';
import type { DecidedSpec } from '../launch/draft/validateDraft.ts';

/** The last valid campaign for each list, while the window is open. */
export class LastSpecs {
  readonly #specs = new Map<string, DecidedSpec>();

  /** Empty where there is none. */
  of(list: vscode.Uri): DecidedSpec {
    return this.#specs.get(list.toString()) ?? {};
  }

  remember(list: vscode.Uri, decided: DecidedSpec): void {
    this.#specs.set(list.toString(), decided);
  }
}
