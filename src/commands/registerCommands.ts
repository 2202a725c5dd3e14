import * as vscode from 'vscode';
import { commandIds } from '../host/commandIds.ts';
import { reportError } from '../host/reportError.ts';
import type { Commands, Shown } from './allCommands.ts';
import type { CommandContext } from './context.ts';

/**
 * Registers every command, so that VS Code can run each at once; what they do loads with the first that is run. Their failures always
 * reach the person, once, as a sentence.
 */
export function registerCommands(context: CommandContext, shown: Shown): vscode.Disposable {
  let loading: Promise<Commands> | undefined;
  const load = async () => (await import('./allCommands.ts')).allCommands(context, shown);
  const names = Object.keys(commandIds) as (keyof typeof commandIds)[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(commandIds[name], async (...args: unknown[]) => {
        try {
          return await (await (loading ??= load()))[name](...args);
        } catch (error) {
          void reportError(error, context.log);
          return undefined;
        }
      }),
    ),
  );
}
