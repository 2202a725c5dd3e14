import { isYes } from '../refusals/answerWords.ts';
import { isLocalYes } from '../refusals/localAnswers.ts';
import { isIn, vocabulary, wordsOf } from '../vocabulary.ts';
import { cellForm } from './cellForm.ts';
import { answerForCalls } from './channelAnswers.ts';
import { RefusingAnswers, saysNotNeeded } from './optOutAnswers.ts';
import { isTick } from './optOutColumns.ts';

/** How many different answers a sentence names. */
const maxNamed = 3;
/** Longer answers are notes. */
const maxWords = 3;
const maxLength = 40;

/**
 * Answers below “Consent” that are read neither as a yes nor as a no, so that their rows are called.
 * @param header of the column
 * @param cells of the column in the first rows of the list
 * @returns up to three, each as the first row with it writes it
 */
export function unclearAnswers(header: string, cells: readonly string[]): readonly string[] {
  // “Consent source” asks for no yes or no
  if (wordsOf(header).some((word) => isIn(details, word))) return [];
  const answers = new RefusingAnswers();
  const byText = new Map<string, string>();
  for (const cell of cells) {
    const text = cell.toLowerCase();
    if (cell !== '' && !byText.has(text)) byText.set(text, cell);
  }
  return [...byText.values()]
    .filter((cell) => !isAgreed(cell) && !answers.refuses('consent', cell))
    .slice(0, maxNamed);
}

function isAgreed(cell: string): boolean {
  if (cell.length > maxLength || isTick(cell) || isYes(cell) || cellForm(cell) !== 'words') return true;
  const words = wordsOf(cell);
  return (
    words.length > maxWords ||
    isYes(words[0] ?? '') ||
    isLocalYes(words) ||
    answerForCalls(words) === true ||
    saysNotNeeded(words) ||
    words.some((word) => isIn(agreed, word))
  );
}

const details = vocabulary(
  `source type method date basis text version ip proof channel origin language url id by name names when how where typ art quelle
  datum methode herkunft wortlaut nachweis origine preuve moyen canal fuente metodo fecha origen prueba fonte data metodo prova bron
  zrodlo sposob zdroj kalla forras sursa источник способ дата`,
  '日期 来源 方式 日時 方法',
);

/** Words of an answer that somebody agreed, or of how. */
const agreed = vocabulary(
  `given granted accepted accepts accept agreed agrees agree consented opted optin in signed active valid subscribed confirmed obtained
  approved allowed allow permitted eligible callable double single express explicit implied verbal verbally oral orally written writing
  web website webform form online app portal paper email phone call calls sms contract customer store recorded recording file interest
  anytime always all any full yeah yep clear clean
  accepte acceptee donne donnee obtenu obtenue oral ecrit formulaire site telephone appel contrat confirme confirmee actif active valide accord
  d'accord inscrit autorise autorisee erteilt gegeben liegt vorhanden vorliegend mundlich schriftlich formular webseite telefonisch vertrag
  kunde aktiv gultig bestatigt erlaubt einverstanden zugestimmt eingewilligt
  otorgado concedido dado aceptado acepta escrito formulario telefono contrato cliente activo valido confirmado autorizado acuerdo
  concesso accettato verbale scritto modulo sito telefono contratto attivo confermato autorizzato accordo
  gegeven verleend mondeling schriftelijk formulier klant actief geldig bevestigd akkoord toegestaan aceito autorizado ativo acordo
  udzielona udzielono ustna pisemna formularz klient aktywna wyrazona wyraza udelen udeleno souhlasi annettu givet gitt lamnat
  giltig gyldig aktiivinen aktiv voimassa megadva ervenyes acordat activ дано получено есть согласен согласна активно надано verildi onaylandi
  disetujui setuju`,
  '同意 承諾 許可 有 可 済 동의 수신 موافق מסכים אושר',
);
