import type { IncomingMessage } from 'node:http';
import { createRequestSchema } from '../../api/schemas/createRequestSchema.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { readCallingRules } from '../../dialing/callingRules.ts';
import { isZone } from '../../dialing/zoneOffsets.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { isPossibleNumber } from '../dialing/numberLookup.ts';
import { parseJson, readChunks } from '../http/readBody.ts';
import { badNumber, ContactsReader } from './readContacts.ts';
import { RequestScanner } from '../http/requestScanner.ts';
import { schemaProblem } from '../http/schemaProblem.ts';
import type { CampaignOrder, SandboxState } from '../sandboxState.ts';

/** The body of `POST /campaigns` as an order, or a 400, 404, 413 or 422 that says what is wrong with it. */
export async function readCreateRequest(
  request: IncomingMessage,
  state: SandboxState,
): Promise<CampaignOrder> {
  const reader = new ContactsReader();
  const scanner = new RequestScanner((items) => reader.add(items));
  for await (const chunk of readChunks(request)) scanner.push(chunk);
  const result = createRequestSchema.safeParse(parseJson(scanner.end()));
  if (reader.problem?.status === 400) throw reader.problem;
  if (!result.success) throw schemaProblem(result.error);
  if (reader.problem !== undefined) throw reader.problem;
  return toOrder(result.data, reader, state);
}

function toOrder(
  body: ReturnType<typeof createRequestSchema.parse>,
  { contacts }: ContactsReader,
  state: SandboxState,
): CampaignOrder {
  if (contacts.length === 0) throw new HttpProblem(422, 'contacts: a campaign needs at least one contact');
  const assistant = state.assistants.find(({ id }) => id === body.assistant_id);
  if (assistant === undefined) throw new HttpProblem(404, 'Assistant not found');
  const { call_retry_config: config, from_phone_number: fromPhoneNumber } = body;
  const callRetryConfig = config && { ...config, timezone: config.timezone ?? undefined };
  if (callRetryConfig !== undefined) checkRules(callRetryConfig);
  if (fromPhoneNumber !== undefined && !isPossibleNumber(fromPhoneNumber))
    throw new HttpProblem(422, `from_phone_number: ${badNumber(fromPhoneNumber)}`);
  return {
    name: body.name,
    assistant,
    contacts,
    launch: body.launch ?? true,
    callRetryConfig,
    fromPhoneNumber,
    maxConcurrentCalls: body.max_concurrent_calls,
    scheduledMs: body.scheduled_at === undefined ? undefined : Date.parse(body.scheduled_at),
  };
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
