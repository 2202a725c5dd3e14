import { vocabulary, wordsOf } from '../vocabulary.ts';

/** Whether a header is an order to call, so that a `no` below it means not to: `To call`, `À appeler`. */
export function ordersCalls(words: readonly string[]): boolean {
  return toCall.has(instruction(words));
}

/** Whether a header is an order to leave people out: `Skip`, `Ignorer`, `Do not include`. */
export function ordersToSkip(words: readonly string[]): boolean {
  if (toSkip.has(instruction(words)) || toSkip.has(words.join(' '))) return true;
  const begins = words.findIndex((word) => !negations.exact.has(word));
  // `No. to call` is a number
  return begins > 0 && words[begins] !== 'to' && toCall.has(instruction(words.slice(begins)));
}

const negations = vocabulary('do does dont don t not no non ne pas plus nicht niet ej inte ikke nie nao не');

/** Whether an answer below “Skip” says to call: `keep`, `include`, `don't skip`. */
export function ordersToKeep(words: readonly string[]): boolean {
  const text = words.join(' ');
  if (keep.has(text) || toCall.has(text)) return true;
  const begins = words.findIndex((word) => !negations.exact.has(word));
  return begins > 0 && toSkip.has(words.slice(begins).join(' '));
}

/** Whether a header says that somebody was called: `Called`, `Déjà appelé ?` */
export function saysCalled(words: readonly string[]): boolean {
  return called.has(instruction(words));
}

/** Whether a header or a status says that somebody is not interested, which refuses no calls. */
export function saysNotInterested(words: readonly string[]): boolean {
  return notInterested.has(words.join(' ')) || notInterested.has(instruction(words));
}

/** Whether a header asks whether somebody is interested, in nothing that it names. */
export function saysInterested(words: readonly string[]): boolean {
  return interested.has(instruction(words));
}

/** Whether a header says that nobody was or can be reached there, which refuses no calls. */
export function saysNotReached(words: readonly string[]): boolean {
  return notReached.has(words.join(' ')) || notReached.has(instruction(words));
}

/** Whether a header asks whether somebody can be reached by phone, or has one. */
export function saysReachable(words: readonly string[]): boolean {
  return reachable.has(instruction(words));
}

/** A header without the answers to choose from: `À appeler (oui/non)`. */
function instruction(words: readonly string[]): string {
  return words.filter((word) => !answers.exact.has(word)).join(' ');
}

const answers = vocabulary('y n yes no oui non ja nein nee nej si sim nao tak nie ano ne да нет так ні');

/**
 * Whole headers only: `Second number to call` is a number. Not among them are `Call`, which may be a log of
 * calls, and `Joignable` and `erreichbar`, which are said of calls that reached nobody.
 */
const toCall = headers(
  'to call, to be called, to contact, to be contacted, to dial, to phone, to ring, call me, call them',
  'should call, should be called, please call, do call, call now, call today, call this week, call again',
  'needs call, needs a call, need to call, must call, dialable, include, included, include in call',
  'include in calls, include in call list, include in campaign, included in campaign, in campaign',
  'eligible for calls, eligible for call, eligible for outreach, eligible for contact, eligible for campaign',
  'eligible for dialing, eligible for dialling, eligible, eligibility, call eligibility, dial, phone ok, tel ok',
  'telephone ok, téléphone ok, telefon ok, mobile ok, ok to phone, ok to dial, call ok, approved to call',
  'approved for call, approved for calls, approved for calling, approved for dialing, cleared to call',
  'cleared for call, cleared for calls, cleared for calling, cleared for dialing, safe to call, safe to dial',
  'ready to call, ready to dial, ready for call, ready for calls, ready for calling, good to call, call requested',
  'contact me, call wanted, callback requested, call back requested, callback wanted, call back wanted, éligible, éligibilité, elegible',
  'idoneo, prêt à appeler, bereit zum anruf, terugbellen gewenst, aranabilir',
  'à appeler, à rappeler, à contacter, à recontacter, à joindre, à téléphoner, contacter, recontacter, appelable',
  'inclure, inclus, inclure dans la campagne, anzurufen, anrufbar, kontaktierbar, zu kontaktieren, kontaktieren',
  'zurückrufen, bitte anrufen, einbeziehen, a llamar, para llamar, por llamar, a contactar, para contactar',
  'contactar, incluir, da chiamare, da contattare, da richiamare, contattare, contattabile, contactabile',
  'includere, a ligar, para ligar, a contactar, para contatar, contatar, te bellen, te contacteren, contacteren',
  'terugbellen, opnemen in campagne, do zadzwonienia, do obdzwonienia, do kontaktu, zadzwonić, uwzględnić',
  'att ringa, att kontakta, ska ringas, ska kontaktas, kontakta, skal ringes, skal kontaktes, å ringe, at ringe',
  'soitettava, soitetaan, k volání, k obvolání, na zavolanie, zavolat, kontaktovat, hívandó, felhívandó, hívható',
  'felhívható',
  'de sunat, de apelat, de contactat, за обаждане, обзвон, обзвонить, прозвонить, к обзвону, перезвонить',
  'включить, обдзвонити, зателефонувати, aranacak, aranacaklar, aransın, για κλήση, untuk dihubungi, cần gọi',
  '要電話, 要連絡, 架電対象, 要架電, 要联系, 需联系, 需致电, 需回访, 要聯絡, 需聯絡, 전화대상, 연락대상, 연락필요, 발신대상',
  'للاتصال, להתקשר, कॉल करें',
);

