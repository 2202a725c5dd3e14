import * as vscode from 'vscode';

/** A `when` clause key that can be written in one place only. */
export class ContextKey<T extends string | number | boolean> {
  readonly #name: string;
  #value: T | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  set(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    void vscode.commands.executeCommand('setContext', this.#name, value);
  }
}

export const connectionContext = new ContextKey<'service' | 'sandbox'>('revox.connection');
export const hasApiKeyContext = new ContextKey<boolean>('revox.hasKey');

/** What completes a step of the walkthrough; see `walkthroughs` in package.json. */
export const callListCheckedKey = new ContextKey<boolean>('revox.callListChecked');
export const campaignCreatedKey = new ContextKey<boolean>('revox.campaignCreated');
export const transcriptOpenedKey = new ContextKey<boolean>('revox.transcriptOpened');
