import assert from 'node:assert/strict';
import type { ForecastBar } from '../../../src/panels/contract/protocolLaunch.ts';
import { hoursBelow, valuesText } from '../../../src/webview/launch/forecastChart.ts';

function bars(count: number, firstHour: number): readonly ForecastBar[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ label: `bar ${at}`, answered: 0, machine: 0, unanswered: 0, day: undefined },
    hour: (firstHour + at) % 24,
  }));
}

describe('the chart of the forecast', () => {
  it('labels as many hours as fit', () => {
    const texts = (count: number) => hoursBelow(bars(count, 13)).map(({ text }) => text);
    assert.deepEqual(texts(5), ['13:00', '14:00', '15:00', '16:00', '17:00']);
    assert.deepEqual(texts(24), ['15:00', '18:00', '21:00', '00:00', '03:00', '06:00', '09:00']);
    assert.ok([40, 90, 192].every((count) => texts(count).length <= 9));
  });

  it('labels no hours where a bar is a day', () => {
    const day = { label: 'Fri 27 Nov', answered: 0, machine: 0, unanswered: 0, day: 'Fri 27 Nov' };
    assert.deepEqual(hoursBelow([day, day]), []);
  });

  it('describes the values of a bar', () => {
    const bar = { label: 'Fri 27 Nov, 13:00', answered: 6.2, machine: 4.9, unanswered: 7, day: undefined };
    const expected = 'Fri 27 Nov, 13:00: 18 calls (6 a person answers, 5 a voicemail, 7 no answer)';
    assert.equal(valuesText(bar), expected);
    assert.equal(
      valuesText({ ...bar, answered: 0, machine: 0, unanswered: 0 }),
      'Fri 27 Nov, 13:00: 0 calls',
    );
  });
});
