import { maxJsonDepth } from '../jsonDepth.ts';
import { GrowingBytes } from './growingBytes.ts';
import type { ItemShape, JsonItemsOptions, TextFilter, TextRule } from './itemShape.ts';
import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  isMark,
  isSpace,
  isText,
  openBrace,
  openBracket,
  quote,
  scalarEnd,
  StringEnds,
} from './jsonBytes.ts';
import { JsonItemsError } from './jsonItemsError.ts';
import { SharedValues } from './sharedValues.ts';

/** Dropped bytes and white space included: today's service sends a few megabytes with a row. */
const maxBytesBetweenItems = 64 * 1024 * 1024;
/** Far more than a campaign can have. */
const maxItems = 5_000_000;

const enum State {
  /** Before a value. */
  value,
  /** After an opening bracket: a value or the end. */
  firstItem,
  /** After an opening brace: a key or the end. */
  firstKey,
  /** After a comma in an object. */
  nextKey,
  inKey,
  colon,
  /** After a value: a comma or the end of what holds it. */
  after,
  inString,
  /** Inside an object or list that is kept or dropped as a whole. */
  inWhole,
  inWholeString,
  /** A number, true, false or null. */
  inScalar,
  done,
}

interface Level {
  readonly isList: boolean;
  shape: ItemShape;
  /** Its items are handed out. */
  readonly isItems: boolean;
}

type Member = 'list' | 'drop' | 'share' | 'label' | ItemShape | TextRule | undefined;

const keepAll: ItemShape = {};

/**
 * Extracts the items of one large list from a JSON answer while it arrives, and cuts unwanted parts from
 * their bytes before anything is decoded or parsed; in rows of today's service that is nine tenths. Call
 * `push` with each chunk, then `end`. Only the structure is checked here; the caller validates the items.
 */
export class JsonItems {
  readonly #options: JsonItemsOptions;
  readonly #shared = new SharedValues();
  readonly #levels: Level[] = [];
  readonly #head = new GrowingBytes();
  readonly #item = new GrowingBytes();
  readonly #captured = new GrowingBytes();
  /** A key that is not whole in one chunk. */
  readonly #key = new GrowingBytes();
  readonly #strings = new StringEnds();
  /** What the shape says of the value after the key. */
  #member: Member = undefined;
  #label: string | undefined;
  /** Where in the chunk the bytes begin that go to the sink when they end, or with the chunk. */
  #from = 0;
  /** Where in the item the value begins that is its label; -1: another value. */
  #labelStart = -1;
  /** What is done with the current text, or because of it. */
  #textRule: TextRule | undefined;
  /** Where in the chunk the current text begins. */
  #textStart = 0;
  #state: State = State.value;
  /** Brackets open inside the value that is taken as a whole. */
  #depth = 0;
  /** Where kept bytes go; undefined: nowhere. */
  #sink: GrowingBytes | undefined = this.#head;
  /** What happens to the value that is being read. */
  #rule: 'keep' | 'drop' | 'share' = 'keep';
  #sinkAfter: GrowingBytes | undefined = this.#head;
  #found = false;
  #bytesSinceItem = 0;
  #items = 0;

  constructor(options: JsonItemsOptions) {
    this.#options = options;
  }

  /** The values of all `share` members seen, as JSON; items name them by index. */
  get shared(): readonly string[] {
    return this.#shared.values;
  }

