import { apiOrAsk, type CommandContext } from './context.ts';
import type { LaunchPanels } from '../panels/launch/launchPanels.ts';
import { chooseCallList } from '../sending/callListFile.ts';

/**
 * The page on which a campaign is prepared, for the list that a person means.
 * @param proposed `{assistantId}`: what a sheet that nobody has touched begins with
 */
export async function openLaunchSheet(
  context: CommandContext,
  sheets: Pick<LaunchPanels, 'open'>,
  given: unknown,
  proposed?: unknown,
): Promise<void> {
  const uri = await chooseCallList(given);
  if (uri === undefined || (await apiOrAsk(context)) === undefined) return;
  const { assistantId } = (proposed ?? {}) as { readonly assistantId?: unknown };
  await sheets.open(uri, typeof assistantId === 'string' ? assistantId : undefined);
}
