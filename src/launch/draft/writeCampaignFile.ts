import { applyEdits, modify, type JSONPath } from 'jsonc-parser';
import type { ListChoices } from '../../callList/listChoices.ts';
import { writtenList } from './campaignFileList.ts';
import { placesIn } from './campaignFileText.ts';
import type { WrittenCampaign } from './campaignFileSchema.ts';
import type { Start } from './campaignSpec.ts';
import type { DecidedSpec } from './validateDraft.ts';

/** What is written into a campaign file. */
export interface CampaignToWrite {
  readonly spec: DecidedSpec;
  readonly list: ListChoices;
}

/**
 * The text of a campaign file with this campaign in it. Comments and what else is in `before` stay; a new
 * file has its fields in one order and ends with a line end, made to be compared by git.
 */
export function writeCampaignFile({ spec, list }: CampaignToWrite, before = '{}\n'): string {
  const { start } = spec;
  const fields: [JSONPath, unknown][] = [
    [['assistant_id'], spec.assistantId],
    [['name'], spec.name],
    [['call_retry_config'], spec.callRetryConfig],
    [['from_phone_number'], spec.fromPhoneNumber],
    [['max_concurrent_calls'], spec.maxConcurrentCalls],
  ];
  let text = before;
  for (const [path, value] of fields) if (value !== undefined) text = put(text, path, value);
  if (start !== undefined) {
    text = put(text, ['start'], start.kind);
    text = put(
      text,
      ['scheduled_at'],
      start.kind === 'schedule' ? new Date(start.atMs).toISOString() : undefined,
    );
    text = put(text, ['grace_minutes'], graceMinutes(start));
  }
  text = put(text, ['leave_out'], writtenLeaveOut(spec));
  for (const [name, value] of Object.entries(writtenList(list))) text = put(text, ['list', name], value);
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** Writes only the choices that leave somebody out. */
function writtenLeaveOut({ leaveOut }: DecidedSpec): WrittenCampaign['leave_out'] {
  if (leaveOut === undefined) return undefined;
  const { reached, notInterested, calledWithinDays } = leaveOut;
  return {
    ...(reached ? { reached } : {}),
    ...(notInterested ? { not_interested: notInterested } : {}),
    ...(calledWithinDays === undefined ? {} : { called_within_days: calledWithinDays }),
  };
}

function graceMinutes(start: Start): number | undefined {
  return start.kind === 'grace' ? Math.max(1, Math.round(start.delayMs / 60_000)) : undefined;
}

/** @param value undefined: not there afterwards */
function put(text: string, path: JSONPath, value: unknown): string {
  if (value === undefined && placesIn(text)(path) === undefined) return text;
  return applyEdits(
    text,
    modify(text, path, value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }),
  );
}
