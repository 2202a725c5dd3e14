import type { Fix, ProblemCode } from '../problems.ts';

export type PhoneProblemCode = Extract<ProblemCode, `revox.phone.${string}`>;

/** The result of reading a cell of the phone column: a number to call, or the reason why there is none. */
export type PhoneVerdict =
  | {
      readonly e164: string;
      /** What had to be done to read it, where the person should know. */
      readonly note?: PhoneNote | undefined;
    }
  | { readonly e164?: undefined; readonly problem: PhoneNote };

export interface PhoneNote {
  readonly code: PhoneProblemCode;
  readonly message: string;
  /** Each number in E.164 that the cell may mean, where there is more than the one of the fix. */
  readonly readings?: readonly string[] | undefined;
  readonly fix?: Fix | undefined;
}

/**
 * Repairs that are probably right and could still ring a stranger: only with a person's consent, for the
 * whole column.
 */
export type PhoneRepair = 'zeroLost' | 'scientific' | 'oldNumber' | 'words';

export interface PhoneOptions {
  /** ISO 3166-1 alpha-2, in either case; one that does not exist counts as none. */
  readonly region?: string | undefined;
  readonly repairs?: readonly PhoneRepair[] | undefined;
}

/**
 * Whose country counts where a row's own differs from the default; undefined: nobody has said yet, and such
 * rows are left out.
 */
export type RowCountry = 'own' | 'default';
