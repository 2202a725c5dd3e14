const usualMinutes = 5;
const maxMinutes = 60;

/**
 * The setting `revox.graceMinutes`. The time in which a launch can be cancelled protects people, so a
 * workspace can only make it longer; only the user can turn it off (0).
 */
export function strictestGraceMinutes(places: {
  readonly user: unknown;
  readonly workspace: unknown;
  readonly folder: unknown;
}): number {
  const user = minutesOf(places.user) ?? usualMinutes;
  if (user === 0) return 0;
  return Math.max(user, minutesOf(places.workspace) ?? 0, minutesOf(places.folder) ?? 0);
}

function minutesOf(value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Math.min(Math.max(0, Math.round(value)), maxMinutes);
}
