import * as z from 'zod';
import { callingRulesSchema } from '../../api/schemas/callingRulesSchema.ts';
import { assistantIdPattern, wrongAssistantId } from '../../core/assistantId.ts';
import { e164Pattern } from '../../core/e164.ts';
import { HumanError } from '../../core/errors.ts';
import { quoted } from '../../core/plainText.ts';
import type { GivenCampaign } from './givenCampaign.ts';
import { readBySchema, type SchemaProblem } from './schemaProblems.ts';
import {
  maxCalledDays,
  maxGraceMinutes,
  maxNameCharacters,
  maxParallelCalls,
  readStartTime,
} from './validateDraft.ts';

const argumentsSchema = z
  .strictObject({
    uri: z.unknown(),
    name: z.string().trim().min(1).max(maxNameCharacters),
    assistantId: z.string().trim().regex(assistantIdPattern, wrongAssistantId),
    launch: z.boolean(),
    scheduledAt: z.string(),
    graceMinutes: z.int().min(1).max(maxGraceMinutes),
    fromPhoneNumber: z
      .string()
      .regex(e164Pattern, 'This must be a number with + and country code, such as +33199000000.'),
    maxConcurrentCalls: z.int().min(1).max(maxParallelCalls),
    callRetryConfig: callingRulesSchema,
    leaveOut: z
      .strictObject({
        reached: z.boolean(),
        notInterested: z.boolean(),
        calledWithinDays: z.int().min(1).max(maxCalledDays),
      })
      .partial(),
  })
  .partial();

type Arguments = z.output<typeof argumentsSchema>;

/**
 * Reads what a keybinding, task or other extension asks for. It only fills in a draft; the person still
 * confirms the launch.
 * @throws HumanError that names all that is wrong: nothing is guessed where people are called
 */
export function readLaunchArguments(given: object, nowMs: number): GivenCampaign {
  const { value, problems } = readBySchema(argumentsSchema, given);
  const said = problems.map(problemText);
  const start = value && readStart(value, nowMs, said);
  if (value === undefined || said.length > 0) {
    throw new HumanError(`The arguments of revox.createCampaign are not valid. ${said.join(' ')}`);
  }
  const { name, assistantId, fromPhoneNumber, maxConcurrentCalls, callRetryConfig, leaveOut } = value;
  return { name, assistantId, ...start, fromPhoneNumber, maxConcurrentCalls, callRetryConfig, leaveOut };
}

/** `“callRetryConfig.timezone”: This must be …` */
function problemText({ path, kind, message }: SchemaProblem): string {
  if (kind === 'unknown') {
    const known = path.length === 1 ? ` There are ${Object.keys(argumentsSchema.shape).join(', ')}.` : '';
    return `${quoted(placeText(path))} is not known.${known}`;
  }
  return `${quoted(placeText(path))}: ${message}`;
}

/** `callRetryConfig.calling_windows[0].retry_delay_seconds` */
export function placeText(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** If nothing is given, the person chooses the start, with a draft offered first. */
function readStart(
  { launch, scheduledAt, graceMinutes }: Arguments,
  nowMs: number,
  said: string[],
): Pick<GivenCampaign, 'start' | 'scheduledMs' | 'graceMinutes'> {
  const timed =
    scheduledAt !== undefined ? 'scheduledAt' : graceMinutes !== undefined ? 'graceMinutes' : undefined;
  if (scheduledAt !== undefined && graceMinutes !== undefined)
    said.push('“graceMinutes” and “scheduledAt” say two different things: give one of them.');
  if (timed !== undefined && launch === false)
    said.push(`“${timed}” makes no sense with “launch” false: a draft has no start.`);
  if (scheduledAt !== undefined) {
    const scheduledMs = readStartTime(scheduledAt, nowMs);
    if (scheduledMs === undefined)
      said.push('“scheduledAt” must be a time such as 2026-11-23T09:00:00+01:00 or tomorrow 9:00.');
    else if (scheduledMs <= nowMs) said.push('“scheduledAt” is past. Give a later time.');
    return { start: 'schedule', scheduledMs };
  }
  if (graceMinutes !== undefined) return { start: 'grace', graceMinutes };
  return launch === undefined ? {} : { start: launch ? 'now' : 'draft' };
}
