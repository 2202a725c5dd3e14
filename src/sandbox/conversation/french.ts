import type { TranscriptTurn } from '../../core/row.ts';
import type { Conversation } from '../dialing/conversations.ts';
import type { Speaker } from './speaker.ts';
import { spokenTurn, toolTurn } from './turns.ts';

const slots = ['mardi à 10 h 30', 'mercredi à 14 h', 'jeudi à 9 h 15', 'vendredi à 11 h'] as const;

export function frenchScript(conversation: Conversation, speaker: Speaker): TranscriptTurn[] {
  const { dice, contactName, detail } = speaker;
  const me = contactName === '' ? 'Oui, c’est moi.' : `Oui, ${contactName} à l’appareil.`;
  const slot = dice.pick(slots);
  const tool = speaker.assistant.custom_tools?.[0]?.name ?? 'verifier_agenda';
  const confirm =
    detail === undefined
      ? []
      : [
          spokenTurn('assistant', `J’ai noté « ${detail.value} » (${detail.label}). C’est toujours exact ?`),
          spokenTurn(
            'user',
            dice.pick(['Oui, tout à fait.', 'Oui, c’est bien ça.', 'Oui, ça n’a pas changé.']),
          ),
        ];
  switch (conversation) {
    case 'interested':
      return [
        spokenTurn('user', me),
        ...confirm,
        spokenTurn('assistant', 'Pouvez-vous me confirmer que vous serez présent ?'),
        spokenTurn(
          'user',
          dice.pick(['Oui, je serai là.', 'Oui, sans problème.', 'Je préférerais un autre jour.']),
        ),
        spokenTurn('assistant', 'Un instant, je regarde l’agenda.'),
        toolTurn(
          tool,
          { creneau: slot, contact: contactName },
          JSON.stringify({ disponible: true, creneau: slot }),
        ),
        spokenTurn('assistant', `C’est noté pour ${slot}. Cela vous convient ?`),
        spokenTurn('user', 'Parfait, merci.'),
        spokenTurn('assistant', 'Merci à vous, et bonne journée !'),
      ];
    case 'tool_error':
      return [
        spokenTurn('user', me),
        ...confirm,
        spokenTurn('assistant', 'Très bien. Je consulte l’agenda.'),
        toolTurn(tool, `{"creneau":"${slot}","contact":`, 'Erreur : arguments JSON invalides', true),
        toolTurn(tool, { creneau: slot }, 'Erreur : 503 service indisponible', true),
        spokenTurn('assistant', 'Je suis désolée, l’agenda ne répond pas. Puis-je vous écrire par SMS ?'),
        spokenTurn('user', 'Oui, faites ça.'),
        spokenTurn('assistant', 'Merci, vous aurez un message aujourd’hui.'),
      ];
    case 'callback':
      return [
        spokenTurn(
          'user',
          dice.pick([
            'Je suis au volant, rappelez plus tard.',
            'Ce n’est pas le moment, je suis en réunion.',
            'Je n’ai pas mon agenda sous la main, rappelez-moi demain.',
          ]),
        ),
        spokenTurn('assistant', `Bien sûr. ${slot}, cela vous irait ?`),
        spokenTurn('user', 'Oui, rappelez-moi à ce moment-là.'),
        toolTurn('programmer_rappel', { quand: slot }, 'ok'),
        spokenTurn('assistant', `C’est noté : ${slot}. À bientôt !`),
      ];
    case 'transfer':
      return [
        spokenTurn('user', me),
        ...confirm,
        spokenTurn('user', 'Je préférerais parler à quelqu’un.'),
        spokenTurn('assistant', 'Je comprends. Je vous passe un collègue, ne quittez pas.'),
        toolTurn(
          'transfer_call',
          { to: speaker.assistant.transfer_phone_number ?? 'accueil' },
          'transferred',
        ),
      ];
    case 'do_not_contact':
      return [
        spokenTurn('user', 'Qui vous a donné mon numéro ? Retirez-moi de votre liste.'),
        spokenTurn('assistant', 'Toutes mes excuses. Je vous retire de la liste immédiatement.'),
        toolTurn('mark_do_not_contact', { motif: 'demande du contact' }, 'ok'),
        spokenTurn('assistant', 'C’est fait. Vous ne serez plus appelé. Au revoir.'),
      ];
    case 'not_interested':
      return [
        spokenTurn('user', me),
        spokenTurn('assistant', 'Souhaitez-vous que je vous explique en deux mots ?'),
        spokenTurn(
          'user',
          dice.pick([
            'Non merci, ça ne m’intéresse pas.',
            'Non, nous avons déjà ce qu’il faut.',
            'Non, j’ai trouvé un rendez-vous plus près de chez moi.',
          ]),
        ),
        spokenTurn('assistant', 'Je comprends. Puis-je vous demander pourquoi ?'),
        spokenTurn('user', 'Non. Au revoir.'),
      ];
    case 'hung_up':
      return [
        spokenTurn('user', dice.pick(['Allô ? … Non.', 'Pas maintenant.', 'Vous vous trompez de numéro.'])),
      ];
    case 'too_long':
      return [
        spokenTurn('user', me),
        ...confirm,
        spokenTurn('user', 'Alors, il faut que je vous raconte toute l’histoire…'),
        spokenTurn('assistant', 'Je vous écoute. Et comment cela s’est-il terminé ?'),
        spokenTurn('user', 'Mais ce n’est pas terminé ! Au printemps dernier, par exemple…'),
        spokenTurn(
          'assistant',
          speaker.assistant.max_duration_end_message ?? 'Je dois malheureusement vous laisser. Au revoir !',
        ),
      ];
  }
}
