import { holdsPhrase, isIn, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';
import { cellForm } from './cellForm.ts';
import { asksForConsent, optOutKind } from './optOutHeaders.ts';

/**
 * A column whose dates decide whether a person may be called on a day. A campaign does not compare them with
 * the day of its calls. `consentEnds`: until then the person agreed. `notBefore`: from then on.
 */
export interface DateColumn {
  readonly column: number;
  readonly kind: 'consentEnds' | 'notBefore';
}

const maxColumns = 2000;
const maxHeaderLength = 120;

/** @param rows the first rows of the list */
export function findDateColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): DateColumn[] {
  const found: DateColumn[] = [];
  for (const [column, header] of headers.slice(0, maxColumns).entries()) {
    if (header === '' || header.length > maxHeaderLength) continue;
    const words = wordsOf(header);
    const kind = kindOf(header, words);
    const hasDates =
      kind !== undefined && rows.some((row) => cellForm((row[column] ?? '').trim()) === 'date');
    if (hasDates) found.push({ column, kind });
  }
  return found;
}

function kindOf(header: string, words: readonly string[]): DateColumn['kind'] | undefined {
  // below `Do not call before`, whoever has a date is left out
  if (holdsPhrase(starts, words)) return optOutKind(header) === 'optOut' ? undefined : 'notBefore';
  const ends = words.some((word) => isIn(endWords, word)) || holdsPhrase(endPhrases, words);
  return ends && asksForConsent(header) ? 'consentEnds' : undefined;
}

const endWords = vocabulary(
  `expires expire expiry expiration expired until bis ablauf ablaufdatum gultigkeit expiration vence vencimiento
  caduca caducidad scade scadenza validade vencimento vervalt geldigheid wygasa waznosc utlop utloper udlober
  voimassa platnost lejarat expira`,
  '期限 有效 만료 유효',
);
const endPhrases = phraseList(
  'valid_to valable_jusqu geldig_tot wazna_do platny_do gyldig_til giltig_till valido_fino',
);

const starts = phraseList(
  `call_after call_back_after call_from call_not_before not_before do_not_call_before callback_date callback_on call_back_on
  appeler_apres rappeler_apres rappeler_le a_rappeler_le appeler_a_partir rappeler_a_partir pas_avant anrufen_ab
  anrufen_nach nicht_vor wiedervorlage wiedervorlage_am ruckruf_am zuruckrufen_am llamar_despues llamar_a_partir
  llamar_el no_antes richiamare_il richiamare_dopo chiamare_dopo chiamare_dal non_prima ligar_apos ligar_depois
  ligar_a_partir bellen_na bellen_vanaf terugbellen_op terugbellen_na zadzwonic_po oddzwonic zadzwonic_dnia
  ring_efter ringes_etter ringes_efter zavolat_po позвонить_после перезвонить_после`,
);
