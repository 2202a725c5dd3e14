import assert from 'node:assert/strict';
import { learntAssumptions, type PastAttempt } from '../../../src/dialing/learntAssumptions.ts';
import { defaultAssumptions } from '../../../src/dialing/forecastAssumptions.ts';

const startMs = Date.parse('2026-11-16T10:00:00Z');
const iso = (seconds: number) => new Date(startMs + seconds * 1000).toISOString();

function attempt(result: string | undefined, ring: number, talk: number): PastAttempt {
  return {
    status: result === undefined ? 'error' : 'completed',
    started_at: iso(0),
    answered_at: result === undefined ? undefined : iso(ring),
    ended_at: iso(ring + talk),
    result,
  };
}

const times = (count: number, one: PastAttempt) => Array.from({ length: count }, () => one);

describe('assumptions learnt from finished calls', () => {
  it('are the shares and the mean times of a hundred attempts', () => {
    // 40 people of 100 (10 s of ringing, 80 s of talk), 20 machines (20 s, 16 s), 40 times nobody (30 s).
    const campaigns = [
      times(40, attempt('human', 10, 80)),
      [...times(20, attempt('voicemail', 20, 16)), ...times(40, attempt(undefined, 30, 0))],
    ];
    const { assumptions, attempts, learnt, sentence } = learntAssumptions(campaigns);
    assert.equal(attempts, 100);
    assert.equal(learnt.length, 6);
    assert.equal(assumptions.answerRate.likely, 0.4);
    // Wilson for 40 of 100: (0.4 + 0.0192) ÷ 1.0384 ± 1.96 × √(0.0024 + 0.000096) ÷ 1.0384 = 0.4037 ± 0.0943
    assert.equal(assumptions.answerRate.low.toFixed(3), '0.309');
    assert.equal(assumptions.answerRate.high.toFixed(3), '0.498');
    assert.equal(assumptions.voicemailRate.likely, 0.2);
    // All alike, so a fifth either way: 80 ± 16.
    assert.deepEqual(assumptions.talkSeconds, { low: 64, likely: 80, high: 96 });
    assert.equal(assumptions.voicemailSeconds.likely, 16);
    // (40 × 10 + 20 × 20) ÷ 60 = 13.33
    assert.equal(assumptions.ringSeconds.likely.toFixed(2), '13.33');
    assert.equal(assumptions.noAnswerSeconds.likely, 30);
    assert.match(sentence, /^Based on 2 finished campaigns \(100 calls\)\./);
  });

  it('count every attempt that is over', () => {
    const going = { ...attempt('human', 10, 80), status: 'ongoing' };
    const over = [attempt(undefined, 30, 0), attempt('human', 10, 80)];
    const { attempts, sentence } = learntAssumptions([over, [going]]);
    assert.equal(attempts, 2);
    assert.match(sentence, /1 finished campaign, 2 calls/);
  });

  it('are absent where there are too few attempts, with a note', () => {
    const few = learntAssumptions([times(9, attempt('human', 10, 80))]);
    assert.deepEqual([few.assumptions, few.learnt], [defaultAssumptions, []]);
    assert.match(few.sentence, /^Our assumptions: 1 finished campaign, 9 calls are too few/);
    assert.match(learntAssumptions([]).sentence, /^Default assumptions: you have no finished campaigns/);
  });

  it('are partial where only some figures have enough attempts', () => {
    const { learnt, sentence } = learntAssumptions([times(40, attempt(undefined, 30, 0))]);
    assert.deepEqual(learnt, ['answerRate', 'voicemailRate', 'noAnswerSeconds']);
    assert.match(
      sentence,
      /^3 of 6 figures are based on 1 finished campaign, 40 calls; the others are our assumptions/,
    );
  });

  it('use no times from clocks that ran backwards', () => {
    const { learnt } = learntAssumptions([times(40, attempt('human', 10, -50))]);
    assert.ok(!learnt.includes('talkSeconds'));
  });
});
