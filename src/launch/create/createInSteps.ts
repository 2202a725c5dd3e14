import { ApiError, HumanError } from '../../core/errors.ts';
import type { CreateCampaignRequest } from '../../core/createRequest.ts';
import type { CampaignApi } from '../../core/ports.ts';
import { isUnknownField } from '../../core/unknownField.ts';
import type { CallsJournal } from '../journal/callsJournal.ts';
import { termsOf } from '../comparison/campaignTerms.ts';
import { confirmedCall, type ConfirmedCall } from '../comparison/confirmedCalls.ts';
import { createBody, type LaunchProtocol } from '../start/launchProtocol.ts';
import { launchSelection } from '../calls/launchSelection.ts';
import type { CallsStart, CallsEnd } from '../calls/callsOrder.ts';
import { readBack, type ReadBack } from './readBack.ts';
import { sentContacts } from '../comparison/sentContacts.ts';
import { submit } from './submit.ts';
import type { Submission, SubmitOptions } from './submission.ts';

/** The current step, for a progress message. */
export type CreateStep = 'creating' | 'checking' | 'launching';

export interface CreateOptions extends Omit<SubmitOptions, 'inSteps' | 'newId'> {
  /** A UUID, which is also the id of the create's intent in the journal. */
  readonly launchId: string;
  readonly protocol: LaunchProtocol;
  /** What should be launched once the campaign is checked; undefined: nothing. */
  readonly launch: InitialLaunch | undefined;
  readonly calls: CallsJournal;
  /** Called right before the launch is sent. Rejects when anything now forbids calling these people. */
  readonly stillAllowed: () => Promise<void>;
  /** For further intents. */
  readonly newId: () => string;
  readonly onStep?: ((step: CreateStep) => void) | undefined;
}

export interface InitialLaunch {
  readonly start: CallsStart;
  /** Positions in `request.contacts` of those to call first; undefined: all. */
  readonly only?: readonly number[] | undefined;
}

/**
 * Creates a campaign, once, and on servers whose create calls nobody also reads it back, compares it with
 * what was sent, and launches exactly the calls that were confirmed. Any step can be the last one reached.
 */
export async function createInSteps(options: CreateOptions): Promise<Submission> {
  const { protocol, onStep, request } = options;
  const confirmedMs = options.clock.now();
  onStep?.('creating');
  if (protocol.kind === 'one step') {
    return createAtOnce(options, createBody(request, protocol));
  }
  const created = await createOnly(options, protocol);
  if (created.kind !== 'created') return created;
  if (options.signal?.aborted === true) {
    return { ...created, check: { kind: 'not checked', why: 'you stopped', campaign: created.campaign } };
  }
  onStep?.('checking');
  const check = await readBack({
    ...options,
    id: created.campaign.id,
    sent: sentContacts(request.contacts),
    terms: termsOf(request),
    operation: protocol.operation,
  });
  const campaign = check.campaign ?? created.campaign;
  if (check.kind !== 'agrees' || options.launch === undefined) return { ...created, campaign, check };
  onStep?.('launching');
  const launch = await launchChecked(options, check, { ...options.launch, confirmedMs });
  const after = launch.kind === 'launched' ? (launch.campaign ?? campaign) : campaign;
  return { ...created, campaign: after, check, launch };
}

/**
 * Creates and calls with one request. The oldest servers do not know `launch` and always call: where one
 * refuses the field, the same request, which the person has confirmed, is sent without it.
 */
async function createAtOnce(options: CreateOptions, request: CreateCampaignRequest): Promise<Submission> {
  const first = await submit({ ...options, newId: () => options.launchId, request });
  if (first.kind !== 'refused' || request.launch !== true || request.type !== undefined) return first;
  // A sentence that only speaks of a launch is not enough: a campaign may exist that could not be launched.
  if (!isUnknownField(first.error, 'launch')) return first;
  return submit({ ...options, request: { ...request, launch: undefined } });
}

/**
 * Creates without calling. If the server refuses a field of the older generation, the request is repeated
 * without such fields.
 */
async function createOnly(
  options: CreateOptions,
  protocol: Extract<LaunchProtocol, { kind: 'in steps' }>,
): Promise<Submission> {
  const send = (launchId: string, body: LaunchProtocol) =>
    submit({
      ...options,
      newId: () => launchId,
      request: createBody(options.request, body),
      inSteps: { operation: protocol.operation },
    });
  const first = await send(options.launchId, protocol);
  // The fields are optional to try only where a read has shown that a create without them calls nobody.
  const mayRetry = protocol.operation === undefined && options.api.server.excludes('callsAtOnce');
  if (first.kind !== 'refused' || !mayRetry || !refusesFlags(first.error)) return first;
  return send(options.newId(), { ...protocol, flags: false });
}

/** The server says with certainty that nothing was created, and names a field of the older generation. */
function refusesFlags(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.status === 400 || error.status === 422) &&
    /\b(?:launch|type)\b/i.test(error.serverMessage ?? '')
  );
}

async function launchChecked(
  options: CreateOptions,
  check: Extract<ReadBack, { kind: 'agrees' }>,
  { start, only, confirmedMs }: InitialLaunch & { readonly confirmedMs: number },
): Promise<CallsEnd> {
  const api: CampaignApi = options.api;
  if (only !== undefined && check.operation === 'launchDraft') {
    const message =
      'Nothing was launched: this server launches a draft as a whole, so that it cannot be tried on a few first.';
    return { kind: 'refused', error: new HumanError(message) };
  }
  const chosen = only === undefined ? undefined : new Set(only);
  const rows = new Map(check.rows.map((row) => [row.id, row]));
  const calls: ConfirmedCall[] = [];
  for (const { rowId, contact } of check.contacts.agreeing) {
    const row = rows.get(rowId);
    if (row === undefined || (chosen !== undefined && !chosen.has(contact))) continue;
    const call = await confirmedCall(row);
    if (call !== undefined) calls.push(call);
  }
  return launchSelection(
    { ...options, api, journal: options.calls },
    {
      id: options.newId(),
      campaignId: check.campaign.id,
      name: check.campaign.name,
      operation: check.operation,
      confirmed: { terms: termsOf(check.campaign), calls },
      start,
      confirmedMs,
      read: check,
    },
  );
}
