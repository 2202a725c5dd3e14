import type { Assistant } from '../../core/assistant.ts';

/** English, outbound sales, with the defaults of most fields. */
export const salesAssistant = {
  name: 'Emma · discovery call',
  prompt:
    'You are Emma from Northwind Analytics. You call {{first_name}} at {{company}} to offer a fifteen-minute discovery call. Be brief, friendly and honest; take a no for a no.',
  first_sentence: 'Hi {{first_name}}, this is Emma from Northwind Analytics. Do you have a minute?',
  first_sentence_delay_ms: 400,
  first_sentence_mode: 'static',
  end_of_call_sentence: 'Thank you for your time, goodbye!',
  voicemail_message:
    'Hi {{first_name}}, Emma from Northwind Analytics here. I will try again later, or call us back at your convenience.',
  background_sound: 'audio/office.ogg',
  background_sound_volume: 0.3,
  call_retry_config: {
    allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    call_twice_in_a_row: false,
    calling_windows: [
      {
        calling_window_start_time: '09:30',
        calling_window_end_time: '12:00',
        retry_delay_seconds: 7200,
      },
      {
        calling_window_start_time: '2pm',
        calling_window_end_time: '5:30pm',
        retry_delay_seconds: 5400,
      },
    ],
    max_retry_attempts: 3,
  },
  email_notification_outcomes: ['interested', 'requested_callback_later'],
  email_notification_address: 'sales@northwind.example',
  faq_items: [
    {
      id: 'faq_1',
      question: 'What does it cost?',
      answer: 'From 49 euros a month; the first month is free.',
      needs_human_answer: false,
      source: 'human',
    },
    {
      id: 'faq_2',
      question: 'Where is the data kept?',
      answer: 'In the European Union.',
      needs_human_answer: false,
      source: 'ai',
    },
  ],
  pending_faq_count: 2,
  ivr_navigation_enabled: true,
  llm_model: { type: 'dedicated-instance', name: 'gpt-4.1' },
  max_call_duration_secs: 300,
  max_duration_end_message: 'I am afraid our time is up. Thank you, and goodbye!',
  structured_output_config: [
    {
      name: 'outcome',
      type: 'enum',
      required: true,
      description: 'How the call ended',
      enum_options: ['interested', 'not_interested', 'callback', 'transfer', 'do_not_contact', 'other'],
    },
    { name: 'appointment', type: 'datetime', required: false, description: 'When they want to meet' },
    { name: 'team_size', type: 'number', required: false, description: 'People who would use it' },
    { name: 'wants_offer', type: 'boolean', required: true },
    { name: 'summary', type: 'string', required: true, description: 'One sentence' },
  ],
  voice: { id: 'c8f7835e-28a3-4f0c-80d7-c1302ac62aae', provider: 'cartesia', speed: 1.0, volume: 1.0 },
} satisfies Partial<Assistant>;
