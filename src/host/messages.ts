import * as vscode from 'vscode';
import { withoutMarkup } from '../core/plainText.ts';

// The only module that may open a notification, a progress, an input box or a list of choices. VS Code makes
// a link that may run any command of `[label](command:id)` in such texts, in Restricted Mode too, so no text
// gets there as it came. ESLint forbids the direct calls everywhere else.

/** VS Code shows no more characters of a notification. */
const maxMessageCharacters = 1_000;
const maxDetailCharacters = 10_000;
const maxItemCharacters = 1_000;

export const showInformationMessage = plainMessage((...all) => vscode.window.showInformationMessage(...all));
export const showWarningMessage = plainMessage((...all) => vscode.window.showWarningMessage(...all));
export const showErrorMessage = plainMessage((...all) => vscode.window.showErrorMessage(...all));

type Button = string | vscode.MessageItem;

interface ShowMessage {
  <T extends Button>(message: string, ...buttons: readonly T[]): Promise<T | undefined>;
  <T extends Button>(
    message: string,
    options: vscode.MessageOptions,
    ...buttons: readonly T[]
  ): Promise<T | undefined>;
}

type Show = (
  message: string,
  options: vscode.MessageOptions,
  ...buttons: vscode.MessageItem[]
) => Thenable<vscode.MessageItem | undefined>;

function plainMessage(show: Show): ShowMessage {
  return async <T extends Button>(message: string, ...rest: readonly (vscode.MessageOptions | T)[]) => {
    const [first] = rest;
    const hasOptions = typeof first === 'object' && !('title' in first);
    const options: vscode.MessageOptions = hasOptions ? first : {};
    const buttons = (hasOptions ? rest.slice(1) : rest) as readonly T[];
    const items = buttons.map((button) => {
      const item: vscode.MessageItem = typeof button === 'string' ? { title: button } : button;
      return { ...item, title: withoutMarkup(item.title, maxItemCharacters) };
    });
    const chosen = await show(
      withoutMarkup(message, maxMessageCharacters),
      options.detail === undefined
        ? options
        : { ...options, detail: withoutMarkup(options.detail, maxDetailCharacters) },
      ...items,
    );
    return buttons.find((_, index) => items[index] === chosen);
  };
}

export type ShowProgress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/**
 * A notification of progress opens after this time. VS Code shows three notifications in 800 ms and puts the
 * others into its notification center unseen: after a few quick steps, that would be the message with the
 * result.
 */
const progressDelayMs = 500;

type Task<T> = (progress: ShowProgress, token: vscode.CancellationToken) => Thenable<T>;

/** Like `window.withProgress`, except that a notification opens only for a task that takes a while. */
export function withProgress<T>(options: vscode.ProgressOptions, task: Task<T>): Thenable<T> {
  const open = <R>(run: Task<R>): Thenable<R> =>
    vscode.window.withProgress(plainTexts(options), (progress, token) =>
      run({ report: (step) => progress.report(plainTexts(step)) }, token),
    );
  return options.location === vscode.ProgressLocation.Notification ? openedLate(open, task) : open(task);
}

async function openedLate<T>(open: (run: Task<void>) => Thenable<void>, task: Task<T>): Promise<T> {
  const cancelling = new vscode.CancellationTokenSource();
  const early: Parameters<ShowProgress['report']>[0][] = [];
  let shown: ShowProgress | undefined;
  const report: ShowProgress['report'] = (step) => {
    if (shown === undefined) early.push(step);
    else shown.report(step);
  };
  const ended = Promise.resolve(task({ report }, cancelling.token));
  const opening = setTimeout(() => {
    void open(async (progress, token) => {
      shown = progress;
      for (const step of early) progress.report(step);
      token.onCancellationRequested(() => cancelling.cancel());
      await Promise.allSettled([ended]);
    });
  }, progressDelayMs);
  try {
    return await ended;
  } finally {
    clearTimeout(opening);
    cancelling.dispose();
  }
}

