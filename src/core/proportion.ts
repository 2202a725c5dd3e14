/** The 97.5th percentile of the standard normal distribution: two-sided intervals of 95 %. */
const z = 1.959963984540054;

/** Bounds of a 95 % interval. Of a share: 0 to 1; of a difference of shares: -1 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for `count` of `of`. It stays within 0 and 1 and holds for small numbers too.
 * Source: E. B. Wilson (1927), JASA 22:209; NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.4.1.
 * @returns undefined where `of` is 0: there is no share of nothing
 */
export function wilsonInterval(count: number, of: number): Interval | undefined {
  if (of <= 0) return undefined;
  const share = count / of;
  const scale = 1 + z ** 2 / of;
  const centre = (share + z ** 2 / (2 * of)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / scale;
  // Rounding may leave a trace of what is exactly 0 or 1.
  return { low: count === 0 ? 0 : centre - half, high: count === of ? 1 : centre + half };
}

/** A count out of a total. */
export interface Proportion {
  readonly count: number;
  readonly of: number;
}

export interface Difference extends Interval {
  /** Share of the first less share of the second, -1 to 1. */
  readonly difference: number;
}

/**
 * The difference of two independent shares with Newcombe's hybrid score interval.
 * Source: R. G. Newcombe (1998), Statistics in Medicine 17:873, method 10.
 * @returns undefined where either is of nothing
 */
export function newcombeDifference(one: Proportion, other: Proportion): Difference | undefined {
  const first = wilsonInterval(one.count, one.of);
  const second = wilsonInterval(other.count, other.of);
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [one.count / one.of, other.count / other.of];
  return {
    difference: a - b,
    low: a - b - Math.hypot(a - first.low, second.high - b),
    high: a - b + Math.hypot(first.high - a, b - second.low),
  };
}
