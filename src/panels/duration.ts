import { toMs, type Timestamp } from '../core/timestamp.ts';

/**
 * Milliseconds from one time to another; undefined where either is missing or they are in the wrong order.
 */
export function between(from: Timestamp | undefined, to: Timestamp | undefined): number | undefined {
  const [fromMs, toEndMs] = [toMs(from), toMs(to)];
  if (fromMs === undefined || toEndMs === undefined || toEndMs < fromMs) return undefined;
  return toEndMs - fromMs;
}

/** A duration as a phone shows it: `0:07`, `12:05`, `1:02:03`. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
