import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { phoneNumberAnswer, phoneNumbersAnswer } from '../answers/phoneNumbersAnswer.ts';
import { json, type Answer } from '../http/answer.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import type { Context } from '../sandboxContext.ts';
import { bodyOf } from './campaignBody.ts';
import { modern, success, type Route } from './route.ts';

export const phoneNumberRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/phone-numbers',
    in: modern,
    answer: (context) => json(phoneNumbersAnswer(context)),
  },
  {
    method: 'PATCH',
    path: '/phone-numbers/:id',
    in: modern,
    answer: (context, { id, request }) => updatePhoneNumberRoute(context, id, request),
  },
  {
    method: 'DELETE',
    path: '/phone-numbers/:id',
    in: modern,
    answer: (context, { id }) => deletePhoneNumberRoute(context, id),
  },
];

/** `PATCH /phone-numbers/{id}`: its label, and the assistant that answers its calls. */
async function updatePhoneNumberRoute(
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
function deletePhoneNumberRoute(context: Context, id: string): Answer {
  phoneNumberAnswer(context, id);
  context.state.numberChanges.set(id, 'deleted');
  return success;
}
