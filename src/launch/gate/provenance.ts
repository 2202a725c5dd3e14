import type { CallListCounts } from '../../callList/callList.ts';
import type { ListChoices } from '../../callList/listChoices.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import type { LeaveOut, Start } from '../draft/campaignSpec.ts';

/**
 * Where a campaign came from, recorded when it was sent. Its numbers are stored only as keyed hashes, in a
 * file beside this one.
 */
export interface Provenance {
  /** The id of its intent in the journal of launches. */
  readonly launchId: string;
  /** Of the service. */
  readonly baseUrl: string;
  readonly name: string;
  /** The address of the call list. */
  readonly list: string;
  /** Hexadecimal SHA-256 of the list's bytes, or of an editor's text as UTF-8. */
  readonly contentHash: string;
  /** How the list was read, where this differs from the default. */
  readonly choices: ListChoices;
  readonly counts: CallListCounts;
  readonly start: Start;
  /** Absent: the assistant's own. */
  readonly rules?: CallRetryConfig | undefined;
  /**
   * Who is left out because of earlier calls, for later launches of the same campaign. Absent: nobody, or an
   * earlier version wrote this.
   */
  readonly leaveOut?: LeaveOut | undefined;
  /** When it was sent, ms since 1970. */
  readonly sentMs: number;
  /** How many numbers are kept as hashes. */
  readonly hashes: number;
}

export const provenanceBounds = { campaigns: 100, numbersEach: 200_000, numbersInAll: 2_000_000 } as const;

/** The entries above the limit, the oldest first. */
export function outOfBounds(
  kept: readonly Provenance[],
  bounds: { readonly campaigns: number; readonly numbersInAll: number } = provenanceBounds,
): readonly Provenance[] {
  let numbers = 0;
  return [...kept]
    .sort((one, other) => other.sentMs - one.sentMs)
    .filter(({ hashes }, index) => {
      numbers += hashes;
      return index >= bounds.campaigns || numbers > bounds.numbersInAll;
    });
}

/** Reads a stored provenance, written by this version or another. @returns undefined when it is none */
export function readProvenance(text: string): Provenance | undefined {
  const value = parse(text);
  const { launchId, baseUrl, name, list, sentMs, hashes, start, counts } = value;
  const texts = [launchId, baseUrl, name, list].every((part) => typeof part === 'string');
  const numbers = [sentMs, hashes, counts?.ready].every((part) => Number.isFinite(part));
  return texts && numbers && typeof start?.kind === 'string' ? (value as Provenance) : undefined;
}

function parse(text: string): Partial<Provenance> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
