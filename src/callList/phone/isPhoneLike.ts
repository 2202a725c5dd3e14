/**
 * Whether a text looks like a phone number. Dates and spreadsheet damage are excluded; validity is not
 * checked.
 */
export function isPhoneLike(cell: string): boolean {
  const text = cell.trim();
  if (text.length < 6 || text.length > 80) return false;
  if (address.test(text)) return true;
  if (text.length > 40) return false;
  if (scientific.test(text)) return true;
  const bare = text.replace(wrapping, '');
  if (!phoneCharacters.test(bare) || date.test(bare)) return false;
  let digits = 0;
  for (let at = 0; at < bare.length; at++) {
    const code = bare.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    // Arabic-Indic, Persian and full-width digits
    else if ((code >= 0x660 && code <= 0x6f9) || (code >= 0xff10 && code <= 0xff19)) digits++;
  }
  return digits >= 6 && digits <= 17;
}

export const scientific = /^[+-]?\d+(?:[.,]\d+)?\s*e\s*\+?\d{1,3}$/i;
/**
 * Numbers as links and messengers write them: `33199001201@c.us`, `whatsapp:+33199001201`,
 * `https://wa.me/33199001201`.
 */
const address =
  /^(?:\+?\d{7,15}(?::\d{1,3})?@(?:c\.us|s\.whatsapp\.net)|(?:whatsapp|tel|callto|sms|p|sips?):(?:\/\/)?\+?[\d ().-]{7,20}(?:@\S*)?|(?:https?:\/\/)?(?:wa\.me\/|t\.me\/|api\.whatsapp\.com\/send\/?\?phone=)\+?\d{7,15}\S*)$/i;
const wrapping = /^(?:[='"’\s]|tel:)+|["'\s]+$/gi;
const phoneCharacters =
  /^[\d٠-٩۰-۹０-９\s()+＋.\-/\u00a0\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060-\u2069\ufeff\u2212]+$/;
const date =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))(?:[\sT]+\d{1,2}:\d{2}.*)?$/;
