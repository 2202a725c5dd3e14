import type { Dice } from '../../src/sandbox/random.ts';

/** How an answer fails to arrive. */
export const losses = [
  'reset',
  'silence',
  'slow',
  'cut',
  'stall',
  'html',
  'half JSON',
  'empty',
  'other JSON',
  'no id',
  303,
  408,
  409,
  425,
  429,
  500,
  502,
  503,
  504,
] as const;
export type Loss = (typeof losses)[number];

/** Where in the exchange of one `POST /campaigns` something happens. */
export type FaultPoint =
  | { readonly at: 'nowhere' }
  /** Nobody listens. */
  | { readonly at: 'connect' }
  /** The server goes away while the body comes. */
  | { readonly at: 'upload' }
  /** The server says no, and means it. */
  | { readonly at: 'refusal'; readonly status: 400 | 401 | 403 | 404 | 422 }
  /** The server does nothing (`before`), or makes the campaign and then the answer is lost (`after`). */
  | { readonly at: 'before' | 'after'; readonly loss: Loss }
  /** The answer is lost, and the campaign is made so much later. */
  | { readonly at: 'late'; readonly loss: Loss; readonly lateMs: number };

/** Longer than the service's host lets a request live nothing is made; see `maxServerProcessingMs`. */
const latestMs = 14 * 60_000;

export function drawPoint(dice: Dice): FaultPoint {
  const at = dice.pick([
    'nowhere',
    'connect',
    'upload',
    'refusal',
    'before',
    'after',
    'after',
    'late',
  ] as const);
  const loss = dice.pick<Loss>(losses);
  switch (at) {
    case 'nowhere':
    case 'connect':
    case 'upload':
      return { at };
    case 'refusal':
      return { at, status: dice.pick([400, 401, 403, 404, 422] as const) };
    case 'before':
    case 'after':
      return { at, loss };
    case 'late':
      return { at, loss, lateMs: dice.between(1, latestMs) };
  }
}

/** Does it end by a time-out of the client's alone? Then that is made short. */
export function endsByTimeout(point: FaultPoint): boolean {
  return 'loss' in point && ['silence', 'slow', 'stall'].includes(String(point.loss));
}
