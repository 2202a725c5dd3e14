import type { CallList, CallListOptions } from '../callList/callList.ts';
import { HumanError, isAbort } from '../core/errors.ts';
import { unlessAborted } from '../core/unlessAborted.ts';
import type { CheckedFile } from '../host/checkedFile.ts';

/**
 * The file of a sheet's list as it is now. Both reject with a HumanError where it cannot be read, and with
 * AbortError.
 */
export interface ListFile {
  readonly check: (question: CallListOptions, signal: AbortSignal) => Promise<CheckedFile>;
  readonly hash: (signal: AbortSignal) => Promise<string>;
}

/** Whether a person cancelled the reading, so that it does not start again automatically. */
export class ReadingStopped extends HumanError {
  constructor(name: string) {
    super(
      `Reading “${name}” was cancelled, so none of it is used. Read it again to create a campaign from it.`,
    );
  }
}

/** The list: the result of its check, or why there is none. */
export type ListState =
  | { readonly checked: CheckedFile; readonly problem?: undefined }
  | { readonly checked?: undefined; readonly problem: string };

export interface ListQuestion {
  /** The list options; the same object as long as they do not change. */
  readonly reading: CallListOptions;
  /** What else the answer depends on. */
  readonly options: CallListOptions;
  readonly key: string;
}

interface Run {
  readonly question: ListQuestion;
  readonly generation: number;
  readonly abort: AbortController;
  readonly done: Promise<ListState>;
}

/**
 * The checked list of a campaign in preparation. It may be too large to read at every keystroke: concurrent
 * callers share one read, and the result is valid until the file changes.
 */
export class CheckedList {
  readonly #readFile: () => Promise<ListFile>;
  /** Counts how often the file may have changed. */
  #generation = 0;
  #file: { readonly file: ListFile; readonly generation: number } | undefined;
  #checked: { readonly question: ListQuestion; readonly checked: CheckedFile } | undefined;
  /** When the file was last known to be the one that was checked. */
  #checkedIn: number | undefined;
  #stopped: { readonly problem: string; readonly generation: number } | undefined;
  #running: Run | undefined;
  #disposed = false;

  constructor(readFile: () => Promise<ListFile>) {
    this.#readFile = readFile;
  }

  /** As it was checked last. */
  get last(): CallList | undefined {
    return this.#checked?.checked.list;
  }

  /** The file may have changed; the next caller reads it again. */
  changed(): void {
    this.#generation++;
  }

  dispose(): void {
    this.#disposed = true;
    this.#running?.abort.abort();
  }

  /** @param onChecked called when it had to be checked */
  async check(
    question: ListQuestion,
    onChecked: (list: CallList) => void,
    signal?: AbortSignal,
  ): Promise<ListState> {
    for (;;) {
      signal?.throwIfAborted();
      const known = this.#known(question);
      if (known !== undefined) return known;
      const run = this.#runFor(question, onChecked);
      try {
        return await unlessAborted(run.done, signal);
      } catch (error) {
        const isSuperseded = run.abort.signal.aborted && !this.#disposed;
        if (!isAbort(error) || signal?.aborted === true || !isSuperseded) throw error;
        // another request started meanwhile: wait for that one
        await unlessAborted(this.#settled(), signal);
      }
    }
  }

  async #settled(): Promise<void> {
    await this.#running?.done.catch(() => undefined);
  }

  #known(question: ListQuestion): ListState | undefined {
    if (this.#stopped?.generation === this.#generation) return { problem: this.#stopped.problem };
    const last = this.#checked;
    const isCurrent = last !== undefined && this.#checkedIn === this.#generation;
    return isCurrent && isSame(last.question, question) ? { checked: last.checked } : undefined;
  }

  #runFor(question: ListQuestion, onChecked: (list: CallList) => void): Run {
    const generation = this.#generation;
    const running = this.#running;
    if (running?.generation === generation && isSame(running.question, question)) return running;
    running?.abort.abort();
    const abort = new AbortController();
    const done = this.#read(question, generation, onChecked, abort.signal).finally(() => {
      if (this.#running === run) this.#running = undefined;
    });
    const run: Run = { question, generation, abort, done };
    this.#running = run;
    return run;
  }

  async #read(
    question: ListQuestion,
    generation: number,
    onChecked: (list: CallList) => void,
    signal: AbortSignal,
  ): Promise<ListState> {
    try {
      const file = await this.#fileIn(generation);
      const last = this.#checked;
      const isLast =
        last !== undefined &&
        isSame(last.question, question) &&
        (await file.hash(signal)) === last.checked.hash;
      const checked = isLast ? last.checked : await file.check(question.options, signal);
      signal.throwIfAborted();
      this.#checked = { question, checked };
      this.#checkedIn = generation;
      if (!isLast) onChecked(checked.list);
      return { checked };
    } catch (error) {
      if (!(error instanceof HumanError) || signal.aborted) throw error;
      this.#checked = undefined;
      if (error instanceof ReadingStopped) this.#stopped = { problem: error.message, generation };
      return { problem: error.message };
    }
  }

  async #fileIn(generation: number): Promise<ListFile> {
    if (this.#file?.generation !== generation) this.#file = { file: await this.#readFile(), generation };
    return this.#file.file;
  }
}

function isSame(one: ListQuestion, other: ListQuestion): boolean {
  return one.reading === other.reading && one.key === other.key;
}
