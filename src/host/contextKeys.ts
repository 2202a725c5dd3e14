import * as vscode from 'vscode';
import type { Welcome } from '../views/status.ts';

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

/** What stands in the view when there is no campaign to show; see `viewsWelcome` in package.json. */
export const welcomeKey = new ContextKey<Welcome>('revox.welcome');
export const connectionKey = new ContextKey<'service' | 'sandbox'>('revox.connection');
export const hasKeyKey = new ContextKey<boolean>('revox.hasKey');
export const groupedKey = new ContextKey<boolean>('revox.grouped');
export const filteredKey = new ContextKey<boolean>('revox.filtered');
