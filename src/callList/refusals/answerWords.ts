import { isIn, vocabulary, wordsOf } from '../vocabulary.ts';

export const yesWords = vocabulary(
  'yes y oui ja si sim tak ano igen da evet да ναι כן نعم はい 是 예 ya ok gerne sure true vrai wahr verdadero vero',
);

export const noWords = vocabulary(
  `no n non nein nee nej nei ne nie nem nu ei nao false f falsch faux falso 0 off never nunca jamais nicht nada
  нет не ні н οχι hayir h yok onwaar falsz ложь yanlis hamis nepravda epatosi usann falsk usand ret red 否 不 无 無 不可 不同意 不愿意 不願意 不需要 不可以 不接受 不方便 不用 いいえ ダメ 아니오 아니요 비동의 거부 לא لا خير tidak tdk khong ไม่ नहीं नही ni ez nage nea`,
);

const maxLength = 16;

/** `No`, `non`; not `No answer`. */
export function isNo(cell: string): boolean {
  if (cell.length > maxLength) return false;
  const [first = '', ...more] = wordsOf(cell);
  return more.length === 0 && isIn(noWords, first);
}

/** `Yes`, `oui`, `はい`; not `Yes Mobile Ltd`. */
export function isYes(cell: string): boolean {
  if (cell.length > maxLength) return false;
  const [first = '', ...more] = wordsOf(cell);
  return more.length === 0 && isIn(yesWords, first);
}
