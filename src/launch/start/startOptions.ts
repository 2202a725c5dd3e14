import type { StartKind, StartOption } from '../../core/campaignDraft.ts';
import { delayText } from './launchDetails.ts';
import { canTryAFew, type LaunchProtocol } from './launchProtocol.ts';
import type { LaunchPolicy } from '../gate/launchPolicy.ts';
import { scheduleWarning, type ScheduleSupport } from './scheduleSupport.ts';

export interface StartSituation {
  readonly policy: Pick<LaunchPolicy, 'allowedStarts'>;
  /** What the server is known to do with a start time. */
  readonly support: ScheduleSupport;
  /** How long the start `grace` waits, in ms; 0: this start is not offered. */
  readonly graceMs: number;
  /** How the server takes a campaign; undefined: not known yet. */
  readonly protocol: LaunchProtocol | undefined;
}

/** A server that does not wait offers no time in which to cancel. */
export function isPossibleStart(
  kind: StartKind,
  { support, protocol }: Pick<StartSituation, 'support' | 'protocol'>,
): boolean {
  if (kind === 'pilot') return canTryAFew(protocol);
  return kind !== 'grace' || support !== 'ignored';
}

/** The possible starts, the most careful first, without those that settings or server rule out. */
export function startOptions({ policy, support, graceMs, protocol }: StartSituation): readonly StartOption[] {
  const inSteps = protocol?.kind === 'in steps';
  const warning = inSteps ? undefined : scheduleWarning(support);
  const options: readonly StartOption[] = [
    {
      kind: 'draft',
      label: inSteps ? 'Create without calling' : 'Save as draft',
      detail: inSteps
        ? 'Nobody is called. The contacts on the server are checked, and you launch the campaign later.'
        : 'This server is asked not to call. It has no operation to launch the draft from here.',
      warning: mayCallAtOnce(protocol)
        ? 'This may be an older server that calls people as soon as a campaign is created.'
        : undefined,
    },
    {
      kind: 'pilot',
      label: 'Try it on a few first',
      detail: 'All contacts are created, and only these are called. The others wait for you.',
      warning: undefined,
    },
    {
      kind: 'schedule',
      label: 'Schedule',
      detail: 'At a time you choose, within the calling hours.',
      warning,
    },
    {
      kind: 'grace',
      label: `In ${delayText(graceMs)}`,
      detail: 'You can cancel from the status bar until then.',
      warning,
    },
    {
      kind: 'now',
      label: 'Now',
      detail: 'As soon as a contact’s calling hours allow.',
      warning: undefined,
    },
  ];
  return options.filter(
    ({ kind }) =>
      policy.allowedStarts.value.includes(kind) &&
      isPossibleStart(kind, { support, protocol }) &&
      (kind !== 'grace' || graceMs > 0),
  );
}

/**
 * Servers of the first generation start every campaign that is created; later ones keep a draft when asked
 * to.
 */
function mayCallAtOnce(protocol: LaunchProtocol | undefined): boolean {
  return protocol?.kind === 'one step' && !protocol.typed;
}
