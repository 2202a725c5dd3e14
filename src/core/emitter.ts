/** Something that can be disposed. It has the shape of `vscode.Disposable`, so that both can be mixed. */
export interface Disposable {
  dispose(): void;
}

/** A minimal event emitter, for code that does not import `vscode`. */
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
