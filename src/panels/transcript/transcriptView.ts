import { capitalized } from '../../core/format.ts';
import { startTimeMs } from '../../core/callStart.ts';
import { memberName } from '../../core/account.ts';
import { llmModelName, type Assistant, type StructuredOutputField } from '../../core/assistant.ts';
import { redactUrl } from '../../core/redact.ts';
import type { Call, CallAttempt, Row, TranscriptTurn } from '../../core/row.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { retryConfigWords } from '../../core/retryConfigText.ts';
import { toMs, type Timestamp } from '../../core/timestamp.ts';
import {
  attemptStatusBadge,
  callStatusBadge,
  dialErrorText,
  outcomeBadge,
  resultBadge,
  waitingBadge,
} from '../callWords.ts';
import { between, formatDuration } from '../duration.ts';
import { newestFirst } from '../lastAttempt.ts';
import type { AttemptView, Fact, SentMessage, TranscriptView } from '../contract/protocolTranscript.ts';
import { recordingPlayback } from './recording.ts';
import { endedText, personName } from '../rows/rowView.ts';
import { outputLines } from './structuredOutput.ts';
import { turnTimes } from './turnTimes.ts';
import { turnView } from './turnView.ts';

export type RowContent = Omit<TranscriptView, 'campaign' | 'question' | 'hasPrevious' | 'hasNext' | 'readMs'>;

/**
 * A row as it is read: the order on top, then its attempts, newest first. Nothing secret is in it.
 * @param serviceOrigin of the connection: from there recordings may be heard without encryption
 */
export function transcriptView(row: Row, serviceOrigin?: string): RowContent {
  const { call } = row;
  const attempts = newestFirst(attemptsOf(call));
  const status = call === undefined ? waitingBadge : callStatusBadge(call.status);
  const outcome = call?.outcome === undefined ? undefined : outcomeBadge(call.outcome);
  return {
    rowId: row.id,
    phone: row.phone_number,
    name: personName(row),
    outcome: outcome?.text === status.text ? undefined : outcome,
    summary: call?.outcome_summary,
    status,
    variables: Object.entries(row.input_data).map(([label, text]) => ({ label, text })),
    brief: call === undefined ? [] : briefFacts(call),
    order: call === undefined ? [] : orderFacts(call),
    metadata: Object.entries(call?.metadata ?? {}).map(([label, text]) => ({ label, text: redactUrl(text) })),
    assistant: call?.assistant && { name: call.assistant.name, facts: assistantFacts(call.assistant, call) },
    attempts: attempts.map((attempt, index) =>
      attemptView(attempt, attempts.length - index, call?.assistant?.structured_output_config, serviceOrigin),
    ),
  };
}

/** Servers that list no attempts may tell the last one all the same. */
function attemptsOf(call: Call | undefined): readonly CallAttempt[] {
  const { call_attempts: attempts = [], last_call_attempt: last } = call ?? {};
  return attempts.length === 0 && last !== undefined ? [last] : attempts;
}

function attemptView(
  attempt: CallAttempt,
  number: number,
  fields: readonly StructuredOutputField[] | undefined,
  serviceOrigin: string | undefined,
): AttemptView {
  const { transcript: live = [], post_call_transcript: afterCall = [], speech_events: events = [] } = attempt;
  const view = (turns: readonly TranscriptTurn[]) => {
    const times = turnTimes(turns, events);
    return turns.map((turn, index) => turnView(turn, times[index]));
  };
  const turns = view(afterCall.length > 0 ? afterCall : live);
  return {
    id: attempt.id,
    title: `Attempt ${number}`,
    status: attemptStatusBadge(attempt.status),
    result: attempt.result === undefined ? undefined : resultBadge(attempt.result),
    dialError: attempt.dial_error === undefined ? undefined : dialErrorText(attempt.dial_error),
    facts: attemptFacts(attempt),
    recording: recordingPlayback(attempt.recording_url, serviceOrigin),
    outputs: outputLines(attempt.structured_output, fields),
    turns,
    liveTurns: afterCall.length > 0 && live.length > 0 ? view(live) : undefined,
    messages: messagesOf(attempt),
    handledBy: handledBy(attempt),
    silence: turns.length > 0 ? undefined : silenceOf(attempt),
  };
}

