import type * as vscode from 'vscode';
import { llmModelName, type Assistant } from '../../core/assistant.ts';
import type { Campaign } from '../../core/campaign.ts';
import { messageOf } from '../../core/errors.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { inputStep, pickStep, type Step, type StepAnswer, type StepFrame } from '../../host/multiStep.ts';
import type { Answers, ChosenAssistant } from './answers.ts';

export interface AssistantItem extends vscode.QuickPickItem {
  readonly choose: 'id' | 'again' | ChosenAssistant;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Who makes the calls. Servers without a list of assistants leave those seen in the campaigns, and an id that the
 * person knows. `chosen` looks at the call list in the light of the assistant; undefined: that was cancelled.
 */
export function assistantStep(
  api: CampaignApi,
  campaigns: readonly Campaign[],
  chosen: (answers: Answers, assistant: ChosenAssistant) => Promise<Answers | undefined>,
): Step<Answers> {
  // Lists of assistants are heavy: one is enough for a flow, however often one comes back to this step.
  let items: Promise<readonly AssistantItem[]> | undefined;
  return async (answers, frame) => {
    for (;;) {
      const answer = await pickStep(frame, {
        placeholder: 'Which assistant makes the calls?',
        items: (items ??= assistantItems(api, campaigns)),
        active: ({ choose }) => typeof choose === 'object' && choose.id === answers.assistant?.id,
      });
      if (answer === undefined || answer === 'back') return answer;
      const { choose } = answer.value;
      if (choose === 'again') {
        items = undefined;
        continue;
      }
      const assistant = choose === 'id' ? await askForId(answers, frame) : { value: choose };
      if (assistant === undefined) return undefined;
      const next = assistant === 'back' ? undefined : await chosen(answers, assistant.value);
      if (next !== undefined) return { value: next };
    }
  };
}

/** The one of this id with its rules and variables, as far as the server or a campaign tells them. */
export async function assistantById(
  api: CampaignApi,
  campaigns: readonly Campaign[],
  id: string,
): Promise<ChosenAssistant> {
  const seen = campaigns.find(({ assistant }) => assistant?.id === id)?.assistant;
  // Without a list of assistants an id is all there is; the review says what could not be read.
  const listed = await api.listAssistants().catch(() => undefined);
  return { id, known: listed?.find((assistant) => assistant.id === id) ?? seen };
}

export async function assistantItems(
  api: CampaignApi,
  campaigns: readonly Campaign[],
): Promise<readonly AssistantItem[]> {
  let problem: string | undefined;
  const listed = await api.listAssistants().catch((error: unknown) => {
    problem = messageOf(error);
    return undefined; // the campaigns know some, and an id can be typed
  });
  const seen = campaigns.flatMap(({ assistant }) => assistant ?? []);
  const assistants = new Map<string, Assistant>();
  for (const assistant of [...(listed ?? []), ...seen]) {
    if (uuid.test(assistant.id) && !assistants.has(assistant.id)) assistants.set(assistant.id, assistant);
  }
  const again: AssistantItem[] =
    problem === undefined
      ? []
      : [{ label: '$(refresh) Read the assistants again', detail: problem, choose: 'again' }];
  const typeId: AssistantItem = {
    label: '$(edit) Another assistant…',
    description: 'by its id',
    choose: 'id',
  };
  return [...again, ...[...assistants.values()].map(toItem), typeId];
}

function toItem(assistant: Assistant): AssistantItem {
  const { id, name, voice, llm_model, first_sentence } = assistant;
  const facts = [voice?.provider, llm_model && llmModelName(llm_model)].filter((fact) => fact !== undefined);
  return {
    label: `$(hubot) ${name === '' ? id : name}`,
    description: facts.join(' · '),
    detail: first_sentence === undefined || first_sentence === '' ? id : `“${first_sentence}”`,
    choose: { id, known: assistant },
  };
}

async function askForId(answers: Answers, frame: StepFrame): Promise<StepAnswer<ChosenAssistant>> {
  const answer = await inputStep(
    { ...frame, canGoBack: true },
    {
      prompt: 'The id of the assistant, from the address of its page in the dashboard',
      placeholder: '00000000-0000-0000-0000-000000000000',
      value: answers.assistant?.known === undefined ? (answers.assistant?.id ?? '') : '',
      problem: (text) =>
        uuid.test(text)
          ? undefined
          : 'An assistant id is 32 letters and digits in five groups. Copy all of it.',
    },
  );
  if (answer === undefined || answer === 'back') return answer;
  return { value: { id: answer.value, known: undefined } };
}
