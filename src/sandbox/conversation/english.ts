import type { TranscriptTurn } from '../../core/row.ts';
import type { Conversation } from '../dialing/conversations.ts';
import type { Speaker } from './speaker.ts';
import { said, toolTurn } from './turns.ts';

/** Somebody who wants to know more. */
const curious: readonly [TranscriptTurn[], ...TranscriptTurn[][]] = [
  [said('user', 'Sure, that could be interesting.')],
  [
    said('user', 'Maybe. What would it cost?'),
    said('assistant', 'From 49 euros a month, and the first month is free.'),
    said('user', 'That is less than what we pay now. All right.'),
  ],
  [
    said('user', 'We looked at something like this last year. Does it work with our calendar?'),
    said('assistant', 'Yes, with all the usual ones.'),
    said('user', 'Then show me. Fifteen minutes is fine.'),
  ],
  [
    said('user', 'Where is the data kept? Our lawyers will ask.'),
    said('assistant', 'In the European Union, and it is deleted when you say so.'),
    said('user', 'Good. Let us have a look then.'),
  ],
];

const busy = [
  'I am driving, can you call later?',
  'Not a good time, I am in a meeting.',
  'We close the books this week. Could you try next week?',
  'My colleague decides that, she is back tomorrow.',
] as const;

/** Reasons for a no. */
const declined: readonly [TranscriptTurn[], ...TranscriptTurn[][]] = [
  [
    said('user', 'We are happy with what we have, thank you.'),
    said('assistant', 'I understand. May I ask what would have to change?'),
    said('user', 'Nothing. Goodbye.'),
  ],
  [
    said('user', 'We have no budget for anything new this year.'),
    said('assistant', 'I understand. Would next year be different?'),
    said('user', 'Ask me then. Goodbye.'),
  ],
  [
    said('user', 'We signed with a competitor of yours in the summer.'),
    said('assistant', 'Thank you for telling me. May I ask what decided it?'),
    said('user', 'The price. Have a good day.'),
  ],
  [
    said('user', 'We are four people. I do not see what we would need that for.'),
    said('assistant', 'That is fair. Thank you for your time.'),
    said('user', 'Bye.'),
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
          said('assistant', `I have ${detail.value} down as your ${detail.label}. Is that still right?`),
          said('user', dice.pick(['Yes, that is right.', 'Yes, still the same.', 'That is correct, yes.'])),
        ];
  switch (conversation) {
    case 'interested':
      return [
        said('user', me),
        ...confirm,
        said(
          'assistant',
          'We help teams like yours save a few hours every week. May I show you how, in fifteen minutes?',
        ),
        ...dice.pick(curious),
        said('assistant', 'Let me look at the calendar.'),
        toolTurn(tool, { preferred: slot, attendee: contactName }, JSON.stringify({ available: true, slot })),
        said('assistant', `I can offer ${slot}. Does that work for you?`),
        said('user', `${slot} works.`),
        said('assistant', 'Wonderful, you will get an invitation in a minute. Have a good day!'),
      ];
    case 'tool_error':
      return [
        said('user', me),
        ...confirm,
        said('assistant', 'Great. One moment while I look for a free slot.'),
        toolTurn(tool, `{"preferred":"${slot}","attendee":`, 'Error: the arguments are not valid JSON', true),
        toolTurn(tool, { preferred: slot }, 'Error: 503 Service Unavailable', true),
        said(
          'assistant',
          'I am sorry, I cannot reach our calendar just now. May I send you the times by e-mail?',
        ),
        said('user', 'Yes, do that.'),
        said('assistant', 'Thank you. You will hear from us today.'),
      ];
    case 'callback':
      return [
        said('user', dice.pick(busy)),
        said('assistant', `Of course. Would ${slot} suit you better?`),
        said('user', dice.pick(['Yes, call me then.', 'That is better, yes.', 'All right, but be on time.'])),
        toolTurn('schedule_callback', { when: slot }, 'ok'),
        said('assistant', `I have noted ${slot}. Talk to you then!`),
      ];
    case 'transfer':
      return [
        said('user', me),
        ...confirm,
        said('user', 'I would rather talk to a person about this.'),
        said('assistant', 'I understand. I will put you through to a colleague, please stay on the line.'),
        toolTurn(
          'transfer_call',
          { to: speaker.assistant.transfer_phone_number ?? 'operator' },
          'transferred',
        ),
      ];
    case 'do_not_contact':
      return [
        said('user', 'Who gave you this number? Please take me off your list.'),
        said('assistant', 'I am sorry for the disturbance. I take you off our list right now.'),
        toolTurn('mark_do_not_contact', { reason: 'requested by the contact' }, 'ok'),
        said('assistant', 'Done. You will not be called again. Goodbye.'),
      ];
    case 'not_interested':
      return [
        said('user', me),
        said('assistant', 'May I ask how you handle this today?'),
        ...dice.pick(declined),
      ];
    case 'hung_up':
      return [said('user', dice.pick(['Hello? … No.', 'Not now.', 'Wrong number.']))];
    case 'too_long':
      return [
        said('user', me),
        ...confirm,
        said('user', 'Well, it all began years ago, let me tell you the whole story…'),
        said('assistant', 'That sounds like a lot. How did it end?'),
        said('user', 'It has not ended! Last spring, for instance …'),
        said(
          'assistant',
          speaker.assistant.max_duration_end_message ?? 'I am afraid our time is up. Goodbye!',
        ),
      ];
  }
}
