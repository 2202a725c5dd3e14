import { HumanError } from '../../core/errors.ts';

// A repository can contain the pattern and the names that it is matched with. So the time for a name is
// linear in its length times that of a segment, and everything that multiplies is limited.

const maxPatternCharacters = 1_000;
const maxSegments = 64;
/** The most patterns that the braces of one can expand to: `{a,b}{c,d}` expands to four. */
const maxAlternatives = 64;
/** Longer than any file name. */
const maxNameCharacters = 1_024;

/** A step of a pattern: any number of folders, or a test for one name. */
export type PatternStep = 'any folders' | ((name: string) => boolean);

/** Whether a path is a pattern: it holds `*`, `?`, `[` or `{`. */
export function isPattern(path: string): boolean {
  return /[*?{[]/.test(path);
}

/** What comes before the first wildcard of a pattern: `lists/` and `*.csv` of `lists/*.csv`. */
export interface SplitPattern {
  /** A path without wildcards; empty where the pattern begins with one. */
  readonly start: string;
  /** The rest, as it was written. */
  readonly text: string;
  readonly steps: readonly PatternStep[];
}

/**
 * Reads a glob pattern: `*`, `?`, `[a-z]`, `[!a-z]`, `{csv,tsv}` within a name, and `**` for any number of
 * folders. Case is ignored, as on most disks, so that no list is missed because of it. A bracket that is not
 * closed matches itself.
 * @returns one for each alternative of its braces
 * @throws HumanError for a pattern that cannot be searched for
 */
export function readPattern(pattern: string): readonly SplitPattern[] {
  if (pattern.length > maxPatternCharacters) throw new HumanError('The pattern is too long.');
  const slashed = pattern.replaceAll('\\', '/');
  return alternatives(slashed).map((alternative) => {
    const segments = alternative.split('/');
    const first = segments.findIndex(isPattern);
    // Braces can expand to a path without wildcards. Its last name is searched for.
    const at = first === -1 ? segments.length - 1 : first;
    const steps = segments.slice(at).filter((segment) => segment !== '' && segment !== '.');
    if (steps.length > maxSegments) throw new HumanError('The pattern has too many folders.');
    if (steps.includes('..')) throw new HumanError('A pattern cannot contain “..” after a wildcard.');
    return {
      start: at === 0 ? '' : `${segments.slice(0, at).join('/')}/`,
      text: steps.join('/'),
      steps: steps
        .filter((step, index) => step !== '**' || steps[index - 1] !== '**')
        .map((step) => (step === '**' ? 'any folders' : nameTest(step))),
    };
  });
}

/** `a.csv` and `a.tsv` for `a.{csv,tsv}`. Nested braces are expanded as well. */
function alternatives(pattern: string): readonly string[] {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = innermostBraces(next);
    if (braces === undefined) done.push(next);
    else {
      const before = next.slice(0, braces.from);
      const after = next.slice(braces.to + 1);
      const parts = next.slice(braces.from + 1, braces.to).split(',');
      open.push(...parts.map((part) => before + part + after));
    }
    if (done.length + open.length > maxAlternatives) {
      throw new HumanError('The braces in the pattern expand to too many patterns.');
    }
  }
  return done;
}

function innermostBraces(pattern: string): { readonly from: number; readonly to: number } | undefined {
  const to = pattern.indexOf('}', pattern.indexOf('{'));
  if (!pattern.includes('{') || to === -1) return undefined;
  return { from: pattern.lastIndexOf('{', to), to };
}

/**
 * A test for paths of files below a folder, with `/` between their parts.
 * @returns undefined for a pattern that cannot be read
 */
export function pathTest(pattern: string): ((path: string) => boolean) | undefined {
  let whole: readonly (readonly PatternStep[])[];
  try {
    whole = readPattern(pattern).map(({ start, steps }) => [
      ...namesOf(start).map((name) => (other: string) => other.toLowerCase() === name.toLowerCase()),
      ...steps,
    ]);
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
  return (path) => {
    const names = namesOf(path);
    const isNamed = names.every((name) => name.length <= maxNameCharacters);
    return isNamed && whole.some((steps) => leadsTo(steps, names));
  };
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

/** Follows all ways through the steps at once, so its time grows with the product of the two lengths. */
function leadsTo(steps: readonly PatternStep[], names: readonly string[]): boolean {
  let reached = withoutFolders(steps, new Set([0]));
  for (const name of names) {
    const next = new Set<number>();
    for (const at of reached) {
      const step = steps[at];
      if (step === 'any folders') next.add(at);
      else if (step?.(name) === true) next.add(at + 1);
    }
    reached = withoutFolders(steps, next);
  }
  return reached.has(steps.length);
}

/** `**` also matches no folder. */
function withoutFolders(steps: readonly PatternStep[], reached: Set<number>): ReadonlySet<number> {
  // A Set also visits members that are added during the iteration.
  for (const at of reached) if (steps[at] === 'any folders') reached.add(at + 1);
  return reached;
}

type NameStep = 'any characters' | ((character: string) => boolean);

/**
 * A test for a name. It backtracks only to the last `*`, so its time grows with the product of the two
 * lengths.
 */
function nameTest(segment: string): (name: string) => boolean {
  const steps = nameSteps(segment);
  return (name) => {
    if (name.length > maxNameCharacters) throw new HumanError('A name of a file is too long.');
    return matches(steps, Array.from(name.toLowerCase()));
  };
}

function matches(steps: readonly NameStep[], characters: readonly string[]): boolean {
  let at = 0;
  let stepAt = 0;
  let starAt = -1;
  let resumeAt = 0;
  while (at < characters.length) {
    const step = steps[stepAt];
    if (step === 'any characters') {
      starAt = stepAt++;
      resumeAt = at;
    } else if (step?.(characters[at] ?? '') === true) {
      stepAt++;
      at++;
    } else if (starAt !== -1) {
      // The last star matches one character more.
      stepAt = starAt + 1;
      at = ++resumeAt;
    } else return false;
  }
  while (steps[stepAt] === 'any characters') stepAt++;
  return stepAt === steps.length;
}

function nameSteps(segment: string): readonly NameStep[] {
  const steps: NameStep[] = [];
  const characters = Array.from(segment.toLowerCase());
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '*') {
      if (steps.at(-1) !== 'any characters') steps.push('any characters');
    } else if (character === '?') steps.push(() => true);
    else if (character === '[') {
      const end = characters.indexOf(']', at + 2);
      if (end === -1) steps.push((other) => other === '[');
      else {
        steps.push(setTest(characters.slice(at + 1, end)));
        at = end;
      }
    } else steps.push((other) => other === character);
  }
  return steps;
}

/** A test for the contents of brackets, such as `a-z` or `!0-9`. */
function setTest(set: readonly string[]): (character: string) => boolean {
  const isNot = set[0] === '!' || set[0] === '^';
  const members = isNot ? set.slice(1) : set;
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = 0; at < members.length; at++) {
    const from = members[at] ?? '';
    const to = members[at + 2];
    if (members[at + 1] === '-' && to !== undefined) {
      if (from > to) throw new HumanError(`“[${set.join('')}]” is no range of characters.`);
      ranges.push([from, to]);
      at += 2;
    } else ranges.push([from, from]);
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isNot;
}
