import type { CountryCode } from 'libphonenumber-js/max';
import { knownRegion, plainNumber, readWithLibrary } from './phoneNumber.ts';
import type { PhoneOptions, PhoneRepair, PhoneVerdict } from './phoneVerdict.ts';

/** Shorter texts are copies; a longer one would keep the piece of the file that it was cut from. */
const longestKept = 12;
const mostKept = 1000;

/**
 * Reads cell after cell of one column, as `readPhone` does. What people write where they have no number (`n/a`, `-`, nothing at all) comes again
 * and again, and costs as much as fifty numbers: what was said of it is kept.
 */
export class PhoneReader {
  readonly #region: CountryCode | undefined;
  readonly #repairs: readonly PhoneRepair[];
  readonly #kept = new Map<string, PhoneVerdict>();

  constructor({ region, repairs = [] }: PhoneOptions) {
    this.#region = knownRegion(region);
    this.#repairs = repairs;
  }

  read(cell: string): PhoneVerdict {
    const plain = plainNumber(cell, this.#region);
    if (plain !== undefined) return { e164: plain };
    const kept = this.#kept.get(cell);
    if (kept !== undefined) return kept;
    const verdict = readWithLibrary(cell, this.#region, this.#repairs);
    if (cell.length <= longestKept && this.#kept.size < mostKept) this.#kept.set(cell, verdict);
    return verdict;
  }
}
