import assert from 'node:assert/strict';
import { phoneFacts } from '../../../src/callList/phone/phoneFacts.ts';
import type { Assistant } from '../../../src/core/assistant.ts';
import { retryDefaults } from '../../../src/core/retryConfig.ts';
import { recipientClock } from '../../../src/dialing/recipientClock.ts';
import { columnLines, phoneLines } from '../../../src/editor/hoverText.ts';

/** A Monday in November, when Paris is an hour ahead of UTC and New York five behind. */
const monday = Date.UTC(2026, 10, 23);

function hover(e164: string, hour: number, dayOffset = 0): string[] {
  const facts = phoneFacts(e164) ?? assert.fail(e164);
  return phoneLines(facts, recipientClock(facts.country, monday + dayOffset * 86_400_000 + hour * 3_600_000));
}

describe('the hover of a number', () => {
  const cases: [what: string, e164: string, utcHour: number, day: number, lines: string[]][] = [
    [
      'its two ways of writing, its country, its clock, and that calls may be placed',
      '+33199001201',
      9,
      0,
      [
        '+33 1 99 00 12 01 (there: 01 99 00 12 01)',
        'France, fixed line',
        'It is Mon 10:00 there.',
        'The default calling hours are open: a call could be placed now.',
      ],
    ],
    [
      'when calls may be placed next, after the hours',
      '+33612345678',
      17,
      0,
      [
        '+33 6 12 34 56 78 (there: 06 12 34 56 78)',
        'France, mobile',
        'It is Mon 18:00 there.',
        'The default calling hours are closed now and open Tue 10:00.',
      ],
    ],
    [
      'that a week-end passes first',
      '+33612345678',
      12,
      5,
      [
        '+33 6 12 34 56 78 (there: 06 12 34 56 78)',
        'France, mobile',
        'It is Sat 13:00 there.',
        'The default calling hours are closed now and open Mon 10:00.',
      ],
    ],
    [
      'that a country has several clocks',
      '+12125550123',
      14,
      0,
      [
        '+1 212 555 0123 (there: (212) 555-0123)',
        'United States, fixed line or mobile',
        'It is Mon 09:00 there by the clock of New York. There are several time zones in the United States, so the recipient’s may differ.',
        'The default calling hours are closed now and open Mon 10:00.',
      ],
    ],
  ];
  for (const [what, e164, hour, day, lines] of cases) {
    it(what, () => assert.deepEqual(hover(e164, hour, day), lines));
  }

  it('shows no time where the number belongs to no country', () => {
    const lines = hover('+80012345678', 9);
    assert.equal(lines.length, 2);
    assert.equal(lines[1], 'Toll-free');
  });

  for (const invalid of ['+3312', '+999123456', 'abc', '']) {
    it(`is empty for ${JSON.stringify(invalid)}`, () => assert.equal(phoneFacts(invalid), undefined));
  }
});

describe('the hover of a number for an assistant with its own calling hours', () => {
  const facts = phoneFacts('+33199001201') ?? assert.fail();
  const config = { ...retryDefaults, timezone: 'America/New_York' };

  it('shows the recipient’s local time and those hours', () => {
    const clock = recipientClock(facts.country, monday + 9 * 3_600_000, config);
    assert.deepEqual(phoneLines(facts, clock, 'The calling hours of Emma').slice(2), [
      'It is Mon 10:00 there.',
      'The calling hours of Emma are closed now and open Mon 16:00.',
    ]);
  });
});

describe('the hover of a column', () => {
  const column = { index: 1, header: 'First name', variable: 'first_name', sent: true };
  const emma: Assistant = {
    id: '1',
    name: 'Emma',
    first_sentence: 'Hello. Am I speaking to {{first_name}}? This is Emma.',
    prompt: `Call them.\n${'You are very kind and patient with everybody, '.repeat(4)}also with {{ first_name }}, ${'who may be in a hurry and '.repeat(4)}busy.`,
    custom_tools: [
      { name: 'Book', url: 'https://example.com/?token=s3cret&name={{first_name}}' },
      {
        name: 'Own',
        body_template: '{{first_name}}',
        input_schema: [{ name: 'first_name', required: true, type: 'string' }],
      },
    ],
  };

  it('names its variable, and says when it is sent', () =>
    assert.deepEqual(columnLines(column, undefined, undefined), [
      'Fills {{first_name}}. Sent when the assistant you choose uses it.',
    ]));

  it('names the texts that use it, with the sentence; of a tool only its name', () =>
    assert.deepEqual(columnLines(column, undefined, emma), [
      'Fills {{first_name}}, sent with each call. Emma uses it in:',
      'Prompt: “…ind and patient with everybody, also with {{ first_name }}, who may be in a hurry and who may be in…”',
      'First sentence: “Am I speaking to {{first_name}}?”',
      'Tool “Book”',
    ]));

  it('says that it is not sent where the assistant does not use it, or that it is, by choice', () => {
    const other = { ...column, variable: 'iban' };
    assert.deepEqual(columnLines({ ...other, sent: false }, undefined, emma), [
      'Not sent: Emma does not use {{iban}}. Add it to the prompt to use it.',
    ]);
    assert.match(columnLines(other, undefined, emma)[0] ?? '', /does not use it. It is sent anyway/);
  });

  it('says that rows are left out by it', () => {
    const [first, second] = columnLines({ ...column, variable: 'Consent' }, 'leaveOut', undefined);
    assert.match(first ?? '', /a row that says here not to call is left out/);
    assert.match(second ?? '', /^Fills \{\{Consent\}\}/);
  });

  it('says that it holds the number', () => {
    assert.deepEqual(columnLines(column, 'call', undefined), ['The number that is called.']);
    assert.equal(
      columnLines(column, 'call', emma)[1],
      'Fills {{first_name}}, sent with each call. Emma uses it in:',
    );
    assert.equal(columnLines({ ...column, variable: 'phone', sent: false }, 'call', emma).length, 1);
  });
});
