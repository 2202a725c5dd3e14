import { isIn, holdsPhrase, phraseList, vocabulary, wordsOf } from '../vocabulary.ts';

/**
 * A header without what it says of how to withdraw: `Consent to calls (can be withdrawn at any time)` is
 * about consent, while `Consent withdrawn` is about its end.
 * @param header of at most a few hundred characters
 */
export function withoutWithdrawal(header: string): string {
  const clauses = header.split(beforeClauses);
  if (clauses.length < 2 || !clauses.some((clause) => saysHowToWithdraw(wordsOf(clause)))) return header;
  const others = clauses.filter((clause) => !saysWithdrawal(wordsOf(clause)));
  return others.length === 0 ? header : others.join('').trim();
}

const beforeClauses = /(?=[(（.;,；。，、–—]|\s-\s|[?？]\s?)/u;

function saysHowToWithdraw(words: readonly string[]): boolean {
  const isPossible = words.some((word) => isIn(possible, word)) || holdsPhrase(anyTime, words);
  return words.some((word) => isIn(revocable, word)) || (isPossible && saysWithdrawal(words));
}

function saysWithdrawal(words: readonly string[]): boolean {
  return words.some((word) => isIn(withdrawal, word) || isIn(revocable, word)) || holdsPhrase(optOut, words);
}

const revocable = vocabulary(
  'revocable revocables widerrufbar widerruflich revocabile revogavel herroepbaar odwolalna odvolatelny',
);

const withdrawal = vocabulary(
  `withdraw withdrawn withdrawal revoke revoked revocation unsubscribe cancel cancelled widerruf widerrufen abmelden abbestellen retrait
  retirer retire revoquer revoque desinscrire revocar revocado revocacion retirar baja revocare revocato revoca ritirare revogar revogado
  intrekken ingetrokken uitschrijven wycofac wycofana odwolac odvolat odvolan tilbagekalde tilbagekaldes trekke trekkes aterkalla
  aterkallas peruuttaa perua visszavonhato visszavonni retrage retras отозвать отозвано отказаться відкликати`,
  '撤回 取消 철회',
);

const possible = vocabulary(
  `can could may possible anytime always jederzeit moglich kann konnen peut pouvez peux puede puedo posible puo posso possibile pode posso
  possivel kan mogelijk mozna moze mozliwe muze lze kdykoli bakaz kan voi bahet poate oricand можно может всегда`,
  '随时 隨時 可以 可能 いつでも 언제든 가능',
);

const anyTime = phraseList(
  'any_time at_any tout_moment cualquier_momento qualsiasi_momento qualquer_momento elk_moment kazdej_chwili nar_som any_moment',
);

const optOut = phraseList('opt_out opt_me_out take_me_off');
