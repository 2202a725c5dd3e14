/** Something that can be disposed. The shape of vscode.Disposable, so that both mix. */
export interface Disposable {
  dispose(): void;
}

/** The least that an observable thing needs; VS Code's own emitter is out of the domain's reach. */
export class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>();

  readonly event = (listener: (event: T) => void): Disposable => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
