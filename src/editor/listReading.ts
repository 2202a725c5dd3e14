import * as vscode from 'vscode';
import type { CallListOptions } from '../contacts/callList.ts';
import { optionsOf, type ListChoices } from '../contacts/listChoices.ts';
import { defaultRegion } from '../host/settings.ts';
import type { ChoiceMemory } from './choiceMemory.ts';

/** How a list is read: to be asked for anew before each check. */
export interface Reading {
  /** What differs from the usual. */
  readonly choices: ListChoices;
  /** For `checkCallList`: the choices over the settings. */
  readonly options: CallListOptions;
}

/**
 * The one place that knows how a list is read, whoever reads it: the editor while one types, a campaign that is created from it, a
 * page. What is chosen for a list is remembered with it.
 */
export class ListReading implements vscode.Disposable {
  readonly #memory: ChoiceMemory;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** This list is read otherwise from now on. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: ChoiceMemory) {
    this.#memory = memory;
  }

  of(uri: vscode.Uri): Promise<Reading> {
    const choices = this.#memory.of(uri.toString());
    const options = { ...optionsOf(choices), defaultRegion: choices.defaultRegion ?? defaultRegion(uri) };
    return Promise.resolve({ choices, options });
  }

  /** Changes what is named in `choices` and leaves the rest; `undefined` means: as usual. */
  async choose(uri: vscode.Uri, choices: ListChoices): Promise<void> {
    await this.#memory.set(uri.toString(), { ...this.#memory.of(uri.toString()), ...choices });
    this.#changed.fire(uri);
  }

  /** As usual in everything. */
  async reset(uri: vscode.Uri): Promise<void> {
    await this.#memory.set(uri.toString(), {});
    this.#changed.fire(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
