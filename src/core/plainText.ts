// Text that comes from outside: a server, a file, a workspace, a colleague. It is shown, but it decides
// nothing: it opens no link, draws no icon, starts no line and does not change the writing direction.

/** Most characters of a name: of a campaign, an assistant, a file. */
export const maxShownNameLength = 200;

/**
 * Controls and invisible formatting. The joiners U+200C and U+200D stay: words of Persian and Hindi, and many
 * emoji, are written with them.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}](?<![\u200c\u200d])/gu;
const invisibleButLineFeeds = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}](?<![\n\u200c\u200d])/gu;

/**
 * Scripts need only a few combining marks on one letter. More of them would cover the lines above and below.
 */
const tooManyMarks = /(\p{M}{8})\p{M}+/gu;

/**
 * Foreign text as one line: white space and controls become one blank, formatting such as U+202E goes.
 * Half of a surrogate pair becomes U+FFFD, because VS Code can make no address of it.
 *
 * @param maxCharacters more are cut off and replaced by `…`.
 */
export function oneLine(text: string, maxCharacters = maxShownNameLength): string {
  // A line of the result needs no more than this of the text, however long that is.
  const start = text.slice(0, maxCharacters * 4);
  const line = start
    .replace(/\p{Cf}(?<![\u200c\u200d])/gu, '')
    .replace(invisible, ' ')
    .replace(/\s+/g, ' ')
    .replace(tooManyMarks, '$1')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
  return cut(line, maxCharacters);
}

/** Marks that change the writing direction, and control characters but tab and line ends. */
const unprintable = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Foreign text of any length for a page: its lines stay, and it does not change the writing direction. */
export function withoutControls(text: string): string {
  return text.replace(unprintable, '');
}

/**
 * A foreign name in quotation marks, for use in a sentence: `“Spring”`. It cannot close the quotation marks
 * itself.
 */
export function quoted(text: string): string {
  return `“${oneLine(text).replace(/[“”]/g, '"')}”`;
}

/**
 * A sentence that may quote foreign text, for a place where VS Code reads `[label](command:id)` as a link and
 * `$(name)` as an icon. Line feeds stay: the sentence is ours, what it quotes has gone through `oneLine`.
 */
export function withoutMarkup(text: string, maxCharacters: number): string {
  return withoutIcons(cut(text.replace(invisibleButLineFeeds, ''), maxCharacters)).replaceAll('](', '] (');
}

/** Text for a place where VS Code draws `$(name)` as an icon. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}

/**
 * One line of text for a tooltip or hover, where VS Code reads Markdown: no link, no element, no icon. Any
 * ASCII punctuation may have a backslash, and a bare address such as `https://…` becomes a link unless its own
 * punctuation has one. VS Code draws icons after Markdown has taken the backslashes away, so a backslash does
 * not help against those.
 */
export function escapedMarkdown(line: string): string {
  return withoutIcons(line).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function cut(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  // Half of a surrogate pair is no character.
  const end = /[\ud800-\udbff]$/.test(text.slice(0, maxCharacters - 1))
    ? maxCharacters - 2
    : maxCharacters - 1;
  return `${text.slice(0, end)}…`;
}
