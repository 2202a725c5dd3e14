import type * as vscode from 'vscode';
import type { Assistant } from '../core/assistant.ts';
import { toMs } from '../core/timestamp.ts';
import { showQuickPick } from '../host/messages.ts';
import { AssistantList } from '../sending/assistantList.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { assistantItems } from './create/assistantStep.ts';

/** The assistant that was used last with this list: in this window, otherwise in its newest campaign. */
export async function lastAssistantOf(
  context: CommandContext,
  list: vscode.Uri,
): Promise<Assistant | undefined> {
  const known = context.listAssistants.get(list);
  if (known !== undefined) return known;
  const lists = await context.provenances.lists();
  let latest: { readonly ms: number; readonly assistant: Assistant } | undefined;
  for (const { id, created_at, assistant } of context.store.state.campaigns) {
    if (assistant === undefined || lists.get(id) !== list.toString()) continue;
    const ms = toMs(created_at) ?? 0;
    if (latest === undefined || ms > latest.ms) latest = { ms, assistant };
  }
  return latest?.assistant;
}

/**
 * Asks for an assistant whose texts are known, for a preview.
 * @returns undefined when none was chosen
 */
export async function pickAssistant(context: CommandContext): Promise<Assistant | undefined> {
  const api = await apiOrAsk(context);
  if (api === undefined) return undefined;
  const assistants = new AssistantList(api, () => context.store.state.campaigns);
  for (let again = false; ; again = true) {
    const items = assistantItems(assistants, again).then((all) =>
      all.filter(({ choose }) => choose !== 'id'),
    );
    const title = 'Preview What Is Said';
    const chosen = await showQuickPick(items, {
      title,
      placeHolder: 'Choose an assistant to preview',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen === undefined || typeof chosen.choose === 'string') {
      if (chosen?.choose === 'again') continue;
      return undefined;
    }
    return assistants.find(chosen.choose.id);
  }
}
