import type { CallList, CallListOptions } from '../callList.ts';
import { checkCallList } from '../checkCallList.ts';
import type { Dialect } from '../csv/dialect.ts';
import { readBeginning, sameForRows, type Beginning } from './liveBeginning.ts';
import { BlockBuilder, usualBlockRows, type LiveBlock } from './liveBlock.ts';
import { LiveBlocks } from './liveBlocks.ts';
import { LiveSnapshot } from './liveSnapshot.ts';
import type { Layout } from '../csv/layout.ts';
import { Pace } from '../pace.ts';
import { withLayout } from '../csv/withLayout.ts';
import { newlineOf, openRecords, readerOf } from '../csv/recordSource.ts';
import type { CsvRecord } from '../csv/records.ts';

/** One change of a text: `length` characters at `offset` are replaced by `text`. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

interface LiveParts {
  readonly beginning: Beginning;
  readonly options: CallListOptions;
  readonly bom: number;
  readonly top: string;
  readonly firstLine: number;
  readonly blockRows: number;
}

/** Longer insertions are read with pauses, as a whole file is. */
const maxInsertedChars = 32 * 1024;
/** How many characters are read again at once, at most: an opened quote can swallow what follows. */
const maxReadChars = 128 * 1024;
const maxReplacedBlocks = 256;
/**
 * A block that is longer than this and cannot be cut may be read differently in other pieces, so the whole
 * list is read again.
 */
const maxBlockLength = 512 * 1024;

/**
 * A call list in the editor, checked again while one types by reading only the rows around the change. With
 * 100,000 rows that takes 5 ms after a typed character (`npm run bench`), and a check of the whole text takes
 * over a second. Its result is that of `checkCallList` for the whole text, whatever the edits.
 * A property test compares the two.
 */
