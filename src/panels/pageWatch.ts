import type { Disposable } from '../core/emitter.ts';

export interface WatchedPage {
  /** Makes VS Code end the page and start it again. */
  readonly restart: () => void;
  /** Called when it stayed silent after the last restart as well. */
  readonly gaveUp: () => void;
}

const stepMs = 5_000;
/** How many steps a page may stay silent: when it was loaded, and after each restart. */
const silentSteps = [2, 4, 8] as const;

/**
 * Restarts a page that VS Code shows and that sends nothing. Where VS Code runs in a browser, all pages share
 * a scope of service workers. While two of them load, one may wait for ever for a worker that the other has
 * replaced: its script is never run, whatever HTML it gets.
 */
export class PageWatch implements Disposable {
  readonly #page: WatchedPage;
  #restarts = 0;
  #steps = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isVisible = false;

  constructor(page: WatchedPage) {
    this.#page = page;
  }

  /** VS Code ends a page that it hides, and starts it anew when it shows it. */
  visible(isVisible: boolean): void {
    if (isVisible === this.#isVisible) return;
    this.#isVisible = isVisible;
    if (isVisible) this.loaded();
    else clearTimeout(this.#timer);
  }

  /** Its document was replaced. */
  loaded(): void {
    this.#steps = 0;
    if (this.#isVisible) this.#wait();
  }

  /** A message of the page came. */
  messageCame(): void {
    clearTimeout(this.#timer);
    this.#restarts = 0;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** In steps: a message that waits behind a busy extension or a sleep of the machine comes between two. */
  #wait(): void {
    clearTimeout(this.#timer);
    const limit = silentSteps[this.#restarts];
    if (limit === undefined) return;
    this.#timer = setTimeout(() => {
      this.#steps += 1;
      if (this.#steps < limit) this.#wait();
      else this.#silent();
    }, stepMs);
  }

  #silent(): void {
    this.#restarts += 1;
    if (this.#restarts === silentSteps.length) {
      this.#page.gaveUp();
      return;
    }
    this.loaded();
    this.#page.restart();
  }
}
