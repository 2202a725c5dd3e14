import { plural } from '../core/format.ts';
import type { CreateStep } from '../launch/create/createInSteps.ts';
import type { LaunchProtocol } from '../launch/start/launchProtocol.ts';

export const withdrawnText = 'Finding out whether it was created…';

export function stepText(step: CreateStep, contacts: number): string {
  switch (step) {
    case 'creating':
      return 'Sending the list…';
    case 'checking':
      return `Checking ${plural(contacts, 'contact')} on the server…`;
    case 'launching':
      return 'Launching…';
  }
}

/** A request that was sent cannot be undone: the button stops the waiting and anything not yet sent. */
export function withdrawalText(step: CreateStep, protocol: Pick<LaunchProtocol, 'kind'>): string {
  if (step === 'launching' || protocol.kind !== 'in steps') {
    return 'Cancel stops the waiting, not the request. You are told whether the campaign was created.';
  }
  return 'Cancel to launch nothing. You are told whether the campaign was created.';
}
