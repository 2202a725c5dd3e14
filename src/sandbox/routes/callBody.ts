import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { Contacts } from '../contacts/contacts.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import type { CampaignOrder, SandboxAssistant, SingleCall } from '../sandboxState.ts';
import { assistantShape, emptyAssistant, withFields } from './assistantBody.ts';
import { bodyOf, callerNumber, checkedNumber, timeMs, timeText } from './campaignBody.ts';
import type { BodyContext } from './campaignBody.ts';

const texts = z.record(z.string(), z.string());

/** The body of `POST /call`. @throws HttpProblem 400, 404, 413 or 422 that says what is wrong */
export async function readCallRequest(
  request: IncomingMessage,
  context: BodyContext,
): Promise<{ order: CampaignOrder; single: SingleCall }> {
  const { revision, state, strict } = context;
  const shape = {
    phone_number: z.string(),
    assistant_id: z.uuid().optional(),
    assistant: inlineAssistant(context).optional(),
    concurrency: bodyOf(strict, { key: z.string(), max: z.number().optional() }).optional(),
    from_phone_number: z.string().optional(),
    metadata: texts.optional(),
    prompt_variables: texts.optional(),
    scheduled_at: timeText.nullish(),
    // Two fields have been used for a call that ignores the calling window.
    ...(revision === '0.5.0'
      ? { skip_calling_window: z.boolean().optional() }
      : { force_now: z.boolean().optional() }),
  };
  const result = bodyOf(strict, shape).safeParse(await readJson(request, maxBodyBytes));
  if (!result.success) throw schemaProblem(result.error);
  const body = result.data;
  const { skip_calling_window, force_now } = body as Record<string, unknown>;
  const to_phone_number = checkedNumber('phone_number', body.phone_number);
  const { prompt_variables = {}, from_phone_number, scheduled_at } = body;
  return {
    order: {
      name: to_phone_number,
      assistant: assistantOf(context, body),
      contacts: Contacts.of([{ to_phone_number, prompt_variables }]),
      launch: true,
      fromPhoneNumber: callerNumber(from_phone_number),
      scheduledMs: scheduled_at == null ? undefined : Math.max(state.clock.nowMs(), timeMs(scheduled_at)),
    },
    single: {
      metadata: body.metadata,
      skipsCallingWindow: skip_calling_window === true || force_now === true,
    },
  };
}

function assistantOf(
  context: BodyContext,
  body: {
    readonly assistant_id?: string | undefined;
    readonly assistant?: InlineAssistant | undefined;
  },
): SandboxAssistant {
  const { state } = context;
  if (body.assistant_id !== undefined) return state.assistant(body.assistant_id);
  if (body.assistant === undefined)
    throw new HttpProblem(422, 'assistant_id: an assistant_id or an assistant is needed');
  const now = new Date(state.clock.nowMs()).toISOString();
  const id = state.ids.named(`inline assistant ${JSON.stringify(body.assistant)}`);
  return withFields(emptyAssistant(id, now), { name: 'Assistant of one call', ...body.assistant }, now);
}

/** An assistant defined in the call itself, which needs no name. */
function inlineAssistant(context: BodyContext) {
  const shape = { ...assistantShape(context), name: z.string().min(1).optional(), prompt: z.string() };
  return bodyOf(context.strict, shape);
}

type InlineAssistant = z.infer<ReturnType<typeof inlineAssistant>>;
