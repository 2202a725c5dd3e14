import type { Assistant } from '../../core/assistant.ts';

/** French, appointment reminders. Calls twice in a row, also on Saturdays, in a time zone of its own. */
export const reminderAssistant = {
  name: 'Camille · rappel de rendez-vous',
  prompt:
    'Vous êtes Camille, assistante du centre médical Les Tilleuls. Vous rappelez à {{prenom}} son rendez-vous du {{date_rdv}} avec {{praticien}}. Parlez français, vouvoyez, soyez brève.',
  first_sentence:
    'Bonjour {{prenom}}, ici Camille du centre médical Les Tilleuls, au sujet de votre rendez-vous du {{date_rdv}}.',
  first_sentence_delay_ms: 600,
  first_sentence_mode: 'static',
  end_of_call_sentence: 'Merci et bonne journée !',
  voicemail_message:
    'Bonjour {{prenom}}, votre rendez-vous avec {{praticien}} est prévu le {{date_rdv}}. Merci de nous rappeler en cas d’empêchement.',
  voicemail_sms_prompt: 'Rappeler à {{prenom}} la date du rendez-vous, {{date_rdv}}, en une phrase.',
  sms_enabled: true,
  call_retry_config: {
    allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    call_twice_in_a_row: true,
    calling_windows: [
      {
        calling_window_start_time: '09:00',
        calling_window_end_time: '12:30',
        retry_delay_seconds: 3600,
      },
      {
        calling_window_start_time: '14:00',
        calling_window_end_time: '19:00',
        retry_delay_seconds: 5400,
      },
    ],
    max_retry_attempts: 4,
    timezone: 'Europe/Paris',
  },
  ivr_navigation_enabled: false,
  llm_model: {
    type: 'openrouter',
    openrouter_model_id: 'mistralai/mistral-medium-3.1',
    openrouter_provider: 'mistral',
  },
  max_call_duration_secs: 180,
  structured_output_config: [
    { name: 'presence_confirmee', type: 'boolean', required: true, description: 'Le patient viendra' },
    { name: 'nouvelle_date', type: 'date', required: false, description: 'Si le rendez-vous est déplacé' },
    {
      name: 'suite',
      type: 'enum',
      required: true,
      enum_options: ['interested', 'callback', 'not_interested', 'transfer', 'do_not_contact'],
    },
  ],
  transfer_phone_number: '+33139980199',
  human_transfer_mode: 'cold',
  voice: { id: 'pNInz6obpgDQGcFmaJgB', provider: 'elevenlabs', speed: 0.95 },
} satisfies Partial<Assistant>;
