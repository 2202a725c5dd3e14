import assert from 'node:assert/strict';
import type { Figure } from '../../../src/insights/figure.ts';
import { usualThreshold } from '../../../src/insights/funnel.ts';
import {
  peopleBehind,
  report,
  reportPieces,
  type ReportOptions,
} from '../../../src/insights/campaignReport.ts';
import { endSentence } from '../../../src/insights/endSentence.ts';
import { reportSentence } from '../../../src/insights/reportSentence.ts';
import type { PersonFacts } from '../../../src/insights/personFacts.ts';
import { attempt, person } from './support/people.ts';

const options: ReportOptions = {
  threshold: usualThreshold,
  goal: undefined,
  firstAttemptsOnly: false,
  fields: [],
  zoneOf: () => 'Europe/Paris',
};
const human = { result: 'human', ended_by: 'agent' } as const;
const talked = { role: 'user', content: 'Yes.' } as const;

function reportOf(people: readonly PersonFacts[], rest: Partial<ReportOptions> = {}) {
  return report(people, { ...options, ...rest });
}

describe('the report', () => {
  it('distinguishes people who may still be called from those who were not reached', () => {
    const { funnel } = reportOf([
      person('scheduled', [attempt(0)]),
      person('completed', [attempt(0), attempt(2)]),
      person('scheduled'),
      person('completed', [attempt(0, human)]),
      person('cancelled'),
    ]);
    const figures = Object.entries(funnel) as [string, Figure | undefined][];
    const counts = figures.map(([name, figure]) => [name, figure?.count, figure?.of]);
    assert.deepEqual(counts, [
      ['onList', 5, 5],
      ['called', 3, 5],
      ['answered', 1, 3],
      ['reached', 1, 3],
      ['conversation', 0, 3],
      ['goal', undefined, undefined],
      ['open', 2, 5],
      ['notLaunched', 0, 5],
      ['notReached', 1, 3],
      ['neverCalled', 1, 5],
    ]);
  });

  it('is counted in portions of a few thousand calls, so that other work can run', () => {
    const many = Array.from({ length: 20_000 }, () => person('completed', [attempt(0, human)]));
    let zones = 0;
    let mostInOnePiece = 0;
    const zoneOf = () => {
      zones += 1;
      return 'Europe/Paris';
    };
    const pieces = reportPieces(many, { ...options, zoneOf });
    for (let done: boolean | undefined = false; done !== true;) {
      zones = 0;
      ({ done } = pieces.next());
      mostInOnePiece = Math.max(mostInOnePiece, zones);
    }
    assert.ok(mostInOnePiece > 0 && mostInOnePiece <= 5000, `${mostInOnePiece} calls at once`);
  });

  it('begins with the sentence about the end of the campaign, figure by figure', () => {
    const long = attempt(0, { ...human, transcript: [talked, talked] });
    for (const people of [
      [],
      [person('completed', [long]), person('completed', [attempt(0), attempt(2)])],
      [person('scheduled', [attempt(0)]), person('not_launched'), person('cancelled')],
    ])
      assert.equal(
        endSentence('Spring', people),
        `“Spring” has ended. ${reportSentence(reportOf(people), false)}`,
      );
  });

  it('does not count somebody as open who was reached and is being processed', () => {
    const { funnel } = reportOf([person('post_processing', [attempt(0, human)])]);
    assert.equal(funnel.open.count, 0);
    assert.equal(funnel.reached.count, 1);
  });

  it('excludes a call in progress from every share of calls', () => {
    const ringing = attempt(2, { status: 'ringing', ended_at: undefined, dial_error: undefined });
    const found = reportOf([person('calling', [attempt(0), ringing])]);
    assert.deepEqual([found.calls, found.callsInProgress, found.dialErrors.length], [1, 1, 1]);
  });

  it('counts two turns and thirty seconds as a conversation, or the values it is given', () => {
    const short = attempt(0, { ...human, transcript: [talked, talked], ended_at: '2026-11-16T12:00:39Z' });
    const silent = attempt(0, { ...human, transcript: [talked] });
    const real = attempt(0, { ...human, transcript: [talked, talked], ended_at: '2026-11-16T12:00:40Z' });
    const people = [short, silent, real].map((made) => person('completed', [made]));
    assert.equal(reportOf(people).funnel.conversation.count, 1);
    const threshold = { turns: 1, seconds: 10 };
    assert.equal(reportOf(people, { threshold }).funnel.conversation.count, 3);
  });

  it('shows people in retry as open after each number of calls', () => {
    const found = reportOf([
      person('completed', [attempt(0, human)]),
      person('completed', [attempt(0), attempt(2, human)]),
      person('scheduled', [attempt(0)]),
      person('completed', [attempt(0), attempt(2), attempt(4)]),
    ]);
    const steps = found.reach.map(({ call, at, by, open }) => [call, at.count, at.of, by.count, open.count]);
    assert.deepEqual(steps, [
      [1, 1, 4, 1, 1],
      [2, 1, 2, 2, 1],
      [3, 0, 1, 2, 1],
    ]);
  });

  it('assigns a call to the hour in the person’s time zone', () => {
    const sundayNight = attempt(0, { ...human, started_at: '2026-11-15T23:30:00Z' });
    const [cell] = reportOf([person('completed', [sundayNight])]).hours.hours;
    assert.deepEqual([cell?.day, cell?.hour, cell?.reached.count], [0, 0, 1]);
    const unknown = reportOf([person('completed', [sundayNight])], { zoneOf: () => undefined });
    assert.deepEqual([unknown.hours.hours.length, unknown.hours.without], [0, 1]);
  });

  it('counts hours by first calls only, on request', () => {
    const people = [person('completed', [attempt(0), attempt(5, human)])];
    assert.equal(reportOf(people).hours.hours.length, 2);
    assert.equal(reportOf(people, { firstAttemptsOnly: true }).hours.hours.length, 1);
  });

  it('counts who hung up within five seconds of the answer, and not whom the assistant hung up on', () => {
    const short = { ...human, ended_at: '2026-11-16T12:00:14Z' };
    const people = [
      person('completed', [attempt(0, { ...short, ended_by: 'user' })]),
      person('completed', [attempt(0, short)]),
    ];
    const { hungUpWithin5 } = reportOf(people).talk;
    assert.deepEqual([hungUpWithin5.count, hungUpWithin5.of], [1, 2]);
  });

  it('counts the uses of a tool and their failures', () => {
    const tool = { role: 'tool', content: 'x', tool_name: 'calendar' };
    const transcript = [tool, { ...tool, tool_is_error: true }];
    const found = reportOf([person('completed', [attempt(0, { ...human, transcript })])]);
    assert.deepEqual(
      found.tools.map(({ name, count, of, people }) => [name, count, of, people.length]),
      [['calendar', 1, 2, 1]],
    );
  });

  it('counts values of the structured output over the people reached, and missing ones', () => {
    const outputs = [{ interested: true, city: 'Lyon' }, { interested: false }, undefined];
    const people = outputs.map((structured_output) =>
      person('completed', [attempt(0, { ...human, ...(structured_output && { structured_output }) })]),
    );
    const fields = [{ name: 'interested', required: true, type: 'boolean' }];
    const found = reportOf([...people, person('completed', [attempt(0)])], { fields });
    const [interested, city] = found.fields;
    assert.ok(interested && city);
    assert.deepEqual(
      interested.values.map(({ value, people: { count, of } }) => [value, count, of]),
      [
        [false, 1, 3],
        [true, 1, 3],
      ],
    );
    assert.deepEqual([interested.required, interested.missing.count], [true, 1]);
    assert.deepEqual([city.name, city.required, city.missing.count], ['city', false, 2]);
  });

  it('shows the most frequent of many texts, and the people with others together', () => {
    const people = Array.from({ length: 40 }, (_, at) =>
      person('completed', [attempt(0, { ...human, structured_output: { said: `text ${at % 27}` } })]),
    );
    const [field] = reportOf(people).fields;
    assert.ok(field?.otherValues);
    assert.deepEqual(
      field.values.map(({ value, people: { count } }) => [value, count]),
      [0, 1, 10, 11, 12, 2, 3, 4, 5, 6, 7, 8].map((at) => [`text ${at}`, 2]),
    );
    const others = people.filter((_, at) => ![0, 1, 10, 11, 12, 2, 3, 4, 5, 6, 7, 8].includes(at % 27));
    assert.deepEqual(new Set(field.otherValues.people), new Set(others));
    assert.equal(field.otherValues.count, others.length);
  });

  it('groups numbers with many values into ranges, each with its people', () => {
    const people = Array.from({ length: 30 }, (_, size) =>
      person('completed', [attempt(0, { ...human, structured_output: { size } })]),
    );
    const [field] = reportOf(people).fields;
    assert.ok(field);
    assert.ok(field.values.length <= 12);
    assert.equal(
      field.values.reduce((sum, { people: { count } }) => sum + count, 0),
      30,
    );
    assert.equal(field.values[0]?.value, '0 to below 5');
    assert.deepEqual(field.values[0].people.people, people.slice(0, 5));
  });

  it('counts a goal as met by the value of a field', () => {
    const people = [true, false].map((interested) =>
      person('completed', [attempt(0, { ...human, structured_output: { interested } })]),
    );
    const goal = { kind: 'field', name: 'interested', value: true } as const;
    assert.equal(reportOf(people, { goal }).funnel.goal?.count, 1);
  });

  it('flags a voicemail in which the other side answers', () => {
    const announcement = [talked, { role: 'assistant', content: 'This is a message.' }];
    const people = [announcement, [...announcement, talked]].map((transcript) =>
      person('completed', [attempt(0, { result: 'voicemail', transcript })]),
    );
    const { voicemailWithPerson } = reportOf(people);
    assert.deepEqual([voicemailWithPerson.count, voicemailWithPerson.of], [1, 2]);
    assert.equal(voicemailWithPerson.people[0], people[1]);
  });

  it('says who may have asked not to be called again, with the line', () => {
    const transcript = [talked, { role: 'user', content: 'Take me off your list.' }];
    const asked = person('completed', [attempt(0, { ...human, transcript })]);
    const machine = person('completed', [attempt(0, { result: 'IVR', transcript })]);
    assert.deepEqual(reportOf([asked, machine]).optOut.people, [asked]);
    assert.deepEqual(asked.attempts[0]?.optOut, { turn: 1, quote: 'Take me off your list.' });
  });

  it('returns the people behind each of its numbers', () => {
    const people = [person('completed', [attempt(0, human)]), person('scheduled')];
    const found = reportOf(people);
    assert.deepEqual(peopleBehind(found, 'funnel/open'), [people[1]]);
    assert.deepEqual(peopleBehind(found, 'result/human'), [people[0]]);
    assert.deepEqual(peopleBehind(found, 'hour/0/13'), [people[0]]);
    assert.equal(peopleBehind(found, 'nothing/like this'), undefined);
  });
});

