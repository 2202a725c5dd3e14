import { assistantIdPattern } from '../core/assistantId.ts';
import { llmModelName, type Assistant } from '../core/assistant.ts';
import type { Campaign } from '../core/campaign.ts';
import { messageOf } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import type { CampaignApi } from '../core/ports.ts';
import { unlessAborted } from '../core/unlessAborted.ts';

/** An assistant as an item of a list to choose from. */
export interface AssistantChoice {
  /** Its id. */
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/**
 * The assistants of a connection: the server's list where it has one, else those seen in its campaigns. Read
 * once.
 */
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

  /**
   * @param again also when it was read before, or could not be read
   * @returns in the order of the server; `problem`: why the list is not complete
   */
  async read(
    again: boolean,
    signal?: AbortSignal,
  ): Promise<{ readonly choices: readonly AssistantChoice[]; readonly problem: string | undefined }> {
    if (again) this.#listed = undefined;
    const listed = await unlessAborted((this.#listed ??= this.#ask()), signal);
    const seen = this.#campaigns().flatMap(({ assistant }) => assistant ?? []);
    const all = [...listed, ...seen];
    const known = all.filter(({ id }) => assistantIdPattern.test(id));
    const leftOut = new Set(all.map(({ id }) => id)).size - new Set(known.map(({ id }) => id)).size;
    // of two the list's own counts
    this.#known = new Map(known.toReversed().map((assistant) => [assistant.id, assistant]));
    const choices = [...new Set(known.map(({ id }) => id))]
      .flatMap((id) => this.#known.get(id) ?? [])
      .map((assistant) => ({
        value: assistant.id,
        label: assistantName(assistant),
        detail: detailOf(assistant),
      }));
    return { choices, problem: this.#problem ?? leftOutText(leftOut) };
  }

  /** @returns undefined where it is not among those that were read */
  find(id: string): Assistant | undefined {
    return this.#known.get(id.trim());
  }

  async #ask(): Promise<readonly Assistant[]> {
    this.#problem = undefined;
    try {
      return (await this.#api.listAssistants()) ?? [];
    } catch (error) {
      this.#listed = undefined; // the next call may succeed
      this.#problem = messageOf(error);
      return [];
    }
  }
}

function leftOutText(count: number): string | undefined {
  if (count === 0) return undefined;
  const them = count === 1 ? 'It has an id' : 'They have ids';
  return `${plural(count, 'assistant is', 'assistants are')} left out. ${them} that cannot be sent.`;
}

export function assistantName({ id, name }: Pick<Assistant, 'id' | 'name'>): string {
  return name === '' ? id : name;
}

function detailOf({ voice, llm_model }: Assistant): string {
  return [voice?.provider, llm_model && llmModelName(llm_model)]
    .filter((fact) => fact !== undefined)
    .join(' · ');
}
