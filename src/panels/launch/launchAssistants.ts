import { llmModelName, type Assistant } from '../../core/assistant.ts';
import { rulesDraftOf } from '../../core/campaignDraft.ts';
import { redactUrl } from '../../core/redact.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { retryConfigWords } from '../../core/retryConfigText.ts';
import { assistantName } from '../../sending/assistantList.ts';
import type { AssistantView, Line } from '../contract/protocolLaunch.ts';

/** What a person should know about the assistant that makes the calls, without its secrets. */
export function assistantView(id: string, assistant: Assistant | undefined): AssistantView {
  if (assistant === undefined) {
    const rules = rulesDraftOf();
    const base = { id, name: id, known: false, facts: [], firstSentence: undefined, fromNumber: undefined };
    return { ...base, rulesLines: [], rules };
  }
  const { voice, llm_model, first_sentence, from_phone_number, max_call_duration_secs } = assistant;
  const facts: Line[] = [];
  if (voice !== undefined) facts.push({ label: 'Voice', text: voice.provider ?? voice.id });
  if (llm_model !== undefined) facts.push({ label: 'Model', text: llmModelName(llm_model) });
  if (max_call_duration_secs !== undefined) {
    const minutes = Math.round((max_call_duration_secs / 60) * 10) / 10;
    facts.push({ label: 'Longest call', text: `${minutes} min` });
  }
  return {
    id,
    name: assistantName(assistant),
    known: true,
    facts,
    firstSentence:
      first_sentence === undefined || first_sentence === '' ? undefined : redactUrl(first_sentence),
    fromNumber: from_phone_number,
    rulesLines: rulesLines(assistant.call_retry_config),
    rules: rulesDraftOf(assistant.call_retry_config),
  };
}

function rulesLines(config: CallRetryConfig | undefined): readonly Line[] {
  const { windowsWithDelays, days, attempts, timeZone } = retryConfigWords(config);
  return [
    { label: 'Hours', text: windowsWithDelays },
    { label: 'Days', text: days },
    { label: 'Attempts', text: attempts },
    { label: 'Time zone', text: timeZone },
  ];
}