const toSkip = headers(
  'skip, skip call, skip calls, skip row, skip this row, skip contact, skip person, ignore, ignore row, leave out',
  'omit, ignorer, sauter, ne pas inclure, ignorieren, überspringen, auslassen, weglassen, omitir, saltar, ignorar',
  'salta, saltare, ignora, escludere, overslaan, negeren, pomiń, pominąć, hoppa över, spring over, hopp over',
  'přeskočit, vynechat, preskočiť, kihagyás, пропустить, исключить, не включать, пропустити, виключити, atla',
  'cannot be called, can not be called, no phone contact, no marketing, no marketing calls, ineligible',
  'no callback, no call back, no callback needed, no call needed, not to call back, pas de rappel, kein rückruf',
  'non éligible, inéligible, no elegible, non idoneo, nicht geeignet, remove, remove from list, remove contact',
  'removed, remove row, remove from campaign, to remove, to be removed, removed at, delete, delete row, delete flag, delete contact, deletion flag',
  'deletion mark, marked for deletion, flagged for deletion, löschkennzeichen, löschvermerk',
  'to delete, to be deleted, exclude, excluded, exclude from list, exclude from campaign, cease contact',
  'cease and desist, cease desist, banned from calling, do not dial',
  'exclure, exclu, exclue, à exclure, supprimer, à supprimer, retirer, à retirer, retirer de la liste, ausschließen',
  'ausgeschlossen, löschen, zu löschen, entfernen, excluir, excluido, excluída, eliminar, a eliminar, borrar, quitar',
  'quitar de la lista, remover, apagar, escluso, esclusa, da escludere, eliminare, da eliminare, rimuovere, uitsluiten',
  'uitgesloten, verwijderen, te verwijderen, wykluczyć, wykluczony, usunąć, usuń, do usunięcia, ta bort, uteslut',
  'slet, skal slettes, slett, udeluk, ekskluder, poista, poistetaan, vyřadit, vyloučit, smazat, odstranit, odstrániť',
  'vymazať, kizárva, kizárni, törlendő, törölni, exclude din lista, șterge, de șters, за изтриване, удалить',
  'исключён, исключен, убрать, убрать из списка, видалити, прибрати, виключено, sil, silinecek, çıkar, listeden çıkar',
  'διαγραφή, εξαίρεση, kecualikan, hapus, loại trừ, xóa, 削除, 删除, 刪除, 移除, 不拨打, 勿拨打, 不撥打, 삭제, 제거, حذف, استبعاد, למחוק, להסיר',
  'hariç, スキップ, 除外, 対象外, 跳过, 跳過, 排除, 제외, 건너뛰기, تخطي, דלג',
);

/** Answers below “Skip” that are no headers. */
const keep = headers(
  'keep, call, yes call, leave in, stay, stays, garder, conserver, appeler, behalten, drin lassen, anrufen, conservar',
  'mantener, dejar, llamar, tenere, mantenere, chiamare, manter, ligar, behouden, houden, bellen, zostaw, dzwonić',
  'behåll, ringa, behold, ring, pidä, soita, ponechat, volat, megtart, păstrează, оставить, звонить, залишити, kalsın',
  '保留, 残す, 유지',
);

