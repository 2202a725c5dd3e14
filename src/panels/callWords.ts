import type {
  AttemptStatus,
  CallOutcome,
  CallResult,
  CallStatus,
  DialError,
  ResultFilter,
} from '../core/row.ts';
import { outcomeText } from '../core/outcomeText.ts';
import { readableWord } from '../core/readableValue.ts';
import type { RowCategory } from '../core/rowCategory.ts';
import type { Badge, Tone } from './contract/protocolRows.ts';

// Words of the service as they are shown. One that this version does not know is shown in its own words.

const callStatusBadges: Readonly<Record<CallStatus, Badge>> = {
  not_launched: { text: 'Not launched', icon: 'circle-large-outline', tone: 'muted' },
  initializing: { text: 'Initializing', icon: 'loading', tone: 'muted' },
  queued_for_calling: { text: 'Queued', icon: 'clock', tone: 'plain' },
  calling: { text: 'Calling', icon: 'call-outgoing', tone: 'blue' },
  post_processing: { text: 'Call ended', icon: 'loading', tone: 'blue' },
  scheduled: { text: 'Scheduled', icon: 'calendar', tone: 'purple' },
  paused: { text: 'Paused', icon: 'debug-pause', tone: 'yellow' },
  completed: { text: 'Completed', icon: 'check', tone: 'green' },
  cancelled: { text: 'Cancelled', icon: 'circle-slash', tone: 'muted' },
  errored: { text: 'Failed', icon: 'error', tone: 'red' },
};

const attemptStatusBadges: Readonly<Record<AttemptStatus, Badge>> = {
  queued: { text: 'Queued', icon: 'clock', tone: 'plain' },
  ringing: { text: 'Ringing', icon: 'bell', tone: 'blue' },
  ongoing: { text: 'Talking', icon: 'call-outgoing', tone: 'blue' },
  completed: { text: 'Completed', icon: 'check', tone: 'green' },
  error: { text: 'Failed', icon: 'error', tone: 'red' },
};

const resultBadges: Readonly<Record<CallResult, Badge>> = {
  human: { text: 'Human', icon: 'person', tone: 'green' },
  voicemail: { text: 'Voicemail', icon: 'mail', tone: 'yellow' },
  IVR: { text: 'Phone menu (IVR)', icon: 'server', tone: 'yellow' },
  'ios-screening-filter': { text: 'iOS call screening', icon: 'device-mobile', tone: 'yellow' },
  unknown: { text: 'Unknown', icon: 'question', tone: 'muted' },
};

const outcomeMarks: Readonly<Record<CallOutcome, Omit<Badge, 'text'>>> = {
  interested: { icon: 'thumbsup', tone: 'green' },
  requested_callback_later: { icon: 'call-incoming', tone: 'purple' },
  completed: { icon: 'check', tone: 'green' },
  not_interested: { icon: 'thumbsdown', tone: 'muted' },
  requested_callback_new_number: { icon: 'call-incoming', tone: 'purple' },
  do_not_contact: { icon: 'error', tone: 'red' },
  ai_averse: { icon: 'thumbsdown', tone: 'red' },
};

const categoryLabels: Readonly<Record<RowCategory, { label: string; icon: string; tone: Tone }>> = {
  interested: { label: 'Interested', icon: 'thumbsup', tone: 'green' },
  callback: { label: 'Call back', icon: 'call-incoming', tone: 'purple' },
  reached: { label: 'Reached', icon: 'person', tone: 'green' },
  voicemail: { label: 'Voicemail', icon: 'mail', tone: 'yellow' },
  'not reached': { label: 'Not reached', icon: 'circle-outline', tone: 'yellow' },
  failed: { label: 'Failed', icon: 'error', tone: 'red' },
  cancelled: { label: 'Cancelled', icon: 'circle-slash', tone: 'muted' },
  'not launched': { label: 'Not launched', icon: 'circle-large-outline', tone: 'muted' },
  open: { label: 'Open', icon: 'clock', tone: 'blue' },
};

const endReasonTexts: Readonly<Record<string, string>> = {
  client_initiated: 'ended by the service',
  connection_timeout: 'connection lost',
  human_takeover: 'taken over by a person',
  ivr_no_navigate: 'phone menu',
  max_duration: 'longest duration reached',
  participant_removed: 'removed from the call',
  tool_end_call: 'said goodbye',
  transfer: 'transferred',
  user_inactive: 'no reply',
  user_rejected: 'call rejected',
  user_unavailable: 'not available',
  voicemail: 'voicemail',
  speed_dial_abandoned: 'operator left',
  speed_dial_operator_missed: 'operator missed it',
  speed_dial_timeout: 'no operator in time',
  speed_dial_hangup: 'hung up by the operator',
};

const dialErrorTexts: Readonly<Record<DialError, string>> = {
  number_non_attributed: 'The number is not in use',
  too_many_calls: 'Too many calls at once',
  busy: 'The line was busy',
  temporarily_unavailable: 'Not reachable for the moment',
  no_answer: 'Nobody answered',
  no_international_permission: 'International calls are not permitted',
  precondition_failed: 'A precondition was not met',
  non_classified_error: 'Another error of the telephone network',
};

const endedByTexts: Readonly<Record<string, string>> = {
  agent: 'Assistant',
  user: 'Contact',
  system: 'System',
};

/** A row that has no call yet. */
export const waitingBadge: Badge = { text: 'Waiting', icon: 'clock', tone: 'muted' };

export function callStatusBadge(status: string): Badge {
  return lookUp(callStatusBadges, status) ?? unknownBadge(status);
}

export function attemptStatusBadge(status: string): Badge {
  return lookUp(attemptStatusBadges, status) ?? unknownBadge(status);
}

export function resultBadge(result: string): Badge {
  return lookUp(resultBadges, result) ?? unknownBadge(result);
}

export function outcomeBadge(outcome: string): Badge {
  const mark = lookUp(outcomeMarks, outcome);
  return mark === undefined ? unknownBadge(outcome) : { ...mark, text: outcomeText(outcome) };
}

/** The label and icon of a category of rows. */
export function categoryLabel(category: RowCategory): { label: string; icon: string; tone: Tone } {
  return categoryLabels[category];
}

export function endReasonText(reason: string): string {
  return lookUp(endReasonTexts, reason) ?? reason.replaceAll('_', ' ');
}

export function dialErrorText(error: string): string {
  return lookUp(dialErrorTexts, error) ?? readableWord(error);
}

export function endedByText(endedBy: string): string {
  return lookUp(endedByTexts, endedBy) ?? readableWord(endedBy);
}

export function resultFilterText(result: ResultFilter): string {
  if (result === 'all') return 'Any result';
  return result === 'none' ? 'No result yet' : resultBadges[result].text;
}

/** `charts.blue` as our tone; VS Code's muted colours are one. */
export function toneOf(themeColor: string | undefined): Tone {
  const name = themeColor?.replace('charts.', '');
  const tones: readonly Tone[] = ['blue', 'purple', 'yellow', 'green', 'red'];
  if (name === undefined) return 'plain';
  return tones.find((tone) => tone === name) ?? 'muted';
}

function unknownBadge(word: string): Badge {
  return { text: word === '' ? 'Unknown' : readableWord(word), icon: 'question', tone: 'muted' };
}

function lookUp<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
