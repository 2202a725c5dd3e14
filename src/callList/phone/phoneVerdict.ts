import type { Fix, ProblemCode } from '../problems.ts';

export type PhoneProblemCode = Extract<ProblemCode, `revox.phone.${string}`>;

/** The result of reading a cell of the phone column: a number to call, or the reason why there is none. */
export type PhoneVerdict =
  | {
      readonly e164: string;
      /** How it was read, where the person should know. */
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

/** Repairs that are probably right but could call a stranger. They need a person's consent, per column. */
export type PhoneRepair = 'zeroLost' | 'scientific' | 'oldNumber' | 'words';

export interface PhoneOptions {
  /** ISO 3166-1 alpha-2, in either case; one that does not exist counts as none. */
  readonly region?: string | undefined;
  readonly repairs?: readonly PhoneRepair[] | undefined;
}

/**
 * Which country applies where a row's own differs from the default; undefined: nobody has chosen yet, and
 * such rows are left out.
 */
export type RowCountry = 'own' | 'default';

/** A fix that replaces the whole cell by a number. */
export function writeAs(e164: string, safety: Fix['safety']): Fix {
  return { title: `Write it as ${e164}`, replacement: e164, safety };
}

/** @param readings each number that the cell may mean, E.164 */
export function refused(
  code: PhoneProblemCode,
  message: string,
  fix?: Fix,
  readings?: readonly string[],
): PhoneVerdict {
  return { problem: { code, message, fix, readings } };
}
