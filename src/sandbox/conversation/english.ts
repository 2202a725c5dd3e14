import type { TranscriptTurn } from '../../core/row.ts';
import type { Conversation } from '../dialing/conversations.ts';
import type { Speaker } from './speaker.ts';
import { spokenTurn, toolTurn } from './turns.ts';

/** Turns of a contact who wants to know more. */
const curious: readonly [TranscriptTurn[], ...TranscriptTurn[][]] = [
  [spokenTurn('user', 'Sure, that could be interesting.')],
  [
    spokenTurn('user', 'Maybe. What would it cost?'),
    spokenTurn('assistant', 'From 49 euros a month, and the first month is free.'),
    spokenTurn('user', 'That is less than what we pay now. All right.'),
  ],
  [
    spokenTurn('user', 'We looked at something like this last year. Does it work with our calendar?'),
    spokenTurn('assistant', 'Yes, with all the usual ones.'),
    spokenTurn('user', 'Then show me. Fifteen minutes is fine.'),
  ],
  [
    spokenTurn('user', 'Where is the data kept? Our lawyers will ask.'),
    spokenTurn('assistant', 'In the European Union, and it is deleted when you say so.'),
    spokenTurn('user', 'Good. Let us have a look then.'),
  ],
];

const busy = [
  'I am driving, can you call later?',
  'Not a good time, I am in a meeting.',
  'We close the books this week. Could you try next week?',
  'My colleague decides that, she is back tomorrow.',
] as const;

/** Turns of a contact who declines. */
const declined: readonly [TranscriptTurn[], ...TranscriptTurn[][]] = [
  [
    spokenTurn('user', 'We are happy with what we have, thank you.'),
    spokenTurn('assistant', 'I understand. May I ask what would have to change?'),
    spokenTurn('user', 'Nothing. Goodbye.'),
  ],
  [
    spokenTurn('user', 'We have no budget for anything new this year.'),
    spokenTurn('assistant', 'I understand. Would next year be different?'),
    spokenTurn('user', 'Ask me then. Goodbye.'),
  ],
  [
    spokenTurn('user', 'We signed with a competitor of yours in the summer.'),
    spokenTurn('assistant', 'Thank you for telling me. May I ask what decided it?'),
    spokenTurn('user', 'The price. Have a good day.'),
  ],
  [
    spokenTurn('user', 'We are four people. I do not see what we would need that for.'),
    spokenTurn('assistant', 'That is fair. Thank you for your time.'),
    spokenTurn('user', 'Bye.'),
  ],
];

const slots = ['Tuesday at 10:30', 'Wednesday at 2 pm', 'Thursday at 9:15', 'Friday at 11'] as const;

export function englishScript(conversation: Conversation, speaker: Speaker): TranscriptTurn[] {
  const { dice, contactName, detail } = speaker;
  const me = contactName === '' ? 'Yes, speaking.' : `Yes, this is ${contactName}.`;
  const slot = dice.pick(slots);
  const tool = speaker.assistant.custom_tools?.[0]?.name ?? 'check_availability';
  const confirm =
    detail === undefined
      ? []
      : [
          spokenTurn(
            'assistant',
            `I have ${detail.value} down as your ${detail.label}. Is that still right?`,
          ),
          spokenTurn(
            'user',
            dice.pick(['Yes, that is right.', 'Yes, still the same.', 'That is correct, yes.']),
          ),
        ];
  switch (conversation) {
    case 'interested':
      return [
        spokenTurn('user', me),
        ...confirm,
        spokenTurn(
          'assistant',
          'We help teams like yours save a few hours every week. May I show you how, in fifteen minutes?',
        ),
        ...dice.pick(curious),
        spokenTurn('assistant', 'Let me look at the calendar.'),
        toolTurn(tool, { preferred: slot, attendee: contactName }, JSON.stringify({ available: true, slot })),
        spokenTurn('assistant', `I can offer ${slot}. Does that work for you?`),
        spokenTurn('user', `${slot} works.`),
        spokenTurn('assistant', 'Wonderful, you will get an invitation in a minute. Have a good day!'),
      ];
    case 'tool_error':
      return [
        spokenTurn('user', me),
        ...confirm,
        spokenTurn('assistant', 'Great. One moment while I look for a free slot.'),
        toolTurn(tool, `{"preferred":"${slot}","attendee":`, 'Error: the arguments are not valid JSON', true),
        toolTurn(tool, { preferred: slot }, 'Error: 503 Service Unavailable', true),
        spokenTurn(
          'assistant',
          'I am sorry, I cannot reach our calendar just now. May I send you the times by e-mail?',
        ),
        spokenTurn('user', 'Yes, do that.'),
        spokenTurn('assistant', 'Thank you. You will hear from us today.'),
      ];
    case 'callback':
      return [
        spokenTurn('user', dice.pick(busy)),
        spokenTurn('assistant', `Of course. Would ${slot} suit you better?`),
        spokenTurn(
          'user',
          dice.pick(['Yes, call me then.', 'That is better, yes.', 'All right, but be on time.']),
        ),
        toolTurn('schedule_callback', { when: slot }, 'ok'),
        spokenTurn('assistant', `I have noted ${slot}. Talk to you then!`),
      ];
    case 'transfer':
      return [
        spokenTurn('user', me),
        ...confirm,
        spokenTurn('user', 'I would rather talk to a person about this.'),
        spokenTurn(
          'assistant',
          'I understand. I will put you through to a colleague, please stay on the line.',
        ),
        toolTurn(
          'transfer_call',
          { to: speaker.assistant.transfer_phone_number ?? 'operator' },
          'transferred',
        ),
      ];
    case 'do_not_contact':
      return [
        spokenTurn('user', 'Who gave you this number? Please take me off your list.'),
        spokenTurn('assistant', 'I am sorry for the disturbance. I take you off our list right now.'),
        toolTurn('mark_do_not_contact', { reason: 'requested by the contact' }, 'ok'),
        spokenTurn('assistant', 'Done. You will not be called again. Goodbye.'),
      ];
    case 'not_interested':
      return [
        spokenTurn('user', me),
        spokenTurn('assistant', 'May I ask how you handle this today?'),
        ...dice.pick(declined),
      ];
    case 'hung_up':
      return [spokenTurn('user', dice.pick(['Hello? … No.', 'Not now.', 'Wrong number.']))];
    case 'too_long':
      return [
        spokenTurn('user', me),
        ...confirm,
        spokenTurn('user', 'Well, it all began years ago, let me tell you the whole story…'),
        spokenTurn('assistant', 'That sounds like a lot. How did it end?'),
        spokenTurn('user', 'It has not ended! Last spring, for instance …'),
        spokenTurn(
          'assistant',
          speaker.assistant.max_duration_end_message ?? 'I am afraid our time is up. Goodbye!',
        ),
      ];
  }
}
