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

/** Whether a header says that somebody was called: `Called`, `Déjà appelé ?` */
export function saysCalled(words: readonly string[]): boolean {
  return called.has(instruction(words));
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
  'cannot be called, can not be called, no phone contact, no marketing, no marketing calls',
  'hariç, スキップ, 除外, 対象外, 跳过, 跳過, 排除, 제외, 건너뛰기, تخطي, דלג',
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

/** @param lines headers as people write them, separated by commas */
function headers(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(', ')).map((header) => wordsOf(header).join(' ')));
}
