/** Tags that documents and web pages are made of; `<3` and `a < b > c` are none. */
const tag =
  /<\/?(?:a|b|i|u|s|p|br|hr|em|strong|span|div|font|img|table|t[rdh]|tbody|ul|ol|li|h[1-6]|script|style|html|body|head|small|sup|sub|center|iframe|input|form|button)(?:\s[^<>]*)?\/?>|<!--/gi;
const entity = /&(?:([a-z]{2,8}\d{0,2})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

export function hasMarkup(value: string): boolean {
  if (!value.includes('<') && !value.includes('&')) return false;
  return value.search(tag) >= 0 || value.search(entity) >= 0;
}

/** The text alone, with the entities it is safe to know; the others stay. */
export function cleanMarkup(value: string): string {
  return value
    .replace(/<br\s*\/?>|<\/p>/gi, ' ')
    .replace(tag, '')
    .replace(entity, (written: string, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return named.get(name) ?? written;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
    })
    .replace(/ {2,}/g, ' ')
    .trim();
}

const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    euro: '€',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    agrave: 'à',
    ccedil: 'ç',
    ouml: 'ö',
    uuml: 'ü',
    auml: 'ä',
    szlig: 'ß',
    ntilde: 'ñ',
    rsquo: '’',
    ndash: '–',
  }),
);
