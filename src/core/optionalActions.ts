import type { ServerOperation, ServerProfile } from './serverProfile.ts';

/** Actions that are offered only where the server supports them. */
export const optionalActions = ['launch', 'pause', 'resume', 'edit'] as const;
export type OptionalAction = (typeof optionalActions)[number];

/** A server about which nothing is known. */
export const unknownServer: Pick<ServerProfile, 'has'> = { has: () => undefined };

const verbs: Readonly<Record<OptionalAction, string>> = {
  launch: 'launch calls that wait',
  pause: 'pause campaigns',
  resume: 'resume campaigns',
  edit: 'change campaigns',
};

/**
 * @returns why this server cannot do it, as a sentence; undefined: nothing that was seen of it speaks against
 * it
 */
export function serverLacks(
  action: OptionalAction,
  server: Pick<ServerProfile, 'has'>,
  campaign?: { readonly status: string },
): string | undefined {
  const isMissing = operationsOf(action, campaign).every((operation) => server.has(operation) === false);
  return isMissing ? `This server cannot ${verbs[action]}.` : undefined;
}

/** One of these is enough. */
function operationsOf(
  action: OptionalAction,
  campaign: { readonly status: string } | undefined,
): readonly ServerOperation[] {
  if (action === 'edit') return ['update'];
  if (action !== 'launch') return [action];
  if (campaign === undefined) return ['launch', 'launchCalls'];
  return campaign.status === 'draft' ? ['launch'] : ['launchCalls'];
}
