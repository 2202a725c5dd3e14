import { holdsPhrase, isIn, phraseList, vocabulary } from '../vocabulary.ts';
import { phoneWords } from './phoneNames.ts';

/**
 * Whether a header says of a phone number that it must not or cannot be called, so that a yes below it leaves
 * the row out: `Phone number is invalid`, `Telefonnummer er afmeldt`, `电话号码已退订`. Not `Phone valid`.
 */
export function saysBadNumber(words: readonly string[]): boolean {
  const isAboutPhone = words.some((word) => isIn(phoneWords, word));
  return isAboutPhone && (words.some((word) => isIn(bad, word)) || holdsPhrase(notGood, words));
}

/** Beginnings, and what scripts without blanks hold, as CRM programs say it. */
const bad = vocabulary(
  `bad wrong faux optout optouts gesperrt falsch falsche blacklist blacklisted ukorrekt feil fel forkert
  greshen грешен غلط`,
  `invalid disabled disconnect unsubscrib incorrect erron equivocad errad sbagliat
  desactiv desabilit deshabilit desativ desligad deaktiv dezaktiv disattiv cancellat onemogoc
  ungultig ongeldig ugyldig ogiltig nieprawid bledn neplatn neveljav nevazec ervenytel helytelen hibas
  virheelli kehtetu nederig netinkam negalioj isjungt izslegt gresit gecersiz yanlis
  afgemeld uitgeschrev afmeldt avmeldt avregistrer abgemeldet odhlas odjav wypisan desinscri leiratkoz
  blokker blockiert gesperrt bloquead bloque bloccat zablokow zablok sparrad sperret
  отписан отключ невалид недейств недійсн неверн невірн неправильн неактив заблок
  λανθασμ ακυρ εξαιρ αποκλεισ
  オプトアウト 誤り 無効 不通 无效 無效 退订 退訂 停用 空号 空號 无法接通 유효하지 무효 해지 수신거부 결번
  ไม่ถูกต้อง ไม่ใช้ ใช้ไม่ได้ เลือกไม่ محظور נחסם שגוי نامعتبر`,
);

/** A no before a word that by itself says that the number is good. */
const notGood = phraseList(
  `not_valid not_active not_working not_in_service out_of_service no_longer_valid no_longer_active does_not_work pas_valide
  non_valide hors_service plus_valide ne_fonctionne nicht_gultig nicht_aktiv ausser_betrieb no_es_valido no_valido fuera_de_servicio
  non_e_valido non_valido non_attivo fuori_servizio nao_valido nao_e_valido fora_de_servico niet_geldig niet_actief niet_aangemeld
  buiten_gebruik ikke_gyldig ikke_i_bruk inte_giltig ej_giltig ei_kaytossa nie_dziala ne_radi devre_disi kullanim_disi не_участвует
  не_бере_участі не_работает не_працює не_обслуживается μη_εγκυρος μη_εγκυρο غير_صالح غير_صحيح إلغاء_الاشتراك لا_يعمل לא_תקין לא_פעיל`,
);
