import type { Assistant } from '../../core/assistant.ts';
import type { TranscriptTurn } from '../../core/row.ts';
import type { CallOutcome } from '../dialing/callOutcome.ts';
import { Dice } from '../random.ts';
import { englishScript } from './english.ts';
import { frenchScript } from './french.ts';
import { fillPlaceholders } from './fillPlaceholders.ts';
import { speakerFor, speaksFrench, type Speaker } from './speaker.ts';
import { spokenTurn, toolTurn } from './turns.ts';

/**
 * The transcript of an attempt that is over; null when nothing answered. It is made on each request, because
 * a million of them would fill the memory.
 * @param place seed, campaign, row and attempt, from which the words are drawn
 */
export function transcriptOf(
  outcome: CallOutcome,
  assistant: Assistant,
  variables: Readonly<Record<string, string>>,
  place: readonly number[],
): TranscriptTurn[] | null {
  if (outcome.result === undefined) return null;
  const speaker = speakerFor(assistant, variables, new Dice(...place, 0x7a1c));
  const greeting = speaker.greeting === '' ? [] : [spokenTurn('assistant', speaker.greeting)];
  const french = speaksFrench(assistant);
  switch (outcome.result) {
    case 'human': {
      const script = french ? frenchScript : englishScript;
      return [...greeting, ...script(outcome.conversation ?? 'hung_up', speaker)];
    }
    case 'voicemail':
      return voicemail(speaker, french);
    case 'IVR':
      return ivr(speaker, french);
    case 'ios-screening-filter':
      return [spokenTurn('user', screening(french)), ...greeting];
    case 'unknown':
      return greeting;
  }
}

function voicemail(speaker: Speaker, french: boolean): TranscriptTurn[] {
  const announcement = announcementOf(speaker, french);
  const { voicemail_message: message } = speaker.assistant;
  const left =
    message === undefined || message === ''
      ? []
      : [spokenTurn('assistant', fillPlaceholders(message, speaker.variables))];
  return [spokenTurn('user', announcement), ...left];
}

/** A voicemail greeting: the contact's own, or the provider's. */
function announcementOf({ contactName, dice }: Speaker, french: boolean): string {
  const name = contactName === '' ? undefined : contactName;
  if (french) {
    const own = name === undefined ? 'Bonjour' : `Bonjour, ici ${name}`;
    return dice.pick([
      'Bonjour, vous êtes bien sur ma messagerie. Laissez un message après le bip.',
      `${own}. Je ne suis pas disponible, laissez-moi un message et je vous rappelle. Merci !`,
      'Votre correspondant n’est pas joignable. Veuillez laisser un message après le signal sonore.',
    ]);
  }
  const own = name === undefined ? 'Hi' : `Hi, this is ${name}`;
  return dice.pick([
    'Hi, I cannot take your call right now. Please leave a message after the tone.',
    `${own}. I am probably in a meeting. Leave me your name and number and I will get back to you.`,
    'The person you are calling is not available. At the tone, please record your message.',
  ]);
}

function ivr(speaker: Speaker, french: boolean): TranscriptTurn[] {
  const menu = french
    ? 'Pour le service commercial, tapez 1. Pour le support, tapez 2.'
    : 'For sales, press 1. For support, press 2. To hear this again, press star.';
  const pressed =
    speaker.assistant.ivr_navigation_enabled === true ? [toolTurn('send_dtmf', { digits: '1' }, 'sent')] : [];
  return [spokenTurn('user', menu), ...pressed, spokenTurn('user', menu)];
}

function screening(french: boolean): string {
  return french
    ? 'Bonjour. Indiquez votre nom et la raison de votre appel, je vais voir si cette personne est disponible.'
    : 'Hi, if you record your name and reason for calling, I will see if this person is available.';
}
