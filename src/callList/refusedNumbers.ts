import { phoneMessages } from './phone/phoneMessages.ts';
import { NumberTable } from './phone/numberTable.ts';
import { subscriberOf } from './phone/otherForm.ts';
import { problemAt, type Problem } from './problems.ts';

/**
 * Numbers that one row of a list refuses calls to and another row would call. Rows are passed in order; each
 * number is reported once, on the first line that refuses it.
 */
export class RefusedNumbers {
  /** Refused number → the first line that refuses it; made with the first refusal. */
  #lines: NumberTable | undefined;
  readonly #reported = new Set<string>();
  /** By `subscriberOf`, how the first line that refuses a number has it, where that is another one. */
  readonly #asRefused = new Map<string, string>();

  /** @param readyLine the first line with this number that would be called, if one has come */
  refused(e164: string, line: number, readyLine: number | undefined): Problem | undefined {
    this.#lines ??= new NumberTable();
    const number = subscriberOf(e164);
    const earlier = this.#lines.setFirst(number, line);
    if (earlier === undefined && number !== e164) this.#asRefused.set(number, e164);
    const first = earlier ?? line;
    return readyLine === undefined ? undefined : this.#report(e164, first, readyLine);
  }

  ready(e164: string, line: number): Problem | undefined {
    const refusing = this.#lines?.get(subscriberOf(e164));
    return refusing === undefined ? undefined : this.#report(e164, refusing, line);
  }

  #report(e164: string, line: number, readyLine: number): Problem | undefined {
    const number = subscriberOf(e164);
    if (this.#reported.has(number)) return undefined;
    this.#reported.add(number);
    return refusedElsewhere(this.#asRefused.get(number) ?? number, line, readyLine);
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
