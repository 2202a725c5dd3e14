/**
 * A number in E.164: a plus, a country code that does not start with 0, and 7 to 15 digits in all (ITU-T
 * E.164, section 6.1; the shortest international numbers have 7).
 */
export const e164Pattern = /^\+[1-9]\d{6,14}$/;
