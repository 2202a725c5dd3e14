import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { phoneNumberAnswer } from '../answers/phoneNumbersAnswer.ts';
import { json, type Answer } from '../http/answer.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import type { Context } from '../sandboxContext.ts';
import { bodyOf } from './campaignBody.ts';

/** `PATCH /phone-numbers/{id}`: its label, and the assistant that answers its calls. */
export async function updatePhoneNumberRoute(
  context: Context,
  id: string,
  request: IncomingMessage,
): Promise<Answer> {
  const { state, strict } = context;
  phoneNumberAnswer(context, id);
  const shape = bodyOf(strict, { label: z.string().nullish(), inbound_assistant_id: z.string().nullish() });
  const result = shape.safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  const { label, inbound_assistant_id: assistantId } = result.data;
  const assistant = typeof assistantId === 'string' ? state.assistant(assistantId) : assistantId;
  const before = state.numberChanges.get(id);
  const earlier = typeof before === 'object' ? before : {};
  state.numberChanges.set(id, {
    label: label === undefined ? earlier.label : label,
    assistant: assistant === undefined ? earlier.assistant : assistant,
  });
  return json(phoneNumberAnswer(context, id));
}

/** `DELETE /phone-numbers/{id}`. @throws HttpProblem 404 */
export function deletePhoneNumberRoute(context: Context, id: string): Answer {
  phoneNumberAnswer(context, id);
  context.state.numberChanges.set(id, 'deleted');
  return json({ success: true });
}
