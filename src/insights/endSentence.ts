import { withoutPauses } from '../callList/pace.ts';
import { funnelPieces, usualThreshold } from './funnel.ts';
import type { PersonFacts } from './personFacts.ts';
import { reportSentence } from './reportSentence.ts';

/**
 * The end of a campaign in the first sentence of its report: `“Webinar” has ended. Of 130 people, 130 were
 * called and 61 reached (47%, 39–55%).`
 */
export function endSentence(name: string, people: readonly PersonFacts[]): string {
  const funnel = withoutPauses(funnelPieces(people, usualThreshold, undefined));
  return `“${name}” has ended. ${reportSentence({ funnel }, false)}`;
}
