import { formatCount, plural } from '../../core/format.ts';
import type { FilledSegment } from '../../callList/values/placeholders.ts';
import { spokenHoles, type SpokenText } from '../../callList/values/spokenPreview.ts';

/** A row as it is previewed. */
export interface PreviewedRow {
  /** `Emma` */
  readonly assistant: string;
  /** `november.csv` */
  readonly list: string;
  /** 1-based line of the list the row begins on. */
  readonly line: number;
  /** Its 1-based position among the rows. */
  readonly place: number;
  /** How many rows there are. */
  readonly of: number;
  /** The number as it would be called, or the cell as written. */
  readonly number: string;
  /** The sentence that says why it is not called; undefined: it is. */
  readonly leftOut: string | undefined;
  /** Undefined where the row cannot be read. */
  readonly texts: readonly SpokenText[] | undefined;
}

/** A part of the preview that comes from a variable. */
export interface PreviewMark {
  /** UTF-16 units from the beginning of the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'value' | 'hole';
  /** The variable. */
  readonly name: string;
}

export interface PreviewText {
  readonly text: string;
  readonly marks: readonly PreviewMark[];
}

/**
 * The preview as a document: headings in Markdown, and below them the texts word for word, line ends as `\n`.
 */
export function previewText(row: PreviewedRow): PreviewText {
  const { assistant, list, line, place, of, number, leftOut, texts } = row;
  let text = [
    `# What ${assistant} says to row ${formatCount(place)} of ${formatCount(of)}`,
    '',
    `${number === '' ? 'No number' : number}, line ${line} of ${list}`,
    leftOut === undefined ? undefined : `Not called: ${leftOut}`,
    texts === undefined ? undefined : holesSentence(texts),
  ]
    .filter((part) => part !== undefined)
    .map((part) => `${part}\n`)
    .join('');
  const marks: PreviewMark[] = [];
  for (const { title, note, segments } of texts ?? []) {
    text += `\n## ${title}\n\n${note === undefined ? '' : `(${note})\n\n`}`;
    for (const segment of segments) {
      const start = text.length;
      text += withPlainLineEnds(segment);
      if (segment.kind !== 'text') {
        marks.push({ start, end: text.length, kind: segment.kind, name: segment.name });
      }
    }
    text += '\n';
  }
  if (texts?.length === 0) {
    text += '\nThe service did not provide any of this assistant’s texts.\n';
  }
  return { text, marks };
}

function holesSentence(texts: readonly SpokenText[]): string | undefined {
  const holes = spokenHoles(texts);
  if (holes.length === 0) return undefined;
  const names = holes.map((name) => `{{${name}}}`).join(', ');
  return `${plural(holes.length, 'value is', 'values are')} missing in this row: ${names}`;
}

/** An editor has one kind of line end; places after others would be off by one. */
function withPlainLineEnds({ text }: FilledSegment): string {
  return text.replace(/\r\n?/g, '\n');
}
