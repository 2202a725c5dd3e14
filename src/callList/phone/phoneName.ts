/** 1 for a header that says “phone” in any of many languages, less for one that may, -1 for one that says something else. */
export function phoneNameScore(header: string): number {
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const says = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  if (says(otherThings)) return -1;
  if (says(phoneWords)) return 1;
  return says(perhapsPhone) ? 0.4 : 0;
}

const phoneWords =
  /^(?:phones?\d*|phone(?:number|no|nr|num)\w*|(?:tele|cell|mobile)phone\w*|telephon\w*|telefon\w*|telef|tele?fo?n?\d*|telf|tlfn?\d*|tlfnr|tfno|tel\d*|mobiles?\d*|mobil\d*|mobil(?:e|nr|nummer|telefon|number|no)\w*|mobiel\w*|movil(?:es)?|movel|celulare?s?|cell(?:ulare|ulaire|s)?\d*|gsm\d*|handy(?:nummer|nr)?|rufnummer\w*|puhelin\w*|telefoon\w*|matkapuhelin\w*|komorka|komorkowy|msisdn|portables?\d*|whatsapp|dial|e164|телефон\w*|мобильный|τηλεφωνο|κινητο|電話\S*|电话\S*|手机\S*|手機\S*|携帯\S*|전화\S*|휴대폰\S*|هاتف|جوال|טלפון|נייד|โทรศัพท์|dienthoai)$/u;
const perhapsPhone =
  /^(?:numeros?|numbers?|numer|nummer|num|nr|no|n|contact|contacto|fixe|fijo|ligne|line|call|callee|to|sms)$/u;
const otherThings =
  /^(?:fax\w*|ids?|uuid|date|datum|fecha|type|typ|tipo|emails?|mail|courriel|carrier|operator|os|model|marque|country|pays|land|pais|status|statut|valid|verified|consent\w*|iban|siret|siren|vat|tva|zip|postal|postcode|plz|cp|amount|montant|betrag|total|price|prix|order|commande|bestell\w*|invoice|facture|rechnung\w*|customer|client|kunden\w*|account|compte|konto|name|nom|age|year|street|rue|house|room|ext|extension|count|duration|time|timezone)$/u;
