import * as z from 'zod';
import { callingRulesSchema } from '../../api/schemas/callingRulesSchema.ts';
import { duplicatePolicies, phoneRepairs, rowCountries } from '../../callList/listChoices.ts';
import { assistantIdPattern, wrongAssistantId } from '../../core/assistantId.ts';
import { e164Pattern } from '../../core/e164.ts';
import { startKinds } from '../../core/campaignDraft.ts';
import { maxGraceMinutes, maxNameCharacters, maxParallelCalls, maxCalledDays } from './validateDraft.ts';

const column = (description: string) =>
  z.union([z.string(), z.int().min(1)], 'Write the header of a column, or its place counted from 1.').meta({
    description,
  });

const list = z
  .strictObject({
    default_region: z
      .string()
      .regex(/^[A-Za-z]{2}$/, 'This is not a country. Write two letters such as FR.')
      .describe('Country of numbers written the national way: two letters such as FR.'),
    phone_column: z
      .union(
        [z.string(), z.int().min(1), z.array(column('A header, or a place counted from 1.')).min(1)],
        'Write the header of a column, its place counted from 1, or a list of them.',
      )
      .meta({
        description:
          'The column to call: its header, or its place counted from 1. Of several the first that is filled in a row is called.',
      }),
    duplicates: z
      .enum(duplicatePolicies)
      .describe('Which row counts when a number occurs twice: the first, the last, or all of them.'),
    mapping: z
      .record(z.string(), column('The header of a column, or its place counted from 1.'))
      .describe('Prompt variable → the header of the column that fills it, or its place counted from 1.'),
    include_unused: z.boolean().describe('Also send the columns that no variable asks for.'),
    empty_variables: z
      .enum(['call', 'leave_out'])
      .describe('What happens to a row with nothing in a used variable.'),
    row_country: z
      .enum(rowCountries)
      .describe(
        'Which country counts where a row names another one than default_region: its own, or the default.',
      ),
    header_line: z
      .int()
      .min(0)
      .describe('The line of the header, counted from 1; 0 where there is none. Found when absent.'),
    separator: z
      .string()
      .regex(/^[^A-Za-z0-9"' \r\n]$/)
      .describe('The character between cells, such as ; or a tab. Found when absent.'),
    repairs: z
      .array(z.enum(phoneRepairs.map(snakeCase)))
      .describe('Repairs of the whole column that somebody has agreed to after comparing some numbers.'),
    suppression_lists: z
      .array(z.string().min(1))
      .describe('CSV files of numbers never to be called: paths or glob patterns, relative to this file.'),
  })
  .partial()
  .describe('How the call list is read.');

const leaveOut = z
  .strictObject({
    reached: z.boolean().describe('Leave out people who were reached by a call.'),
    not_interested: z.boolean().describe('Leave out people whose last call ended with “not interested”.'),
    called_within_days: z
      .int()
      .min(1)
      .max(maxCalledDays)
      .describe('Leave out people who were called in the last so many days.'),
  })
  .partial()
  .describe('Leaves out people by the call history of the account.');

const limits = z
  .strictObject({
    max_contacts: z.int().min(0).describe('No more contacts than this.'),
    allowed_starts: z.array(z.enum(startKinds)).describe('How the campaign may be started.'),
  })
  .partial()
  .describe(
    'What this list must never be launched beyond. It can only tighten what your own settings allow.',
  );

/**
 * What may be in a `<list>.campaign.json`: its checks, its types, and what the editor completes by
 * (`media/campaign.schema.json` is made of it by `npm run schema`).
 */
export const campaignFileSchema = z
  .strictObject({
    $schema: z.string(),
    assistant_id: z
      .string()
      .regex(assistantIdPattern, wrongAssistantId)
      .describe('The assistant that makes the calls.'),
    name: z.string().min(1).max(maxNameCharacters).describe('The name of the campaign.'),
    call_retry_config: callingRulesSchema,
    from_phone_number: z
      .string()
      .regex(e164Pattern, 'This is not a number with + and country code. Write one such as +33199000000.')
      .describe('The number people see, with + and country code. Without it the one of the assistant.'),
    max_concurrent_calls: z.int().min(1).max(maxParallelCalls).describe('Maximum parallel calls.'),
    start: z
      .enum(startKinds)
      .describe(
        'What is proposed: draft, pilot (a few first), schedule, grace (after some minutes) or now. It is always confirmed.',
      ),
    scheduled_at: z
      .string()
      .regex(
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/,
        'That date isn’t valid. Use a format like 2026-11-23T09:00:00Z.',
      )
      .describe('For the start schedule: day and time with zone, such as 2026-11-23T09:00:00Z.'),
    grace_minutes: z
      .int()
      .min(1)
      .max(maxGraceMinutes)
      .describe('For the start grace: minutes until it starts. Without it as your settings say.'),
    leave_out: leaveOut,
    list,
    limits,
  })
  .partial()
  .meta({
    title: 'Revox campaign',
    description:
      'A call list, how it is read, and the campaign made from it. It holds no key and no address.',
  });

/** `zeroLost` → `zero_lost`, as the file names it. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A campaign file as JSON has it, after its check. */
export type WrittenCampaign = z.output<typeof campaignFileSchema>;

/** The schema for editors: JSON Schema draft 7, which VS Code reads. */
export function campaignJsonSchema(): unknown {
  return z.toJSONSchema(campaignFileSchema, { target: 'draft-7', io: 'input', reused: 'inline' });
}