const called = headers(
  'called, already called, was called, has been called, called already, phoned, already phoned, contacted',
  'already contacted, call done, call made, done, appelé, appelée, déjà appelé, déjà appelée, contacté, déjà contacté',
  'appel fait, appel effectué, fait, traité, angerufen, bereits angerufen, schon angerufen, kontaktiert, erledigt',
  'llamado, ya llamado, contactado, hecho, chiamato, già chiamato, contattato, fatto, contatado, já ligou, feito',
  'gebeld, al gebeld, gecontacteerd, gedaan, ringd, kontaktad, ringt, ringt op, kontaktet, soitettu, zadzwoniono',
  'skontaktowano, voláno, zavoláno, kontaktováno, felhívva, sunat, contactat, прозвонен, обзвонен, звонили, дозвон',
  'дзвонили, arandı, 架電済, 架電済み, 電話済, 電話済み, 連絡済, 連絡済み, 已联系, 已聯絡, 已拨打, 已致电, 통화완료, 연락완료',
);

const notInterested = headers(
  'not interested, not interested anymore, not interested any more, no longer interested, uninterested, no interest',
  'lack of interest, pas intéressé, pas intéressée, plus intéressé, plus intéressée, non intéressé, non intéressée',
  'pas d’intérêt, aucun intérêt, kein interesse, kein interesse mehr, nicht interessiert, nicht mehr interessiert',
  'kein bedarf, no interesado, no interesada, no está interesado, no le interesa, sin interés, non interessato',
  'non interessata, nessun interesse, não interessado, não interessada, não tem interesse, sem interesse',
  'geen interesse, niet geïnteresseerd, niezainteresowany, niezainteresowana, brak zainteresowania, nemá zájem',
  'nemá záujem, bez zájmu, ikke interesseret, ikke interessert, inte intresserad, ej intresserad, ointresserad',
  'ei kiinnostunut, ei kiinnosta, nem érdekli, nem érdekel, nem érdeklődik, neinteresat, neinteresată, nu este interesat',
  'не интересно, не интересует, не заинтересован, не заинтересована, нет интереса, не цікаво, не зацікавлений',
  'ilgilenmiyor, ilgisiz, δεν ενδιαφέρεται, tidak tertarik, tidak berminat, không quan tâm, 興味なし, 興味無し, 関心なし',
  '没兴趣, 不感兴趣, 無興趣, 没有兴趣, 无意向, 관심없음, 관심 없음, غير مهتم, לא מעוניין, לא מעוניינת',
);

const notReached = headers(
  'unreachable, not reachable, not reached, unable to reach, could not reach, injoignable, non joignable, pas joignable',
  'nicht erreichbar, nicht erreicht, unerreichbar, ilocalizable, no localizable, no contesta, irraggiungibile',
  'non raggiungibile, incontactável, não atende, onbereikbaar, niet bereikbaar, nieosiągalny, nedostupný, nezastižen',
  'ikke truffet, ej anträffbar, ei tavoitettu, nem elérhető, недоступен, недозвон, ulaşılamadı, 連絡不能, 联系不上, 연락불가',
);

const reachable = headers(
  'reachable, reachable by phone, can be reached, reached by phone, joignable, joignable par téléphone, erreichbar',
  'telefonisch erreichbar, localizable, raggiungibile, contactável, bereikbaar, telefonisch bereikbaar, osiągalny',
  'elérhető, доступен, ulaşılabilir, phone, phone call, phone calls, telephone, by phone, by telephone, via phone',
  'mobile, téléphone, par téléphone, telefon, telefonisch, per telefon, teléfono, por teléfono, telefono, al telefono',
  'telefone, por telefone, telefoon, per telefoon, telefonicznie, telefonicky, telefonon, по телефону, 電話, 电话, 전화',
);

const interested = headers(
  'interested, is interested, still interested, intéressé, intéressée, interessiert, interesse, interesado, interesada',
  'interessato, interessata, interessado, interessada, geïnteresseerd, zainteresowany, zainteresowana, intresserad',
  'interesseret, interessert, kiinnostunut, érdeklődik, zájem, má zájem, interesat, заинтересован, зацікавлений',
  'ilgileniyor, tertarik, berminat, 興味あり, 有意向, 是否有意向, 관심있음, مهتم, מעוניין',
);

/** @param lines headers as people write them, separated by commas */
function headers(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(', ')).map((header) => wordsOf(header).join(' ')));
}
