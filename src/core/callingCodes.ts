/**
 * How many digits after a country calling code identify the country where several countries share the code:
 * three in North America (area codes), up to six elsewhere (Jersey within Britain, Åland within Finland).
 */
const digitsAfterCode1 = 3;
const digitsAfterOthers = 6;

/** @returns the number of leading digits of a number in E.164, code included, that identify its country */
export type DecidingDigits = (e164: string) => number;

/**
 * @param codes the calling code of each country, such as `33`; one that is there twice is shared
 * @returns all digits of a number whose code is not among them
 */
export function decidingDigits(codes: Iterable<string>): DecidingDigits {
  const digitsByCode = new Uint8Array(1000);
  for (const code of codes) {
    const isShared = digitsByCode[Number(code)] !== 0;
    const more = code === '1' ? digitsAfterCode1 : digitsAfterOthers;
    digitsByCode[Number(code)] = code.length + (isShared ? more : 0);
  }
  return (e164) => {
    let code = 0;
    for (let at = 1; at <= 3; at += 1) {
      code = code * 10 + Number(e164[at] ?? 0);
      const digits = digitsByCode[code] ?? 0;
      if (digits > 0) return digits;
    }
    return e164.length;
  };
}
