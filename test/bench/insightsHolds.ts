// How long what is done with 100,000 people holds the thread at the longest, forked by insights.mjs. Each
// pauses between its steps as soon as 5 ms have passed, so the longest step is what counts.
import { withoutPauses, type Steps } from '../../src/callList/pace.ts';
import type { Row } from '../../src/core/row.ts';
import { exportColumns, exportLines } from '../../src/insights/callExport.ts';
import { reportPieces } from '../../src/insights/campaignReport.ts';
import { capCohort } from '../../src/insights/cohortCaps.ts';
import { cohorts, cohortTable } from '../../src/insights/cohorts.ts';
import { listOverlap } from '../../src/insights/comparison.ts';
import { usualThreshold } from '../../src/insights/funnel.ts';
import { personFacts } from '../../src/insights/personFacts.ts';
import { callableAgain } from '../../src/insights/redialPlan.ts';
import { SearchIndex } from '../../src/insights/searchIndex.ts';
import { compileQuery } from '../../src/insights/searchQuery.ts';
import { searchMarkdown } from '../../src/panels/report/searchMarkdown.ts';
import { searchNodes } from '../../src/views/search/searchNodes.ts';

const count = 100_000;

/** Each third person was reached, and said something that nobody else did. */
function row(at: number): Row {
  const startMs = Date.parse('2026-11-16T09:00:00Z') + at * 1000;
  const time = (seconds: number) => new Date(startMs + seconds * 1000).toISOString();
  const human = at % 3 === 0;
  const attempt = {
    id: `attempt ${at}`,
    status: 'completed',
    started_at: time(0),
    answered_at: time(8),
    ended_at: time(20 + (at % 200)),
    result: human ? 'human' : 'voicemail',
    ended_by: 'user',
    ...(human ? { structured_output: { interested: at % 2 === 0, said: `text ${at}` } } : {}),
    transcript: [{ role: 'assistant', content: 'I am calling about your appointment.' }],
  };
  return {
    id: `row ${at}`,
    phone_number: `+1212${5_000_000 + at}`,
    input_data: { first_name: `P ${at}`, last_name: 'Smith', city: 'New York' },
    call: { id: `call ${at}`, status: 'completed', call_attempts: [attempt] },
  };
}

/** By processor time, the collector's threads included. */
function measure<T>(name: string, steps: Steps<T>): void {
  let longestMs = 0;
  const cpuMs = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
  const beganMs = cpuMs();
  for (;;) {
    const stepBeganMs = cpuMs();
    const { done } = steps.next();
    longestMs = Math.max(longestMs, cpuMs() - stepBeganMs);
    if (done === true) break;
  }
  const all = Math.round(cpuMs() - beganMs);
  console.log(`${name}: ${all} ms, of which ${Math.round(longestMs)} without a pause (≤ 25)`);
}

const about = { campaignId: 'one', campaignName: 'One', campaignOver: true };
const rows = Array.from({ length: count }, (_, at) => row(at));
const people = rows.map((each) => personFacts(each, about));
const elsewhere = people.map((person) => ({ ...person, campaignId: 'other' }));
const caps = {
  ...{ maxInDay: 1, maxInMonth: 3, suppressed: new Set<string>(), openElsewhere: true, noSuchNumber: true },
  ...{ history: new Map(), openCampaigns: new Set<string>(), nowMs: Date.now() },
};
const lines = rows.flatMap((each) => exportLines(each, { ...about, per: 'call', transcripts: false }));
const index = new SearchIndex('one');
index.add(rows, true);
const query = { text: 'appointment', regex: false, matchCase: false, wholeWord: false } as const;
const { hits } = index.search(await compileQuery({ ...query, speaker: 'anybody' }), { speaker: 'anybody' });
const reportOptions = {
  ...{ threshold: usualThreshold, goal: undefined, firstAttemptsOnly: false, fields: [] },
  zoneOf: () => 'America/New_York',
};

withoutPauses(cohorts(people)); // compiles
measure('groups of people to call again', cohorts(people));
measure(
  'whom to leave out, beside as many people of another campaign',
  capCohort(people, [...people, ...elsewhere], caps),
);
measure('a new list of all', cohortTable(people, 'voicemail'));
measure('whose calls can be made again', callableAgain(people, 3));
measure('people of two campaigns', listOverlap(people, elsewhere));
measure('columns of an export', exportColumns(lines));
measure('a report with a text of each person', reportPieces(people, reportOptions));
measure(
  `tree of ${hits.length} lines found`,
  searchNodes(hits, () => 'One'),
);
measure(
  `document of ${hits.length} lines found`,
  searchMarkdown('', hits, () => 'One'),
);