export class LiveCallList {
  /**
   * @param blockRows as many rows are read again around a change, at least
   * @throws HumanError for a text that is no call list, AbortError when cancelled
   */
  static async open(
    text: string,
    options: CallListOptions = {},
    signal?: AbortSignal,
    blockRows = usualBlockRows,
  ): Promise<LiveCallList> {
    const pace = new Pace(signal);
    const source = await openRecords(text, pace, { signal }, undefined, options.separator);
    const bom = source.text.hasBom ? 1 : 0;
    const { dialect, reader } = source;
    const { layout, above, first, rows } = await withLayout(source, options, pace);
    const aboveLength = above.reduce((sum, { raw }) => sum + raw.length, 0);
    const top = text.slice(bom, bom + dialect.separatorLine + aboveLength);
    const beginning = { dialect, layout, decidedBy: 0 };
    const firstLine = first?.line ?? reader.line;
    const live = new LiveCallList({ beginning, options, bom, top, firstLine, blockRows });
    // rows that may belong to a broken quote above them
    live.#rigid = first?.suspect === true || (top !== '' && !top.endsWith(newlineOf(dialect)));
    const builder = live.#builder(layout, text, bom + top.length);
    for await (const records of rows) live.#blocks.append(builder.add(records));
    live.#blocks.append(builder.end(reader.line));
    live.#rigid ||= reader.cutShort || live.length !== text.length || mixesOldLineEnds(dialect, text);
    await live.#finish(pace);
    if (live.#rigid) live.#whole = await checkCallList(text, options, signal);
    return live;
  }

  readonly #options: CallListOptions;
  /** 1 where the text begins with a byte order mark. */
  readonly #bom: number;
  /** The text above the first row: a `sep=` line, titles, the header. */
  readonly #top: string;
  readonly #blocks: LiveBlocks;
  readonly #blockRows: number;
  #beginning: Beginning;
  /** Whether every change requires reading the whole text again. */
  #rigid = false;
  /** What was found in a list that cannot be told in blocks. */
  #whole: CallList | undefined;
  #snapshot: LiveSnapshot | undefined;

  private constructor({ beginning, options, bom, top, firstLine, blockRows }: LiveParts) {
    this.#beginning = beginning;
    this.#options = options;
    this.#bom = bom;
    this.#top = top;
    this.#blocks = new LiveBlocks(firstLine);
    this.#blockRows = blockRows;
  }

  /**
   * The list as it is. Its contacts and problems are computed when they are read, so read them before the
   * next change.
   */
  get list(): CallList {
    return this.#whole ?? this.#current;
  }

  get #current(): LiveSnapshot {
    this.#snapshot ??= new LiveSnapshot({
      beginning: this.#beginning,
      blocks: this.#blocks,
      options: this.#options,
      hasBom: this.#bom === 1,
      recordsOf: (block) => this.#recordsOf(block),
    });
    return this.#snapshot;
  }

  /** In characters, a byte order mark included. */
  get length(): number {
    return this.#bom + this.#top.length + this.#blocks.length;
  }

  /**
   * Applies changes, each relative to the text that the ones before it left.
   * @returns false when the whole text has to be read again; call `open` on a new instance then
   */
  apply(edits: readonly TextEdit[]): boolean {
    this.#snapshot = undefined;
    for (const edit of edits) if (!this.#rigid) this.#rigid = !this.#edit(edit);
    return !this.#rigid;
  }

  #edit({ offset: at, length, text }: TextEdit): boolean {
    const offset = at - this.#bom - this.#top.length;
    // above the rows everything is decided that they are read by
    const expected = this.length - length + text.length;
    if (offset < 0 || text.length > maxInsertedChars || mixesOldLineEnds(this.#beginning.dialect, text))
      return false;
    if (!this.#editRows(offset, length, text)) return false;
    if (this.length !== expected) return false;
    const { read, blank } = this.#blocks.counts(true);
    if (read === blank) return false;
    const { decidedBy } = this.#beginning;
    const changed = this.#top.length + offset;
    return (changed > decidedBy && this.#top.length + this.#blocks.length > decidedBy) || this.#beginAgain();
  }

  #editRows(offset: number, length: number, text: string): boolean {
    const blocks = this.#blocks.all;
    const from = this.#blocks.indexAt(offset);
    const last = length === 0 ? from : this.#blocks.indexAt(offset + length - 1);
    const first = blocks[from];
    const after = blocks[last];
    if (first === undefined || after === undefined || last - from > maxReplacedBlocks) return false;
    const begins = first.text.slice(0, offset - first.offset);
    const ends = after.text.slice(offset + length - after.offset);
    const again = this.#readAgain(begins + text + ends, last + 1, first.line);
    if (again === undefined) return false;
    const builder = this.#builder(this.#beginning.layout, again.text, 0);
    const read = [...builder.add(again.records), ...builder.end(again.lineAfter)];
    this.#blocks.replace(from, again.to, read);
    return true;
  }

  /**
   * The records of some text and, where they do not end with it, of as many blocks after it as they reach
   * into.
   */
  #readAgain(
    text: string,
    after: number,
    line: number,
  ):
    | {
        readonly text: string;
        readonly to: number;
        readonly records: CsvRecord[];
        readonly lineAfter: number;
      }
    | undefined {
    const blocks = this.#blocks.all;
    let all = text;
    for (let to = after, more = 1; all.length <= maxReadChars; more *= 2) {
      const reader = readerOf(this.#beginning.dialect, line);
      const records = reader.push(all);
      const isEnd = to >= blocks.length;
      if (isEnd) for (const record of reader.end()) records.push(record);
      if (isEnd || reader.isBetween) return { text: all, to, records, lineAfter: reader.line };
      const next = blocks.slice(to, to + more);
      for (const block of next) all += block.text;
      to += next.length;
    }
    return undefined;
  }

  /** Whether the rows are still read as they were. */
  #beginAgain(): boolean {
    const texts = [this.#top, ...this.#blocks.all.map(({ text }) => text)];
    const beginning = readBeginning(texts, this.#options);
    if (beginning === undefined || !sameForRows(beginning, this.#beginning)) return false;
    this.#beginning = beginning;
    return true;
  }

  #recordsOf({ text, line }: LiveBlock): CsvRecord[] {
    const reader = readerOf(this.#beginning.dialect, line);
    return [...reader.push(text), ...reader.end()];
  }

  #builder(layout: Layout, source: string, offset: number): BlockBuilder {
    return new BlockBuilder(layout, this.#beginning.dialect, this.#options, source, offset, this.#blockRows);
  }

  /** Does with pauses everything that takes long in a list of a hundred thousand lines. */
  async #finish(pace: Pace): Promise<void> {
    const { all } = this.#blocks;
    this.#rigid ||= all.some(({ text }) => text.length > maxBlockLength);
    const beginning = readBeginning([this.#top, ...all.map(({ text }) => text)], this.#options);
    // nothing that is decided above the rows may be decided otherwise when read by itself
    if (beginning === undefined || !sameForRows(beginning, this.#beginning)) this.#rigid = true;
    else this.#beginning = beginning;
    await this.#current.prepare(pace);
  }
}

/**
 * Rows of a file with the line ends of an old Mac that contain others: how many lines they take depends on
 * what is beside them.
 */
function mixesOldLineEnds(dialect: Dialect, text: string): boolean {
  return newlineOf(dialect) === '\r' && text.includes('\n');
}
