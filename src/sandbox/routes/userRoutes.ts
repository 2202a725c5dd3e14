import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { userAnswer } from '../answers/userAnswer.ts';
import { json, type Answer } from '../http/answer.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import type { Context } from '../sandboxContext.ts';
import { bodyOf } from './campaignBody.ts';
import { everywhere, published, type Route } from './route.ts';

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/users/me', in: published, answer: (context) => json(userAnswer(context)) },
  {
    method: 'PATCH',
    path: '/users/me',
    in: ['0.1.1'],
    answer: (context, { request }) => updateUserRoute(context, request),
  },
  {
    method: 'GET',
    path: '/auth-status',
    in: everywhere,
    // A request without a valid key has been refused before.
    answer: () => json({ authenticated: true }),
  },
];

/** `PATCH /users/me` of the oldest generation. */
async function updateUserRoute(context: Context, request: IncomingMessage): Promise<Answer> {
  const shape = bodyOf(context.strict, { has_completed_onboarding: z.boolean().optional() });
  const result = shape.safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  const { state } = context;
  state.hasCompletedOnboarding = result.data.has_completed_onboarding ?? state.hasCompletedOnboarding;
  return json(userAnswer(context));
}
