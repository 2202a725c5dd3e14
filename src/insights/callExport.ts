import type { Steps } from '../callList/pace.ts';
import type { CallAttempt, Row } from '../core/row.ts';
import { visitInPieces } from './figure.ts';
import { attemptsOf, personFacts, talkSeconds, type AttemptFacts, type PersonFacts } from './personFacts.ts';
import { spokenTurns } from './talkFacts.ts';

export interface ExportOptions {
  readonly per: 'call' | 'person';
  readonly transcripts: boolean;
  readonly campaignName: string;
  readonly campaignId: string;
  readonly campaignOver: boolean;
}

/** One line of an export, by column; what is not there is absent. */
export type ExportLine = Readonly<Record<string, string | number | boolean>>;

/** A row as lines for a spreadsheet or a warehouse: one for each call, or one for the person. */
export function exportLines(row: Row, options: ExportOptions): readonly ExportLine[] {
  const person = personFacts(row, options);
  const whole = attemptsOf(row);
  const aboutPerson = personColumns(person, options);
  const aboutCall = (attempt: AttemptFacts | undefined): ExportLine => {
    const said = attempt && whole[attempt.number - 1];
    if (attempt === undefined || said === undefined) return {};
    return {
      ...callColumns(attempt),
      ...prefixed('output', said.structured_output ?? {}),
      ...(options.transcripts ? spokenColumn(said) : {}),
    };
  };
  if (options.per === 'call')
    return person.attempts.map((attempt) => ({ ...aboutPerson, ...aboutCall(attempt) }));
  const last = person.attempts.findLast(({ result }) => result === 'human') ?? person.attempts.at(-1);
  const calls = { calls: person.attempts.length, reached: person.reached, open: person.open };
  return [{ ...aboutPerson, ...calls, ...aboutCall(last) }];
}

function spokenColumn(attempt: CallAttempt): ExportLine {
  const lines = spokenTurns(attempt).map(({ role, content }) => `${role}: ${content}`);
  return lines.length === 0 ? {} : { transcript: lines.join('\n') };
}

function personColumns(person: PersonFacts, { campaignName, campaignId }: ExportOptions): ExportLine {
  return defined({
    campaign: campaignName,
    campaign_id: campaignId,
    row: person.rowIndex === undefined ? undefined : person.rowIndex + 1,
    row_id: person.rowId,
    call_id: person.callId,
    phone_number: person.phone,
    ...prefixed('input', person.input),
    status: person.status,
    outcome: person.outcome,
    outcome_summary: person.outcomeSummary,
    from_phone_number: person.fromNumber,
  });
}

function callColumns(attempt: AttemptFacts): ExportLine {
  return defined({
    attempt: attempt.number,
    attempt_id: attempt.id,
    started_at: iso(attempt.startedMs),
    answered_at: iso(attempt.answeredMs),
    ended_at: iso(attempt.endedMs),
    talk_seconds: talkSeconds(attempt),
    result: attempt.result,
    dial_error: attempt.dialError,
    ended_by: attempt.endedBy,
    end_reason: attempt.endReason,
    contact_turns: attempt.userTurns,
  });
}

function iso(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function prefixed(group: string, values: Readonly<Record<string, unknown>>): ExportLine {
  return defined(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${group}.${name}`, value])),
  );
}

function defined(values: Readonly<Record<string, unknown>>): ExportLine {
  const kept: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string')
      kept[name] = value;
    else kept[name] = JSON.stringify(value);
  }
  return kept;
}

/** Every column that a line has, in the order in which they first appear; a transcript is the last. */
export function* exportColumns(lines: readonly ExportLine[]): Steps<readonly string[]> {
  const names = new Set<string>();
  yield* visitInPieces(lines, (line) => {
    for (const name in line) names.add(name);
  });
  const last = names.delete('transcript');
  return last ? [...names, 'transcript'] : [...names];
}
