import type * as vscode from 'vscode';
import { llmModelName, type Assistant } from '../../core/assistant.ts';
import type { Campaign } from '../../core/campaign.ts';
import { isAbort } from '../../core/errors.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { inputStep, pickStep, type Step, type StepAnswer, type StepFrame } from '../../host/multiStep.ts';
import type { Answers, ChosenAssistant } from './answers.ts';

interface AssistantItem extends vscode.QuickPickItem {
  readonly choose: 'id' | ChosenAssistant;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Who makes the calls. Servers without a list of assistants leave those seen in the campaigns, and an id that the
 * person knows.
 */
export function assistantStep(
  api: CampaignApi,
  campaigns: readonly Campaign[],
  chosen: (answers: Answers, assistant: ChosenAssistant) => Promise<Answers>,
): Step<Answers> {
  const items = assistantItems(api, campaigns);
  return async (answers, frame) => {
    const answer = await pickStep(frame, {
      placeholder: 'Which assistant makes the calls?',
      items,
      active: (item) => item.choose !== 'id' && item.choose.id === answers.assistant?.id,
    });
    if (answer === undefined || answer === 'back') return answer;
    const { choose } = answer.value;
    if (choose !== 'id') return { value: await chosen(answers, choose) };
    const typed = await askForId(answers, frame);
    if (typed === undefined || typed === 'back') return typed;
    return { value: await chosen(answers, { id: typed.value, known: undefined }) };
  };
}

async function assistantItems(
  api: CampaignApi,
  campaigns: readonly Campaign[],
): Promise<readonly AssistantItem[]> {
  const listed = await api.listAssistants().catch((error: unknown) => {
    if (isAbort(error)) throw error;
    return undefined; // the campaigns below know some, and an id can be typed
  });
  const seen = campaigns.flatMap(({ assistant }) => assistant ?? []);
  const assistants = new Map<string, Assistant>();
  for (const assistant of [...(listed ?? []), ...seen]) {
    if (uuid.test(assistant.id) && !assistants.has(assistant.id)) assistants.set(assistant.id, assistant);
  }
  const typeId = { label: '$(edit) Another assistant…', description: 'by its id', choose: 'id' } as const;
  return [...[...assistants.values()].map(toItem), typeId];
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

function askForId(answers: Answers, frame: StepFrame): Promise<StepAnswer<string>> {
  return inputStep(frame, {
    prompt: 'The id of the assistant, from the address of its page in the dashboard',
    placeholder: '00000000-0000-0000-0000-000000000000',
    value: answers.assistant?.id ?? '',
    problem: (text) =>
      uuid.test(text)
        ? undefined
        : 'An assistant id is 32 letters and digits in five groups. Copy all of it.',
  });
}
