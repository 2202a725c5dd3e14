import type { Badge, RowsQuestion } from './protocolRows.ts';

// The messages between the transcript page and its host. Links to recordings and whole assistants stay in the
// host.

export interface Fact {
  readonly label: string;
  readonly text: string;
  /** A moment; `text` is empty then. */
  readonly ms?: number;
}

export type Speaker = 'user' | 'assistant' | 'human_agent' | 'tool' | 'other';

export interface TurnView {
  readonly speaker: Speaker;
  /** `Contact`, `Assistant`, the tool's name, or the role as the server wrote it. */
  readonly name: string;
  readonly text: string;
  /** Of a tool call: JSON with indents, or the text that the server sent instead. */
  readonly arguments?: string;
  readonly failed?: true;
  /** What a tool answered: JSON with indents, or the text that the server sent. */
  readonly output?: string;
  /** Since the call was answered: `1:05`. */
  readonly time?: string;
  /** The same in ms. */
  readonly startMs?: number;
  /** The speaker was interrupted. */
  readonly interrupted?: true;
}

/** `fromMs`: since the call was answered; absent: from the beginning. */
export interface PlayRequest {
  readonly attemptId: string;
  readonly fromMs?: number | undefined;
}

export interface PlayingRecording extends PlayRequest {
  readonly url: string;
}

/** One value that was extracted from the call, compared with what the assistant was asked for. */
export interface OutputLine {
  readonly name: string;
  readonly text: string;
  readonly description?: string;
  /** What is wrong with it, in words. */
  readonly problem?: string;
}

export interface AttemptView {
  readonly id: string;
  readonly title: string;
  readonly status: Badge;
  readonly result: Badge | undefined;
  readonly dialError: string | undefined;
  readonly facts: readonly Fact[];
  /** Who spoke with the contact, where a person took part: `Assistant, then Paul`. */
  readonly handledBy: string | undefined;
  /** How its recording can be heard, where there is one. */
  readonly recording: 'here' | 'outside' | undefined;
  readonly outputs: readonly OutputLine[];
  /** Made from the recording after the call where there is one, else as it was written during the call. */
  readonly turns: readonly TurnView[];
  /** As it was written during the call, where there is also a better one. */
  readonly liveTurns: readonly TurnView[] | undefined;
  /** SMS and e-mails that were sent, oldest first. */
  readonly messages: readonly SentMessage[];
  /** Why there are no turns. */
  readonly silence: string | undefined;
}

export interface SentMessage {
  readonly kind: 'SMS' | 'E-mail';
  /** What was sent to whom, where that is known: `SMS to +12125550100`. */
  readonly title: string;
  readonly text: string;
  readonly ms: number | undefined;
}

export interface TranscriptView {
  readonly rowId: string;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly question: RowsQuestion;
  readonly phone: string;
  /** The person's name, where the call or the list tells it. */
  readonly name: string | undefined;
  readonly status: Badge;
  /** Undefined: there is none, or the status reads the same. */
  readonly outcome: Badge | undefined;
  /** A sentence of the service that explains the outcome. */
  readonly summary: string | undefined;
  readonly variables: readonly Fact[];
  /** The facts of the call order that matter to every reader; `order` has the rest. */
  readonly brief: readonly Fact[];
  readonly order: readonly Fact[];
  readonly metadata: readonly Fact[];
  readonly assistant: { readonly name: string; readonly facts: readonly Fact[] } | undefined;
  readonly attempts: readonly AttemptView[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly readMs: number;
}

export interface TranscriptReady {
  readonly view: TranscriptView;
  /** The recording that a person asked to hear. */
  readonly playing: PlayingRecording | undefined;
  /** The turn to begin at, from 0: a line that was found. */
  readonly reveal?: { readonly attemptId: string; readonly turn: number } | undefined;
}

export interface TranscriptRequests {
  ready(params: undefined): TranscriptReady;
  refresh(params: undefined): TranscriptView;
  step(params: { readonly by: 1 | -1 }): TranscriptView;
  /** Reloads the page, allowed to play from this recording's origin and no other. */
  play(params: PlayRequest): undefined;
  openRecording(params: { readonly attemptId: string }): undefined;
  /** All that is known of the assistant, as JSON without keys and tokens. */
  assistant(params: undefined): string;
  copyTurn(params: { readonly attemptId: string; readonly turn: number; readonly live: boolean }): undefined;
  copyAll(params: undefined): undefined;
  openDocument(params: undefined): undefined;
  openRows(params: undefined): undefined;
  setApiKey(params: undefined): undefined;
}

export interface TranscriptEvents {
  /** Read again while the call continues. */
  refreshed: TranscriptView;
  /** Another row or another connection: forget everything and ask `ready` again. */
  restart: undefined;
}

/**
 * What the page stores in VS Code while it is hidden or reloaded: its position, and nothing that was said.
 */
export interface SavedTranscript {
  readonly campaignId: string;
  readonly question: RowsQuestion;
  readonly rowId: string;
  readonly scrollTop: number;
}
