/**
 * Words that people write beside a number, or instead of one. Compared in lower case and without accents (see
 * `wordKey`); each list names the script or language its words are from only where that is not plain.
 */

/**
 * Says which of a person's numbers this is, never whose: it can be removed without a change of who is called.
 */
const labels = words(`
  p d t tel tels tele telf telef telefon telefone telefono telefonnummer telefonnr telefoon telefoonnummer telefonos telefoane
  teleph telephone telephones telefone fone fon fono phone phones phonenumber ph tph tlf tlfn tfn tfno tlp telp telpon telepon
  m mob mobil mobile mobiles mobilnr mobilnummer mobiltelefon mobiele mobiel mobilni mobilny mobilnyi mobitel movil moviles movel
  telemovel tm telemobil c cel celular celulares cell cellphone cellular cellulare cellulaire cellulari gsm handy handynr
  handynummer natel portable port portatile gsmnr cep kom komorka komorkowy hp cp puh puhelin matkapuhelin matkap kannykka
  sdt dt sđt đt dien thoai dienthoai didong di dong so simi sími farsimi farsími gsmnummer rufnummer rufnr nummer number numero numeros
  num nr no nro n nb numer numar cislo szam broj stevilka nomor nombor
  h home domicile dom domicilio fixe fixo fijo fisso fix festnetz vaste vast pevna pevny privat private prive privato particulier
  personal perso personnel personale personlig hem hjem koti kotipuhelin thuis casa residencial residencia residence casera rumah
  otthon maison acasa
  w work office bureau buro business travail trabajo trabalho lavoro ufficio oficina escritorio comercial arbeit arbeid arbejde
  arbete werk zakelijk geschaftlich geschaeftlich dienstlich dienst kantor tyo praca prace sluzbowy jobb kontor is
  primary main principal principale principales secondary secundario secundaria secondaire second other autre autres otro otros
  andere altro preferred default direct directo direto direkt directe diretto durchwahl dect
  standard standaard accueil reception switchboard centralino centralita centrale zentrale hauptnummer hauptsitz recepcao
  vaxel vxl vx vaihde keskus sentralbord hovednummer hovednr omstilling hoofdnummer receptie receptia recepcja recepce recepcia recepcion
  centrala ustredna kozpont santral empfang anmeldung rezeption conmutador commutateur коммутатор комутатор приемная приймальня ресепшн
  mobilephone homephone workphone daytime evening day night abends tagsuber
  whatsapp zap zapzap wpp pbx rede nacional whats wsp wa viber telegram signal sms imo zalo line kakao kakaotalk wechat
  тел телефон телефоны моб мобильный мобільний мобилен мобилни мобилни сот сотовый раб рабочий дом домашний гор городской
  основной контактный номер т
  τηλ τηλεφωνο κιν κινητο σταθερο
  טל טלפון נייד פלאפון סלולרי
  ت ه هاتف الهاتف جوال الجوال موبايل محمول تلفون تليفون نقال رقم تلفن موبایل همراه فون نمبر
  โทร โทรศัพท มือถือ เบอร เบอรโทร
  फोन मोबाइल दूरभाष नबर नं মোবাইল ফোন போன தொலைபேசி
  電話 電話番号 電話號碼 電話号码 电话 电话号码 联系电话 聯絡電話 手机 手機 手机号 手机号码 座机 总机 總機 固话 家 办公室 辦公室 公司
  携帯 携帯電話 携帯番号 代表 代 代表電話 代表番号 直通 自宅 会社 勤務先 固定 固定電話 本社 日中 連絡先 本人 自分
  בית עבודה משרד ראשי אישי
  منزل المنزل العمل عمل مكتب المكتب شخصي خانه اداره دفتر شخصی گھر دفترى
  घर कार्यालय ऑफिस निजी বাসা বাড়ি অফিস வீடு அலுவலகம்
  บ้าน ที่ทำงาน สำนักงาน ส่วนตัว nhà cơ quan riêng
  სახლი სამსახური მობ მობილური տուն աշխատանք բջջ
  служебен личен вкъщи домашній робочий особистий моб посао кућа posao kuća
  σπίτι οικία εργασία γραφείο προσωπικό namų darbo asmeninis mājas darba kodune töö isiklik heima vinna otthoni munkahelyi
  전화 전화번호 연락처 휴대폰 휴대전화 핸드폰 대표 대표전화 대표번호 직통 자택 회사 집
`);

const faxLabels = words(`
  f fax faxnummer faxnr faks telefax telefaks telefaxnummer telecopie telecopieur telecopy facsimile fx faksi факс факса φαξ פקס
  فاكس فکس แฟกซ โทรสาร 传真 傳真 ファックス ファクス 팩스 팩스번호 फैक्स
`);