export function setStatusBarMessage(text: string, hideAfterMs: number): vscode.Disposable {
  return vscode.window.setStatusBarMessage(withoutMarkup(text, maxItemCharacters), hideAfterMs);
}

/** Like `window.showQuickPick`; a label may begin with one icon of ours. */
export async function showQuickPick<T extends vscode.QuickPickItem>(
  items: readonly T[] | Promise<readonly T[]>,
  options: vscode.QuickPickOptions & { readonly canPickMany: true },
): Promise<readonly T[] | undefined>;
export async function showQuickPick<T extends vscode.QuickPickItem>(
  items: readonly T[] | Promise<readonly T[]>,
  options?: vscode.QuickPickOptions,
): Promise<T | undefined>;
export async function showQuickPick<T extends vscode.QuickPickItem>(
  items: readonly T[] | Promise<readonly T[]>,
  options: vscode.QuickPickOptions = {},
): Promise<T | readonly T[] | undefined> {
  const shown = Promise.resolve(items).then((all) =>
    all.map((item) => ({ ...plainItem(item), original: item })),
  );
  const chosen: unknown = await vscode.window.showQuickPick(shown, plainTexts(options));
  const original = (item: unknown) => (item as { readonly original: T }).original;
  if (chosen === undefined) return undefined;
  return Array.isArray(chosen) ? chosen.map(original) : original(chosen);
}

export function showInputBox(options: vscode.InputBoxOptions): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    ...plainTexts(options),
    validateInput: async (value) => plainValue(await options.validateInput?.(value)),
  });
}

/**
 * Like `window.createInputBox`: whatever text is set is made plain, but for the value, which the person
 * edits.
 */
export function createInputBox(): vscode.InputBox {
  return keepPlain(vscode.window.createInputBox());
}

/** Like `window.createQuickPick`. Its items are shown as they are given: make them with `plainItem`. */
export function createQuickPick<T extends vscode.QuickPickItem>(): vscode.QuickPick<T> {
  return keepPlain(vscode.window.createQuickPick<T>());
}

export function createLanguageStatusItem(
  id: string,
  selector: vscode.DocumentSelector,
): vscode.LanguageStatusItem {
  return keepPlain(vscode.languages.createLanguageStatusItem(id, selector));
}

/** A copy of an item without links, and without icons other than one that begins its label. */
export function plainItem<T extends vscode.QuickPickItem>(item: T): T {
  const [icon = ''] = /^\$\([a-z0-9~-]{1,40}\) /.exec(item.label) ?? [];
  const label = icon + withoutMarkup(item.label.slice(icon.length), maxItemCharacters);
  const plain = { ...item, label };
  if (item.description !== undefined) plain.description = withoutMarkup(item.description, maxItemCharacters);
  if (item.detail !== undefined) plain.detail = withoutMarkup(item.detail, maxItemCharacters);
  return plain;
}

/** Names of the texts of progress, input boxes, lists of choices and status items. */
const textKeys: ReadonlySet<unknown> = new Set([
  'title',
  'message',
  'prompt',
  'placeholder',
  'placeHolder',
  'validationMessage',
  'detail',
  'text',
  'name',
]);

function plainTexts<T extends object>(given: T): T {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      textKeys.has(key) ? plainValue<unknown>(value) : value,
    ]),
  ) as T;
}

/** A text, or the `{message, severity}` of a validation. */
function plainValue<T>(value: T): T {
  if (typeof value === 'string') return withoutMarkup(value, maxMessageCharacters) as T;
  if (typeof value !== 'object' || value === null || !('message' in value)) return value;
  return { ...value, message: plainValue(value.message) };
}

/** The same object, except that its texts are made plain as they are set. */
function keepPlain<T extends object>(target: T): T {
  return new Proxy(target, {
    get: (_, key) => {
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set: (_, key, value: unknown) =>
      Reflect.set(target, key, textKeys.has(key) ? plainValue(value) : value, target),
  });
}
