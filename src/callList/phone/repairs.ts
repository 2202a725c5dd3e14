import type { CallList } from '../callList.ts';
import type { PhoneRepair } from './phoneVerdict.ts';
import type { ProblemCode } from '../problems.ts';

/** A repair of many cells that a person may agree to, once for the whole column, having seen what it does. */
export interface ProposedRepair {
  /** To be given back in `CallListOptions.repairs`. */
  readonly repair: PhoneRepair;
  readonly count: number;
  /** A few cells as they are and as they would be. */
  readonly examples: readonly { readonly line: number; readonly from: string; readonly to: string }[];
}

/** The problems that such a repair solves. */
export const repairOf: Partial<Record<ProblemCode, PhoneRepair>> = {
  'revox.phone.zeroLost': 'zeroLost',
  'revox.phone.scientific': 'scientific',
  'revox.phone.oldNumber': 'oldNumber',
  'revox.phone.words': 'words',
};

/** Repairs of this list that need a person's consent, because the result could be a stranger's number. */
export function proposedRepairs({ problems }: CallList, maxExamples = 3): ProposedRepair[] {
  const proposals = new Map<PhoneRepair, { count: number; examples: ProposedRepair['examples'][number][] }>();
  for (const { code, line, value, fix } of problems) {
    const repair = repairOf[code];
    if (repair === undefined || fix === undefined || value === undefined) continue;
    const proposal = proposals.get(repair) ?? { count: 0, examples: [] };
    proposal.count++;
    if (proposal.examples.length < maxExamples)
      proposal.examples.push({ line, from: value, to: fix.replacement });
    proposals.set(repair, proposal);
  }
  return [...proposals].map(([repair, proposal]) => ({ repair, ...proposal }));
}
