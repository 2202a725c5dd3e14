import { HumanError } from '../../core/errors.ts';
import { emptyFile } from './emptyFile.ts';
import { guessEncoding, type EncodingGuess } from './guessEncoding.ts';
import { completeUtf8, declaredEncoding, utf16ByNulPattern, withoutC1, type Encoding } from './encoding.ts';
import { rejectOtherText, rejectNonText } from './wrongFile.ts';

/** A file's bytes, whole or as a stream, or an editor's text. */
export type CallListSource = string | Uint8Array | StoredBytes | AsyncIterable<Uint8Array>;

/** Bytes on a disk, in pieces: from their beginning each time they are asked for. */
export interface StoredBytes extends AsyncIterable<Uint8Array> {
  readonly rereadable: true;
}

/**
 * Text in pieces, without a byte order mark. What is known about the encoding may change until the last piece
 * is read.
 */
export interface TextSource {
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  /** Whether the encoding was guessed. */
  readonly guessed: boolean;
  /** Where a guess is not sure: a word of the file in the encodings that it may be. */
  readonly readings: EncodingGuess['readings'];
  readonly chunks: AsyncGenerator<string, void>;
  /** Releases the source. To be called at the end, also after a failure. */
  close(): Promise<void>;
}

export interface SourceHooks {
  readonly signal?: AbortSignal | undefined;
  /** Shown every byte that is read, once and in order. */
  readonly onBytes?: ((bytes: Uint8Array) => void) | undefined;
}

/** Thrown by `chunks` when bytes that can be read again turn out not to be UTF-8. */
export class NotUtf8 extends Error {
  /** What they are to be read as. */
  readonly encoding: Encoding;

  constructor(encoding: Encoding) {
    super('These bytes are not UTF-8.');
    this.encoding = encoding;
  }
}

/** Reads as UTF-8, and again in the guessed encoding when the bytes turn out not to be UTF-8. */
export async function readAgainUnlessUtf8<T>(read: (as?: Encoding) => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return read(error.encoding);
  }
}

/** Bytes that are decoded and parsed in a few milliseconds. */
const chunkBytes = 64 * 1024;
/** How many bytes are read to find out what a file is. */
const headBytes = 4096;

/**
 * @param encoding what the bytes are read as; found out when absent
 * @throws HumanError for what is no text
 */
export async function openText(
  source: CallListSource,
  hooks: SourceHooks,
  encoding?: Encoding,
): Promise<TextSource> {
  if (typeof source === 'string') return editorText(source);
  const pieces = inPieces(source, hooks);
  const close = async (): Promise<void> => {
    await pieces.return();
  };
  let head: Uint8Array;
  try {
    head = await readHead(pieces);
    rejectNonText(head);
  } catch (error) {
    await close();
    throw error;
  }
  const declared = declaredEncoding(head);
  const utf16 = declared === undefined ? utf16ByNulPattern(head) : undefined;
  const state = {
    encoding: declared?.encoding ?? encoding ?? utf16 ?? 'utf-8',
    hasBom: declared !== undefined,
    guessed: declared === undefined && (encoding ?? utf16) !== undefined,
  };
  const first = head.subarray(declared?.bomBytes ?? 0);
  const isOther = state.guessed && utf16 === undefined;
  const readings = isOther ? guessEncoding(first).readings : [];
  const rereadable = source instanceof Uint8Array || 'rereadable' in source;
  const texts =
    state.encoding === 'utf-8'
      ? utf8(first, pieces, state, rereadable)
      : decoded(first, pieces, state.encoding);
  return Object.assign(state, { readings, chunks: notBlank(texts), close });
}

function editorText(text: string): TextSource {
  const hasBom = text.startsWith('\uFEFF');
  rejectOtherText(text.slice(0, 256));
  // oxlint-disable-next-line typescript/require-await -- one shape for all sources
  async function* slices(): AsyncGenerator<string, void> {
    for (let at = hasBom ? 1 : 0; at < text.length; at += chunkBytes) yield text.slice(at, at + chunkBytes);
  }
  const close = (): Promise<void> => Promise.resolve();
  return { encoding: 'utf-8', hasBom, guessed: false, readings: [], chunks: notBlank(slices()), close };
}

