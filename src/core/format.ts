// Texts for people. One language and one way of writing numbers, whatever the machine's: `1,214`, `31%`.

/** Made when it is first needed: the first number format of a process takes 27 ms. */
let counts: Intl.NumberFormat | undefined;

/** `1,214` */
export function formatCount(value: number): string {
  return (counts ??= new Intl.NumberFormat('en')).format(value);
}

/** 0 to 1 as `31%`. Only what is whole is 100%, only what is nothing 0%. */
export function formatPercent(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return '99%';
  if (percent === 0 && share > 0) return '1%';
  return `${percent}%`;
}

/** A text with its first letter in upper case, to begin a sentence or a label. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text, or its first characters with an ellipsis. */
export function shortened(text: string, maxCharacters: number): string {
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters).trimEnd()}…` : text;
}

/** A text that ends a sentence: a header such as `Tel.` may end with a full stop already. */
export function withFullStop(text: string): string {
  return /[.!?…。]$/.test(text) ? text : `${text}.`;
}

/** `1 call`, `1,214 calls` */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** A moment in the person's own zone: `today 14:30`, `tomorrow 09:00`, `Mon 23 Nov, 09:00`. */
export function formatWhen(ms: number, nowMs: number): string {
  const date = new Date(ms);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const daysAhead = dayNumber(date) - dayNumber(new Date(nowMs));
  if (daysAhead === 0) return `today ${time}`;
  if (daysAhead === 1) return `tomorrow ${time}`;
  if (daysAhead === -1) return `yesterday ${time}`;
  const weekday = date.toLocaleDateString('en-GB', { weekday: 'short' });
  const sameYear = date.getFullYear() === new Date(nowMs).getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return `${weekday} ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...year })}, ${time}`;
}

/**
 * How long ago, in steps that need no redrawing every second: `just now`, `20 s ago`, `3 min ago`, `2 h ago`.
 */
export function formatAgo(ms: number, nowMs: number): string {
  const seconds = Math.max(0, Math.floor((nowMs - ms) / 1000));
  if (seconds < 10) return 'just now';
  if (seconds < 60) return `${Math.floor(seconds / 10) * 10} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return formatWhen(ms, nowMs);
}

/** Calendar days since 1970 in the local zone; DST nights do not matter. */
function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}
