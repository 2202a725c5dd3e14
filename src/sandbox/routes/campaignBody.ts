import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { CampaignChanges } from '../actions/campaignActions.ts';
import { createRequestSchema } from '../../api/schemas/createRequestSchema.ts';
import { days, type CallRetryConfig } from '../../core/retryConfig.ts';
import { readCallingRules } from '../../dialing/callingRules.ts';
import { isZone } from '../../dialing/zoneOffsets.ts';
import type { Context } from '../sandboxContext.ts';
import { isPossibleNumber } from '../dialing/numberLookup.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { parseJson, readChunks } from '../http/readBody.ts';
import { RequestScanner } from '../http/requestScanner.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import { isModern, type Revision } from '../revision.ts';
import type { CampaignOrder } from '../sandboxState.ts';
import { badNumber, ContactsReader } from './readContacts.ts';

/** What reading a body needs. */
export type BodyContext = Pick<Context, 'state' | 'revision' | 'strict'>;

/** An object with these fields. Others are ignored, or refused with `strict`. */
export function bodyOf<Shape extends z.ZodRawShape>(strict: boolean, shape: Shape) {
  return strict ? z.strictObject(shape) : z.object(shape);
}

/** ISO 8601; a time without a zone is read as UTC. */
export const timeText = z.iso.datetime({ offset: true, local: true });

