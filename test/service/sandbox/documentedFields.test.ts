import assert from 'node:assert/strict';
import { attemptStatuses, callResults, callStatuses, dialErrors } from '../../../src/core/row.ts';
import { campaignStates, campaignState } from '../../../src/core/campaign.ts';
import { Bench, mondayMs, type WireCall, type WireCampaign, type WireRow } from './harness.ts';

/** The documented names, copied from the reference: what the sandbox forgot would otherwise not be missed. */
const campaignFields = `assistant assistant_id call_retry_config created_at from_phone_number id is_cancelled
  max_concurrent_calls name organization_id row_stats scheduled_at status structured_output_extraction updated_at`;
const assistantFields = `after_call_sms_prompt background_sound background_sound_volume calendly call_retry_config
  created_at custom_tools email_notification_address email_notification_outcomes end_of_call_sentence faq_items
  first_sentence first_sentence_delay_ms first_sentence_mode from_phone_number human_transfer_mode id
  ivr_navigation_enabled llm_model max_call_duration_secs max_duration_end_message name organization_id
  pending_faq_count prompt sms_enabled sms_template structured_output_config structured_output_prompt thinking_sound
  thinking_sound_probability thinking_sound_volume transfer_phone_number updated_at voice voicemail_message
  voicemail_sms_prompt warm_transfer_summary_instructions webhook_url`;
const rowFields = 'call id input_data phone_number row_index';
const callFields = `assistant call_attempts call_retry_config calls_count campaign created_at direction
  first_sentence_delay_ms from_phone_number id is_cancelled is_completed last_call_attempt llm_model metadata
  organization_id scheduled_at status to_phone_number`;
const attemptFields = `answered_at dial_error end_reason ended_at ended_by id phone_number recording_url result
  started_at status structured_output transcript`;
const words = (text: string) => text.split(/\s+/).sort();
const names = (value: object) => Object.keys(value).sort();

