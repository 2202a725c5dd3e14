import type { Context } from '../sandboxContext.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { organizationNumber, owner } from '../organization.ts';
import { assistantAnswer } from './assistantAnswer.ts';
import { isoOrNull } from './attemptProgress.ts';

const dayMs = 86_400_000;

/** `GET /phone-numbers`: all that were not deleted, with their changes. */
export function phoneNumbersAnswer(context: Context) {
  const { state, revision } = context;
  const answers = sampleNumbers(context).flatMap((sample) => {
    const changes = state.numberChanges.get(sample.id);
    if (changes === 'deleted') return [];
    if (changes === undefined) return [sample];
    const { label = sample.label, assistant } = changes;
    const takesCalls = assistant && assistantAnswer(revision, assistant);
    return [
      {
        ...sample,
        label,
        inbound_assistant: assistant === undefined ? sample.inbound_assistant : takesCalls,
      },
    ];
  });
  return { phone_numbers: answers };
}

/** One phone number by its id. @throws HttpProblem 404 */
export function phoneNumberAnswer(context: Context, id: string) {
  const found = phoneNumbersAnswer(context).phone_numbers.find((number) => number.id === id);
  if (found === undefined) throw new HttpProblem(404, 'Phone number not found');
  return { phone_number: found };
}

interface NumberAnswer {
  readonly id: string;
  readonly label: string | null;
  readonly inbound_assistant: unknown;
}

/** The default number, one that takes calls, a verified caller ID, and one of a SIP trunk. */
function sampleNumbers({ state, revision }: Context): readonly (NumberAnswer & Record<string, unknown>)[] {
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
  return [
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
  ];
}
