import * as z from 'zod';
import type { Assistant } from '../../core/assistant.ts';
import { retryDefaults } from '../../core/retryConfig.ts';
import { organizationId } from '../organization.ts';
import { isModern, revisionTraits, type Revision } from '../revision.ts';
import type { SandboxAssistant } from '../sandboxState.ts';
import { bodyOf, callerNumber, checkedRules, rulesSchema, type BodyContext } from './campaignBody.ts';

const text = z.string();
const clearable = text.nullish();
const level = z.number().min(0).max(1).optional();
const fieldType = z.enum(['string', 'number', 'boolean', 'enum', 'date', 'datetime']);
const keyValues = z.array(z.object({ key: text, value: text }));
const point = z.object({ x: z.number(), y: z.number() });

const namedValue = z.object({
  name: text,
  required: z.boolean(),
  type: fieldType,
  description: clearable,
  enum_options: z.array(text).nullish(),
});

const openrouterModel = z.object({
  type: z.literal('openrouter'),
  openrouter_model_id: text,
  openrouter_provider: text,
});
const dedicatedModel = z.object({
  type: z.literal('dedicated-instance'),
  name: z.enum(['gpt-4.1', 'ministral-3-8b-instruct']),
});
const oldestModel = z.discriminatedUnion('type', [dedicatedModel, openrouterModel]);
const model = z.discriminatedUnion('type', [
  dedicatedModel,
  openrouterModel,
  z.object({ type: z.literal('custom'), api_key: text, api_url: text, model_name: text }),
  z.object({
    type: z.literal('realtime'),
    provider: z.enum(['openai', 'google']),
    realtime_model_id: text,
    realtime_voice_id: clearable,
  }),
]);

const voice = z.object({
  id: text,
  provider: z.enum(['cartesia', 'elevenlabs', 'gradium']),
  model: z.enum(['sonic-3', 'sonic-3.5']).optional(),
  speed: z.number().optional(),
  volume: z.number().optional(),
});

const customTool = z.object({
  name: text,
  description: text,
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: text,
  body_template: text.nullable(),
  headers: keyValues,
  query_params: keyValues,
  input_schema: z.array(namedValue),
});

const promptFlow = z.object({
  edges: z.array(z.object({ id: text, source: text, target: text })),
  nodes: z.array(
    z.object({
      id: text,
      data: z.object({ body: text, title: text }),
      position: point,
      type: z.literal('promptBlock'),
    }),
  ),
});

/** The fields that every generation accepts, without the name and the prompt. */
function oldestShape(revision: Revision, strict: boolean) {
  return {
    background_sound: z.enum(['audio/office.ogg']).nullish(),
    calendly: z.object({ connection_id: text, event_type_id: text }).nullish(),
    call_retry_config: rulesSchema(revision, strict).optional(),
    end_of_call_sentence: text.optional(),
    faq_items: z.array(z.object({ question: text, answer: text })).optional(),
    first_sentence: text.optional(),
    first_sentence_delay_ms: z.number().int().min(0).optional(),
    first_sentence_mode: z.enum(['generated', 'static', 'none']).optional(),
    ivr_navigation_enabled: z.boolean().optional(),
    llm_model: (isModern(revision) ? model : oldestModel).optional(),
    max_call_duration_secs: z.number().positive().optional(),
    structured_output_config: z.array(namedValue).optional(),
    voice: voice.optional(),
    voicemail_message: clearable,
    webhook_url: text.optional(),
  };
}