export function timeMs(text: string): number {
  return Date.parse(/(?:z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
}

/** `call_retry_config` with the requirements of the revision. */
export function rulesSchema(revision: Revision, strict: boolean) {
  const day = z.array(z.enum(days));
  const modern = isModern(revision);
  const leastDelay = revision === '0.5.0' ? 0 : 1;
  const window = bodyOf(strict, {
    calling_window_start_time: z.string(),
    calling_window_end_time: z.string(),
    retry_delay_seconds: z.number().int().min(leastDelay),
  });
  return bodyOf(strict, {
    allowed_days: modern ? day : day.optional(),
    call_twice_in_a_row: modern ? z.boolean() : z.boolean().optional(),
    calling_windows: z.array(window),
    max_retry_attempts: z.number().int().positive(),
    timezone: z.string().nullish(),
  });
}

/** The fields of `POST /campaigns`. */
function createShape({ revision, strict }: BodyContext) {
  const { assistant_id, name, contacts, from_phone_number, max_concurrent_calls } = createRequestSchema.shape;
  const today = { assistant_id, name, contacts, from_phone_number, max_concurrent_calls };
  const shape = { ...today, call_retry_config: rulesSchema(revision, strict).optional() };
  // The clients may send null for no time.
  const scheduled_at = timeText.nullish();
  switch (revision) {
    case '0.1.1':
      return { ...shape, scheduled_at };
    case 'docs':
      return { ...shape, scheduled_at, launch: z.boolean().optional() };
    case '0.3.0':
      return { ...shape, scheduled_at, launch: z.boolean(), type: z.enum(['regular', 'jump_in']) };
    case '0.5.0':
      return shape;
  }
}

interface CreateBody {
  readonly assistant_id: string;
  readonly name: string;
  readonly contacts: readonly unknown[];
  readonly from_phone_number?: string | undefined;
  readonly max_concurrent_calls?: number | undefined;
  readonly call_retry_config?: z.infer<ReturnType<typeof rulesSchema>> | undefined;
  readonly scheduled_at?: string | null | undefined;
  readonly launch?: boolean | undefined;
  readonly type?: 'regular' | 'jump_in' | undefined;
}

/**
 * The body of `POST /campaigns` as an order.
 * @throws HttpProblem 400, 404, 413 or 422 that says what is wrong
 */
export async function readCreateRequest(
  request: IncomingMessage,
  context: BodyContext,
): Promise<CampaignOrder> {
  const { rest, reader } = await readWithContacts(request, context);
  const result = bodyOf(context.strict, createShape(context)).safeParse(rest);
  if (reader.problem?.status === 400) throw reader.problem;
  if (!result.success) throw schemaProblem(result.error);
  if (reader.problem !== undefined) throw reader.problem;
  const body = result.data as CreateBody;
  if (reader.contacts.length === 0)
    throw new HttpProblem(422, 'contacts: a campaign needs at least one contact');
  return {
    name: body.name,
    assistant: context.state.assistant(body.assistant_id),
    contacts: reader.contacts,
    launch: body.launch ?? true,
    type: body.type,
    callRetryConfig: body.call_retry_config && checkedRules(body.call_retry_config),
    fromPhoneNumber: callerNumber(body.from_phone_number),
    maxConcurrentCalls: body.max_concurrent_calls,
    scheduledMs: typeof body.scheduled_at === 'string' ? timeMs(body.scheduled_at) : undefined,
  };
}

/** The fields of `PATCH /campaigns/{id}`. */
function updateShape({ revision, strict }: BodyContext) {
  const { assistant_id, name, contacts, max_concurrent_calls } = createRequestSchema.shape;
  const today = {
    name: name.optional(),
    from_phone_number: z.string().nullish(),
    max_concurrent_calls: max_concurrent_calls.nullable(),
    call_retry_config: rulesSchema(revision, strict).nullish(),
  };
  if (revision === '0.5.0') return today;
  return {
    ...today,
    assistant_id: assistant_id.optional(),
    contacts: contacts.optional(),
    scheduled_at: timeText.nullish(),
    type: z.enum(['regular', 'jump_in']).optional(),
  };
}

interface UpdateBody extends Partial<Pick<CreateBody, 'name' | 'assistant_id' | 'contacts' | 'type'>> {
  readonly from_phone_number?: string | null | undefined;
  readonly max_concurrent_calls?: number | null | undefined;
  readonly call_retry_config?: CreateBody['call_retry_config'] | null;
  readonly scheduled_at?: string | null | undefined;
}

/** The body of `PATCH /campaigns/{id}`. @throws HttpProblem 400, 404, 413 or 422 that says what is wrong */
export async function readUpdateRequest(
  request: IncomingMessage,
  context: BodyContext,
): Promise<CampaignChanges> {
  const { rest, reader } = await readWithContacts(request, context);
  const result = bodyOf(context.strict, updateShape(context)).safeParse(rest);
  if (!result.success) throw schemaProblem(result.error);
  if (reader.problem !== undefined) throw reader.problem;
  const body = result.data as UpdateBody;
  if (body.contacts !== undefined && reader.contacts.length === 0)
    throw new HttpProblem(422, 'contacts: a campaign needs at least one contact');
  return {
    name: body.name,
    fromPhoneNumber: callerNumber(body.from_phone_number),
    maxConcurrentCalls: body.max_concurrent_calls,
    callRetryConfig: body.call_retry_config && checkedRules(body.call_retry_config),
    draft: {
      assistant: body.assistant_id === undefined ? undefined : context.state.assistant(body.assistant_id),
      contacts: body.contacts === undefined ? undefined : reader.contacts,
      scheduledMs: typeof body.scheduled_at === 'string' ? timeMs(body.scheduled_at) : body.scheduled_at,
      type: body.type,
    },
  };
}

/** The body without its contacts, which are read as they arrive. */
async function readWithContacts(request: IncomingMessage, context: BodyContext) {
  const reader = new ContactsReader(context);
  const scanner = new RequestScanner((items) => reader.add(items));
  for await (const chunk of readChunks(request)) scanner.push(chunk);
  return { rest: parseJson(scanner.end()), reader };
}

export function checkedNumber(field: string, number: string): string {
  if (isPossibleNumber(number)) return number;
  throw new HttpProblem(422, `${field}: ${badNumber(number)}`);
}

/** The caller ID in E.164, where the body names one. @throws HttpProblem 422 */
export function callerNumber<T extends string | null | undefined>(number: T): T {
  if (typeof number === 'string') checkedNumber('from_phone_number', number);
  return number;
}

/** @throws HttpProblem 422 for hours, days or a zone that cannot be read */
export function checkedRules(given: z.infer<ReturnType<typeof rulesSchema>>): CallRetryConfig {
  const config: CallRetryConfig = { ...given, timezone: given.timezone ?? undefined };
  const [problem] = readCallingRules(config).problems;
  if (problem !== undefined)
    throw new HttpProblem(422, `call_retry_config.${problem.path}: ${problem.message}`);
  if (config.calling_windows.length === 0)
    throw new HttpProblem(422, 'call_retry_config.calling_windows: at least one window is needed');
  if (config.allowed_days?.length === 0)
    throw new HttpProblem(422, 'call_retry_config.allowed_days: at least one day is needed');
  if (config.timezone !== undefined && !isZone(config.timezone))
    throw new HttpProblem(422, `call_retry_config.timezone: "${config.timezone}" is not an IANA time zone`);
  return config;
}
