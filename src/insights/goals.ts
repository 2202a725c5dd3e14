import type { Goal } from './funnel.ts';
import type { Report } from './campaignReport.ts';

export interface OfferedGoal {
  /** The key under which it is stored. */
  readonly id: string;
  readonly goal: Goal;
}

const maxTextLength = 60;
const maxGoals = 200;

/** What a person may choose as the goal: each outcome and each short value of the structured output. */
export function offeredGoals({
  outcomes,
  fields,
}: Pick<Report, 'outcomes' | 'fields'>): readonly OfferedGoal[] {
  const goals: Goal[] = [
    ...outcomes.map(({ key }): Goal => ({ kind: 'outcome', value: key.slice('outcome/'.length) })),
    ...fields.flatMap(({ name, values }) =>
      values
        .filter(({ people }) => people.key.startsWith('field/'))
        .filter(({ value }) => typeof value !== 'string' || value.length <= maxTextLength)
        .map(({ value }): Goal => ({ kind: 'field', name, value })),
    ),
  ];
  return goals.slice(0, maxGoals).map((goal) => ({ id: goalId(goal), goal }));
}

export function goalId(goal: Goal): string {
  return JSON.stringify(goal.kind === 'outcome' ? ['outcome', goal.value] : ['field', goal.name, goal.value]);
}

/** @returns undefined for a text that is no goal */
export function readGoal(id: string): Goal | undefined {
  const parts = parse(id);
  if (!Array.isArray(parts)) return undefined;
  const [kind, first, value] = parts as readonly unknown[];
  if (typeof first !== 'string') return undefined;
  if (kind === 'outcome') return { kind, value: first };
  const fits = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return kind === 'field' && fits ? { kind, name: first, value } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