/** The additional fields that the clients since 0.2.0 accept. */
function modernShape(revision: Revision) {
  const outcomes = z.array(z.enum([...revisionTraits[revision].outcomes, 'none']));
  const sounds = ['city-ambience', 'forest-ambience', 'office-ambience', 'crowded-room', 'keyboard-typing'];
  const channel = z.object({ id: text, name: clearable });
  const slackChannels =
    revision === '0.5.0' ? { channels: z.array(channel) } : { channel_id: text, channel_name: clearable };
  return {
    after_call_sms_outcomes: outcomes.nullish(),
    after_call_sms_prompt: clearable,
    background_sound_volume: level,
    cartesia_dictionary_pronunciation_id: clearable,
    custom_tools: z.array(customTool).nullish(),
    email_notification_address: clearable,
    email_notification_outcomes: outcomes.nullish(),
    from_phone_number: clearable,
    human_transfer_mode: z.enum(['warm', 'cold']).nullish(),
    logo_url: clearable,
    max_duration_end_message: clearable,
    position: point.nullish(),
    prompt_flow: promptFlow.nullish(),
    slack: z.object({ ...slackChannels, connection_id: text, outcomes, template: clearable }).nullish(),
    sms_enabled: z.boolean().optional(),
    sms_template: clearable,
    structured_output_prompt: clearable,
    stt_context: z.object({ general: keyValues, terms: z.array(text) }).nullish(),
    stt_model: z.enum(['stt-rt-v4', 'stt-rt-v5']).optional(),
    thinking_sound: z
      .enum([...sounds.map((name) => `${name}.ogg`), 'keyboard-typing2.ogg', 'hold_music.ogg'])
      .nullish(),
    thinking_sound_probability: level,
    thinking_sound_volume: level,
    type: z.enum(['standalone', 'multi-step', 'sub-assistant']).optional(),
    voicemail_sms_prompt: clearable,
    warm_transfer_summary_instructions: clearable,
    zoho: z
      .object({
        connection_id: text,
        field_mapping: z.array(z.object({ source: text, zoho_field: text })),
        log_call_activity: z.boolean(),
        module: text,
        outcomes,
        template: clearable,
      })
      .nullish(),
    ...(revision === '0.5.0'
      ? {
          precall_lookup_url: clearable,
          transfer_destinations: z.array(z.object({ label: text, phone_number: text })).nullish(),
        }
      : { email_notification_language: z.enum(['en', 'fr']).optional() }),
  };
}

/** All fields of a body. The caller decides whether name and prompt are required. */
export function assistantShape({ revision, strict }: Pick<BodyContext, 'revision' | 'strict'>) {
  return {
    ...oldestShape(revision, strict),
    ...(isModern(revision) ? modernShape(revision) : {}),
    ...(revision === '0.5.0' ? {} : { transfer_phone_number: clearable }),
  };
}

/**
 * The body of `POST /assistants` and of `PATCH /assistants/{id}`.
 * @throws HttpProblem 400, 413 or 422 that says what is wrong
 */
export function assistantBody(context: Pick<BodyContext, 'revision' | 'strict'>, needs: 'all' | 'changes') {
  const required = { name: text.min(1), prompt: text };
  const changes = { name: text.min(1).optional(), prompt: text.optional() };
  return bodyOf(context.strict, {
    ...assistantShape(context),
    ...(needs === 'all' ? required : changes),
  });
}

/** Fields of assistants that the extension does not use. */
const onlyHere = new Set([
  ...['after_call_sms_outcomes', 'cartesia_dictionary_pronunciation_id', 'email_notification_language'],
  ...['logo_url', 'position', 'precall_lookup_url', 'prompt_flow', 'slack', 'stt_context', 'stt_model'],
  ...['transfer_destinations', 'type', 'zoho'],
]);

/**
 * The assistant with the fields of a checked body. null clears a field.
 * @throws HttpProblem 422 for hours or numbers that cannot be read
 */
export function withFields(
  assistant: SandboxAssistant,
  fields: Readonly<Record<string, unknown>>,
  now: string,
): SandboxAssistant {
  const known: Record<string, unknown> = {};
  const more: Record<string, unknown> = { ...assistant.more };
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (onlyHere.has(name)) more[name] = value;
    else known[name] = value ?? undefined;
  }
  const { call_retry_config: rules, from_phone_number: number } = fields;
  if (rules !== undefined && rules !== null)
    known.call_retry_config = checkedRules(rules as Parameters<typeof checkedRules>[0]);
  if (typeof number === 'string') callerNumber(number);
  return { ...assistant, ...known, more, updated_at: now };
}

/** An assistant without any fields set. */
export function emptyAssistant(id: string, now: string): Assistant {
  return {
    id,
    name: '',
    organization_id: organizationId,
    prompt: '',
    first_sentence_delay_ms: 400,
    first_sentence_mode: 'static',
    ivr_navigation_enabled: false,
    llm_model: { type: 'dedicated-instance', name: 'gpt-4.1' },
    max_call_duration_secs: 600,
    call_retry_config: retryDefaults,
    created_at: now,
    updated_at: now,
  };
}
