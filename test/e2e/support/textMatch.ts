/** Exactly this text, apart from white space around it, or what the expression says. */
export function exactly(text: string | RegExp): RegExp {
  return typeof text === 'string'
    ? new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
    : text;
}