/** Undefined where the assistant alone spoke, or it is unknown who did. */
function handledBy({ handled_by_ai, handled_by_human, handled_by_user }: CallAttempt): string | undefined {
  if (handled_by_human !== true) return undefined;
  const person = (handled_by_user && memberName(handled_by_user)) ?? 'a colleague';
  return handled_by_ai === true ? `Assistant, then ${person}` : capitalized(person);
}

function messagesOf({ sms_log = [], email_log = [] }: CallAttempt): readonly SentMessage[] {
  const messages: readonly SentMessage[] = [
    ...sms_log.map((sms): SentMessage => ({
      kind: 'SMS',
      title: messageTitle('SMS', sms.to_phone_number ?? ''),
      text: redactUrl(sms.message_body),
      ms: toMs(sms.created_at),
    })),
    ...email_log.map((email): SentMessage => ({
      kind: 'E-mail',
      title: messageTitle('E-mail', email.to_emails.join(', ')),
      text: email.subject,
      ms: toMs(email.created_at),
    })),
  ];
  return messages.toSorted((a, b) => (a.ms ?? 0) - (b.ms ?? 0));
}

function messageTitle(kind: SentMessage['kind'], to: string): string {
  return to === '' ? kind : `${kind} to ${to}`;
}

function silenceOf({ transcript, status }: CallAttempt): string {
  if (transcript !== undefined) return 'The transcript is empty: nobody said anything.';
  return status === 'completed' || status === 'error'
    ? 'There is no transcript of this attempt.'
    : 'The transcript comes when the attempt is over.';
}

function attemptFacts(attempt: CallAttempt): readonly Fact[] {
  const { started_at, answered_at, ended_at } = attempt;
  return present([
    moment('Started', started_at),
    moment('Answered', answered_at),
    moment('Ended', ended_at),
    duration('Rang', between(started_at, answered_at ?? ended_at)),
    duration('Talked', between(answered_at, ended_at)),
    { label: 'Ended by', text: endedText(attempt.ended_by, attempt.end_reason) },
    { label: 'Number', text: attempt.phone_number ?? '' },
  ]);
}

function briefFacts(call: Call): readonly Fact[] {
  return present([
    moment('Scheduled', startTimeMs(call) === undefined ? undefined : call.scheduled_at),
    moment('Created', call.created_at),
    { label: 'Attempts', text: String(Math.max(call.calls_count ?? 0, call.call_attempts.length)) },
    { label: 'Assistant', text: call.assistant?.name ?? '' },
  ]);
}

function orderFacts(call: Call): readonly Fact[] {
  return present([
    { label: 'To', text: call.to_phone_number ?? '' },
    { label: 'From', text: call.from_phone_number ?? '' },
    { label: 'Direction', text: call.direction ?? '' },
    { label: 'Calling rules', text: rulesText(call.call_retry_config) },
    { label: 'Call id', text: call.id },
  ]);
}

function rulesText(config: CallRetryConfig | undefined): string {
  if (config === undefined) return '';
  const { windows, days, attempts, timeZone } = retryConfigWords(config);
  return [windows, days, timeZone, attempts].join(' · ');
}

function assistantFacts(assistant: Assistant, call: Call): readonly Fact[] {
  const { llm_model = call.llm_model, voice, custom_tools: tools = [], max_call_duration_secs } = assistant;
  return present([
    { label: 'Model', text: llm_model === undefined ? '' : llmModelName(llm_model) },
    { label: 'Voice', text: [voice?.provider, voice?.id].filter(Boolean).join(' · ') },
    { label: 'First sentence', text: redactUrl(assistant.first_sentence ?? '') },
    { label: 'Tools', text: tools.map(({ name }) => name).join(', ') },
    duration(
      'Longest call',
      max_call_duration_secs === undefined ? undefined : max_call_duration_secs * 1000,
    ),
    { label: 'Assistant id', text: assistant.id },
  ]);
}

function moment(label: string, time: Timestamp | undefined): Fact {
  const ms = toMs(time);
  return ms === undefined ? { label, text: '' } : { label, text: '', ms };
}

function duration(label: string, ms: number | undefined): Fact {
  return { label, text: ms === undefined ? '' : formatDuration(ms) };
}

function present(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ text, ms }) => text !== '' || ms !== undefined);
}
