/** A turn longer than this is no request of a person; the rest of it is not read. */
export const maxTextLength = 4000;

/**
 * Nobody asks not to be called without one of these, in lower case and with its accents. Most turns hold
 * none, and are read no further. `|` at the end: no letter from a to z follows.
 */
const needles =
  `call phon ring contact list number dial bother disturb harass solicit permission système system
  données donnees entendre consen opt unsub regist remov delet eras off| block scrub stop quit alone
  hear police report robinson knock wrong deceas died appel téléphon numéro numero démarch dérang
  derang retir enlev enlèv suppri raye efface ôtez otez radiez scri tranq paix| interdi suffit accord
  oppos sortez sollicit fichier bannis coordonn anruf anzuruf rufen ruf| ruft| nummer verteil kontakt
  daten einwill zugestimmt werb widersp belästig streich lösch losch entfern nehmen sperr ruhe|
  verbiet verbitte untersag unterlas meld hören horen lassen erlaubt llam llám marc marqu dato molest
  número baja| borr bórr elimin quít saq sáq acos prohib opongo autoriz publicid paz| basta denunc
  abst comuni insist habl saber| chiam telefon elenco dati| stare| diffid tolg togl levate cancell
  rimuov sentir pace| nominat contat liga ligu ligo chamad chega cadastro dados incomod perturb
  assédio assedio tira| tire exclu apagu bloque ouvir oponho volte harcel oubli forget insis vergess
  olvid olvíd dimentic esque pubblic widerruf ritir rid| name nome| nom| compos rausn raus procur
  bel| bellen gebeld dzwon samtal opkald soita soitt volej volat hívj suna arama`.split(/\s+/);

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

/**
 * Whether a text holds a word without which nobody asks not to be called.
 * @param text of at most `maxTextLength` characters; what is behind them is not read
 */
export function hintsAtOptOut(text: string): boolean {
  // Where accents are marks of their own, or in another script, the needles do not show.
  if (notLatin.test(text)) return true;
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

/** Combining marks, and letters of other scripts; not the signs of any text, such as dashes. */
const notLatin = /[\u0300-\u1dff\u3040-\uffef]/;
