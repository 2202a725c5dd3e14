import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { voicesAnswer } from '../answers/voicesAnswer.ts';
import { json, type Answer } from '../http/answer.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import type { Context } from '../sandboxContext.ts';
import { bodyOf } from './campaignBody.ts';
import { oneOf } from './queryParameters.ts';
import { toneWav } from './toneWav.ts';
import { modern, published, success, type Route } from './route.ts';

export const voiceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/voices',
    in: published,
    answer: ({ state, revision }) => json(voicesAnswer(revision, state.voices)),
  },
  {
    method: 'GET',
    path: '/voices/:id',
    in: published,
    answer: (context, { id, query }) => retrieveVoiceRoute(context, id, query),
  },
  {
    method: 'POST',
    path: '/voices/preview',
    in: published,
    answer: (context, { request }) => previewVoiceRoute(context, request),
  },
  {
    method: 'POST',
    path: '/voices/clone',
    in: modern,
    answer: (context, { request }) => cloneVoiceRoute(context, request),
  },
  {
    method: 'DELETE',
    path: '/voices/:id',
    in: modern,
    answer: (context, { id }) => deleteVoiceRoute(context, id),
  },
];

const providers = ['cartesia', 'elevenlabs', 'gradium'] as const;
const languages = ['en', 'fr', 'es', 'de', 'it', 'pt', 'ru', 'zh'] as const;
const contentTypes = [
  'audio/webm',
  'audio/wav',
  'audio/mpeg',
  'audio/ogg',
  'audio/mp4',
  'video/webm',
] as const;

/** `GET /voices/{id}` */
function retrieveVoiceRoute({ state }: Context, id: string, query: URLSearchParams): Answer {
  oneOf('provider', query.get('provider') ?? '', providers);
  const { name, description } = state.voice(id);
  return json({ voice: { id, name, description } });
}

/** `POST /voices/preview`: a short melody in place of the voice. */
async function previewVoiceRoute(context: Context, request: IncomingMessage): Promise<Answer> {
  const shape = bodyOf(context.strict, {
    provider: z.enum(providers),
    voiceId: z.string(),
    model: z.enum(['sonic-3', 'sonic-3.5']).optional(),
    speed: z.number().optional(),
    text: z.string().optional(),
    volume: z.number().optional(),
  });
  const result = shape.safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  context.state.voice(result.data.voiceId);
  return { status: 200, headers: { 'content-type': 'audio/wav' }, body: toneWav(2, 1) };
}

/** `POST /voices/clone` */
async function cloneVoiceRoute(context: Context, request: IncomingMessage): Promise<Answer> {
  const shape = bodyOf(context.strict, {
    name: z.string().min(1),
    language: z.enum(languages),
    contentType: z.enum(contentTypes),
    audio: z.base64(),
  });
  const result = shape.safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  const { name, language } = result.data;
  const { id } = context.state.addVoice(name, language);
  const createdAt = new Date(context.state.clock.nowMs()).toISOString();
  return json({ id, cartesiaVoiceId: id, createdAt, language, name }, 201);
}

/** `DELETE /voices/{id}`: deletes a voice that was cloned here. @throws HttpProblem 404 or 409 */
function deleteVoiceRoute({ state }: Context, id: string): Answer {
  if (state.voice(id).isCloned !== true) throw new HttpProblem(409, 'Only a cloned voice can be deleted');
  state.deleteVoice(id);
  return success;
}