/** @throws HumanError, after the last piece, when all were white space */
async function* notBlank(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  let blank = true;
  for await (const text of texts) {
    blank &&= !/\S/.test(text);
    yield text;
  }
  if (blank) throw new HumanError(emptyFile);
}

async function readHead(pieces: AsyncGenerator<Uint8Array, void>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < headBytes) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : joined(head, next.value);
  }
  return head;
}

async function* inPieces(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { signal, onBytes }: SourceHooks,
): AsyncGenerator<Uint8Array, void> {
  for await (const bytes of source instanceof Uint8Array ? [source] : untilAborted(source, signal)) {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      const piece = bytes.subarray(at, at + chunkBytes);
      onBytes?.(piece);
      yield piece;
    }
  }
}

/** Passes the source through, and can be cancelled while it waits. */
async function* untilAborted<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void> {
  if (signal === undefined) {
    yield* source;
    return;
  }
  signal.throwIfAborted();
  let abort: () => void = () => undefined;
  const aborted = new Promise<'aborted'>((resolve) => (abort = () => resolve('aborted')));
  signal.addEventListener('abort', abort, { once: true });
  const iterator = source[Symbol.asyncIterator]();
  let done = false;
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      signal.throwIfAborted();
      if (next === 'aborted') return;
      done = next.done === true;
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    const released = done ? undefined : iterator.return?.().catch(() => undefined);
    // waiting for a source that hangs would make the cancellation hang as well
    if (!signal.aborted) await released;
  }
}

async function* decoded(
  first: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const text = (bytes: Uint8Array): string => {
    const piece = decoder.decode(bytes, { stream: true });
    return encoding === 'windows-1252' ? withoutC1(piece) : piece;
  };
  yield text(first);
  for await (const piece of pieces) yield text(piece);
  yield decoder.decode();
}

/**
 * UTF-8 until proven otherwise. Bytes that can be read again are then read as Windows-1252 from their
 * beginning. What comes once only has been the same in both as long as it was ASCII; after that, a bad byte
 * among good UTF-8 is damage, and shown as such (U+FFFD).
 */
async function* utf8(
  first: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  state: { encoding: Encoding; guessed: boolean },
  rereadable: boolean,
): AsyncGenerator<string, void> {
  let decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let ascii = true;
  let rest: Uint8Array = new Uint8Array(0);
  const inOther = (bytes: Uint8Array): string => {
    const piece = decoder.decode(bytes, { stream: true });
    return state.encoding === 'windows-1252' ? withoutC1(piece) : piece;
  };
  const text = (bytes: Uint8Array): string => {
    if (state.encoding !== 'utf-8') return inOther(bytes);
    try {
      const piece = decoder.decode(bytes);
      ascii &&= piece.length === bytes.length;
      return piece;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (rereadable) throw new NotUtf8(guessEncoding(first).encoding);
      if (ascii && !hasUtf8(bytes)) {
        state.encoding = guessEncoding(first.length > 0 ? bytesBefore(first, bytes) : bytes).encoding;
        state.guessed = true;
      }
      decoder = new TextDecoder(state.encoding, { ignoreBOM: true });
      return text(bytes);
    }
  };
  const whole = (piece: Uint8Array): string => {
    const bytes = rest.length === 0 ? piece : joined(rest, piece);
    const end = completeUtf8(bytes);
    rest = bytes.subarray(end);
    return text(bytes.subarray(0, end));
  };
  yield whole(first);
  for await (const piece of pieces) yield whole(piece);
  yield text(rest);
}

/** The header, which is in the first piece, and the first bytes that are not UTF-8. */
function bytesBefore(first: Uint8Array, bytes: Uint8Array): Uint8Array {
  return first === bytes ? bytes : joined(first.subarray(0, headBytes), bytes);
}

/** Characters beyond ASCII that only UTF-8 writes like this. */
function hasUtf8(bytes: Uint8Array): boolean {
  return /[^\0-\x7f\ufffd]/.test(new TextDecoder().decode(bytes));
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
