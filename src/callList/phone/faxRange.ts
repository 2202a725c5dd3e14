/**
 * Whether a number takes faxes only and forwards them by mail, which is a fixed line for the phone library:
 * 153 in Israel (Ministry of Communications, National Numbering Plan; google/libphonenumber#1579).
 * @param e164 in E.164
 */
export function isFaxRange(e164: string): boolean {
  return e164.startsWith('+972153');
}
