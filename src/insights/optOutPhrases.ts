// What people say who do not want to be called again, in six languages. A phrase is a reason to read the
// line, and never more: nobody is suppressed by it alone.

export const optOutLanguages = ['en', 'fr', 'de', 'es', 'it', 'pt'] as const;
export type OptOutLanguage = (typeof optOutLanguages)[number];

/**
 * Written for texts in lower case without accents and with straight apostrophes; no pattern repeats a group.
 */
const phrases: Readonly<Record<OptOutLanguage, readonly RegExp[]>> = {
  en: [
    /\b(?:do not|don't|dont|never) (?:ever )?(?:call|phone|ring|contact) (?:me|us|here|this number|again)\b/,
    /\bstop (?:calling|phoning|ringing|contacting)\b/,
    /\b(?:take|get|strike) (?:me|us|my number|this number) off\b/,
    /\b(?:remove|delete|erase) (?:me|us|my (?:phone )?number|my name|this number|my details|my data)\b/,
    /\b(?:don't|do not) want (?:any more|any|more|these|your) calls\b/,
    /\b(?:don't|do not) want to be (?:called|contacted|phoned)\b/,
    /\bno more calls\b/,
    /\blose (?:my|this) number\b/,
    /\b(?:do not|don't) call (?:list|registry)\b/,
    /\bunsubscribe me\b/,
    /\bopt (?:me )?out\b/,
  ],
  fr: [
    /\b(?:retirez|enlevez|supprimez|rayez|effacez|otez|desinscrivez)[- ](?:moi|nous)\b/,
    /\b(?:retirez|enlevez|supprimez|rayez|effacez|retirer|enlever|supprimer|effacer) (?:mon|notre|ce) (?:numero|nom)\b/,
    /\bne (?:m'|me |nous )(?:r?appelez|telephonez|contactez|recontactez|derangez) (?:plus|jamais)\b/,
    /\b(?:arretez|cessez) de (?:m'|me |nous )(?:r?appeler|telephoner|contacter|deranger|harceler)\b/,
    /\bne (?:plus|jamais) (?:etre (?:r?appele|contacte|derange)|(?:m'|me |nous )(?:r?appeler|contacter))/,
    /\b(?:veux|voulons|souhaite|souhaitons) plus (?:etre (?:r?appele|contacte)|que vous (?:m'|me |nous )(?:r?appel|contact)|d'appel)/,
    /\bplus d'appels?\b/,
  ],
  de: [
    /\brufen sie (?:mich|uns|hier|bitte)?[a-z ]{0,20}(?:nicht|nie) (?:mehr|wieder) an\b/,
    /\brufen sie nicht mehr an\b/,
    /\b(?:nicht mehr|nie wieder|nie mehr|keinesfalls) (?:angerufen|anrufen|kontaktiert|kontaktieren|belastigt)\b/,
    /\b(?:nehmen|streichen|loschen|entfernen|tragen) sie (?:mich|uns|meine nummer|meine telefonnummer|diese nummer|meinen namen|meine daten)\b/,
    /\b(?:horen sie auf|unterlassen sie es),? (?:mich |uns |hier )?(?:anzurufen|zu belastigen)\b/,
    /\bkeine (?:weiteren )?(?:anrufe|werbeanrufe)(?: mehr)?\b/,
    /\bvon (?:ihrer|der|eurer) (?:liste|anrufliste|kontaktliste)\b/,
  ],
  es: [
    /\bno (?:me|nos) (?:llame|llamen|llameis|llames|contacte|contacten|telefonee|molesten) (?:mas|nunca|otra vez|de nuevo)\b/,
    /\bno (?:vuelva|vuelvan|vuelvas|volvais) a (?:llamar|contactar|molestar)/,
    /\b(?:deje|dejen|deja|dejad) de (?:llamar|molestar|contactar)/,
    /\b(?:quiteme|quitenme|borreme|borrenme|eliminenme|elimineme|saqueme|saquenme|retirenme|denme de baja|deme de baja)\b/,
    /\b(?:elimine|eliminen|borre|borren|quite|quiten|saque|saquen) (?:mi|este|nuestro) (?:numero|nombre|telefono)\b/,
    /\bno quiero (?:que me (?:llamen|vuelvan)|recibir mas|mas) ?(?:llamadas|a llamar)?/,
  ],
  it: [
    /\bnon (?:mi|ci) (?:chiami|chiamate|chiamare|contatti|contattate|telefoni|telefonate|disturbi|disturbate) (?:piu|mai piu)\b/,
    /\bnon (?:chiamatemi|chiamarmi|contattatemi|richiamatemi|telefonatemi)(?: mai)? (?:piu)\b/,
    /\bnon (?:mi|ci) (?:richiami|richiamate)\b/,
    /\b(?:smetta|smettete|smettetela|la smetta|basta) (?:di|con) (?:chiamar|telefonar|contattar|disturbar|le chiamate|queste chiamate)/,
    /\b(?:mi tolga|mi tolgano|toglietemi|mi cancelli|cancellatemi|mi rimuova|rimuovetemi|mi elimini|eliminatemi)\b/,
    /\b(?:cancelli|cancellate|rimuova|rimuovete|tolga|togliete|elimini|eliminate) (?:il mio|questo) (?:numero|nome|contatto)\b/,
    /\bnon voglio piu (?:essere (?:chiamat|contattat|disturbat)|ricevere|chiamate|telefonate)/,
  ],
  pt: [
    /\bnao (?:me |nos )?(?:ligue|liguem|ligues|telefone|telefonem|chame|chamem|contacte|contactem|contate|contatem|incomode|incomodem)(?:-me|-nos)? (?:mais|nunca mais|de novo|outra vez)\b/,
    /\bnao (?:volte|voltem|voltes) a (?:me )?(?:ligar|telefonar|contactar|contatar|chamar)/,
    /\b(?:pare|parem|deixe|deixem) de (?:me |nos )?(?:ligar|telefonar|contactar|contatar|incomodar)/,
    /\b(?:tire|tirem|retire|retirem|remova|removam|apague|apaguem|exclua|excluam)[- ](?:me|nos|o meu|meu|este|esse|o nosso)\b/,
    /\bnao quero (?:mais )?(?:receber|que me liguem|ser contactado|ser contatado)/,
  ],
};

/** All phrases of a language at once: a text is read once for each language. */
const patterns = optOutLanguages.map(
  (language) => [language, new RegExp(phrases[language].map(({ source }) => source).join('|'))] as const,
);

/**
 * Each phrase holds one of these, in lower case and before its accents go: most turns hold none, and are read
 * no further. `|` at the end: no letter from a to z follows.
 */
const needles = [
  ...['off|', 'remove', 'delete', 'erase', 'stop|', "don'", 'don’', 'don‘', 'donʼ', 'don`', 'dont|', 'not|'],
  ...['never|', 'calls|', 'lose|', 'unsub', 'opt|'],
  ...['retir', 'enlev', 'enlèv', 'suppri', 'raye', 'efface', 'otez', 'ôtez', 'scri', 'ne ', 'arrêt', 'arret'],
  ...['cesse', 'plus|'],
  ...['nicht|', 'nie|', 'keinesf', 'streich', 'nehmen|', 'lösch', 'losch', 'entfern', 'tragen|', 'hören|'],
  ...['horen|', 'unterl', 'keine|', 'liste|'],
  ...['llam', 'llám', 'contac', 'contác', 'telefon', 'molest', 'quit', 'quít', 'borre', 'bórre', 'elim'],
  ...['saq', 'sáq', 'retír', 'denme', 'deme|', 'quiero'],
  ...['chiam', 'contat', 'disturb', 'smett', 'basta', 'tolga', 'toglie', 'cancell', 'rimuov', 'voglio'],
  ...['ligue', 'chame', 'incomod', 'volte', 'pare|', 'parem', 'deixe', 'tire|', 'tirem', 'remov', 'apagu'],
  ...['exclu', 'quero', 'ligar'],
];

/** A turn longer than this is no request of a person; the rest of it is not read. */
const maxTextLength = 4000;
const startLength = 3;

interface Needle {
  readonly text: string;
  readonly endsWord: boolean;
}

/** Needles by the hash of their first three characters. */
const needlesBy = new Map<number, Needle[]>();
/** Whether a needle begins with these three characters: 1 at their hash. */
const isStart = new Uint8Array(0x8000);
for (const needle of needles) {
  const endsWord = needle.endsWith('|');
  const text = endsWord ? needle.slice(0, -1) : needle;
  let hash = 0;
  for (let at = 0; at < startLength; at += 1) hash = nextHash(hash, text.charCodeAt(at));
  needlesBy.set(hash, [...(needlesBy.get(hash) ?? []), { text, endsWord }]);
  isStart[hash] = 1;
}

/** Of the last three characters: five bits of each, which a large letter has in common with the small one. */
function nextHash(hash: number, code: number): number {
  return ((hash << 5) | (code & 31)) & 0x7fff;
}

/**
 * Small letters of ASCII and Latin-1 for large ones: to have the whole text in lower case would cost more
 * than the search.
 */
const smallLetters = Uint16Array.from({ length: 0x100 }, (_, code) => {
  const isLarge = (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
  return isLarge ? code | 0x20 : code;
});

function smallAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return smallLetters[code] ?? code;
}

/** The low bytes of the text in hand: reading them is several times as fast as asking the text for each. */
const lowBytes = Buffer.alloc(maxTextLength);

/** @param text of at most `maxTextLength` characters */
function holdsNeedle(text: string): boolean {
  const length = lowBytes.write(text, 'latin1');
  let hash = 0;
  for (let at = 0; at < length; at += 1) {
    hash = nextHash(hash, lowBytes[at] ?? 0);
    if (isStart[hash] === 1 && standsAt(text, at - startLength + 1, hash)) return true;
  }
  return false;
}

function standsAt(text: string, start: number, hash: number): boolean {
  for (const { text: needle, endsWord } of needlesBy.get(hash) ?? []) {
    let index = 0;
    while (index < needle.length && smallAt(text, start + index) === needle.charCodeAt(index)) index += 1;
    if (index < needle.length) continue;
    const next = smallAt(text, start + index);
    if (!endsWord || !(next >= letterA && next <= letterZ)) return true;
  }
  return false;
}

const [letterA, letterZ] = [0x61, 0x7a];

export interface OptOutPhrase {
  readonly language: OptOutLanguage;
  /** As it was found, normalised. */
  readonly phrase: string;
}

/**
 * The first phrase in a text that asks not to be called again.
 * @param text one turn of the contact, in any of the six languages
 * @returns undefined where there is none
 */
export function findOptOut(text: string): OptOutPhrase | undefined {
  const read = text.length > maxTextLength ? text.slice(0, maxTextLength) : text;
  // Where accents are marks of their own, the needles do not show them.
  if (!combiningMark.test(read) && !holdsNeedle(read)) return undefined;
  const normal = normalise(read.toLowerCase());
  for (const [language, pattern] of patterns) {
    const [phrase] = pattern.exec(normal) ?? [];
    if (phrase !== undefined) return { language, phrase };
  }
  return undefined;
}

const combiningMark = /[\u0300-\u036f]/;

function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/\s+/g, ' ');
}