describe('the sentence of a report', () => {
  const reached = () => person('completed', [attempt(0, human)]);
  const cases: [people: PersonFacts[], running: boolean, sentence: string][] = [
    [[], false, 'There is nobody on the list.'],
    [[person('scheduled')], true, 'Of 1 person, nobody was called yet; 1 is still to be tried.'],
    [[person('cancelled')], false, 'Of 1 person, nobody was called.'],
    [[person('not_launched')], true, 'Of 1 person, nobody was called yet; 1 is not launched yet.'],
    [
      [reached(), person('scheduled'), person('not_launched')],
      true,
      'Of 3 people, 1 was called so far and 1 reached (100%, 21–100%); 2 are still to be tried, of whom 1 is not launched yet.',
    ],
    [
      [reached(), person('scheduled', [attempt(0)]), person('scheduled')],
      true,
      'Of 3 people, 2 were called so far and 1 reached (50%, 9–91%); 2 are still to be tried.',
    ],
    [
      [reached(), person('completed', [attempt(0)])],
      false,
      'Of 2 people, 2 were called and 1 reached (50%, 9–91%); 1 could not be reached.',
    ],
  ];
  for (const [people, running, sentence] of cases) {
    it(sentence, () => assert.equal(reportSentence(reportOf(people), running), sentence));
  }
});
