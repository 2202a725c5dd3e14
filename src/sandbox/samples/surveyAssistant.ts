import type { Assistant } from '../../core/assistant.ts';

/**
 * An assistant with all 39 documented fields set, the secret ones included (all invented), to try redaction
 * on.
 */
export const surveyAssistant = {
  name: 'Sam · support follow-up (own model)',
  prompt:
    'You are Sam from Contoso Support. You ask {{name}} how ticket {{ticket}} was handled and write the answer down. Offer a transfer when they are unhappy.',
  first_sentence: 'Hello {{name}}, Sam from Contoso Support here, about your ticket {{ticket}}.',
  first_sentence_delay_ms: 250,
  first_sentence_mode: 'generated',
  end_of_call_sentence: 'Thanks for your feedback. Goodbye!',
  voicemail_message:
    'Hello {{name}}, Sam from Contoso Support. We would love to hear how ticket {{ticket}} went.',
  voicemail_sms_prompt: 'Ask {{name}} to rate ticket {{ticket}} from 1 to 5 by reply.',
  after_call_sms_prompt: 'Thank {{name}} and repeat the ticket number {{ticket}}.',
  sms_enabled: true,
  sms_template: 'Hello {{name}}, rate ticket {{ticket}}: https://contoso.example/rate?t={{ticket}}',
  background_sound: 'audio/office.ogg',
  background_sound_volume: 0.15,
  thinking_sound: 'keyboard-typing.ogg',
  thinking_sound_probability: 0.4,
  thinking_sound_volume: 0.5,
  calendly: {
    connection_id: 'cal_conn_9f2',
    event_type_id: 'https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5',
  },
  call_retry_config: {
    allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    call_twice_in_a_row: true,
    calling_windows: [
      { calling_window_start_time: '8am', calling_window_end_time: '8:30pm', retry_delay_seconds: 1800 },
    ],
    max_retry_attempts: 5,
    timezone: 'America/New_York',
  },
  custom_tools: [
    {
      name: 'look_up_ticket',
      description: 'Reads the state of a support ticket',
      method: 'POST',
      url: 'https://api.contoso.example/v2/tickets/{{ticket}}?token=tok_sandbox_not_real_31f7',
      body_template: '{"ticket":"{{ticket}}","caller":"{{name}}"}',
      headers: [
        { key: 'Authorization', value: 'Bearer sandbox-not-a-real-token-8c21' },
        { key: 'X-Tenant', value: 'contoso-emea' },
      ],
      query_params: [{ key: 'signature', value: 'sandbox-not-a-real-signature-55d0' }],
      input_schema: [
        {
          name: 'priority',
          type: 'enum',
          required: true,
          description: 'How urgent it is',
          enum_options: ['low', 'normal', 'high'],
        },
      ],
    },
  ],
  email_notification_address: 'support-leads@contoso.example',
  email_notification_outcomes: ['requested_callback_later', 'do_not_contact'],
  faq_items: [
    {
      id: 'faq_9',
      question: 'Will you read the ticket?',
      answer: 'Yes, before the call.',
      needs_human_answer: true,
      source: 'human',
    },
  ],
  pending_faq_count: 1,
  from_phone_number: '+12125550187',
  human_transfer_mode: 'warm',
  warm_transfer_summary_instructions: 'Say the ticket number and what went wrong in two sentences.',
  transfer_phone_number: '+12125550188',
  ivr_navigation_enabled: true,
  llm_model: {
    type: 'custom',
    api_key: 'sk-sandbox-not-a-real-key-4f1b9c',
    api_url: 'https://llm.contoso.example/v1',
    model_name: 'contoso/support-70b',
  },
  max_call_duration_secs: 300,
  max_duration_end_message: 'Our time is up, thank you so much. Goodbye!',
  structured_output_config: [
    { name: 'satisfaction', type: 'number', required: true, description: '1 to 50' },
    { name: 'solved', type: 'boolean', required: true },
    { name: 'follow_up_on', type: 'date', required: false },
    { name: 'comment', type: 'string', required: false },
  ],
  structured_output_prompt: 'Read {{transcript}} of a call {{call_direction}} with {{user_phone_number}}.',
  voice: { id: '3d335974-4c4a-400a-84dc-ebf4b73aada6', provider: 'cartesia', speed: 1.1, volume: 0.9 },
  webhook_url: 'https://hooks.contoso.example/revox?secret=whsec_sandbox_not_real_77aa',
} satisfies Partial<Assistant>;
