import type { Row } from '../core/row.ts';
import { attemptsOf, personFacts, type PersonFacts } from './personFacts.ts';
import type { Matcher, MatchRange, SearchQuery } from './searchQuery.ts';
import { speakerOf } from './searchSpeaker.ts';
import { spokenTurns } from './talkFacts.ts';

/** One turn of a transcript, as it is kept for searching. */
interface IndexedTurn {
  readonly person: PersonFacts;
  readonly attemptId: string;
  /** Which call, from 1. */
  readonly attempt: number;
  /** Place in the transcript, from 0. */
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
  /** The line around the first match, at most some 200 characters. */
  readonly line: string;
  /** Of the matches within `line`. */
  readonly ranges: readonly MatchRange[];
}

/** Texts of more characters than this are not kept in memory. */
const maxCharacters = 100_000_000;
const maxTurnLength = 20_000;
/** The most hits that are shown. */
export const maxHits = 10_000;

/** What was said in one campaign, in memory only. */
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
   * @param room characters that may still be kept over all indexes
   * @returns false where there was no room for all of it
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
   * Turns that match, from the given place on, in the order of the rows.
   * @param most as many are given at most
   * @returns the hits, and the place to continue from; undefined: all was searched
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
 * Controls, line ends and changes of the direction of writing. Each becomes one blank, so that the ranges
 * stay right.
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
