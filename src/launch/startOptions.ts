import type { StartKind, StartOption } from '../core/campaignDraft.ts';
import { delayText } from './launchDetails.ts';
import type { LaunchPolicy } from './launchPolicy.ts';
import { scheduleWarning, type ScheduleSupport } from './scheduleSupport.ts';

export interface StartSituation {
  readonly policy: Pick<LaunchPolicy, 'allowedStarts'>;
  /** What the server is known to do with a start time. */
  readonly support: ScheduleSupport;
  /** How long the start `grace` waits; 0: there is none. */
  readonly graceMs: number;
  /** The server launches single calls, so that a few can be tried first. */
  readonly canPilot: boolean;
}

/** A server that does not wait offers no time in which to cancel. */
export function isPossibleStart(
  kind: StartKind,
  { support, canPilot }: Pick<StartSituation, 'support' | 'canPilot'>,
): boolean {
  if (kind === 'pilot') return canPilot;
  return kind !== 'grace' || support !== 'ignored';
}

/** The ways to begin, from the most careful on; those that settings or server rule out are left out. */
export function startOptions({ policy, support, graceMs, canPilot }: StartSituation): readonly StartOption[] {
  const warning = scheduleWarning(support);
  const options: readonly StartOption[] = [
    {
      kind: 'draft',
      label: canPilot ? 'Create without calling' : 'Save as draft',
      detail: canPilot
        ? 'Nobody is called. What the server holds is checked, and you launch it later.'
        : 'Nobody is called. You launch it later in the dashboard.',
      warning: undefined,
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
      isPossibleStart(kind, { support, canPilot }) &&
      (kind !== 'grace' || graceMs > 0),
  );
}
