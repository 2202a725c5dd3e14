import type { Problem, ProblemCode } from '../../callList/problems.ts';

/**
 * Problems whose rows can be deleted without loss: the number is in another row, or there is none that may be
 * called.
 */
const removable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'revox.phone.duplicate',
  'revox.phone.missing',
  'revox.phone.placeholder',
  'revox.phone.emergency',
  'revox.phone.shortCode',
  'revox.phone.premium',
  'revox.phone.own',
  'revox.phone.suppressed',
  'revox.phone.doNotContact',
]);

export function isRemovable({ code }: Problem): boolean {
  return removable.has(code);
}

/** The lines of the other rows with this duplicate's number: those to delete if this is the one to keep. */
export function otherRowsOf(duplicate: Problem, problems: readonly Problem[]): number[] {
  const lines = problems
    .filter(({ code, otherLine }) => code === duplicate.code && otherLine === duplicate.otherLine)
    .map(({ line }) => line);
  return [duplicate.otherLine ?? duplicate.line, ...lines].filter((line) => line !== duplicate.line);
}
