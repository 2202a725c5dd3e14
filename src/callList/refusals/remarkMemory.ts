interface Known {
  /** What is before, between and after its numbers. */
  readonly parts: readonly string[];
  readonly refuses: boolean;
  /** How often it was looked up. */
  asked: number;
}

const maxCached = 1000;

/**
 * Whether remarks refuse calls, by their texts. Two remarks count as one where only the numbers in them
 * differ: they say the same whatever order or year they name. The one that comes most often is compared in
 * place, which is faster than making a text without numbers to look up.
 */
export class RemarkMemory {
  readonly #known = new Map<string, Known>();
  #usual: Known | undefined;

  /** @returns undefined for a remark that is not known */
  get(remark: string): boolean | undefined {
    const usual = this.#usual;
    if (usual !== undefined && isAlike(usual.parts, remark)) {
      usual.asked++;
      return usual.refuses;
    }
    const known = this.#known.get(withoutNumbers(remark));
    if (known === undefined) return undefined;
    if (++known.asked > (usual?.asked ?? 0)) this.#usual = known;
    return known.refuses;
  }

  /** Nothing is added any more once a thousand are known. */
  set(remark: string, refuses: boolean): void {
    if (this.#known.size >= maxCached) return;
    const text = withoutNumbers(remark);
    this.#known.set(text, { parts: text.split('0'), refuses, asked: 0 });
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
  for (let place = 0; place < parts.length; place++) {
    const from = at;
    // never reads a character after the end: V8 would deoptimize this function for good
    if (place > 0) while (at < length && isDigit(remark.charCodeAt(at))) at++;
    const part = parts[place] ?? '';
    if ((place > 0 && at === from) || !remark.startsWith(part, at)) return false;
    at += part.length;
  }
  return at === length;
}

const zero = 48;
const nine = 57;

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}
