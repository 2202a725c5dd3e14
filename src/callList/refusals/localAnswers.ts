import { isIn, vocabulary } from '../vocabulary.ts';

// Yes and no in the languages that `answerWords` and `refusalPhrases` do not know, by the texts `yesstr` and
// `nostr` of the Unicode CLDR 48. Left out are single letters, and words that are the other answer elsewhere.

const yes = vocabulary(
  `हाँ હા ਹਾਂ ହଁ हो ande ayyo bai bɛɛni beeni co eebono eego eeh ego eja elo ena eny enya ere eye eyo gea ha haa haj haw
  hawa haya hoi hongu huwo hə hɨɨ hy ie ih iin iva iyee jah jes joh joo kylla lon ndiyo neja oho oo owe po
  se sin taip th tha ta tep wa waaw wei wi yaŋ ye yebo yee yeh yiw yoh yyih iyo ae ŋŋ ɔwɔ ɔŋ ɛɛɛ ɣaa ʻio
  иә ооба сөп так тиим уоиы эие ҫапла ҳа әие այո ءيا اري بله هاري ها هان هاو هو ھەيە ہاں ܗܐ आम नग हय हयह
  যস হয ஆம అవన ಹದ ഉവവ ඔව ใช ཡན ཨན კი አዎን እወ ᐁᐦᐁ បទចសy ᠲᠡᠢᠢᠮᠣᠲ ᱦᱚᱸᱺᱦ ⵢⵢⵉⵀ 确定 確定 ꭵꭵ 𐐷𐐯𐑅 𐑘𐑧𐑕 𑄃𑄦 𞤢𞤱𞤢`,
);

const no = vocabulary(
  `ନା aa achicha aiee akintuna ala alaa ao ari awe ayi aako aʼa bɛɛkɔ beeko ca ch cha chaneil daabi dili doo
  de deedet hai hani hatshi hii hae ideg ka kala ket kpele kuju kwete kao kɛm le maya mba mbai na nanga
  nara ndaali nedda ngaahaapaana nkhabe nono nzul nau nah nai naa nil ora ote oya sioewo teu tsia tu tɔ
  tɛgɛ tɛ tʉkʉ uhu yaya enen ŋgaŋ ubaa ʻikai иуқ нӕиы суох юк юҡ ҫук جوق ياق ܠܐ नङ नहन नई নহয མན ኣይፋልን ᓇᒨᓇ
  ទn ᠥᠬᠡᠢᠥ ᱵᱟᱝᱺᱵ ⵓⵀⵓ 否定 唔係 唔系 ꀋꉬ ꔉꔒ ꭵꮭ 𐑌𐐬 𐑯𐑴 𞤮𞤮`,
);

/** Whether a cell below a question says nothing but yes. */
export function isLocalYes(words: readonly string[]): boolean {
  return isIn(yes, words.join(''));
}

/** Whether a cell below a question says nothing but no. Elsewhere such a word may be a name: `Maya`. */
export function isLocalNo(words: readonly string[]): boolean {
  return isIn(no, words.join(''));
}
