import type { ReportSettings, SavedReport } from '../../panels/contract/protocolReport.ts';

interface Saved {
  readonly settings: ReportSettings | undefined;
  readonly focused: SavedReport['focused'];
  readonly scrollTop: number;
}

/** What a previous instance of the page left, as far as it can be read. */
export function readSaved(state: unknown): Saved {
  const { settings, focused, scrollTop } = (typeof state === 'object' && state !== null ? state : {}) as {
    readonly settings?: unknown;
    readonly focused?: unknown;
    readonly scrollTop?: unknown;
  };
  return {
    settings: isSettings(settings) ? settings : undefined,
    focused: isFocused(focused) ? focused : undefined,
    scrollTop: typeof scrollTop === 'number' ? scrollTop : 0,
  };
}

function isFocused(value: unknown): value is NonNullable<SavedReport['focused']> {
  if (typeof value !== 'object' || value === null) return false;
  const { sectionId, key } = value as Readonly<Record<string, unknown>>;
  return typeof sectionId === 'string' && typeof key === 'string';
}

function isSettings(value: unknown): value is ReportSettings {
  if (typeof value !== 'object' || value === null) return false;
  const { goal, turns, seconds, firstAttemptsOnly } = value as Readonly<Record<string, unknown>>;
  const counts = [turns, seconds].every((count) => typeof count === 'number' && Number.isSafeInteger(count));
  return typeof goal === 'string' && counts && typeof firstAttemptsOnly === 'boolean';
}
