/**
 * Countries whose zones differ: the zone of the capital, and of most people where the two are not the same
 * (BR and AU keep one clock with their capital; US, CA, NZ and KZ are known by their biggest city). A test
 * compares this list with the time-zone data, so that a country that splits is noticed.
 */
export const mainZones: Readonly<Record<string, string>> = {
  // Ascension and Tristan da Cunha have country codes of their own in phone metadata only.
  AC: 'Atlantic/St_Helena',
  AQ: 'Pacific/Auckland',
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Lagos', // Kinshasa's clock, under the name the data lists
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Guadalcanal', // Palikir's clock
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Tarawa', // Majuro's clock
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Singapore', // Kuala Lumpur's clock
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Gaza',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  TA: 'Atlantic/St_Helena',
  TF: 'Indian/Maldives',
  UA: 'Europe/Kyiv',
  UM: 'Pacific/Pago_Pago',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  VN: 'Asia/Ho_Chi_Minh',
  XK: 'Europe/Belgrade', // Kosovo, absent from the ISO list
};
