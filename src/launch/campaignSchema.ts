import { duplicatePolicies, rowCountries } from '../callList/listChoices.ts';
import { days, retryDefaults } from '../core/retryConfig.ts';
import { startKinds } from './launchPlan.ts';
import type { JsonSchema } from './schemaCheck.ts';

const clockTime = (side: string): JsonSchema => ({
  type: 'string',
  description: `When the window ${side}, on the recipient's clock (or that of \`timezone\`): 17:00 or 5pm.`,
  pattern: '^\\s*\\d{1,2}(:\\d{2})?\\s*([aApP]\\.?[mM]\\.?)?\\s*$',
});

const callRetryConfig: JsonSchema = {
  type: 'object',
  description:
    'When and how often people are called: the object of the API. Without it the rules of the assistant count.',
  properties: {
    allowed_days: {
      type: 'array',
      description: "Days of the recipient's week. Without it Monday to Friday.",
      items: { type: 'string', enum: days },
    },
    calling_windows: {
      type: 'array',
      description: 'Parts of the day in which calls may start. Two windows for hours across midnight.',
      items: {
        type: 'object',
        properties: {
          calling_window_start_time: clockTime('opens'),
          calling_window_end_time: clockTime('closes'),
          retry_delay_seconds: {
            type: 'integer',
            description: 'Between an attempt made in this window and the next one.',
            minimum: 0,
          },
        },
        required: ['calling_window_start_time', 'calling_window_end_time', 'retry_delay_seconds'],
        default: retryDefaults.calling_windows[0],
      },
    },
    max_retry_attempts: {
      type: 'integer',
      description: 'Attempts for each person, the first included.',
      minimum: 1,
    },
    call_twice_in_a_row: {
      type: 'boolean',
      description: 'Call a second time at once when the first attempt reached nobody.',
    },
    timezone: {
      type: 'string',
      description:
        'An IANA zone such as Europe/Paris for everybody. Without it each recipient has their own.',
    },
  },
  required: ['calling_windows', 'max_retry_attempts'],
  default: retryDefaults,
};

const column: JsonSchema = { type: ['string', 'integer'], minimum: 1 };

const list: JsonSchema = {
  type: 'object',
  description: 'How the call list is read.',
  properties: {
    default_region: {
      type: 'string',
      description: 'Country of numbers written the national way: two letters such as FR.',
      pattern: '^[A-Za-z]{2}$',
    },
    phone_column: {
      ...column,
      type: ['string', 'integer', 'array'],
      description:
        'The column to call: its header, or its place counted from 1. Of several the first that is filled in a row is called.',
      items: column,
    },
    duplicates: {
      type: 'string',
      description: 'Which of several rows with the same number are called.',
      enum: duplicatePolicies,
    },
    mapping: {
      type: 'object',
      description: 'Prompt variable → the header of the column that fills it, or its place counted from 1.',
      additionalProperties: column,
    },
    include_unused: { type: 'boolean', description: 'Send the columns that no variable asks for, too.' },
    empty_variables: {
      type: 'string',
      description: 'What happens to a row with nothing in a used variable.',
      enum: ['call', 'leave_out'],
    },
    row_country: {
      type: 'string',
      description:
        'Whose country counts where a row names another one than default_region: its own, or the default.',
      enum: rowCountries,
    },
    repairs: {
      type: 'array',
      description: 'Repairs of the whole column that somebody has agreed to, having compared some numbers.',
      items: { type: 'string', enum: ['zero_lost', 'scientific', 'old_number', 'words'] },
    },
    suppression_lists: {
      type: 'array',
      description: 'CSV files of numbers never to be called: paths or glob patterns, relative to this file.',
      items: { type: 'string', minLength: 1 },
    },
  },
};

/** What may stand in a `<list>.campaign.json`: the editor completes by it and the reader checks by it. `media/campaign.schema.json` is a copy. */
export const campaignSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Revox campaign',
  description: 'A call list, how it is read, and the campaign made from it. It holds no key and no address.',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    assistant_id: {
      type: 'string',
      description: 'The assistant that makes the calls.',
      pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
    },
    name: { type: 'string', description: 'The name of the campaign.', minLength: 1 },
    call_retry_config: callRetryConfig,
    from_phone_number: {
      type: 'string',
      description: 'The number people see, with + and country code. Without it the one of the assistant.',
      pattern: '^\\+[1-9]\\d{5,14}$',
    },
    max_concurrent_calls: {
      type: 'integer',
      description: 'People on the phone at the same time.',
      minimum: 1,
    },
    start: {
      type: 'string',
      description:
        'What is proposed: draft, schedule, grace (after some minutes) or now. It is always asked again.',
      enum: startKinds,
    },
    scheduled_at: {
      type: 'string',
      description:
        'For the start schedule: day and time with zone, such as 2026-11-23T09:00:00Z. Past ones are asked for again.',
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$',
    },
    grace_minutes: {
      type: 'integer',
      description: 'For the start grace: minutes until it starts.',
      minimum: 1,
    },
    list,
    limits: {
      type: 'object',
      description:
        'What this list must never be launched beyond. It can only tighten what your own settings allow.',
      properties: {
        max_contacts: { type: 'integer', description: 'No more contacts than this.', minimum: 0 },
        allowed_starts: {
          type: 'array',
          description: 'How it may be started.',
          items: { type: 'string', enum: startKinds },
        },
      },
    },
  },
};
