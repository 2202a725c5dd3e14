import type { ServerResponse } from 'node:http';
import { sendJson, type Asked } from './ownServer.js';

/** What would run a command, draw an icon, turn the direction of writing, or become an element of a page. */
export const hostileText = [
  '[Repair now](command:workbench.action.files.newUntitledFile)',
  '<command:workbench.action.files.newUntitledFile>',
  '$(trash)',
  '<img class="planted" src="x" onerror="document.title=1"><b class="planted">bold</b>',
  '\u202eeman\u2066\u0007\u001b[31m',
  '\nNobody is called.',
].join(' ');

const assistantId = '0b8f6f0e-2a47-4a4f-9f0e-6d0d3c1b7a11';
const long = 'x'.repeat(100_000);
const when = '2026-11-23T09:00:00.000Z';

const stats = {
  ...{ pending: 1, calling: 1, retry: 0, completed: 1, failed: 0, not_launched: 0 },
  ...{ skipped: 0, total: 3 },
};

const assistant = {
  id: assistantId,
  organization_id: 'o1',
  name: `Anna ${hostileText}`,
  prompt: `Hello {{first_name}} ${hostileText}`,
  first_sentence: `Hi ${hostileText}`,
  llm_model: { type: hostileText, name: hostileText },
  created_at: when,
  updated_at: when,
};

function campaign(id: string, name: string): object {
  return {
    ...{ id, name, assistant_id: assistantId, assistant, organization_id: 'o1' },
    ...{ status: 'running', is_cancelled: false, created_at: when, updated_at: when },
    created_by: { id: 'u1', email: hostileText, first_name: hostileText, last_name: hostileText },
    from_phone_number: hostileText,
    metadata_keys: [hostileText],
    row_stats: stats,
  };
}

const campaigns = [
  campaign('c1', `Spring ${hostileText}`),
  campaign('c2', `Long ${long}`),
  campaign('..', 'Two dots'),
];

const turns = ['user', 'assistant', 'tool'].map((role) => ({
  role,
  content: `Said ${hostileText}`,
  tool_name: role === 'tool' ? hostileText : null,
  tool_arguments: role === 'tool' ? { note: hostileText } : null,
  tool_output: role === 'tool' ? hostileText : null,
}));

const attempt = {
  ...{ id: 't1', status: 'completed', phone_number: '+33199001201', started_at: when, ended_at: when },
  ...{ dial_error: hostileText, result: hostileText, ended_by: hostileText, end_reason: hostileText },
  recording_url: 'command:workbench.action.files.newUntitledFile',
  structured_output: { note: hostileText, [hostileText]: 'value' },
  transcript: turns,
  post_call_transcript: turns,
};

const rows = [0, 1, 2].map((index) => ({
  id: `r${index}`,
  phone_number: index === 0 ? '+33199001201' : hostileText,
  row_index: index,
  input_data: { first_name: `Ann ${hostileText}`, [hostileText]: index === 2 ? long : 'value' },
  call: {
    ...{ id: `k${index}`, status: 'completed', created_at: when, calls_count: 1, assistant },
    ...{
      outcome: `${hostileText} \u00a0\ufffe`,
      outcome_summary: hostileText,
      is_completed: true,
      is_cancelled: false,
    },
    contact: { first_name: hostileText, last_name: hostileText, email: hostileText, company: hostileText },
    prompt_variables: { first_name: hostileText },
    call_attempts: [attempt],
    last_call_attempt: attempt,
  },
}));

const answers: Readonly<Record<string, unknown>> = {
  'GET /api/auth-status': { authenticated: true },
  'GET /api/campaigns': { campaigns },
  'GET /api/campaigns/c1': { campaign: campaigns[0] },
  'GET /api/campaigns/c1/rows': { rows },
  'GET /api/assistants': { assistants: [assistant] },
  'GET /api/phone-numbers': { phone_numbers: [{ id: 'n1', phone_number: hostileText, label: hostileText }] },
  'GET /api/users/me': { user: { id: 'u1', email: hostileText, first_name: hostileText } },
  'GET /api/calls/phone-history': { phone_history: {} },
};

/** An account in which every text was written by somebody who wants to run a command in this window. */
export function answerHostilely({ method, path }: Asked, response: ServerResponse): void {
  const answer = answers[`${method} ${path.replace(/\?.*$/, '')}`];
  if (answer === undefined) sendJson(response, { message: `Refused. ${hostileText}` }, 400);
  else sendJson(response, answer);
}
