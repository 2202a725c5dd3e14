import { phoneMessages } from './phone/phoneMessages.ts';
import { NumberTable } from './phone/numberTable.ts';
import { problemAt, type Problem } from './problems.ts';

/**
 * Numbers that one row of a list refuses calls to and another row would call. Rows are passed in order; each
 * number is told once, on the first line that refuses it.
 */
export class Refusals {
  /** Refused number → the first line that refuses it. */
  readonly #lines = new NumberTable();
  readonly #told = new Set<string>();
  #areSome = false;

  /** @param isReady whether an earlier row with this number would be called */
  refused(e164: string, line: number, isReady: boolean): Problem | undefined {
    this.#areSome = true;
    const first = this.#lines.setFirst(e164, line) ?? line;
    return isReady ? this.#tell(e164, first) : undefined;
  }

  ready(e164: string): Problem | undefined {
    const line = this.#areSome ? this.#lines.get(e164) : undefined;
    return line === undefined ? undefined : this.#tell(e164, line);
  }

  #tell(e164: string, line: number): Problem | undefined {
    if (this.#told.has(e164)) return undefined;
    this.#told.add(e164);
    return refusedElsewhere(e164, line);
  }
}

/** @param line 1-based, of the row that refuses the call */
export function refusedElsewhere(e164: string, line: number): Problem {
  const range = { line, startCharacter: 0, endLine: line, endCharacter: 0 };
  return problemAt(range, 'revox.phone.refusedElsewhere', phoneMessages.refusedElsewhere(e164));
}
