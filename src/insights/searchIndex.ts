import type { Row } from '../core/row.ts';
import { attemptsOf, personFacts, type PersonFacts } from './personFacts.ts';
import type { Matcher, MatchRange, SearchQuery } from './searchQuery.ts';
import { speakerOf } from './searchSpeaker.ts';
import { spokenTurns } from './talkFacts.ts';

/** One turn of a transcript in the index. */
interface IndexedTurn {
  readonly person: PersonFacts;
  readonly attemptId: string;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** The index in the transcript, from 0. */
  readonly turn: number;
  readonly role: string;
  readonly text: string;
}

/** A turn that matches. */
export interface SearchHit {
  readonly person: PersonFacts;
  readonly attemptId: string;
  readonly attempt: number;
  readonly turn: number;
  readonly role: string;
  /** The text around the first match, at most about 200 characters. */
  readonly line: string;
  /** The matches within `line`. */
  readonly ranges: readonly MatchRange[];
}

/** Texts beyond so many characters are not kept in memory. */
const maxCharacters = 100_000_000;
const maxTurnLength = 20_000;
/** The maximum number of hits that are shown. */
export const maxHits = 10_000;

/** The transcripts of one campaign, in memory only. */
export class SearchIndex {
  readonly campaignId: string;
  readonly #turns: IndexedTurn[] = [];
  #characters = 0;

  constructor(campaignId: string) {
    this.campaignId = campaignId;
  }

  get turns(): number {
    return this.#turns.length;
  }

  get characters(): number {
    return this.#characters;
  }

  /**
   * @param room how many characters all indexes may still add
   * @returns false where not everything fitted
   */
  add(rows: readonly Row[], campaignOver: boolean, room = maxCharacters): boolean {
    const { campaignId } = this;
    for (const row of rows) {
      const person = personFacts(row, { campaignId, campaignOver });
      for (const [at, attempt] of attemptsOf(row).entries()) {
        for (const [turn, { role, content, tool_name }] of spokenTurns(attempt).entries()) {
          const text = (role === 'tool' ? `${tool_name ?? ''} ${content}` : content).slice(0, maxTurnLength);
          if (this.#characters + text.length > room) return false;
          this.#characters += text.length;
          this.#turns.push({ person, attemptId: attempt.id, attempt: at + 1, turn, role, text });
        }
      }
    }
    return true;
  }

  /**
   * Finds turns that match, from the given position on, in the order of the rows.
   * @param most the maximum number of hits
   * @returns the hits, and the position to continue from; undefined: everything was searched
   */
  search(
    matcher: Matcher,
    { speaker }: Pick<SearchQuery, 'speaker'>,
    { from = 0, turns = Infinity, most = maxHits, within }: SearchPart = {},
  ): { readonly hits: readonly SearchHit[]; readonly next: number | undefined } {
    const hits: SearchHit[] = [];
    const end = Math.min(this.#turns.length, from + turns);
    for (let at = from; at < end; at += 1) {
      const turn = this.#turns[at];
      if (turn === undefined) break;
      if (speaker !== 'anybody' && speakerOf(turn.role) !== speaker) continue;
      if (within !== undefined && !within.has(turn.person.rowId)) continue;
      const ranges = matcher(turn.text);
      if (ranges.length === 0) continue;
      hits.push(hitOf(turn, ranges));
      if (hits.length >= most) return { hits, next: undefined };
    }
    return { hits, next: end < this.#turns.length ? end : undefined };
  }
}

export interface SearchPart {
  readonly from?: number;
  readonly turns?: number;
  readonly most?: number;
  /** Only turns of these rows. */
  readonly within?: ReadonlySet<string> | undefined;
}

const before = 16;
const maxLineLength = 200;

/**
 * Control characters, line ends and direction marks. Each becomes one space, so that the ranges stay correct.
 */
const unshown = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** The part of the turn that is shown, on one line. */
function hitOf(turn: IndexedTurn, ranges: readonly MatchRange[]): SearchHit {
  const { person, attemptId, attempt, turn: place, role, text } = turn;
  const first = ranges[0]?.[0] ?? 0;
  const start = first <= before ? 0 : wordStart(text, first - before);
  const end = Math.min(text.length, start + maxLineLength);
  const lead = start > 0 ? '…' : '';
  const tail = end < text.length ? '…' : '';
  const line = lead + text.slice(start, end).replaceAll(unshown, ' ') + tail;
  const shown = ranges
    .filter(([from]) => from >= start && from < end)
    .map(([from, to]): MatchRange => [from - start + lead.length, Math.min(to, end) - start + lead.length]);
  return { person, attemptId, attempt, turn: place, role, line, ranges: shown };
}

function wordStart(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space >= 0 && space < from + before ? space + 1 : from;
}
