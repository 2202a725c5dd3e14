import { checkBaseUrl } from '../../../src/core/connection.ts';
import { Emitter } from '../../../src/core/emitter.ts';
import { HumanError } from '../../../src/core/errors.ts';
import type { AddressSetting } from '../../../src/host/connections.ts';

/** The setting of the service's address, which the test types. */
export class TypedAddress implements AddressSetting {
  readonly #changed = new Emitter<void>();
  #text: string;

  readonly onDidChange = this.#changed.event;

  constructor(text: string) {
    this.#text = text;
  }

  type(text: string): void {
    this.#text = text;
    this.#changed.fire();
  }

  readonly read = (): string => {
    const checked = checkBaseUrl(this.#text);
    if ('problem' in checked) throw new HumanError(`"${this.#text}" cannot be used.`);
    return checked.baseUrl;
  };
}
