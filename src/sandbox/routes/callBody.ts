import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { Assistant } from '../../core/assistant.ts';
import { Contacts } from '../contacts/contacts.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { maxBodyBytes, readJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import { organizationId } from '../organization.ts';
import type { CampaignOrder, SingleCall } from '../sandboxState.ts';
import { bodyOf, checkedNumber, checkedRules, rulesSchema, timeMs, timeText } from './campaignBody.ts';
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
    scheduled_at: timeText.optional(),
    // Both words have been used for a call that does not wait for the calling hours.
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
      fromPhoneNumber: from_phone_number && checkedNumber('from_phone_number', from_phone_number),
      scheduledMs:
        scheduled_at === undefined ? undefined : Math.max(state.clock.nowMs(), timeMs(scheduled_at)),
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
): Assistant {
  const { state } = context;
  if (body.assistant_id !== undefined) return state.assistant(body.assistant_id);
  if (body.assistant === undefined)
    throw new HttpProblem(422, 'assistant_id: an assistant_id or an assistant is needed');
  const { call_retry_config: rules, ...given } = body.assistant;
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const now = new Date(state.clock.nowMs()).toISOString();
  return {
    first_sentence_delay_ms: 400,
    first_sentence_mode: 'static',
    ivr_navigation_enabled: false,
    llm_model: { type: 'dedicated-instance', name: 'gpt-4.1' },
    max_call_duration_secs: 600,
    ...set,
    ...(rules ? { call_retry_config: checkedRules(rules) } : {}),
    name: body.assistant.name ?? 'Assistant of one call',
    id: state.ids.named(`inline assistant ${JSON.stringify(body.assistant)}`),
    organization_id: organizationId,
    created_at: now,
    updated_at: now,
  };
}

/** What the sandbox takes of an assistant that is given with the call; the rest is ignored. */
function inlineAssistant({ revision }: BodyContext) {
  const text = z.string().nullish();
  return z.object({
    name: z.string().min(1).nullish(),
    prompt: z.string(),
    first_sentence: text,
    first_sentence_mode: z.enum(['generated', 'static', 'none']).nullish(),
    first_sentence_delay_ms: z.number().int().nullish(),
    end_of_call_sentence: text,
    voicemail_message: text,
    transfer_phone_number: text,
    webhook_url: text,
    ivr_navigation_enabled: z.boolean().nullish(),
    max_call_duration_secs: z.number().nullish(),
    call_retry_config: rulesSchema(revision, false).nullish(),
    llm_model: llmModel.nullish(),
    voice: voice.nullish(),
    structured_output_config: z.array(outputField).nullish(),
  });
}

const llmModel = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('dedicated-instance'),
    name: z.enum(['gpt-4.1', 'ministral-3-8b-instruct']),
  }),
  z.object({
    type: z.literal('openrouter'),
    openrouter_model_id: z.string(),
    openrouter_provider: z.string(),
  }),
  z.object({
    type: z.literal('custom'),
    api_key: z.string(),
    api_url: z.string(),
    model_name: z.string(),
  }),
  z.object({
    type: z.literal('realtime'),
    provider: z.enum(['openai', 'google']),
    realtime_model_id: z.string(),
    realtime_voice_id: z.string().nullish(),
  }),
]);

const voice = z.object({
  id: z.string(),
  provider: z.enum(['cartesia', 'elevenlabs', 'gradium']),
  speed: z.number().nullish(),
  volume: z.number().nullish(),
});

const outputField = z.object({
  name: z.string(),
  required: z.boolean(),
  type: z.enum(['string', 'number', 'boolean', 'enum', 'date', 'datetime']),
  description: z.string().nullish(),
  enum_options: z.array(z.string()).nullish(),
});

type InlineAssistant = z.infer<ReturnType<typeof inlineAssistant>>;
