/** Exactly this text, apart from white space around it, or what the expression says. */
export function exactly(text: string | RegExp): RegExp {
  return typeof text === 'string' ? new RegExp(`^\\s*${escaped(text)}\\s*$`) : text;
}

/** Any text that begins with this one. */
export function startsWith(text: string): RegExp {
  return new RegExp(`^${escaped(text)}`);
}

/** Any text that holds this one, or what the expression says. */
export function containing(text: string | RegExp): RegExp {
  return typeof text === 'string' ? new RegExp(escaped(text)) : text;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
