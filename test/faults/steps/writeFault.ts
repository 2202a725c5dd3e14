import type { Dice } from '../../../src/sandbox/random.ts';

/** What becomes of one write. */
export type WriteFault =
  | { readonly at: 'nowhere' }
  /** The server says no, and means it. */
  | { readonly at: 'refusal'; readonly status: number }
  /** The server does nothing (`before`) or does it (`after`), and the answer is lost. */
  | { readonly at: 'before' | 'after' }
  /** The answer is lost, and the server does it so much later. */
  | { readonly at: 'late'; readonly lateMs: number };

/** Longer than the service's host lets a request live nothing is done; see `maxServerProcessingMs`. */
const latestMs = 14 * 60_000;

export function drawWriteFault(dice: Dice): WriteFault {
  const at = dice.pick([
    'nowhere',
    'nowhere',
    'nowhere',
    'refusal',
    'before',
    'after',
    'after',
    'late',
  ] as const);
  if (at === 'refusal') return { at, status: dice.pick([400, 401, 403, 404, 422] as const) };
  return at === 'late' ? { at, lateMs: dice.between(1, latestMs) } : { at };
}