describe('sandbox: its data after several days', () => {
  let bench: Bench;
  let campaigns: WireCampaign[];
  let rows: WireRow[];
  before(async () => {
    bench = await Bench.start({ empty: false });
    campaigns = (await bench.ask('GET', '/campaigns')).body.campaigns;
    rows = [];
    for (const { id } of campaigns) rows.push(...(await bench.rows(id)));
    // The first moments of a campaign pass quickly: they are looked at closely.
    const fresh = await bench.create();
    for (const seconds of [0, 3, 4, 60]) {
      await bench.step(seconds);
      rows.push(...(await bench.rows(fresh)));
    }
  });
  after(() => bench.close());

  const calls = () => rows.flatMap(({ call }) => (call === undefined ? [] : [call]));
  const attempts = () => calls().flatMap(({ call_attempts }) => call_attempts);
  const all = (values: unknown[]) => [...new Set(values)].filter((value) => value !== null).sort();

  it('shows every state of a campaign', async () => {
    const odd = await Bench.start({ empty: false, odd: true });
    const states = (await odd.client.listCampaigns()).map((campaign) => campaignState(campaign, mondayMs));
    await odd.close();
    assert.deepEqual(all(states), campaignStates.filter((state) => state !== 'not launched').sort());
  });

  it('has every status, result, dial error and end', () => {
    // This revision knows no other status.
    const newer: readonly string[] = ['not_launched', 'post_processing', 'paused'];
    const known = callStatuses.filter((status) => !newer.includes(status));
    assert.deepEqual(all(calls().map(({ status }) => status)), known.sort());
    assert.deepEqual(all(attempts().map(({ status }) => status)), [...attemptStatuses].sort());
    assert.deepEqual(all(attempts().map(({ result }) => result)), [...callResults].sort());
    assert.deepEqual(all(attempts().map(({ dial_error }) => dial_error)), [...dialErrors].sort());
    assert.deepEqual(all(attempts().map(({ ended_by }) => ended_by)), ['agent', 'system', 'user']);
    const reasons = ['ivr_no_navigate', 'tool_end_call', 'transfer', 'voicemail'];
    assert.deepEqual(all(attempts().map(({ end_reason }) => end_reason)), reasons);
    const extractions = all(
      campaigns.map(({ structured_output_extraction }) => structured_output_extraction),
    );
    assert.deepEqual(extractions, ['completed', 'none']);
  });

  it('has every documented field, and no other', () => {
    for (const campaign of campaigns) {
      assert.deepEqual(names(campaign), words(campaignFields));
      assert.deepEqual(names(campaign.assistant), words(assistantFields));
      const counts = ['calling', 'completed', 'failed', 'pending', 'retry', 'total'];
      assert.deepEqual(names(campaign.row_stats), counts);
    }
    for (const row of rows.filter(({ call }) => call !== undefined))
      assert.deepEqual(names(row), words(rowFields));
    for (const call of calls()) assert.deepEqual(names(call), words(callFields));
    for (const attempt of attempts()) assert.deepEqual(names(attempt), words(attemptFields));
  });

  it('has every field set somewhere', async () => {
    const set = (objects: readonly object[], field: string) =>
      objects.some((object) => (object as Record<string, unknown>)[field] !== null);
    const { assistants } = (await bench.ask('GET', '/assistants')).body;
    for (const field of words(assistantFields)) assert.ok(set(assistants, field), field);
    assert.ok(assistants.some((one) => Object.values<unknown>(one).every((value) => value !== null)));
    for (const field of words(campaignFields)) assert.ok(set(campaigns, field), field);
    for (const field of words(callFields)) assert.ok(set(calls(), field), field);
    for (const field of words(attemptFields)) assert.ok(set(attempts(), field), field);
  });

  it('has conversations that mention the contact’s values', () => {
    const spoken = attempts().flatMap(({ transcript }) => (transcript as typeof transcript | null) ?? []);
    assert.deepEqual(all(spoken.map(({ role }) => role)), ['assistant', 'tool', 'user']);
    assert.ok(!spoken.some(({ content }) => /\{\{|undefined|null/.test(content)));
    const tools = spoken.filter(({ role }) => role === 'tool');
    assert.deepEqual(all(tools.map(({ tool_arguments }) => typeof tool_arguments)), ['object', 'string']);
    assert.deepEqual(all(tools.map(({ tool_is_error }) => tool_is_error)), [false, true]);
    const french = rows.find(({ call, input_data }) => {
      const last = call?.last_call_attempt as WireCall['last_call_attempt'] | null | undefined;
      return last?.result === 'human' && input_data.prenom !== undefined;
    });
    const first = french?.call?.last_call_attempt.transcript[0]?.content ?? '';
    assert.ok(first.startsWith(`Bonjour ${french?.input_data.prenom ?? ''}, ici Camille`), first);
  });

  it('extracts the values of the assistant’s config, with their types', () => {
    const human = calls().filter(({ call_attempts: [last] }) => last?.structured_output as unknown);
    assert.ok(human.length > 100);
    for (const { assistant, last_call_attempt } of human)
      for (const { name, type, required, enum_options } of assistant.structured_output_config) {
        const value = last_call_attempt.structured_output[name] as string | number | boolean | null;
        if (value === null) assert.ok(!required, name);
        else if (type === 'enum') assert.ok(enum_options.includes(String(value)), name);
        else if (type === 'date') assert.match(String(value), /^\d{4}-\d\d-\d\d$/);
        else if (type === 'datetime') assert.ok(!Number.isNaN(Date.parse(String(value))));
        else assert.equal(typeof value, type);
      }
  });

  it('is read by the client without loss', async () => {
    const decoded = await bench.client.getRows(campaigns[0]!.id, { page: 0, page_size: 5 });
    assert.equal(decoded.rows.length, 5);
    for (const campaign of await bench.client.listCampaigns())
      assert.ok(campaign.assistant?.prompt !== undefined);
  });
});
