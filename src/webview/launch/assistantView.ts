import { html, nothing, type TemplateResult } from 'lit';
import type { AssistantView } from '../../panels/contract/protocolLaunch.ts';
import type { SheetDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import { icon } from '../shared/icon.ts';
import { comboView } from './comboView.ts';
import type { LaunchPage } from './launchPage.ts';
import { lineList, sectionView } from './sectionView.ts';
import type { LaunchState } from './launchState.ts';

/** The section in which the assistant is chosen. */
export function assistantSection(draft: SheetDraft, state: LaunchState, page: LaunchPage): TemplateResult {
  const { assistants, view } = state;
  const problem = assistants?.problem;
  const content = html`${comboView(
    {
      field: 'assistantId',
      label: 'Assistant',
      hiddenLabel: true,
      value: draft.assistantId,
      choices: assistants?.choices ?? [],
      placeholder: assistants === undefined ? 'Reading the assistants…' : 'Search by name, or paste an id',
      free: true,
      pick: (assistantId) => page.choose({ assistantId }),
    },
    state,
    page,
  )}
  ${
    problem === undefined
      ? nothing
      : html`<p class="remark">
          ${icon('warning', 'yellow')}<span>${problem}</span>
          <button class="link" @click=${() => void page.readAssistants(true)}>Read again</button>
        </p>`
  }
  ${aboutAssistant(draft, view?.assistant)}`;
  return sectionView({ id: 'assistant', icon: 'robot', title: 'Assistant', content });
}

function aboutAssistant(
  { assistantId }: SheetDraft,
  assistant: AssistantView | undefined,
): TemplateResult | typeof nothing {
  if (assistant?.id !== assistantId.trim()) return nothing;
  if (!assistant.known) {
    return html`<p class="hint">
      Only the assistant’s ID is known, so its texts, variables and rules cannot be shown. All columns are
      sent.
    </p>`;
  }
  return html`<div class="about">
    ${
      assistant.firstSentence === undefined
        ? nothing
        : html`<blockquote class="first-sentence">${assistant.firstSentence}</blockquote>`
    }
    ${lineList(assistant.facts, 'inline')}
  </div>`;
}
