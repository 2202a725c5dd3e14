import type { Context } from '../sandboxContext.ts';
import { organizationNumber, owner } from '../organization.ts';
import { assistantAnswer } from './assistantAnswer.ts';
import { isoOrNull } from './attemptProgress.ts';

const dayMs = 86_400_000;

/**
 * `GET /phone-numbers`: the default number, one that takes calls, a caller's number, and one behind a SIP
 * trunk.
 */
export function phoneNumbersAnswer({ state, revision }: Context) {
  const [first] = state.assistants;
  const number = (name: string, phone_number: string, ageDays: number) => ({
    id: state.ids.named(`number ${name}`),
    phone_number,
    created_at: isoOrNull(Math.round(state.startMs - ageDays * dayMs)),
    created_by: owner,
    inbound_assistant: null,
    inbound_sip_uri: null,
    livekit_outbound_trunk_id: null,
  });
  return {
    phone_numbers: [
      {
        ...number('default', organizationNumber, 90),
        label: 'Main line',
        provider: 'twilio',
        source: 'revox_provisioned',
        type: 'owned_number',
      },
      {
        ...number('inbound', '+12125550123', 60),
        label: 'Sales, New York',
        provider: 'twilio',
        source: 'revox_purchased',
        type: 'owned_number',
        inbound_assistant: first === undefined ? null : assistantAnswer(revision, first),
      },
      {
        ...number('caller', '+33139980199', 30),
        label: 'Les Tilleuls',
        provider: 'telnyx',
        source: 'user_imported',
        type: 'verified_caller_id',
        created_by: null,
      },
      {
        ...number('sip', '+442079460187', 10),
        label: null,
        provider: 'sip',
        source: 'user_imported',
        type: 'owned_number',
        inbound_sip_uri: 'sip:london@sip.northwind.example',
        livekit_outbound_trunk_id: 'trunk_sandbox_1',
      },
    ],
  };
}
