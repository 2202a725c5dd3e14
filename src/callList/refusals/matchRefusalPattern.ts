import { orderWords } from './refusalPatterns.ts';
import {
  isIn,
  lengthOfPhraseAt,
  phraseList,
  vocabulary,
  type Phrases,
  type Vocabulary,
} from '../vocabulary.ts';

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

const refusals: Refusal[] = [
  // English
  refusal(
    'do_not_text_or do_not_email_or do_not_write_or don_t_text_or don_t_email_or never do_not don_t dont',
    'ever you dare please me us him her them again to',
    'call ring phone dial contact disturb solicit bother',
    'i we they he she why',
  ),
  refusal(
    'do_not don_t dont does_not doesn_t',
    'want wants need wish like appreciate take takes accept accepts any cold sales unsolicited more of these those such your further have to get receive ever again',
    'calls phonecalls robocalls phone_calls another_call solicitations my_permission my_consent be_called be_contacted be_phoned be_bothered be_disturbed get_called be_called_again get_called_again hear_from',
  ),
  refusal(
    'didn_t did_not wouldn_t would_not',
    'ever',
    'call_me_again call_me_anymore call_me_any_more call_us_again call_us_anymore call_again call_anymore call_any_more',
    'why they he she',
  ),
  refusal(
    'no_right not_allowed no_permission never_agreed',
    'to for me us',
    'call calls be_called calling phone ring',
  ),
  refusal('no_more enough_with enough_of', 'of these those your the', 'calls phonecalls phone_calls'),
  refusal('not_to_be', 'ever', 'used called contacted'),
  refusal('not', '', 'calling_me calling_us calling_here', 're are am is was were'),
  refusal(
    'stop quit cease refrain_from',
    'please it with all any these those your the',
    'calling ringing phoning contacting calls',
  ),
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
    'pas plus jamais me m le la l les nous lui surtout moi doit devez veut veux voulons souhaite souhaitons desire desirons etre',
    'appeler appelez appeliez rappeliez contactiez rappeler rappelez contacter contactez recontacter recontactez telephoner telephonez joindre deranger derangez solliciter sollicitez demarcher demarchez ' +
      'etre_utilise etre_appele etre_appelee etre_rappele etre_rappelee etre_contacte etre_contactee etre_recontacte etre_recontactee etre_derange etre_derangee ' +
      'qu_on_l_appelle qu_on_le_rappelle qu_on_la_rappelle qu_on_le_contacte qu_on_la_contacte qu_on_le_derange',
    'que qu',
  ),
  refusal(
    'pas_le_droit plus_le_droit interdit_de interdis_de',
    'de m me nous',
    'appeler rappeler contacter telephoner demarcher',
  ),
  refusal('plus_jamais jamais_plus', 'vous m ne me', 'appelez rappelez contactez appeler rappeler contacter'),
  refusal('assez_de assez_d marre_de ras_le_bol_de', 'vos ces tous', 'appels demarchages'),
  refusal(
    'arretez arreter cessez cesser',
    'de d me m nous l les',
    'appeler rappeler contacter telephoner deranger',
  ),
  refusal('arretez arreter cessez cesser stoppez', 'vos ces les tous', 'appels demarchages'),
  refusal(
    'laissez laisse',
    'moi nous le la mon ma notre pere mere mari femme',
    'tranquille tranquilles en_paix',
  ),
  refusal('ne n', 'veux voulons veut plus jamais', 'entendre_parler'),
  // German
  refusal(
    'nicht nie niemals',
    'mehr wieder bitte mich uns sie ihn ihr bei noch mal nochmal einmal',
    'melden_sie_sich melden anrufen anzurufen kontaktieren telefonieren belastigen angerufen_werden kontaktiert_werden belastigt_werden',
    'konnte konnten kann konnen zogern zogere zogert',
  ),
  refusal('rufen_sie ruf ruft', 'mich uns ihn hier bloss ja blos bitte mehr wieder an', 'nicht nie niemals'),
  refusal(
    'horen_sie hor hort',
    'bitte endlich',
    'auf_anzurufen auf_mich_anzurufen auf_uns_anzurufen auf_hier_anzurufen auf_mit',
  ),
  refusal('kontaktieren_sie', 'mich uns bitte', 'nicht nie'),
  refusal('melden_sie_sich', 'bitte bei mir uns', 'nicht_mehr nie_wieder nicht_wieder'),
  refusal('stellen_sie stoppen_sie beenden_sie', 'die diese ihre bitte', 'anrufe'),
  refusal('nichts', 'mehr', 'von_ihnen_horen von_euch_horen'),
  refusal('nie', 'erlaubt mich uns', 'anzurufen'),
  refusal('schluss_mit genug_von', 'den diesen ihren', 'anrufen'),
  refusal(
    'keinesfalls auf_keinen_fall unter_keinen_umstanden',
    'mehr wieder bitte',
    'anrufen kontaktieren telefonieren',
  ),
  refusal('en_aucun_cas', 'le la l les', 'appeler rappeler contacter telephoner deranger'),
  // Spanish
  refusal(
    'no nunca jamas dejen deje dejar paren pare abstenganse abstengase',
    'mas nunca jamas ya tienen permiso me le les se que nos lo la de este esten sigan autorizo autorizamos permito quiere quiero queremos desea deseo vuelva vuelvan volver a por favor',
    'ser_contactado ser_contactada ser_llamado ser_llamada ser_molestado ser_molestada llamar llamara llamaran llamase llamasen llame llamen llames llamarme llamarnos contactar contacte contacten contactarme contactarnos telefonear marcar marcarme marquen llamando llamandome comunicarse comuniquen comunique insistan hablen hable saber_nada molestarme molestarnos molestar moleste molesten',
  ),
  refusal('basta_de', 'tantas estas sus', 'llamadas llamar'),
  refusal('bajo_ningun_concepto en_ningun_caso', 'volver a le la', 'llamar contactar molestar'),
  // Italian
  refusal(
    'non mai smettetela smetta smettere smettete',
    'mai piu che mi ci lo la di dovete deve vuole voglio vogliamo desidera desidero desideriamo',
    'telefonare telefonate chiamare chiamasse chiamaste chiamiate chiami chiamate chiamatemi chiamarmi chiamarci chiamateci contattare contattate contattatemi contattarmi ' +
      'richiamare richiamate disturbare disturbate disturbi disturbarmi fatevi_sentire fatevi_piu_sentire sentirvi contatti telefoni richiami ricevere_chiamate ricevere_telefonate essere_chiamato essere_chiamata essere_richiamato essere_richiamata ' +
      'essere_contattato essere_contattata essere_ricontattato essere_ricontattata essere_disturbato essere_disturbata ' +
      'essere_piu_chiamato essere_piu_chiamata essere_piu_contattato essere_piu_contattata',
  ),
  refusal('basta', 'con le di queste altre', 'chiamate telefonate chiamarmi chiamare telefonare'),
  refusal('in_nessun_caso', 'lo la', 'chiamare contattare telefonare'),
  // Portuguese
  refusal(
    'nao nunca parem pare parar deixe deixem',
    'mais me nos lhe volte voltar voltem a de para que em com essas estas as tem autorizacao permissao insistam insista autorizo permito quero queremos desejo desejamos',
    'ser_contatado ser_contatada ser_contactado ser_contactada ser_incomodado ser_incomodada receber_ligacoes receber_chamadas ' +
      'receber_mais_ligacoes receber_mais_chamadas telefonar telefone telefonem ligar ligasse ligassem ligue liguem contactar contatar contacte contate contactem contatem incomodar incomode incomodem ligarem ligando ouvir_falar contactarem chamar',
  ),
  refusal(
    'chega_de basta_de parem_com pare_com',
    'essas estas tantas',
    'ligacoes chamadas telefonemas ligar',
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

for (const orders of Object.values(orderWords))
  for (const { first, between, then, unless } of orders) refusals.push(refusal(first, between, then, unless));

/** Each way to refuse by the words that it may begin with. */
const byFirstWord = new Map<string, Refusal[]>();
for (const each of refusals)
  for (const first of each.first.keys()) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), each]);

/** So many words of `between` in a row at the most. */
const maxBetween = 5;
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
