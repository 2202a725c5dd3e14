/**
 * Numbers that take faxes only and forward them by mail, which are fixed lines for the phone library: 153 in
 * Israel (Ministry of Communications, National Numbering Plan; google/libphonenumber#1579).
 */
export const faxRange = { callingCode: '972', beginning: '153' } as const;

/** @param e164 in E.164 */
export function isFaxRange(e164: string): boolean {
  return e164.startsWith(`+${faxRange.callingCode}${faxRange.beginning}`);
}
