import assert from 'node:assert/strict';
import { withoutPauses } from '../../../src/callList/pace.ts';
import type { Row } from '../../../src/core/row.ts';
import { exportColumns, exportLines, type ExportOptions } from '../../../src/insights/callExport.ts';

const options: ExportOptions = {
  per: 'call',
  transcripts: false,
  campaignName: 'November',
  campaignId: 'c1',
  campaignOver: true,
};

/** Busy at first, then a conversation: as the API sends them, the newest first. */
const called: Row = {
  id: 'r1',
  phone_number: '+12125550130',
  input_data: { first_name: 'Ann', from: 'her own column' },
  row_index: 4,
  call: {
    id: 'call-1',
    status: 'completed',
    from_phone_number: '+12125550199',
    outcome: 'interested',
    call_attempts: [
      {
        id: '',
        status: 'completed',
        result: 'human',
        ended_by: 'user',
        started_at: '2026-11-16T13:00:00Z',
        answered_at: '2026-11-16T13:00:05Z',
        ended_at: '2026-11-16T13:00:50Z',
        structured_output: { interested: true, days: ['mon', 'tue'], note: null },
        transcript: [
          { role: 'assistant', content: 'Hello.' },
          { role: 'user', content: '=1+1' },
        ],
      },
      { id: '', status: 'error', dial_error: 'busy', started_at: '2026-11-16T12:00:00Z' },
    ],
  },
};

describe('an export of calls', () => {
  it('has a line for each call, the first call first, with its own values', () => {
    const [first, second, ...others] = exportLines(called, options);
    assert.deepEqual(others, []);
    assert.deepEqual(first, {
      campaign: 'November',
      campaign_id: 'c1',
      row: 5,
      row_id: 'r1',
      call_id: 'call-1',
      phone_number: '+12125550130',
      'input.first_name': 'Ann',
      'input.from': 'her own column',
      status: 'completed',
      outcome: 'interested',
      from_phone_number: '+12125550199',
      attempt: 1,
      attempt_id: '',
      started_at: '2026-11-16T12:00:00.000Z',
      dial_error: 'busy',
      contact_turns: 0,
    });
    assert.equal(second?.attempt, 2);
    assert.equal(second.talk_seconds, 45);
    assert.equal(second['output.interested'], true);
    assert.equal(second['output.days'], '["mon","tue"]');
    assert.ok(!('output.note' in second) && !('transcript' in second));
  });

  it('has one line per person, with the call that reached them', () => {
    const [line, ...others] = exportLines(called, { ...options, per: 'person' });
    assert.deepEqual(others, []);
    assert.deepEqual(
      [line?.calls, line?.reached, line?.open, line?.attempt, line?.['output.interested']],
      [2, true, false, 2, true],
    );
  });

  it('has the transcript in its last column, on request', () => {
    const lines = exportLines(called, { ...options, transcripts: true });
    assert.deepEqual(
      lines.map(({ transcript }) => transcript),
      [undefined, 'assistant: Hello.\nuser: =1+1'],
    );
    assert.equal(withoutPauses(exportColumns(lines)).at(-1), 'transcript');
  });

  const odd: [name: string, row: Row, per: ExportOptions['per'], lines: object[]][] = [
    ['a row that is not launched has no call', { id: 'r', phone_number: '', input_data: {} }, 'call', []],
    [
      'and is a person all the same',
      { id: 'r', phone_number: '', input_data: {} },
      'person',
      [
        {
          campaign: 'November',
          campaign_id: 'c1',
          row_id: 'r',
          phone_number: '',
          calls: 0,
          reached: false,
          open: false,
        },
      ],
    ],
    [
      'a call without times, and with words nobody knows',
      {
        id: 'r',
        phone_number: '+1',
        input_data: {},
        call: { id: '', status: 'odd', call_attempts: [{ id: 'a', status: '', result: 'parrot' }] },
      },
      'call',
      [
        {
          ...{ campaign: 'November', campaign_id: 'c1', row_id: 'r', call_id: '', phone_number: '+1' },
          ...{ status: 'odd', attempt: 1, attempt_id: 'a', result: 'parrot', contact_turns: 0 },
        },
      ],
    ],
  ];
  for (const [name, row, per, lines] of odd) {
    it(name, () => assert.deepEqual(exportLines(row, { ...options, per }), lines));
  }

  it('has the columns of all lines, in the order in which they first appear', () => {
    assert.deepEqual(
      withoutPauses(
        exportColumns([
          { a: 1, transcript: 'x' },
          { b: 2, a: 3 },
        ]),
      ),
      ['a', 'b', 'transcript'],
    );
    assert.deepEqual(withoutPauses(exportColumns([])), []);
  });
});
