import { formatCount, formatWhen, plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { Presentation } from './presentation.ts';

const maxStatusCharacters = 30;
const maxNames = 3;

/** A launch for which no campaign is known. */
export interface ShownLaunch {
  readonly name: string;
  readonly contacts: number;
  /** ms since 1970 */
  readonly startedMs: number;
  /** `unconfirmed`: unknown whether it was created; otherwise it is known that it was not. */
  readonly state: 'unconfirmed' | 'not created';
}

/** Above the campaigns, so that nobody creates it again without having seen it. */
export function presentLaunch(launch: ShownLaunch, nowMs: number): Presentation {
  const isUnconfirmed = launch.state === 'unconfirmed';
  const description = `${isUnconfirmed ? 'not confirmed' : 'not created'} · sent ${formatWhen(launch.startedMs, nowMs)}`;
  return {
    label: launch.name,
    description,
    icon: isUnconfirmed ? 'question' : 'warning',
    color: 'list.warningForeground',
    accessibleLabel: `${launch.name}, ${plural(launch.contacts, 'contact')}, ${description}`,
    capabilities: 'launch;',
    expandable: false,
  };
}

/** For the status bar. @param names of launches whose answer was lost, at least one */
export function unconfirmedLabel(names: readonly string[]): string {
  const [name = ''] = names;
  return names.length === 1
    ? `${oneLine(name, maxStatusCharacters)}: unconfirmed`
    : `${plural(names.length, 'launch', 'launches')} unconfirmed`;
}

export function unconfirmedTooltip(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map(quoted).join(', ');
  const more = names.length > maxNames ? `, and ${formatCount(names.length - maxNames)} more` : '';
  return `The answer was lost, so nobody knows yet whether these arrived: ${shown}${more}. The campaigns are read until this is known. Click to resolve it.`;
}
