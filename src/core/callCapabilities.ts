import type { ServerProfile } from './serverProfile.ts';

export const callActions = ['launch', 'again', 'pause', 'resume', 'cancel'] as const;

/**
 * What a person can do with a call. `launch`: it waits for its first launch. `again`: it is over, and the
 * service decides by its attempts whether it is made again.
 */
export type CallAction = (typeof callActions)[number];

/** Statuses of calls that are over and can be launched again. */
export const overStatuses = ['completed', 'errored'] as const;

const actionsByStatus: Readonly<Record<string, readonly CallAction[]>> = {
  not_launched: ['launch', 'cancel'],
  initializing: ['pause', 'cancel'],
  queued_for_calling: ['pause', 'cancel'],
  scheduled: ['pause', 'cancel'],
  calling: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  completed: ['again'],
  errored: ['again'],
  post_processing: [],
  cancelled: [],
};

/**
 * The actions that a call in this status allows. An unknown status allows only cancelling, because stopping
 * calls is the safe side.
 * @param status undefined: there is no call yet
 */
export function callCapabilities(
  status: string | undefined,
  server: Pick<ServerProfile, 'has'>,
): readonly CallAction[] {
  if (status === undefined) return [];
  const actions = Object.hasOwn(actionsByStatus, status) ? actionsByStatus[status] : undefined;
  return (actions ?? ['cancel']).filter((action) => server.has(operations[action]) !== false);
}

const operations = {
  launch: 'launchCalls',
  again: 'launchCalls',
  pause: 'pauseCall',
  resume: 'resumeCall',
  cancel: 'cancelCall',
} as const;
