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
  readonly bytes: Uint8Array;
  readonly endsWord: boolean;
}

/** Needles by the hash of their first three bytes. */
const needlesBy = new Map<number, Needle[]>();
/** Whether a needle begins with these three bytes: 1 at their hash. */
const isStart = new Uint8Array(0x8000);
for (const needle of needles) {
  const endsWord = needle.endsWith('|');
  const bytes = Buffer.from(endsWord ? needle.slice(0, -1) : needle);
  let hash = 0;
  for (let at = 0; at < startLength; at += 1) hash = nextHash(hash, bytes[at] ?? 0);
  needlesBy.set(hash, [...(needlesBy.get(hash) ?? []), { bytes, endsWord }]);
  isStart[hash] = 1;
}

/** Of the last three bytes: five bits of each, which a large letter has in common with the small one. */
function nextHash(hash: number, byte: number): number {
  return ((hash << 5) | (byte & 31)) & 0x7fff;
}

/** The last bytes of small letters of ASCII and Latin-1 for those of large ones, in UTF-8. */
const smallLetters = Uint8Array.from({ length: 0x100 }, (_, byte) => {
  const isLarge = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x80 && byte <= 0x9e);
  return isLarge ? byte | 0x20 : byte;
});

/**
 * The first bytes of combining marks and of letters in other scripts, where the needles do not show; not
 * those of dashes and other signs of any text.
 */
const isNotLatin = Uint8Array.from({ length: 0x100 }, (_, byte) => Number(byte >= 0xcc && byte !== 0xe2));
/** Of an escape such as \u00e9: in JSON alone. */
const isUnread = isNotLatin.with(0x5c, 1);

/** The text in hand in UTF-8: reading its bytes is several times as fast as asking the text for each. */
const textBytes = Buffer.alloc(3 * maxTextLength);

/**
 * Whether a text holds a word without which nobody asks not to be called.
 * @param text of at most `maxTextLength` characters; what is after them is not read
 */
export function hintsAtOptOut(text: string): boolean {
  return holdsNeedle(textBytes, 0, textBytes.write(text), isNotLatin);
}

/**
 * Whether `hintsAtOptOut` may be true of a text, for those that are not decoded yet.
 * @param json holds it from `from` to `to`, in UTF-8 and with the escapes of JSON
 */
export function mayHintAtOptOut(json: Uint8Array, from: number, to: number): boolean {
  return holdsNeedle(json, from, to, isUnread);
}

/** @param tells 1 at a byte that says that needles may not show, and the answer is yes */
function holdsNeedle(bytes: Uint8Array, from: number, to: number, tells: Uint8Array): boolean {
  let hash = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (tells[byte] === 1) return true;
    hash = nextHash(hash, byte);
    if (isStart[hash] === 1 && standsAt(bytes, at - startLength + 1, to, hash)) return true;
  }
  return false;
}

function standsAt(bytes: Uint8Array, start: number, to: number, hash: number): boolean {
  for (const { bytes: needle, endsWord } of needlesBy.get(hash) ?? []) {
    const end = start + needle.length;
    let index = 0;
    while (index < needle.length && smallLetters[bytes[start + index] ?? 0] === needle[index]) index += 1;
    if (index < needle.length || end > to) continue;
    const next = end < to ? (smallLetters[bytes[end] ?? 0] ?? 0) : 0;
    if (!endsWord || !(next >= letterA && next <= letterZ)) return true;
  }
  return false;
}

const [letterA, letterZ] = [0x61, 0x7a];
