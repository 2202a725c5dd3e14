/** How much of a list is kept in memory; the rest is only counted. */
export interface KeepLimits {
  readonly contacts: number;
  /** Of their values, in all. */
  readonly characters: number;
  readonly problemsPerCode: number;
}

export const keepAll: KeepLimits = { contacts: Infinity, characters: Infinity, problemsPerCode: Infinity };
