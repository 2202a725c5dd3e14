import type { CreateCampaignRequest } from '../../core/createRequest.ts';
import type { ServerProfile } from '../../core/serverProfile.ts';
import type { LaunchOperation } from '../journal/launchIntent.ts';

/**
 * How a campaign gets from a list to its first call. `one step`: creating it calls people, as on older
 * servers. `in steps`: creating it calls nobody; it is compared with what was sent, and then launched.
 */
export type LaunchProtocol =
  | {
      readonly kind: 'one step';
      /** The body needs `type` (client 0.2.0). */
      readonly typed: boolean;
    }
  | {
      readonly kind: 'in steps';
      /** Undefined: not known yet; the created campaign shows it. */
      readonly operation: LaunchOperation | undefined;
      /** `launch: false, type: "regular"` go out: needed by 0.3.0, unknown to today's service. */
      readonly flags: boolean;
    };

/**
 * @returns undefined while reads have not excluded that a create calls people at once, and have not shown it
 * either: then nothing may be sent.
 */
export function launchProtocol(server: ServerProfile): LaunchProtocol | undefined {
  switch (server.generation) {
    case 'launchesCalls':
      return { kind: 'in steps', operation: 'launchCalls', flags: false };
    case 'launchesDrafts':
      // Client 0.2.0 has drafts and no operation to launch one.
      return server.has('phoneNumbers') === false || server.has('launch') === false
        ? { kind: 'one step', typed: true }
        : { kind: 'in steps', operation: 'launchDraft', flags: true };
    case 'callsAtOnce':
      return { kind: 'one step', typed: false };
    case 'unknown':
      return server.excludes('callsAtOnce')
        ? { kind: 'in steps', operation: undefined, flags: true }
        : undefined;
  }
}

/**
 * Whether single calls can be launched there, so that a few can be tried first. Where the generation is still
 * open, the created campaign shows it.
 */
export function canTryAFew(protocol: LaunchProtocol | undefined): boolean {
  return protocol?.kind === 'in steps' && protocol.operation !== 'launchDraft';
}

/**
 * The body of the create request: only fields that this server knows. A create that must call nobody contains
 * nothing that asks for calls.
 */
export function createBody(request: CreateCampaignRequest, protocol: LaunchProtocol): CreateCampaignRequest {
  const { assistant_id, name, contacts, from_phone_number, max_concurrent_calls, call_retry_config } =
    request;
  const { launch, scheduled_at } = request;
  const rest: CreateCampaignRequest = {
    assistant_id,
    name,
    contacts,
    ...(from_phone_number === undefined ? {} : { from_phone_number }),
    ...(max_concurrent_calls === undefined ? {} : { max_concurrent_calls }),
    ...(call_retry_config === undefined ? {} : { call_retry_config }),
  };
  if (protocol.kind === 'in steps') {
    return protocol.flags ? { ...rest, launch: false, type: 'regular' } : rest;
  }
  return {
    ...rest,
    launch: launch ?? false,
    ...(protocol.typed ? { type: 'regular' as const } : {}),
    ...(scheduled_at === undefined ? {} : { scheduled_at }),
  };
}
