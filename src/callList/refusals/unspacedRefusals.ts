/**
 * Refusals in scripts that write no blanks between words: a part of `one` with a part of `other` close after
 * it.
 */
interface UnspacedRefusal {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

function refusal(one: string, other: string): UnspacedRefusal {
  return { one: one.split(' '), other: other.split(' ') };
}

const refusals: readonly UnspacedRefusal[] = [
  // Chinese: an order or a wish not to be called, then a removal from the list
  refusal('别再 別再 不要再 以后别 以後別 别给我 別給我', '打 联系 聯繫 聯絡 来电 來電'),
  refusal(
    '不要 不需要 无需 無需 不用 请勿 請勿 勿 不想 不愿 不願 不希望 不再 不得 拒绝 拒絕 禁止 停止 谢绝 謝絕 反感',
    '打电话 打電話 打来 打來 再打 致电 致電 来电 來電 联系 聯繫 聯絡 联络 电话 電話 呼叫 拨打 撥打 打扰 打擾 骚扰 騷擾 推销 推銷 回访 接听',
  ),
  refusal(
    '删除 刪除 移除 删掉 刪掉 去掉 剔除 移出 从名单 從名單',
    '名单 名單 列表 数据 數據 资料 資料 号码 號碼 电话 電話 信息 删除 刪除 移除',
  ),
  refusal('名单 名單 列表 资料库 資料庫 数据库', '删除 刪除 移除 删掉 刪掉 去掉 剔除'),
  refusal('同意', '撤回 取消 拒绝 拒絕 拒否 取り消'),
  refusal('동의', '철회 거부 취소'),
  refusal('ถอน เพิกถอน ยกเลิก ไม่ให้', 'ความยินยอม'),
  // Japanese
  refusal(
    '電話 連絡 架電 勧誘 営業電話 コール',
    'お断り 断固 拒否 しないで しない 不要 不可 禁止 NG やめて 控えて 望まない 希望しない 遠慮 止めて いらない かけないで 掛けないで',
  ),
  refusal('リスト 名簿 データ 番号 登録 情報', '削除 除外 外して 消して 抹消'),
  // Korean
  refusal(
    '전화 연락 통화 콜 영업',
    '하지말 하지마 말아 말라 거부 거절 금지 원하지 원치 사절 싫어 삼가 중단 그만 하지않 안받겠 받기싫',
  ),
  refusal('명단 리스트 목록 데이터 번호 정보', '삭제 제거 빼달 빼주 지워'),
  // Thai
  refusal(
    'อย่า ห้าม ไม่ให้ ไม่ต้อง ไม่อยาก ไม่ต้องการ ไม่ประสงค์ งด ขอไม่ ไม่ยินดี เลิก ยกเลิก หยุด',
    'โทร ติดต่อ รับสาย รบกวน รับโทรศัพท์',
  ),
  refusal('ลบ ถอน เอาออก นำออก', 'รายชื่อ ข้อมูล เบอร์ รายการ หมายเลข'),
  // Lao, Khmer, Burmese
  refusal('ຢ່າ ຫ້າມ ບໍ່ຢາກ ບໍ່ຕ້ອງການ', 'ໂທ ຕິດຕໍ່'),
  refusal('កុំ ហាម មិនចង់ សូមកុំ', 'ហៅ ទូរស័ព្ទ ទាក់ទង តេ'),
  refusal('ထပ်မ ဖုန်းမ မ', 'ခေါ်ပါနဲ့ ခေါ်ပါနှင့် ခေါ်ရ ဆက်ပါနဲ့ ဆက်သွယ်ပါနဲ့'),
];

/** Whole phrases: of a number that is wrong or nobody’s, and of somebody who has left the list. */
const wrongNumber =
  /退订|退訂|空号|空號|打错|打錯|号码错误|號碼錯誤|错号|錯號|番号違い|番号間違い|間違い電話|現在使われて|欠番|결번|없는번호|잘못된번호|틀린번호|เบอร์ผิด|ผิดเบอร์|หมายเลขผิด|เบอร์ไม่ถูกต้อง/u;

/** Times and reasons with which a note is about when to call, or about a call that failed. */
const timeOrAttempt =
  /午前|午後|朝|夜|夕方|昼|日中|平日|土日|週末|時以降|時以前|時前|まで|折り返し|不在|応答|上午|下午|早上|晚上|中午|周末|週末|点前|点后|點前|點後|之前|以前|没接|沒接|未接|无人接|無人接|오전|오후|아침|저녁|주말|점심|시이전|시이후|이후에만|부재|안받|เช้า|เย็น|กลางคืน|ก่อน|หลัง|ไม่รับ|ไม่ว่าง/u;

/** Ends of a refusal, whatever time is said with it. */
const forGood = /二度と|今後|一切|永远|永遠|再也|다시는|절대|안받겠|ขอไม่รับ|ไม่รับสายจาก|อีกเลย|ถาวร/u;

const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const maxBetween = 14;
/** Of a longer text, what is after these characters is not read. */
const maxCharacters = 2000;

/** All of these scripts are behind those of Europe and India. */
const mayBeUnspaced = /[\u0e00-\uffff]/;

/** Whether a text has words without blanks between them, so that a sentence is a single word. */
export function isUnspaced(text: string): boolean {
  return mayBeUnspaced.test(text) && unspacedScript.test(text);
}

/** Whether a clause in a script without blanks says that calls are refused, or that the number is wrong. */
export function refusesUnspaced(clause: string): boolean {
  if (!mayBeUnspaced.test(clause)) return false;
  const text = clause.slice(0, maxCharacters).replace(/[\s\p{P}\p{Cf}]+/gu, '');
  if (!isUnspaced(text)) return false;
  if (wrongNumber.test(text)) return true;
  if (namesUnspacedTime(text)) return false;
  return refusals.some(({ one, other }) => one.some((part) => isFollowed(text, part, other)));
}

/** Whether a clause without blanks is about when to call, or about a call that failed. */
export function namesUnspacedTime(text: string): boolean {
  return timeOrAttempt.test(text) && !forGood.test(text);
}

function isFollowed(text: string, part: string, others: readonly string[]): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const after = text.slice(at + part.length, at + part.length + maxBetween);
    if (others.some((other) => after.includes(other))) return true;
  }
  return false;
}
