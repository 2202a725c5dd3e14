import type { Assistant } from '../../core/assistant.ts';
import type { Ids } from '../ids.ts';
import { organizationId } from '../organization.ts';
import { reminderAssistant } from './reminderAssistant.ts';
import { salesAssistant } from './salesAssistant.ts';
import { surveyAssistant } from './surveyAssistant.ts';

const dayMs = 86_400_000;

/** The three assistants of every sandbox: sales, reminder, survey. */
export function sampleAssistants(ids: Ids, startMs: number) {
  const settled = (name: string, ageDays: number, fields: Omit<Assistant, 'id'>): Assistant => ({
    id: ids.named(`assistant ${name}`),
    organization_id: organizationId,
    created_at: new Date(startMs - ageDays * dayMs).toISOString(),
    updated_at: new Date(startMs - (ageDays / 3) * dayMs).toISOString(),
    ...fields,
  });
  return {
    sales: settled('sales', 60, salesAssistant),
    reminder: settled('reminder', 45, reminderAssistant),
    survey: settled('survey', 30, surveyAssistant),
  };
}

export type SampleAssistants = ReturnType<typeof sampleAssistants>;
