interface Known {
  /** What is before, between and after its numbers. */
  readonly parts: readonly string[];
  readonly refuses: boolean;
}

const maxCached = 1000;
const maxRecent = 8;

/**
 * Whether remarks refuse calls, by their texts. Two remarks count as one where only the numbers in them
 * differ: they say the same whatever order or year they name. The few that were asked about last are compared
 * in place, which is faster than making a text without numbers to look up.
 */
export class RemarkMemory {
  readonly #known = new Map<string, Known>();
  /** Those that are asked about most come to the front, one place at a time. */
  readonly #recent: Known[] = [];

  /** @returns undefined for a remark that is not known */
  get(remark: string): boolean | undefined {
    const recent = this.#recent;
    let before: Known | undefined;
    for (let place = 0; place < recent.length; place++) {
      const known = recent[place];
      if (known !== undefined && isAlike(known.parts, remark)) {
        if (before !== undefined) {
          recent[place] = before;
          recent[place - 1] = known;
        }
        return known.refuses;
      }
      before = known;
    }
    const known = this.#known.get(withoutNumbers(remark));
    if (known !== undefined) recent[Math.min(recent.length, maxRecent - 1)] = known;
    return known?.refuses;
  }

  /** Nothing is added any more once a thousand are known. */
  set(remark: string, refuses: boolean): void {
    const text = withoutNumbers(remark);
    if (this.#known.size < maxCached) this.#known.set(text, { parts: text.split('0'), refuses });
  }
}

/** A zero stands for each run of digits. */
function withoutNumbers(remark: string): string {
  return remark.replace(/\d+/g, '0');
}

/** Whether `withoutNumbers(remark).split('0')` are these parts. */
function isAlike(parts: readonly string[], remark: string): boolean {
  const { length } = remark;
  let at = 0;
  let isFirst = true;
  for (const part of parts) {
    if (!isFirst) {
      const from = at;
      // never reads a character after the end: V8 would deoptimize this function for good
      while (at < length && isDigit(remark.charCodeAt(at))) at++;
      if (at === from) return false;
    }
    if (!remark.startsWith(part, at)) return false;
    at += part.length;
    isFirst = false;
  }
  return at === length;
}

const zero = 48;
const nine = 57;

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}
