import { phoneMessages } from './phone/phoneMessages.ts';
import { NumberTable } from './phone/numberTable.ts';
import { problemAt, type Problem } from './problems.ts';

/**
 * Numbers that one row of a list refuses calls to and another row would call. Rows are passed in order; each
 * number is reported once, on the first line that refuses it.
 */
export class RefusedNumbers {
  /** Refused number → the first line that refuses it; made with the first refusal. */
  #lines: NumberTable | undefined;
  readonly #reported = new Set<string>();

  /** @param readyLine the first line with this number that would be called, if one has come */
  refused(e164: string, line: number, readyLine: number | undefined): Problem | undefined {
    this.#lines ??= new NumberTable();
    const first = this.#lines.setFirst(e164, line) ?? line;
    return readyLine === undefined ? undefined : this.#report(e164, first, readyLine);
  }

  ready(e164: string, line: number): Problem | undefined {
    const refusing = this.#lines?.get(e164);
    return refusing === undefined ? undefined : this.#report(e164, refusing, line);
  }

  #report(e164: string, line: number, readyLine: number): Problem | undefined {
    if (this.#reported.has(e164)) return undefined;
    this.#reported.add(e164);
    return refusedElsewhere(e164, line, readyLine);
  }
}

/**
 * @param line 1-based, of the row that refuses the call
 * @param readyLine of the first row that would be called
 */
export function refusedElsewhere(e164: string, line: number, readyLine: number): Problem {
  const range = { line, startCharacter: 0, endLine: line, endCharacter: 0 };
  const message = phoneMessages.refusedElsewhere(e164, readyLine);
  return problemAt(range, 'revox.phone.refusedElsewhere', message, { value: e164, otherLine: readyLine });
}
