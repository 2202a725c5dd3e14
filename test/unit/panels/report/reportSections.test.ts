import assert from 'node:assert/strict';
import type { CallAttempt } from '../../../../src/core/row.ts';
import { report, type Report } from '../../../../src/insights/campaignReport.ts';
import { compareReports } from '../../../../src/insights/comparison.ts';
import { usualThreshold } from '../../../../src/insights/funnel.ts';
import { reportSections } from '../../../../src/panels/report/reportSections.ts';
import type { ReportSection } from '../../../../src/panels/contract/protocolReport.ts';
import { attempt, person } from '../../insights/support/people.ts';

const caller = '+33199001200';
const talk = {
  result: 'human',
  ended_by: 'user',
  end_reason: 'customer_ended_call',
  structured_output: { interested: true },
  transcript: [
    { role: 'assistant', content: 'Shall we call again?' },
    { role: 'user', content: 'Please do not call me again.' },
    { role: 'tool', tool_name: 'book', content: 'no slot', tool_is_error: true },
  ],
} satisfies Partial<CallAttempt>;

let made = 0;

function called(status: string, outcome: string | undefined, ...attempts: readonly CallAttempt[]) {
  const call = {
    id: `call of ${(made += 1)}`,
    status,
    outcome,
    from_phone_number: caller,
    call_attempts: attempts.toReversed(),
  };
  return person(status, attempts, { row: { call } });
}

const all = report(
  [
    called('completed', 'interested', attempt(0, { dial_error: 'busy' }), attempt(2, talk)),
    called('completed', 'not_interested', attempt(0, { ...talk, structured_output: { interested: false } })),
    called('completed', undefined, attempt(1, { result: 'voicemail' })),
    called('errored', undefined, attempt(1, { dial_error: 'busy' })),
    person('not_launched'),
  ],
  {
    threshold: usualThreshold,
    goal: undefined,
    firstAttemptsOnly: false,
    fields: [{ name: 'interested', type: 'boolean', required: true }],
    zoneOf: () => 'Europe/Paris',
  },
);
const options = { running: false, firstAttemptsOnly: false, ratePerMinute: 0.6, currency: 'EUR' };
const sections = (found: Report = all, about: Partial<typeof options> = {}) =>
  new Map(reportSections(found, { ...options, ...about }).map((section) => [section.id, section]));

function marksOf({ chart }: ReportSection) {
  if (chart === undefined) return [];
  if (chart.kind === 'heat') return chart.cells.map(({ mark }) => mark);
  return chart.kind === 'steps' ? chart.steps.map(({ by }) => by) : chart.marks;
}

describe('the sections of a report', () => {
  it('are those that have something to show, each once and in one order', () => {
    assert.deepEqual(
      [...sections().keys()],
      [
        'reach',
        'hours',
        'results',
        'dialErrors',
        'talk',
        'endedBy',
        'outcomes',
        'field:interested',
        'tools',
        'callers',
        'attention',
        'cost',
      ],
    );
  });

  it('are none of calls where nobody was called', () => {
    const nobody = report([person('not_launched')], {
      threshold: usualThreshold,
      goal: undefined,
      firstAttemptsOnly: false,
      fields: [],
      zoneOf: () => undefined,
    });
    assert.deepEqual(
      [...sections(nobody, { ratePerMinute: 0.6 }).keys()].filter((id) => id !== 'cost'),
      [],
    );
  });

  it('never show more people or calls than there are, and no chart without its table', () => {
    for (const section of sections().values()) {
      const marks = marksOf(section);
      for (const { count, of, text } of marks) assert.ok(count <= of, text);
      assert.ok(section.table.lines.length >= new Set(marks.map(({ label }) => label)).size, section.id);
    }
  });

  const counts: readonly (readonly [id: string, label: string, count: number, of: number])[] = [
    ['results', 'Voicemail', 1, 3],
    ['dialErrors', 'The line was busy', 2, 5],
    ['tools', 'book', 2, 2],
    ['outcomes', 'Interested', 1, 2],
    ['field:interested', 'yes', 1, 2],
    ['attention', 'May not want to be called again', 2, 2],
  ];
  for (const [id, label, count, of] of counts) {
    it(`count ${count} of ${of} for “${label}”`, () => {
      const marks = marksOf(sections().get(id)!);
      const mark = marks.find((one) => one.label === label);
      assert.deepEqual(
        [mark?.count, mark?.of],
        [count, of],
        marks.map(({ text, label: has }) => `${has}: ${text}`).join('\n'),
      );
    });
  }

  it('show each calling number with its calls', () => {
    const callers = sections().get('callers')!;
    assert.deepEqual(callers.chart?.kind === 'heat' && callers.chart.rows, [caller]);
    assert.match(callers.figures[0]?.text ?? '', /^2 of 5 calls from this number/);
  });

  it('say that later calls confound the hours, unless only first calls are shown', () => {
    const notes = (firstAttemptsOnly: boolean) =>
      (sections(all, { firstAttemptsOnly }).get('hours')?.notes ?? []).join(' ');
    assert.match(notes(false), /Later calls go to people who did not answer before/);
    assert.doesNotMatch(notes(true), /Later calls/);
  });

  it('count the cost at the given rate alone', () => {
    assert.deepEqual(sections().get('cost')?.table.lines, [
      ['Minutes with a person', '2'],
      ['Cost at your rate', '1.20 EUR'],
      ['Cost per person reached', '0.60 EUR'],
    ]);
    const unpriced = reportSections(all, { ...options, ratePerMinute: undefined });
    assert.equal(
      unpriced.some(({ id }) => id === 'cost'),
      false,
    );
  });

  it('are compared with those of another campaign, outcomes and values included', () => {
    const lines = compareReports(all, all).map(({ label }) => label);
    assert.ok(lines.includes('Outcome: Interested') && lines.includes('interested: yes'), lines.join('\n'));
  });
});
