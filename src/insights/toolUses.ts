import type { Steps } from '../callList/pace.ts';
import { visitInPieces, type CallOf } from './figure.ts';
import type { PersonFacts } from './personFacts.ts';

/** The uses and failures of a tool over all calls. */
export interface ToolFigure {
  readonly key: string;
  readonly name: string;
  /** Failed uses. */
  readonly count: number;
  /** All uses. */
  readonly of: number;
  /** People in whose calls it failed. */
  readonly people: readonly PersonFacts[];
}

/** Tools by the number of their failures, then of their uses. */
export function* toolFigures(calls: readonly CallOf[]): Steps<readonly ToolFigure[]> {
  const tools = new Map<string, { uses: number; failures: number; people: Set<PersonFacts> }>();
  yield* visitInPieces(calls, ({ person, attempt }) => {
    for (const { name, calls: uses, failures } of attempt.tools) {
      const tool = tools.get(name) ?? { uses: 0, failures: 0, people: new Set() };
      tool.uses += uses;
      tool.failures += failures;
      if (failures > 0) tool.people.add(person);
      tools.set(name, tool);
    }
  });
  return [...tools]
    .map(([name, { uses, failures, people }]) => ({
      key: `tool/${name}`,
      name,
      count: failures,
      of: uses,
      people: [...people],
    }))
    .sort((a, b) => b.count - a.count || b.of - a.of || (a.name < b.name ? -1 : 1));
}
