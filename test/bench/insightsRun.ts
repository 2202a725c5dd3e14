import type { Row } from '../../src/core/row.ts';
import { reportPieces } from '../../src/insights/campaignReport.ts';
import { usualThreshold } from '../../src/insights/funnel.ts';
import { personFacts, type PersonFacts } from '../../src/insights/personFacts.ts';
import { SearchIndex } from '../../src/insights/searchIndex.ts';
import { compileQuery } from '../../src/insights/searchQuery.ts';

const count = Number(process.argv[2] ?? 100_000);
const filler = 'We talked about the offer and when it would suit best to look at it together. ';

/** A row of about 6 kB, as JSON. */
function rowText(at: number): string {
  const startedMs = Date.parse('2026-11-16T09:00:00Z') + at * 1000;
  const time = (seconds: number) => new Date(startedMs + seconds * 1000).toISOString();
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
  return JSON.stringify({ id: `row ${at}`, phone_number, input_data: { first_name: `P ${at}` }, call });
}

/** Of this process, so that what else the machine does is not counted. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(name: string, run: () => void): void {
  const startMs = cpuMs();
  run();
  console.log(`${name}: ${Math.round(cpuMs() - startMs)} ms`);
}

function heapMegabytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

// A tenth of the rows, read ten times under other ids: the texts of all would be 600 MB.
const texts = Array.from({ length: Math.ceil(count / 10) }, (_, at) => rowText(at));
const bytes = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
console.log(`${count} rows of ${Math.round(bytes)} bytes`);

timed('JSON.parse of each row', () => {
  for (let round = 0; round < 10; round += 1) for (const text of texts) JSON.parse(text);
});
const before = heapMegabytes();
const people: PersonFacts[] = [];
const options = { campaignId: 'campaign', campaignOver: true };
timed('JSON.parse of each row, and its facts', () => {
  for (let round = 0; round < 10; round += 1)
    for (const text of texts) people.push(personFacts(JSON.parse(text) as Row, options));
});
console.log(`facts kept: ${heapMegabytes() - before} MB`);
// As the report panel counts: between two pieces others have their turn.
let maxMs = 0;
timed('the report', () => {
  const pieces = reportPieces(people, {
    threshold: usualThreshold,
    goal: undefined,
    firstAttemptsOnly: false,
    fields: [],
    zoneOf: () => 'America/New_York',
  });
  for (;;) {
    const startMs = cpuMs();
    const { done } = pieces.next();
    maxMs = Math.max(maxMs, cpuMs() - startMs);
    if (done === true) return;
  }
});
console.log(`longest time in which nothing else had its turn: ${Math.round(maxMs)} ms`);
people.length = 0;

const said = [
  'I am calling about your appointment on Tuesday. Does ten o’clock suit you?',
  'Yes, that suits me well, thank you for the call.',
] as const;
const turns = Array.from({ length: 20 }, (_, turn) => ({
  role: turn % 2 === 0 ? 'assistant' : 'user',
  content: `${said[turn % 2 === 0 ? 0 : 1]} (${turn})`,
}));
const index = new SearchIndex('campaign');
index.add(
  Array.from({ length: 5000 }, (_, at) => {
    const attempt = { id: 'attempt', status: 'completed', result: 'human', transcript: turns };
    const call = { id: `call ${at}`, status: 'completed', call_attempts: [attempt] };
    return { id: `row ${at}`, phone_number: '+12125550100', input_data: {}, call };
  }),
  true,
);
console.log(`${index.turns} turns, ${Math.round(index.characters / 1e6)} million characters`);
for (const [name, text, regex] of [
  ['text that is nowhere', 'nowhere at all', false],
  ['text that is everywhere, up to 10,000 lines', 'appointment', false],
  ['an expression', 'call.*nowhere', true],
] as const) {
  const query = { text, regex, matchCase: false, wholeWord: false, speaker: 'anybody' } as const;
  const matcher = await compileQuery(query);
  timed(`search: ${name}`, () => index.search(matcher, query));
  timed(`search again: ${name}`, () => index.search(matcher, query));
}
