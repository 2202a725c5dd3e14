/** Made when the first country is named: that takes longer than loading this file. */
let englishNames: Intl.DisplayNames | undefined;

/** Country names are cached, because looking one up takes longer than reading a number. */
const names = new Map<string, string>();

/** @param region two letters, such as `FR` */
export function countryName(region: string): string {
  let name = names.get(region);
  if (name === undefined) {
    englishNames ??= new Intl.DisplayNames(['en'], { type: 'region' });
    name = englishNames.of(region) ?? region;
    names.set(region, name);
  }
  return name;
}

/** A country's name within a sentence: `France`, `the United Kingdom`. */
export function nameInText(name: string): string {
  return withArticle.test(name) ? `the ${name}` : name;
}

export function countryInText(region: string): string {
  return nameInText(countryName(region));
}

const withArticle =
  /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Isle of|British|U\.S\.|Palestinian|Vatican)|\b(?:Islands|Republic|Netherlands|Territor(?:y|ies))\b/;
