import type { IncomingMessage } from 'node:http';
import { assistantAnswer } from '../answers/assistantAnswer.ts';
import { json, type Answer } from '../http/answer.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import type { Context } from '../sandboxContext.ts';
import type { SandboxAssistant } from '../sandboxState.ts';
import { assistantBody, emptyAssistant, withFields } from './assistantBody.ts';
import { everywhere, modern, published, success, type Route } from './route.ts';

export const assistantRoutes: readonly Route[] = [
  { method: 'GET', path: '/assistants', in: everywhere, answer: listAssistantsRoute },
  {
    method: 'POST',
    path: '/assistants',
    in: published,
    answer: (context, { request }) => createAssistantRoute(context, request),
  },
  {
    method: 'GET',
    path: '/assistants/:id',
    in: published,
    answer: ({ state, revision }, { id }) => json(assistantAnswer(revision, state.assistant(id))),
  },
  {
    method: 'PATCH',
    path: '/assistants/:id',
    in: published,
    answer: (context, { id, request }) => updateAssistantRoute(context, id, request),
  },
  {
    method: 'DELETE',
    path: '/assistants/:id',
    in: published,
    answer: ({ state }, { id }) => {
      state.deleteAssistant(id);
      return success;
    },
  },
  {
    method: 'POST',
    path: '/assistants/:id/clone',
    in: modern,
    answer: (context, { id }) => cloneAssistantRoute(context, id),
  },
];

/** `GET /assistants`, without sub-assistants. */
function listAssistantsRoute({ state, revision }: Context): Answer {
  const shown = state.assistants.filter(({ more }) => more?.type !== 'sub-assistant');
  return json({ assistants: shown.map((assistant) => assistantAnswer(revision, assistant)) });
}

/** `POST /assistants` */
async function createAssistantRoute(context: Context, request: IncomingMessage): Promise<Answer> {
  const fields = await readFields(context, request, 'all');
  const now = timeNow(context);
  return saved(context, withFields(emptyAssistant(context.state.nextAssistantId(), now), fields, now), 201);
}

/** `PATCH /assistants/{id}`. Campaigns that exist keep the assistant as it was. */
async function updateAssistantRoute(context: Context, id: string, request: IncomingMessage): Promise<Answer> {
  const assistant = context.state.assistant(id);
  const fields = await readFields(context, request, 'changes');
  return saved(context, withFields(assistant, fields, timeNow(context)), 200);
}

/** `POST /assistants/{id}/clone` */
function cloneAssistantRoute(context: Context, id: string): Answer {
  const original = context.state.assistant(id);
  const now = timeNow(context);
  const copy = { ...original, id: context.state.nextAssistantId(), created_at: now };
  return saved(context, withFields(copy, { name: `${original.name} (copy)` }, now), 201);
}

function saved({ state, revision }: Context, assistant: SandboxAssistant, status: number): Answer {
  state.saveAssistant(assistant);
  return json({ assistant: assistantAnswer(revision, assistant) }, status);
}

async function readFields(context: Context, request: IncomingMessage, needs: 'all' | 'changes') {
  const result = assistantBody(context, needs).safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  return result.data as Readonly<Record<string, unknown>>;
}

function timeNow({ state }: Context): string {
  return new Date(state.clock.nowMs()).toISOString();
}
