import { formatWhen, plural } from '../core/format.ts';
import type { Presentation } from './presentation.ts';

/** A launch that has become no campaign that is known. */
export interface ShownLaunch {
  readonly name: string;
  readonly contacts: number;
  /** ms since 1970 */
  readonly startedMs: number;
  /** Was it created? Or is it known that it was not? */
  readonly state: 'in doubt' | 'not created';
}

/** Above the campaigns, so that nobody creates it once more without having seen it. */
export function presentLaunch(launch: ShownLaunch, nowMs: number): Presentation {
  const isInDoubt = launch.state === 'in doubt';
  const description = `${isInDoubt ? 'was it created?' : 'was not created'} · sent ${formatWhen(launch.startedMs, nowMs)}`;
  return {
    label: launch.name,
    description,
    icon: isInDoubt ? 'question' : 'warning',
    color: 'list.warningForeground',
    accessibleLabel: `${launch.name}, ${plural(launch.contacts, 'contact')}, ${description}`,
    capabilities: 'launch;',
    expandable: false,
  };
}
