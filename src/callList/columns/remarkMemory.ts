interface Known {
  /** With a zero in place of each run of digits. */
  readonly text: string;
  readonly refuses: boolean;
}

const maxKept = 1000;
const maxRecent = 8;

/**
 * Whether remarks refuse calls, by their texts. Two remarks are one where only the numbers in them differ:
 * they say the same whatever order or year they name. The few that were asked about last are compared in
 * place, which is sooner than making a text without numbers to look up.
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
      if (known !== undefined && isAlike(known.text, remark)) {
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
    if (this.#known.size < maxKept) this.#known.set(text, { text, refuses });
  }
}

function withoutNumbers(remark: string): string {
  return remark.replace(/\d+/g, '0');
}

/** The same as `withoutNumbers(remark) === text`. */
function isAlike(text: string, remark: string): boolean {
  let at = 0;
  for (let place = 0; place < text.length; place++) {
    const code = remark.charCodeAt(at);
    const isNumber = isDigit(code);
    if (text.charCodeAt(place) !== (isNumber ? zero : code)) return false;
    at++;
    while (isNumber && isDigit(remark.charCodeAt(at))) at++;
  }
  return at === remark.length;
}

const zero = 48;
const nine = 57;

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}