/** Texts written where somebody has no number. */
const noNumber = new Set(
  wordKey(`n/a|n.a|na|nc|n.c|n/c|n/d|n.d|nd|s/t|s/n|s/d|s/f|s.t|s.n|s/tel|s/telefono|s/numero|k.a|k.a.|o.a|ohne|none|null|nil|undefined|nan|unknown|inconnu|inconnue
  |unbekannt|desconocido|desconhecido|sconosciuto|onbekend|okant|ukjent|ukendt|tuntematon|neznamy|nieznany|no|non|nein|nee|nao|nej|nei
  |no phone|no tel|no telephone|no number|no mobile|no cell|not available|not provided|not known|not applicable|not listed|unlisted
  |none given|withheld|aucun|aucune|sans|sans tel|sans telephone|pas de tel|pas de telephone|pas de numero|pas de mobile|non renseigne
  |non communique|non disponible|non disponibile|non applicabile|nessuno|nessun numero|senza telefono|non pervenuto|no tiene|no tiene telefono|no hay
  |no posee|no consta|no disponible|no aplica|no contesta|sin telefono|sin tel|sin numero|sin dato|sin datos|sin celular|ninguno|ninguna|no especificado
  |nao tem|nao possui|nao informado|nao consta|nao disponivel|sem telefone|sem tel|sem numero|sem contato|nenhum|nenhuma
  |kein|keine|kein telefon|keine nummer|keine angabe|keine angaben|ohne telefon|nicht vorhanden|nicht bekannt|entfallt|fehlt
  |geen|geen telefoon|geen nummer|niet bekend|nvt|n.v.t|n.v.t.|ingen|inget|ingen telefon|mangler|saknas|ei ole|ei puhelinta|puuttuu
  |brak|brak telefonu|brak danych|nie dotyczy|nie ma|neni|nema|nema telefona|nincs|nincs telefon|nu are|fara|fara telefon|yok|yoktur|telefon yok|belirtilmemis
  |нет|нет телефона|не указан|неизвестно|отсутствует|немає|няма|нема|δεν υπαρχει|δεν εχει|χωρις|οχι|אין|אין טלפון|لا يوجد|لايوجد|غير متوفر|ندارد|ไม่มี|khong|khong co
  |tidak ada|belum ada|tiada|wala|なし|無し|無|无|没有|沒有|不明|未定|없음|미상|नही|नहीं|test|tbd|todo|tba|a completer|pendiente|pendente`)
    .split('|')
    .map((word) => word.trim()),
);

/** Names of an extension, between the number of a switchboard and the digits that are dialled after it. */
export const extensionWords =
  'x|ext|extn|loc|local|exten|extension|poste|post|durchwahl|dw|int|interno|anexo|ramal|r|nebenstelle|app|apparat|toestel|tst|anknytning|ankn|lokal|linka|klapka|mellék|mellek|wew|wewn|dahili|dah|доб|добавочный|внутр|вн|εσωτ|שלוחה|تحويلة|داخلي|داخلی|ต่อ|内線|内线|內線|內线|дод|додатковий|вътр|mell|l\\.|分机|分機|轉|转|내선|교환|extensión|extensão|ext.no|máy lẻ|nhánh';

function words(text: string): ReadonlySet<string> {
  return new Set(wordKey(text).match(/\S+/g));
}

/** A word as it is compared: lower case, without accents and vowel signs that are written apart. */
export function wordKey(word: string): string {
  const plain = /\P{ASCII}/u.test(word) ? word.normalize('NFKD').replace(/\p{M}/gu, '') : word;
  return plain.toLowerCase();
}

/** Whether a word only says which of a person's numbers is beside it: `mobile`, `(代表)`. */
export function isPhoneLabel(word: string): boolean {
  return labels.has(wordKey(word));
}

export function isFaxLabel(word: string): boolean {
  return faxLabels.has(wordKey(word));
}

/** Whether a text stands for "no number": `n/a`, `sin teléfono`, `-`. */
export function saysNoNumber(text: string): boolean {
  if (text.length > 40) return false;
  if (/^(?:x+|\?+|[-–—_.*/\\]+|\\n)$/i.test(text)) return true;
  const key = wordKey(text).replace(/\s+/g, ' ').trim();
  if (noNumber.has(key)) return true;
  return /^[([<{"'-]|[)\]>}"'.!-]$/.test(key) && noNumber.has(key.replace(/^[([<{"'-]+|[)\]>}"'.!-]+$/g, ''));
}
