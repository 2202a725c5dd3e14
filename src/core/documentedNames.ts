/**
 * The names of all fields in answers that the API's reference documents, in any of its revisions, except
 * those that hold a secret. A test compares them with the documented examples.
 */
export const documentedNames: ReadonlySet<string> = new Set(
  `active active_takeover_call_id after_call_sms_prompt agent_name allowed_days answer answered_at
  api_url assignee assistant assistant_id assistants assistants_used attempt_id attempts_exhausted
  authenticated background_sound background_sound_volume beam body_template calendly call
  call_attempts call_id call_retry_config call_twice_in_a_row callback_requested calling
  calling_window_end_time calling_window_start_time calling_windows calls calls_count calls_total
  campaign campaigns cancelled colour company completed connection_id contact contacts content count
  created_at created_by csv custom_tools data_extraction description dial_error direction effort email
  email_log email_notification_address email_notification_outcomes end_of_call_sentence end_reason
  ended_at ended_by enum_options event_type_id failed faq_items fields filename first_activity_at
  first_name first_sentence first_sentence_delay_ms first_sentence_mode follow_up_emails from_address
  from_phone_number funnel funnel_stats handled_by_ai handled_by_human handled_by_user has_activity
  has_completed_onboarding headers holidays hot hot_lead_outcomes human_transfer_mode id inbound
  inbound_assistant inbound_calls inbound_sip_uri input_data input_schema interested intro
  is_cancelled is_completed is_real_turn ivr_navigation_enabled job_title joined_calls jump_in key
  label last_activity_at last_call_attempt last_name launch launched leads livekit_outbound_trunk_id
  llm_model llm_system_prompt llm_ttft_ms llm_winner_model max_attempts_per_contact
  max_call_duration_secs max_concurrent_calls max_duration_end_message max_retry_attempts
  median_conversation_seconds median_time_to_join_seconds message_body metadata metadata_keys method
  model_name name needs_human_answer not_launched openrouter_model_id openrouter_provider
  organization_country organization_id outbound_attempts outcome outcome_breakdown outcome_summary
  page page_size paused_reason pending pending_faq_count phone phone_history phone_number
  phone_numbers position post_call_transcript present_count prompt prompt_variables provider
  provider_message_id query_params question reached realtime_model_id realtime_voice_id required
  resend_message_id result retry retry_delay_seconds role row_index row_stats rows scheduled_at
  session skipped slack_channel_ids sms_enabled sms_log sms_template source speaker speech_events
  speed started_at started_speaking_at_ms statistics status stopped_speaking_at_ms structured_output
  structured_output_config structured_output_extraction structured_output_prompt stt_model
  stt_transcription_delay_ms subject success summary talked_to_human thinking_sound
  thinking_sound_probability thinking_sound_volume timezone to_emails to_phone_number tool_arguments
  tool_is_error tool_name tool_output total total_count total_leads transcript transfer_phone_number
  tts_ttfb_ms type unique_callers updated_at url user value voice voicemail_message
  voicemail_sms_prompt volume warm warm_transfer_summary_instructions was_cut`.split(/\s+/),
);

/** Fields whose members are named by people and by models: variables of a list, questions of an assistant. */
export const userDefinedNames: ReadonlySet<string> = new Set([
  'input_data',
  'metadata',
  'prompt_variables',
  'structured_output',
  'tool_arguments',
]);
