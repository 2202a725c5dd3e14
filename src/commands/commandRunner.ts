import { reportError } from '../host/reportError.ts';
import type { Commands, CommandViews } from './allCommands.ts';
import type { CommandContext } from './context.ts';

/** Runs commands. What they do loads with the first that is run. */
export class CommandRunner {
  readonly #context: CommandContext;
  readonly #shown: CommandViews;
  #commands: Promise<Commands> | undefined;

  constructor(context: CommandContext, shown: CommandViews) {
    this.#context = context;
    this.#shown = shown;
  }

  /** Runs one. A failure reaches the person as a sentence, once; then the result is undefined. */
  async run(name: keyof Commands, args: readonly unknown[]): Promise<unknown> {
    try {
      return await (await (this.#commands ??= this.#load()))[name](...args);
    } catch (error) {
      void reportError(error, this.#context.log);
      return undefined;
    }
  }

  async #load(): Promise<Commands> {
    const { allCommands } = await import('./allCommands.ts');
    return allCommands(this.#context, this.#shown);
  }
}
