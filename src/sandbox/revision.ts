import { assistantView, newestAssistantFields, oldestAssistantFields } from './answers/assistantAnswer.ts';
import type { Assistant } from '../core/assistant.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';

/**
 * Which of the published generations the sandbox plays.
 * 1: the oldest with campaigns: no `launch` (a create dials at once), assistants of 23 fields
 * 2: the newest with paged rows: drafts, 39 fields, `structured_output_extraction`
 * 3: what the 0.5.0 client describes: a create makes a draft, rows without paging, two more counts
 */
export type Revision = 1 | 2 | 3;

interface Shaped {
  readonly assistant: Assistant;
  readonly call_retry_config: CallRetryConfig | null;
}

/** An assistant and rules with just the fields of the revision; the rest of the object is left alone. */
export function shapeFor<T extends Shaped>(revision: Revision, value: T) {
  return {
    ...value,
    assistant: assistantFor(revision, value.assistant),
    call_retry_config: value.call_retry_config && rulesFor(revision, value.call_retry_config),
  };
}

export function assistantFor(revision: Revision, assistant: Assistant) {
  const fields = revision === 1 ? oldestAssistantFields : newestAssistantFields;
  const rules = assistant.call_retry_config && rulesFor(revision, assistant.call_retry_config);
  return assistantView({ ...assistant, call_retry_config: rules }, fields);
}

/** The oldest revision knows windows and attempts only. */
function rulesFor(revision: Revision, rules: CallRetryConfig): CallRetryConfig {
  const { calling_windows, max_retry_attempts, timezone } = rules;
  return revision === 1 ? { calling_windows, max_retry_attempts, timezone } : { ...rules, timezone };
}
