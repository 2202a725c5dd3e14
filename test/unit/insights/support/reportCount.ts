import type { Report } from '../../../../src/insights/campaignReport.ts';

/** Every number of a report by the name that `plainCount` gives it, those that are 0 left out. */
export function reportCount(found: Report, firstCalls: Report): Readonly<Record<string, number>> {
  const { funnel, talk } = found;
  const counts: [name: string, count: number | undefined][] = [
    ['list', funnel.onList.count],
    ['called', funnel.called.count],
    ['answered', funnel.answered.count],
    ['reached', funnel.reached.count],
    ['conversation', funnel.conversation.count],
    ['open', funnel.open.count],
    ['notLaunched', funnel.notLaunched.count],
    ['notReached', funnel.notReached.count],
    ['neverCalled', funnel.neverCalled.count],
    ['distinct', found.distinctNumbers],
    ['calls', found.calls],
    ['inProgress', found.callsInProgress],
    ['firstCalls', found.humanFirstCalls.of],
    ['answeredCalls', found.answeredCalls.count],
    ['human', found.humanCalls.count],
    ['humanFirst', found.humanFirstCalls.count],
    ['talkSeconds', talk.totalSeconds],
    ['median', talk.medianSeconds],
    ['p90', talk.p90Seconds],
    ['hungUp5', talk.hungUpWithin5.count],
    ['hungUp10', talk.hungUpWithin10.count],
    ['voicemailWithPerson', found.voicemailWithPerson.count],
    ['optOut', found.optOut.count],
    ...[
      ...[...found.results, ...found.dialErrors, ...found.endedBy, ...found.endReasons, ...found.outcomes],
      ...talk.bins.map(({ calls }) => calls),
    ].map(({ key, count }): [string, number] => [key, count]),
    ...[
      ...found.hours.hours.map(({ reached }) => reached),
      ...found.callers.flatMap(({ days }) => days.map(({ reached }) => reached)),
    ].flatMap(({ key, count, of }): [string, number][] => [
      [key, count],
      [`${key} of`, of],
    ]),
    ...firstCalls.hours.hours.map(({ reached }): [string, number] => [`first ${reached.key} of`, reached.of]),
    ...found.tools.flatMap(({ name, count, of }): [string, number][] => [
      [`tool/${name}`, of],
      [`toolFailed/${name}`, count],
    ]),
    ...found.reach.map(({ call, at }): [string, number] => [`reachedAt/${call}`, at.count]),
    ...found.fields.map(({ name, missing }): [string, number] => [
      `field/${name}`,
      missing.of - missing.count,
    ]),
    ...found.fields
      .flatMap(({ values }) => values)
      .filter(({ value }) => typeof value === 'boolean')
      .map(({ people }): [string, number] => [people.key, people.count]),
  ];
  return Object.fromEntries(
    counts.flatMap(([name, count]) => (count === undefined || count === 0 ? [] : [[name, count]])),
  );
}
