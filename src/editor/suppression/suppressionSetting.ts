import type { NamedSuppression } from './suppressionFiles.ts';

const where = 'the setting revox.suppressionLists';
const maxLists = 1_000;
const maxShownCharacters = 200;

/**
 * The suppression lists that the setting `revox.suppressionLists` names. All that is said anywhere counts: a
 * workspace can add to what the user has set and not take away from it. A value of another type was meant as
 * a list, so it is named with its problem, which stops a launch.
 * @param places the setting as it is written in each place, undefined where it is not
 */
export function namedInSettings(places: {
  readonly user: unknown;
  readonly workspace: unknown;
  readonly folder: unknown;
}): readonly NamedSuppression<never>[] {
  const named = [
    ...readLists(places.user, 'user'),
    ...readLists(places.workspace, 'workspace'),
    ...readLists(places.folder, 'workspace'),
  ];
  return [...new Map(named.map((each) => [`${each.by} ${each.path}`, each])).values()];
}

function readLists(value: unknown, by: 'user' | 'workspace'): readonly NamedSuppression<never>[] {
  if (value === undefined) return [];
  const wrong = (part: unknown, problem: string) => ({ path: shown(part), by, where, problem });
  if (!Array.isArray(value)) return [wrong(value, 'The setting has to be a list: ["stop.csv"].')];
  if (value.length > maxLists) return [wrong(`${value.length} lists`, 'The setting names too many.')];
  // a blank entry, as the settings editor leaves it, names nothing
  const entries = value.filter((entry: unknown) => typeof entry !== 'string' || entry.trim() !== '');
  return entries.map((path: unknown) =>
    typeof path === 'string'
      ? { path, by, where }
      : wrong(path, 'Each entry of the setting has to be a path or a pattern in quotation marks.'),
  );
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? 'an object'
    : String(value).slice(0, maxShownCharacters);
}
