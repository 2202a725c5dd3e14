/**
 * Plans in which a subscriber is reached by two numbers in E.164, which differ before the digits in brackets.
 */
const pairs: readonly (readonly [one: RegExp, other: string])[] = [
  // ENACOM, Plan Fundamental de Numeración Nacional: mobiles have a 9 in calls from abroad, and are often
  // written without it
  [/^\+549([1-8]\d{9})$/, '+54$1'],
  [/^\+54([1-8]\d{9})$/, '+549$1'],
  // landlines of San Marino are reached by its own code and by area 0549 of Italy
  [/^\+390549(\d{6})$/, '+3780549$1'],
  [/^\+3780549(\d{6})$/, '+390549$1'],
  // Palestinian numbers lie in the Israeli plan and are reached by its code, too
  // (google/libphonenumber#1134)
  [/^\+970(5[69]\d{7}|[2489]2\d{6})$/, '+972$1'],
  [/^\+972(5[69]\d{7}|[2489]2\d{6})$/, '+970$1'],
];

/** Whether a number may have one of these calling codes: quick, since it is asked of every number. */
function mayHaveTwo(e164: string): boolean {
  const second = e164.charCodeAt(2);
  switch (e164.charCodeAt(1)) {
    case 51: // 37, 39
      return second === 55 || second === 57;
    case 53: // 54
      return second === 52;
    case 57: // 97
      return second === 55;
    default:
      return false;
  }
}

/**
 * The other number that reaches the same subscriber.
 * @param e164 in E.164
 * @returns undefined for nearly all numbers, which are their subscriber’s only one
 */
export function otherForm(e164: string): string | undefined {
  if (!mayHaveTwo(e164)) return undefined;
  for (const [one, other] of pairs) if (one.test(e164)) return e164.replace(one, other);
  return undefined;
}

/**
 * One of the numbers that reach a subscriber, the same for each of them: two rows with one result are one
 * person’s.
 * @param e164 in E.164
 */
export function subscriberOf(e164: string): string {
  const other = otherForm(e164);
  return other !== undefined && other < e164 ? other : e164;
}
