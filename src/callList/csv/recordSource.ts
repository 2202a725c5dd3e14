import { dialectSteps, type Dialect } from './dialect.ts';
import type { Encoding } from '../file/encoding.ts';
import type { Pace } from '../pace.ts';
import { RecordReader, type CsvRecord } from './records.ts';
import { openText, type CallListSource, type SourceHooks, type TextSource } from '../file/textSource.ts';

export interface RecordSource {
  readonly dialect: Dialect;
  readonly text: TextSource;
  /** The records in order, a few hundred at a time. Yields to other work when due. */
  readonly batches: AsyncGenerator<readonly CsvRecord[], void>;
  /** What reads them. */
  readonly reader: RecordReader;
}

/** How many characters are read to find the delimiter. */
const sniffChars = 32 * 1024;
/** As much as is read and checked in a few milliseconds, even before the code is optimized. In characters. */
const readChars = 8 * 1024;

/**
 * @param separator the character between cells, where a person chose it
 * @throws HumanError for what is no text, AbortError when cancelled; NotUtf8 while it is read
 */
export async function openRecords(
  source: CallListSource,
  pace: Pace,
  hooks: SourceHooks,
  encoding?: Encoding,
  separator?: string,
): Promise<RecordSource> {
  const text = await openText(source, hooks, encoding);
  const held: string[] = [];
  let length = 0;
  let whole = false;
  try {
    while (length < sniffChars) {
      await pace.yieldIfDue();
      const next = await text.chunks.next();
      if (next.done === true) {
        whole = true;
        break;
      }
      held.push(next.value);
      length += next.value.length;
    }
    const dialect = await pace.between(dialectSteps(held.join(''), whole, separator));
    const reader = readerOf(dialect);
    return {
      dialect,
      text,
      reader,
      batches: batches(held, text.chunks, dialect.separatorLine, reader, pace),
    };
  } catch (error) {
    await text.close();
    throw error;
  }
}

/** @param line the one its text begins on; the first below a `sep=` line when absent */
export function readerOf(dialect: Dialect, line = dialect.separatorLine > 0 ? 2 : 1): RecordReader {
  return new RecordReader(dialect.delimiter, newlineOf(dialect), line);
}

/**
 * The character that ends a record. A CRLF file is read as one with LF: that also reads files that mix both.
 */
export function newlineOf({ newline }: Dialect): '\n' | '\r' {
  return newline === '\r' ? '\r' : '\n';
}

async function* batches(
  held: readonly string[],
  more: AsyncIterable<string>,
  separatorLine: number,
  reader: RecordReader,
  pace: Pace,
): AsyncGenerator<readonly CsvRecord[], void> {
  let skip = separatorLine;
  for await (const chunk of inOrder(held, more)) {
    for (let at = 0; at < chunk.length; at += readChars) {
      await pace.yieldIfDue();
      const piece = chunk.slice(at, at + readChars);
      yield reader.push(piece.slice(skip));
      skip = Math.max(0, skip - piece.length);
    }
  }
  await pace.yieldIfDue();
  yield reader.end();
}

async function* inOrder(held: readonly string[], more: AsyncIterable<string>): AsyncGenerator<string, void> {
  yield* held;
  yield* more;
}
