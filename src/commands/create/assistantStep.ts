import type * as vscode from 'vscode';
import { inputStep, pickStep, type Step, type StepAnswer, type StepFrame } from '../../host/multiStep.ts';
import type { AssistantList } from '../../sending/assistantList.ts';
import type { CampaignPreparation } from '../../sending/campaignPreparation.ts';
import { problemOf, withDraft, type PaletteAnswers } from './paletteAnswers.ts';

export interface AssistantItem extends vscode.QuickPickItem {
  readonly choose: 'id' | 'again' | { readonly id: string };
}

/**
 * Who makes the calls. Servers without a list of assistants leave those seen in the campaigns, and an id that
 * the person knows. The list is read again for the assistant, which says which columns it needs.
 */
export function assistantStep(preparation: CampaignPreparation): Step<PaletteAnswers> {
  return async (answers, frame) => {
    let again = false;
    for (;;) {
      const answer: StepAnswer<AssistantItem> = await pickStep(frame, {
        placeholder: 'Which assistant makes the calls?',
        items: assistantItems(preparation.assistants, again),
        active: ({ choose }) => typeof choose === 'object' && choose.id === answers.draft.assistantId,
      });
      if (answer === undefined || answer === 'back') return answer;
      const { choose }: AssistantItem = answer.value;
      again = choose === 'again';
      if (choose === 'again') continue;
      const id = choose === 'id' ? await askForId(preparation, answers, frame) : { value: choose.id };
      if (id === undefined) return undefined;
      if (id === 'back') continue;
      const { draft } = withDraft(answers, { assistantId: id.value });
      return { value: { draft, evaluation: await preparation.evaluate(draft) } };
    }
  };
}

export async function assistantItems(
  assistants: AssistantList,
  again: boolean,
): Promise<readonly AssistantItem[]> {
  const { choices, problem } = await assistants.read(again);
  const readAgain: AssistantItem[] =
    problem === undefined
      ? []
      : [{ label: '$(refresh) Read the assistants again', detail: problem, choose: 'again' }];
  const items = choices.map(({ value, label, detail }): AssistantItem => {
    const sentence = assistants.find(value)?.first_sentence ?? '';
    return {
      label: `$(hubot) ${label}`,
      description: detail,
      detail: sentence === '' ? value : `“${sentence}”`,
      choose: { id: value },
    };
  });
  return [
    ...readAgain,
    ...items,
    { label: '$(edit) Another assistant…', description: 'by its id', choose: 'id' },
  ];
}

async function askForId(
  preparation: CampaignPreparation,
  answers: PaletteAnswers,
  frame: StepFrame,
): Promise<StepAnswer<string>> {
  const { assistantId } = answers.draft;
  return inputStep(
    { ...frame, canGoBack: true },
    {
      prompt: 'The id of the assistant, from the address of its page in the dashboard',
      placeholder: '00000000-0000-0000-0000-000000000000',
      value: preparation.assistants.find(assistantId) === undefined ? assistantId : '',
      problem: (text) =>
        problemOf(preparation, answers, { ...answers.draft, assistantId: text }, 'assistantId'),
    },
  );
}
