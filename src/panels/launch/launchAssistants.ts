import { llmModelName, type Assistant } from '../../core/assistant.ts';
import type { Campaign } from '../../core/campaign.ts';
import { isAbort, messageOf } from '../../core/errors.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { redactUrl } from '../../core/redact.ts';
import { rulesDraftOf } from './launchDraft.ts';
import { rulesLines } from './launchRules.ts';
import type { Assistants, AssistantView, Line } from '../contract/protocolLaunch.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isAssistantId(text: string): boolean {
  return uuid.test(text.trim());
}

/** The assistants of a connection: the server's list where it has one, else those seen in its campaigns. Read once. */
export class AssistantList {
  readonly #api: CampaignApi;
  readonly #campaigns: () => readonly Campaign[];
  #listed: Promise<readonly Assistant[]> | undefined;
  #known = new Map<string, Assistant>();
  #problem: string | undefined;

  constructor(api: CampaignApi, campaigns: () => readonly Campaign[]) {
    this.#api = api;
    this.#campaigns = campaigns;
  }

  /** @param again also when it was read before, or could not be read */
  async read(again: boolean, signal?: AbortSignal): Promise<Assistants> {
    if (again) this.#listed = undefined;
    const listed = await (this.#listed ??= this.#ask(signal));
    const seen = this.#campaigns().flatMap(({ assistant }) => assistant ?? []);
    this.#known = new Map(
      [...seen, ...listed]
        .filter(({ id }) => isAssistantId(id))
        .map((assistant) => [assistant.id, assistant]),
    );
    const choices = [...this.#known.values()]
      .map((assistant) => ({ value: assistant.id, label: nameOf(assistant), detail: detailOf(assistant) }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en'));
    return { choices, problem: this.#problem };
  }

  find(id: string): Assistant | undefined {
    return this.#known.get(id.trim());
  }

  async #ask(signal: AbortSignal | undefined): Promise<readonly Assistant[]> {
    this.#problem = undefined;
    try {
      return (await this.#api.listAssistants(signal)) ?? [];
    } catch (error) {
      this.#listed = undefined; // the next one who asks may be luckier
      if (isAbort(error)) throw error;
      this.#problem = messageOf(error);
      return [];
    }
  }
}

function nameOf({ id, name }: Assistant): string {
  return name === '' ? id : name;
}

function detailOf({ voice, llm_model }: Assistant): string {
  return [voice?.provider, llm_model && llmModelName(llm_model)]
    .filter((fact) => fact !== undefined)
    .join(' · ');
}

/** What a person should know of who makes the calls, without a secret. */
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
    name: nameOf(assistant),
    known: true,
    facts,
    firstSentence:
      first_sentence === undefined || first_sentence === '' ? undefined : redactUrl(first_sentence),
    fromNumber: from_phone_number,
    rulesLines: rulesLines(assistant.call_retry_config),
    rules: rulesDraftOf(assistant.call_retry_config),
  };
}
