interface Known {
  /** The remark without its numbers. */
  readonly text: string;
  readonly refuses: boolean;
  /** How often it was looked up. */
  asked: number;
  /** Matches the remark with any numbers; made once it is the one that comes most often. */
  pattern?: RegExp;
}

const maxCached = 1000;

/**
 * Whether remarks refuse calls, by their texts. Two remarks count as one where only the numbers in them
 * differ: they say the same whatever order or year they name. The one that comes most often has a pattern,
 * which is faster than making a text without numbers to look up.
 */
export class RemarkMemory {
  readonly #known = new Map<string, Known>();
  #usual: Known | undefined;

  /** @returns undefined for a remark that is not known */
  get(remark: string): boolean | undefined {
    const usual = this.#usual;
    if (usual?.pattern?.test(remark) === true) {
      usual.asked++;
      return usual.refuses;
    }
    const known = this.#known.get(withoutNumbers(remark));
    if (known === undefined) return undefined;
    if (++known.asked > (usual?.asked ?? 0)) {
      known.pattern ??= patternOf(known.text);
      this.#usual = known;
    }
    return known.refuses;
  }

  /** Nothing is added any more once a thousand are known. */
  set(remark: string, refuses: boolean): void {
    if (this.#known.size >= maxCached) return;
    const text = withoutNumbers(remark);
    this.#known.set(text, { text, refuses, asked: 0 });
  }
}

/** A zero stands for each run of digits. */
function withoutNumbers(remark: string): string {
  return remark.replace(/\d+/g, '0');
}

/** @returns a pattern of the remarks that are this text without their numbers */
function patternOf(text: string): RegExp {
  const parts = text.split('0').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\d+')}$`);
}
