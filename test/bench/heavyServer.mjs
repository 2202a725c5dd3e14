// Serves rows as heavy as those of today's service, from its own process and from bytes that are prepared:
// what is measured beside it is the reading. Forked by heavyRows.mjs; says its port when it listens.
import { createServer } from 'node:http';
import { once } from 'node:events';

const rows = Number(process.argv[2]);
const prompt = 'You are Clara, and you arrange delivery times for a furniture shop. '.repeat(90);
const turns = Array.from({ length: 16 }, (_, at) => ({
  role: at % 2 === 0 ? 'assistant' : 'user',
  content: `Sentence number ${at} of this talk, which says "yes" or "no" in more words than it needs.`,
}));
const speech_events = turns.map(({ content }, at) => ({
  id: `event-${at}`,
  is_real_turn: true,
  llm_system_prompt:
    at % 2 === 0 ? JSON.stringify([{ role: 'system', content: prompt }, ...turns.slice(0, at)]) : null,
  llm_ttft_ms: 380,
  speaker: at % 2 === 0 ? 'agent' : 'user',
  started_speaking_at_ms: at * 4000,
  stopped_speaking_at_ms: at * 4000 + 3000,
  transcript: content,
  was_cut: false,
}));
const attempt = {
  id: 'attempt-1',
  answered_at: '2026-11-23T10:00:08.000Z',
  ended_at: '2026-11-23T10:02:13.000Z',
  started_at: '2026-11-23T10:00:00.000Z',
  handled_by_ai: true,
  handled_by_human: false,
  phone_number: '+33612345678',
  result: 'human',
  status: 'completed',
  ended_by: 'user',
  post_call_transcript: turns,
  speech_events,
  structured_output: { interest: 'high', delivery_day: '2026-11-27' },
  transcript: turns,
};
const call = {
  id: 'call-1',
  assistant: { id: 'assistant-1', name: 'Clara', prompt, voice: { id: 'voice-1' } },
  call_attempts: [attempt],
  calls_count: 1,
  contact: { first_name: 'Marie', last_name: 'Curie' },
  created_at: '2026-11-23T09:00:00.000Z',
  direction: 'outbound',
  from_phone_number: '+33123456789',
  last_call_attempt: attempt,
  organization_id: 'organization-1',
  outcome: 'interested',
  outcome_summary: 'Marie would like the delivery on Friday.',
  prompt_variables: { first_name: 'Marie' },
  status: 'completed',
  to_phone_number: '+33612345678',
};
const rest = Buffer.from(
  `"phone_number":"+33612345678","input_data":{"first_name":"Marie"},"call":${JSON.stringify(call)}}`,
);

/** By its counts a client knows that this server has no pages. */
const campaigns = [{ id: 'c', status: 'running', row_stats: { total: rows, not_launched: 0 } }];

const server = createServer((request, response) => {
  if (request.url === '/campaigns') response.end(JSON.stringify({ campaigns }));
  else void answer(response);
});

/** @param {import('node:http').ServerResponse} response */
async function answer(response) {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"rows":[');
  for (let at = 0; at < rows; at += 1) {
    response.write(`${at === 0 ? '' : ','}{"id":"row-${at}","row_index":${at},`);
    if (!response.write(rest)) await once(response, 'drain');
  }
  response.end(']}');
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.send?.({ port, rowBytes: rest.length });
});
