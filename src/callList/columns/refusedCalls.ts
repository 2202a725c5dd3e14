import {
  isIn,
  lengthOfPhraseAt,
  phraseList,
  vocabulary,
  type Phrases,
  type Vocabulary,
} from './vocabulary.ts';

/**
 * How notes of a language say that nobody is to call: a phrase of `first`, a few words of `between`, and a
 * phrase of `then`. Verbs are in the forms of an order, a wish or the passive: `ne rappelez jamais` refuses
 * calls, and `ne rappelle jamais` is said of somebody who does not call back.
 */
interface Refusal {
  readonly first: Phrases;
  readonly between: Vocabulary;
  readonly then: Phrases;
  /** Words shortly before or right behind that make it something else, as in `could not be contacted`. */
  readonly unless: Vocabulary;
}

function refusal(first: string, between: string, then: string, unless = ''): Refusal {
  return {
    first: phraseList(first),
    between: vocabulary(between),
    then: phraseList(then),
    unless: vocabulary(unless),
  };
}

const refusals: readonly Refusal[] = [
  // English
  refusal(
    'do_not_text_or do_not_email_or do_not_write_or don_t_text_or don_t_email_or never do_not don_t dont',
    'ever you dare please me us him her them again to',
    'call ring phone dial contact disturb solicit bother',
    'i we they he she',
  ),
  refusal('stop quit cease', 'please', 'calling ringing phoning contacting'),
  refusal(
    'under_no_circumstances in_no_case on_no_account no_longer',
    'wish wishes want wants to',
    'call phone contact be_called be_contacted be_phoned',
  ),
  refusal(
    'not',
    'ever wish want to',
    'to_call to_ring to_phone to_contact to_be_called to_be_contacted be_called be_contacted',
    'could can may might will would sure',
  ),
  // French
  refusal(
    'ne n',
    'pas plus jamais me m le la l les nous lui surtout moi veut souhaite desire etre',
    'appeler appelez rappeler rappelez contacter contactez recontacter recontactez telephoner telephonez joindre deranger derangez solliciter sollicitez demarcher demarchez ' +
      'etre_appele etre_appelee etre_rappele etre_rappelee etre_contacte etre_contactee etre_recontacte etre_recontactee etre_derange etre_derangee ' +
      'qu_on_l_appelle qu_on_le_rappelle qu_on_la_rappelle qu_on_le_contacte qu_on_la_contacte qu_on_le_derange',
    'que qu',
  ),
  refusal(
    'arretez arreter cessez cesser',
    'de d me m nous l les',
    'appeler rappeler contacter telephoner deranger',
  ),
  // German
  refusal(
    'nicht nie niemals',
    'mehr wieder bitte mich uns sie ihn ihr',
    'anrufen anzurufen kontaktieren telefonieren belastigen angerufen_werden kontaktiert_werden',
    'konnte konnten kann konnen',
  ),
  refusal('rufen_sie', 'mich uns ihn bitte mehr wieder an', 'nicht nie niemals'),
  refusal('horen_sie', 'bitte', 'auf_anzurufen'),
  refusal(
    'keinesfalls auf_keinen_fall unter_keinen_umstanden',
    'mehr wieder bitte',
    'anrufen kontaktieren telefonieren',
  ),
  refusal('en_aucun_cas', 'le la l les', 'appeler rappeler contacter telephoner deranger'),
  // Spanish
  refusal(
    'no nunca jamas dejen deje dejar',
    'mas nunca jamas me le les se que nos lo la de quiere desea vuelva vuelvan volver a por favor',
    'ser_contactado ser_contactada ser_llamado ser_llamada ser_molestado ser_molestada llamar llame llamen llames llamarme contactar contacte contacten contactarme molestar moleste molesten',
  ),
  refusal('bajo_ningun_concepto en_ningun_caso', 'volver a le la', 'llamar contactar molestar'),
  // Italian
  refusal(
    'non mai smettetela smetta smettere smettete',
    'mai piu mi ci lo la di vuole desidera',
    'telefonare telefonate chiamare chiami chiamate chiamatemi chiamarmi chiamarci chiamateci contattare contattate contattatemi contattarmi ' +
      'richiamare richiamate disturbare disturbate essere_chiamato essere_chiamata essere_richiamato essere_richiamata ' +
      'essere_contattato essere_contattata essere_ricontattato essere_ricontattata essere_disturbato essere_disturbata ' +
      'essere_piu_chiamato essere_piu_chiamata essere_piu_contattato essere_piu_contattata',
  ),
  refusal('in_nessun_caso', 'lo la', 'chiamare contattare telefonare'),
  // Portuguese
  refusal(
    'nao nunca parem pare parar',
    'mais me nos lhe voltar voltem a de',
    'ligar ligue liguem contactar contatar contacte contate contactem contatem incomodar incomodem chamar',
  ),
  refusal('em_caso_algum de_forma_alguma', 'lhe', 'ligar contactar contatar'),
  // Dutch
  refusal(
    'niet nooit stop',
    'meer mij me ons hem haar met te',
    'bellen opbellen contacteren benaderen storen gebeld_worden worden_gebeld',
    'kon kan konden',
  ),
  refusal('bel', 'me mij ons hem haar meer', 'niet nooit'),
];

/** Each way to refuse by the words that it may begin with. */
const byFirstWord = new Map<string, Refusal[]>();
for (const each of refusals)
  for (const first of each.first.keys()) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), each]);

/** So many words of `between` in a row at the most. */
const maxBetween = 4;
/** As many words before the phrase are asked for an `unless`. */
const wordsBefore = 2;

/**
 * @param words of a note, as `wordsOf` makes them
 * @returns the index of the word behind the refusal; undefined where calls are not refused in this way
 */
export function endOfRefusedCall(words: readonly string[]): number | undefined {
  for (const [at, word] of words.entries()) {
    for (const each of byFirstWord.get(word) ?? []) {
      const end = endAt(each, words, at);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

function endAt({ first, between, then, unless }: Refusal, words: readonly string[], at: number) {
  const begun = lengthOfPhraseAt(first, words, at);
  if (begun === 0 || words.slice(Math.max(0, at - wordsBefore), at).some((word) => isIn(unless, word)))
    return undefined;
  for (let next = at + begun; next <= at + begun + maxBetween; next++) {
    const length = lengthOfPhraseAt(then, words, next);
    if (length > 0) {
      const end = behind(between, words, next + length);
      return isIn(unless, words[end] ?? '') ? undefined : end;
    }
    if (!isIn(between, words[next] ?? '')) return undefined;
  }
  return undefined;
}

/** The index of the first word that is not one of `between`. */
function behind(between: Vocabulary, words: readonly string[], at: number): number {
  let end = at;
  while (isIn(between, words[end] ?? '')) end++;
  return end;
}
