import type { CallAttempt, Row } from '../../../../src/core/row.ts';
import { personFacts, type PersonFacts } from '../../../../src/insights/personFacts.ts';

export const mondayNoonMs = Date.parse('2026-11-16T12:00:00Z');

/** An attempt that was made so many hours after Monday noon and reached nobody, with parts replaced. */
export function attempt(hours: number, rest: Partial<CallAttempt> = {}): CallAttempt {
  const startedMs = mondayNoonMs + hours * 3_600_000;
  const at = (seconds: number) => new Date(startedMs + seconds * 1000).toISOString();
  return {
    id: `attempt ${hours}`,
    status: rest.dial_error === undefined && rest.result === undefined ? 'error' : 'completed',
    started_at: at(0),
    ...(rest.result === undefined
      ? { dial_error: 'no_answer', ended_at: at(30) }
      : { answered_at: at(10), ended_at: at(70) }),
    ...rest,
  };
}

export interface PersonOptions {
  readonly row?: Partial<Row>;
  readonly campaignId?: string;
  readonly campaignOver?: boolean;
}

let made = 0;

/** A person with a call of this status and these attempts, the oldest first. */
export function person(
  status: string,
  attempts: readonly CallAttempt[] = [],
  { row = {}, campaignId = 'campaign', campaignOver = false }: PersonOptions = {},
): PersonFacts {
  made += 1;
  const whole: Row = {
    id: `row ${made}`,
    phone_number: `+1212555${String(made).padStart(4, '0')}`,
    input_data: { first_name: `Person ${made}` },
    call: { id: `call ${made}`, status, call_attempts: attempts.toReversed() },
    ...row,
  };
  return personFacts(whole, { campaignId, campaignOver });
}