  /** @throws JsonItemsError, or what `onItem` throws. */
  push(bytes: Uint8Array): void {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { length } = chunk;
    this.#bytesSinceItem += length;
    if (this.#bytesSinceItem > maxBytesBetweenItems) throw new JsonItemsError('The answer stopped arriving.');
    let at = 0;
    this.#from = 0;
    while (at < length) {
      const state = this.#state;
      if (state === State.inString || state === State.inWholeString) {
        at = this.#strings.skip(chunk, at);
        if (at < 0) at = length;
        else if (state === State.inWholeString) this.#state = State.inWhole;
        else this.#endValue(chunk, at);
      } else if (state === State.inWhole) {
        at = this.#skipWhole(chunk, at);
        if (this.#depth === 0) this.#endValue(chunk, at);
      } else if (state === State.inScalar) {
        at = scalarEnd(chunk, at);
        if (at < length) this.#endValue(chunk, at);
      } else if (state === State.inKey) {
        const end = this.#strings.skip(chunk, at);
        if (end >= 0) this.#endKey(chunk, at, end - 1);
        else this.#key.add(chunk, at, length, this.#options.maxItemBytes);
        at = end < 0 ? length : end;
      } else {
        const byte = chunk[at] ?? 0;
        if (!isSpace(byte) && !(this.#levels.length === 0 && isMark(byte))) this.#structure(chunk, at, byte);
        at += 1;
      }
    }
    this.#flush(chunk, length);
    this.#textRule = undefined;
  }

  /**
   * What is beside the list, as JSON with null in the list's place.
   * @throws JsonItemsError where the answer is not whole, or has no such list.
   */
  end(): string {
    if (this.#state !== State.done || !this.#found) {
      throw new JsonItemsError(`The answer has no whole list "${this.#options.list}".`);
    }
    return this.#head.text();
  }

  /** One byte that is neither white space nor inside of a string, number or whole. */
  #structure(chunk: Buffer, at: number, byte: number): void {
    const state = this.#state;
    const isEmptyList = state === State.firstItem && byte === closeBracket;
    const isEmptyObject = state === State.firstKey && byte === closeBrace;
    if (isEmptyList || isEmptyObject) this.#close(chunk, at, isEmptyList);
    else if (state === State.firstItem || state === State.value) this.#startValue(chunk, at, byte);
    else if (state === State.firstKey || state === State.nextKey) this.#startKey(byte);
    else if (state === State.colon && byte === colon) this.#state = State.value;
    else this.#continueOrClose(chunk, at, byte);
  }

  /** Behind a value. */
  #continueOrClose(chunk: Buffer, at: number, byte: number): void {
    const level = this.#levels.at(-1);
    if (this.#state !== State.after || level === undefined) throw unexpected();
    if (byte === comma) this.#state = level.isList ? State.value : State.nextKey;
    else if (byte === (level.isList ? closeBracket : closeBrace)) this.#close(chunk, at, level.isList);
    else throw unexpected();
  }

  #startKey(byte: number): void {
    if (byte !== quote) throw unexpected();
    this.#key.clear();
    this.#state = State.inKey;
  }

  /** The last bytes of a key, or all of them. */
  #endKey(chunk: Buffer, from: number, to: number): void {
    this.#state = State.colon;
    let key = chunk;
    if (this.#key.length > 0) {
      this.#key.add(chunk, from, to, this.#options.maxItemBytes);
      key = this.#key.bytes;
      from = 0;
      to = key.length;
    }
    const level = this.#levels.at(-1);
    if (level?.isItems === true) this.#label = `"${key.toString('utf8', from, to)}"`;
    else if (this.#levels.length > 1) this.#member = memberOf(level?.shape, key, from, to);
    else this.#member = !this.#found && isText(key, from, to, this.#options.list) ? 'list' : undefined;
  }

  #startValue(chunk: Buffer, at: number, byte: number): void {
    const level = this.#levels.at(-1);
    const isOpening = byte === openBrace || byte === openBracket;
    if (level === undefined) {
      if (byte !== openBrace) throw unexpected();
      this.#levels.push({ isList: false, shape: keepAll, isItems: false });
      this.#state = State.firstKey;
      this.#from = at;
      return;
    }
    const member = level.isList ? level.shape.items : this.#member;
    this.#member = undefined;
    let shape: ItemShape | undefined;
    if (level.isItems) {
      this.#item.clear();
      if (level.isList) this.#label = undefined;
      this.#sink = this.#item;
      this.#from = at;
      ({ shape } = this.#options);
    } else if (member === 'list') {
      if (isOpening) {
        this.#startList(chunk, at, byte === openBracket);
        return;
      }
    } else if (member === 'label') {
      this.#flush(chunk, at);
      this.#labelStart = this.#item.length;
    } else if (member === 'drop' || member === 'share') {
      this.#flush(chunk, at);
      this.#rule = member;
      this.#sinkAfter = this.#sink;
      this.#captured.clear();
      this.#sink = member === 'share' ? this.#captured : undefined;
    } else if (member !== undefined && ('otherwise' in member || 'isWanted' in member)) {
      this.#textRule = member;
      this.#textStart = at;
    } else {
      shape = member;
    }
    if (isOpening && shape !== undefined) {
      if (this.#levels.length >= maxJsonDepth) throw unexpected();
      const isList = byte === openBracket;
      this.#levels.push({ isList, shape, isItems: false });
      this.#state = isList ? State.firstItem : State.firstKey;
    } else if (isOpening) {
      this.#depth = 1;
      this.#state = State.inWhole;
    } else {
      this.#state = byte === quote ? State.inString : State.inScalar;
    }
  }

  /** The list whose items are handed out. */
  #startList(chunk: Buffer, at: number, isList: boolean): void {
    this.#found = true;
    this.#flush(chunk, at);
    this.#head.addText('null');
    this.#sink = undefined;
    this.#levels.push({ isList, shape: this.#options.shape, isItems: true });
    this.#state = isList ? State.firstItem : State.firstKey;
    this.#from = at + 1;
  }

  #close(chunk: Buffer, at: number, isList: boolean): void {
    const level = this.#levels.pop();
    if (level?.isList !== isList) throw unexpected();
    if (level.isItems) {
      this.#sink = this.#head;
      this.#from = at + 1;
      this.#state = State.after;
    } else this.#endValue(chunk, at + 1);
  }

  /** A value ended before `at`. */
  #endValue(chunk: Buffer, at: number): void {
    this.#state = this.#levels.length === 0 ? State.done : State.after;
    if (this.#rule !== 'keep') {
      this.#flush(chunk, at);
      this.#sink = this.#sinkAfter;
      const isShared = this.#rule === 'share';
      this.#sink?.addText(isShared ? String(this.#shared.indexOf(this.#captured)) : 'null');
      this.#rule = 'keep';
    }
    if (this.#labelStart >= 0) {
      this.#flush(chunk, at);
      this.#label = this.#item.text(this.#labelStart);
      this.#labelStart = -1;
    }
    const level = this.#levels.at(-1);
    const rule = this.#textRule;
    this.#textRule = undefined;
    if (rule !== undefined && 'isWanted' in rule) this.#dropUnwanted(chunk, at, rule);
    else if (rule !== undefined && level !== undefined && isOther(chunk, this.#textStart, at, rule.expected))
      level.shape = rule.otherwise;
    if (level?.isItems === true) {
      this.#flush(chunk, at);
      this.#sink = undefined;
      this.#bytesSinceItem = 0;
      this.#items += 1;
      if (this.#items > maxItems) throw new JsonItemsError(`The answer has more than ${maxItems} items.`);
      this.#options.onItem(this.#item.bytes, this.#label);
    }
  }

  /** A value ended before `at`. */
  #dropUnwanted(chunk: Buffer, at: number, { isWanted }: TextFilter): void {
    const start = this.#textStart;
    if (chunk[start] !== quote || isWanted(chunk, start + 1, at - 1)) return;
    this.#flush(chunk, start);
    this.#sink?.addText('null');
    this.#from = at;
  }

  /** What follows goes to the sink from `to` on. */
  #flush(chunk: Buffer, to: number): void {
    if (this.#from < to) this.#sink?.add(chunk, this.#from, to, this.#options.maxItemBytes);
    this.#from = to;
  }

  /**
   * Skips to the place after the bracket that ends a whole value, or to its next string that continues in the
   * next chunk.
   */
  #skipWhole(chunk: Buffer, start: number): number {
    const { length } = chunk;
    let at = start;
    let depth = this.#depth;
    while (at < length && depth > 0) {
      const byte = chunk[at];
      at += 1;
      if (byte === quote) {
        const end = this.#strings.skip(chunk, at);
        if (end < 0) {
          this.#state = State.inWholeString;
          at = length;
        } else at = end;
      } else if (byte === openBrace || byte === openBracket) {
        depth += 1;
        if (depth > maxJsonDepth) throw unexpected();
      } else if (byte === closeBrace || byte === closeBracket) depth -= 1;
    }
    this.#depth = depth;
    return at;
  }
}

/** Whether a value is not this text, however the text is written. */
function isOther(chunk: Buffer, from: number, to: number, ascii: string): boolean {
  if (chunk[from] !== quote) return true;
  if (isText(chunk, from + 1, to - 1, ascii)) return false;
  for (let at = from; at < to; at += 1) if (chunk[at] === backslash) return false;
  return true;
}

function unexpected(): JsonItemsError {
  return new JsonItemsError('The answer is not JSON as expected.');
}

function memberOf(shape: ItemShape | undefined, key: Buffer, from: number, to: number): Member {
  const members = shape?.members;
  for (const name in members) if (isText(key, from, to, name)) return members[name];
  return undefined;
}
