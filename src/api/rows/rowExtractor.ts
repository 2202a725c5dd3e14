import type { Assistant } from '../../core/assistant.ts';
import type { DecodeRow, EncodedRow, FactsParts, RowParts } from '../../core/encodedRow.ts';
import type { Row } from '../../core/row.ts';
import { answerCounts } from '../schemas/answers.ts';
import { unreadable } from '../httpErrors.ts';
import { assistantSchema } from '../schemas/assistantSchema.ts';
import { factsRowOf, rowSchema } from '../schemas/rowSchema.ts';
import type { ItemShape } from './itemShape.ts';
import { JsonItems } from './jsonItems.ts';
import { JsonItemsError } from './jsonItemsError.ts';

/** What one answer to `GET /campaigns/{id}/rows` says beside its rows; undefined where it does not. */
export interface RowsCounts {
  readonly page?: number | undefined;
  readonly page_size?: number | undefined;
  readonly total?: number | undefined;
}

/** The largest row that is accepted, once its prompts and copies are cut. */
const maxRowBytes = 16_000_000;

/**
 * Of each turn of the agent the API sends the whole prompt: nine tenths of a row. A call also carries its
 * latest attempt again, and the assistant, which is the same in most rows.
 */
function rowShape(assistant: 'share' | 'drop', attempt: ItemShape): ItemShape {
  const members = { call_attempts: { items: attempt }, assistant, last_call_attempt: 'drop' } as const;
  return { members: { id: 'label', call: { members } } };
}

/** A turn without its words. */
const silentTurn: ItemShape = { members: { content: 'drop', tool_arguments: 'drop', tool_output: 'drop' } };

function factsAttempt(turn: ItemShape): Pick<Required<ItemShape>, 'members'> {
  const turns = { items: turn };
  return { members: { speech_events: 'drop', transcript: turns, post_call_transcript: turns } };
}

/** Of all words, facts need only those of people who were reached: see talkFacts.ts. */
function shapeForFacts({ wantsWords }: FactsParts): ItemShape {
  const contactTurn: ItemShape = {
    members: {
      role: { expected: 'user', otherwise: silentTurn },
      content: { isWanted: wantsWords },
      tool_arguments: 'drop',
      tool_output: 'drop',
    },
  };
  return rowShape('drop', {
    members: {
      ...factsAttempt(contactTurn).members,
      result: { expected: 'human', otherwise: factsAttempt(silentTurn) },
    },
  });
}

const shapeOfAll = rowShape('share', {
  members: { speech_events: { items: { members: { llm_system_prompt: 'drop' } } } },
});

export interface RowExtraction {
  /** Prefix of ids that are generated here, so that they differ from those of other pages. */
  readonly prefix?: string | undefined;
  /** All parts when absent. */
  readonly parts?: RowParts | undefined;
}

/**
 * Rows out of the bytes of an answer, as they come, cut but not decoded. All rows of one assistant share one
 * object. Rows without an id, and rows that repeat one, get ids of their own: they are rows all the same, and
 * ids of rows are never sent.
 */
export class RowExtractor {
  readonly #items: JsonItems;
  readonly #ids = new Set<string>();
  readonly #prefix: string;
  readonly #decode: DecodeRow;
  readonly #assistants: (Assistant | undefined)[] = [];
  #read = 0;
  #rows: EncodedRow[] = [];
  #slab: ArrayBuffer | undefined;
  /** How much of it is filled. */
  #filled = 0;

  constructor({ prefix = '', parts = 'all' }: RowExtraction = {}) {
    this.#prefix = prefix;
    this.#decode = parts === 'all' ? this.#decodeWhole : decodeForFacts;
    this.#items = new JsonItems({
      list: 'rows',
      shape: parts === 'all' ? shapeOfAll : shapeForFacts(parts),
      maxItemBytes: maxRowBytes,
      onItem: (json, label) => this.#addRow(json, label),
    });
  }

  /** @throws JsonItemsError or SyntaxError where it is not JSON. */
  push(chunk: Uint8Array): void {
    this.#items.push(chunk);
  }

  /** The rows that came since they were last taken. */
  takeRows(): readonly EncodedRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** @throws JsonItemsError where the answer is not whole or has no rows. */
  end(): RowsCounts {
    const answer = answerCounts.safeParse(JSON.parse(this.#items.end()));
    if (!answer.success) throw new JsonItemsError('What is beside the rows is not an object.');
    return answer.data;
  }

  #addRow(json: Uint8Array, label: string | undefined): void {
    this.#read += 1;
    if (json[0] !== openBrace) return;
    const id = this.#idOf(label === undefined ? undefined : JSON.parse(label));
    this.#rows.push({ id, json: this.#copyOf(json), decode: this.#decode });
  }

  /** Many small copies share memory: each with its own would take longer to reserve than to fill. */
  #copyOf(json: Uint8Array): Uint8Array {
    const { length } = json;
    if (length > slabBytes / 8) return new Uint8Array(json);
    if (this.#slab === undefined || this.#filled + length > slabBytes) {
      this.#slab = new ArrayBuffer(slabBytes);
      this.#filled = 0;
    }
    const copy = new Uint8Array(this.#slab, this.#filled, length);
    copy.set(json);
    this.#filled += length;
    return copy;
  }

  readonly #decodeWhole: DecodeRow = (id, json) => {
    const fields = parsed(json) as { id: unknown; call?: unknown };
    fields.id = id;
    const assistant = this.#takeAssistant(fields.call);
    const row = rowSchema.parse(fields);
    const { call } = row;
    return call === undefined || assistant === undefined ? row : { ...row, call: { ...call, assistant } };
  };

  #idOf(raw: unknown): string {
    const given = typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
    let id = given === '' ? `${this.#prefix}row ${this.#read}` : given;
    if (this.#ids.has(id)) id = `${id} (${this.#prefix}${this.#read})`;
    this.#ids.add(id);
    return id;
  }

  /** In its place stands its index among the shared values. */
  #takeAssistant(call: unknown): Assistant | undefined {
    if (typeof call !== 'object' || call === null || !('assistant' in call)) return undefined;
    const index = call.assistant;
    call.assistant = undefined;
    if (typeof index !== 'number') return undefined;
    const json = this.#items.shared[index];
    if (json === undefined) return undefined;
    if (!(index in this.#assistants)) {
      const decoded = assistantSchema.safeParse(JSON.parse(json));
      this.#assistants[index] = decoded.success ? decoded.data : undefined;
    }
    return this.#assistants[index];
  }
}

function decodeForFacts(id: string, json: Uint8Array): Row {
  return factsRowOf(id, parsed(json) as Readonly<Record<string, unknown>>);
}

/** @throws ApiError where the bytes are not JSON: only the structure of an item was checked before. */
function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(json));
  } catch (error) {
    throw unreadable(false, error);
  }
}

const slabBytes = 64 * 1024;
const openBrace = 0x7b;
const decoder = new TextDecoder();
