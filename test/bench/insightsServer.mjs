// Serves a campaign of many rows of 6 kB, page by page, from its own process and from texts that are
// prepared: what is measured beside it is the reading. Forked by insights.mjs; says its port when it listens.
import { createServer } from 'node:http';

const count = Number(process.argv[2]);
const filler = 'We talked about the offer and when it would suit best to look at it together. ';

/** A row of about 6 kB, as JSON without its opening brace and id. */
function rowText(/** @type {number} */ at) {
  const startedMs = Date.parse('2026-11-16T09:00:00Z') + at * 1000;
  const time = (/** @type {number} */ seconds) => new Date(startedMs + seconds * 1000).toISOString();
  const human = at % 3 === 0;
  const transcript = Array.from({ length: human ? 16 : 2 }, (_, turn) => ({
    role: turn % 2 === 0 ? 'assistant' : 'user',
    content: filler.repeat(human ? 4 : 30),
  }));
  const attempt = {
    id: `attempt ${at}`,
    status: 'completed',
    started_at: time(0),
    answered_at: time(8),
    ended_at: time(20 + (at % 200)),
    result: human ? 'human' : 'voicemail',
    ended_by: at % 2 === 0 ? 'user' : 'agent',
    structured_output: human ? { interested: at % 2 === 0, size: at % 50 } : undefined,
    transcript,
  };
  const call = {
    id: `call ${at}`,
    status: 'completed',
    from_phone_number: '+12125550199',
    call_attempts: [attempt],
  };
  const phone_number = `+1212${String(5_550_000 + (at % 9999)).padStart(7, '0')}`;
  return JSON.stringify({ phone_number, input_data: { first_name: `P ${at}` }, call }).slice(1);
}

// A tenth of the rows, sent ten times under other ids: the texts of all would be 600 MB.
const texts = Array.from({ length: Math.ceil(count / 10) }, (_, at) => rowText(at));
const rowBytes = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://localhost');
  const page = Number(url.searchParams.get('page'));
  const size = Number(url.searchParams.get('page_size'));
  const start = page * size;
  const rows = Array.from(
    { length: Math.max(0, Math.min(size, count - start)) },
    (_, at) => `{"id":"row ${start + at}",${texts[(start + at) % texts.length]}`,
  );
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(`{"page":${page},"page_size":${size},"total":${count},"rows":[${rows.join()}]}`);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.send?.({ port, rowBytes });
});
