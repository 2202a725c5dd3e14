import type { PersonFacts } from '../insights/personFacts.ts';

/** People that a page or view hands to a command: those behind a number of the report, or of a search. */
export interface PeopleGroup {
  /** `Voicemail` */
  readonly label: string;
  readonly people: readonly PersonFacts[];
}

/** @returns undefined where a command was given something else */
export function peopleGroup(given: unknown): PeopleGroup | undefined {
  if (typeof given !== 'object' || given === null || !('people' in given)) return undefined;
  return Array.isArray(given.people) ? (given as PeopleGroup) : undefined;
}
