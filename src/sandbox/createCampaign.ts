import { createRequestSchema } from '../api/schemas/createRequestSchema.ts';
import { readCallingRules } from '../dialing/callingRules.ts';
import { isZone } from '../dialing/zoneOffsets.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { Contacts } from './contacts.ts';
import { ContactText } from './contactText.ts';
import { HttpProblem } from './httpProblem.ts';
import { isPossibleNumber } from './numberCountry.ts';
import { rulesConfig, type CampaignOrder, type World } from './world.ts';
import type * as z from 'zod';

/** Contacts are checked in portions: others are served in between, and no copy of the whole list is made. */
const contactsAtOnce = 2000;

/** A body of `POST /campaigns` as an order, or a 404 or 422 that says what is wrong with it. */
export async function readCreateRequest(body: unknown, world: World): Promise<CampaignOrder> {
  const { contacts: list, ...rest } = asObject(body);
  const request = parse(createRequestSchema.omit({ contacts: true }), rest, '');
  if (!Array.isArray(list)) throw new HttpProblem(422, 'contacts: expected an array of contacts');
  if (list.length === 0) throw new HttpProblem(422, 'contacts: a campaign needs at least one contact');
  const assistant = world.assistants.find(({ id }) => id === request.assistant_id);
  if (assistant === undefined) throw new HttpProblem(404, 'Assistant not found');
  const { call_retry_config: retryConfig, from_phone_number: fromPhoneNumber } = request;
  const callRetryConfig = retryConfig && { ...retryConfig, timezone: retryConfig.timezone ?? undefined };
  if (callRetryConfig !== undefined) checkRules(callRetryConfig);
  if (fromPhoneNumber !== undefined && !isPossibleNumber(fromPhoneNumber))
    throw new HttpProblem(422, `from_phone_number: ${badNumber(fromPhoneNumber)}`);
  const order = {
    name: request.name,
    assistant,
    launch: request.launch ?? true,
    callRetryConfig,
    fromPhoneNumber,
    maxConcurrentCalls: request.max_concurrent_calls,
    scheduledMs: request.scheduled_at === undefined ? undefined : Date.parse(request.scheduled_at),
  };
  const text = await readContacts(list);
  return {
    ...order,
    contacts: new Contacts(text, rulesConfig({ ...order, contacts: Contacts.of([]) })?.timezone),
  };
}

async function readContacts(list: readonly unknown[]): Promise<ContactText> {
  const text = new ContactText();
  for (let from = 0; from < list.length; from += contactsAtOnce) {
    const portion = list.slice(from, from + contactsAtOnce);
    for (const contact of parse(createRequestSchema.shape.contacts, portion, 'contacts', from)) {
      if (!isPossibleNumber(contact.to_phone_number)) {
        const path = `contacts[${text.length}].to_phone_number`;
        throw new HttpProblem(422, `${path}: ${badNumber(contact.to_phone_number)}`);
      }
      text.add(contact);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return text;
}

function badNumber(number: string): string {
  return `"${number.slice(0, 40)}" is not a valid phone number in E.164 format, e.g. +12125550100`;
}

function checkRules(config: CallRetryConfig): void {
  const [problem] = readCallingRules(config).problems;
  if (problem !== undefined)
    throw new HttpProblem(422, `call_retry_config.${problem.path}: ${problem.message}`);
  if (config.calling_windows.length === 0)
    throw new HttpProblem(422, 'call_retry_config.calling_windows: at least one window is needed');
  if (config.allowed_days?.length === 0)
    throw new HttpProblem(422, 'call_retry_config.allowed_days: at least one day is needed');
  if (config.timezone !== undefined && !isZone(config.timezone))
    throw new HttpProblem(422, `call_retry_config.timezone: "${config.timezone}" is not an IANA time zone`);
}

function asObject(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  throw new HttpProblem(422, 'body: expected an object');
}

function parse<T>(schema: z.ZodType<T>, value: unknown, at: string, firstIndex = 0): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).reduce<string>((text, key, depth) => {
    if (typeof key === 'number') return `${text}[${depth === 0 ? key + firstIndex : key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, at);
  throw new HttpProblem(422, `${path === '' ? 'body' : path}: ${issue?.message ?? 'invalid'}`);
}
