/** How much of what is found is kept; the rest is counted. */
export interface KeepLimits {
  readonly contacts: number;
  /** Of their values, in all. */
  readonly characters: number;
  readonly problemsPerCode: number;
}

export const keepAll: KeepLimits = { contacts: Infinity, characters: Infinity, problemsPerCode: Infinity };
