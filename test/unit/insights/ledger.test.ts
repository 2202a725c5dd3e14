import assert from 'node:assert/strict';
import { usualThreshold } from '../../../src/insights/funnel.ts';
import { personFacts } from '../../../src/insights/personFacts.ts';
import { report } from '../../../src/insights/campaignReport.ts';
import { Dice } from '../../../src/sandbox/random.ts';
import { Bench, contacts } from '../sandbox/harness.ts';
import { readAll } from './support/readAll.ts';

/** As it stands on the wire, where what is not there is null. */
interface WireAttempt {
  readonly status: string;
  readonly answered_at: string | null;
  readonly ended_at: string | null;
  readonly result: string | null;
  readonly dial_error: string | null;
  readonly ended_by: string | null;
  readonly structured_output: Readonly<Record<string, unknown>> | null;
  readonly transcript: readonly { role: string; tool_name?: string; tool_is_error?: boolean }[] | null;
}

interface WireRow {
  readonly call?: { readonly status: string; readonly call_attempts: readonly WireAttempt[] } | null;
}

/**
 * A plain count over the rows as they stand on the wire: loops and no code of the extension, so that the two
 * can only agree when both are right.
 */
function plainCount(rows: readonly WireRow[]) {
  const count: Record<string, number> = {};
  const add = (name: string, by = 1) => (count[name] = (count[name] ?? 0) + by);
  const final = ['completed', 'cancelled', 'errored'];
  for (const row of rows) {
    add('list');
    const { call } = row;
    const attempts = call?.call_attempts ?? [];
    const human = attempts.filter((attempt) => attempt.result === 'human');
    if (attempts.length > 0) add('called');
    if (attempts.some((attempt) => attempt.answered_at !== null)) add('answered');
    if (human.length > 0) add('reached');
    if (human.length === 0 && (!call || !final.includes(call.status))) add('open');
    if (human.length === 0 && attempts.length > 0 && call && final.includes(call.status)) add('notReached');
    const real = human.filter((attempt) => {
      const seconds = (timeOf(attempt.ended_at) - timeOf(attempt.answered_at)) / 1000;
      return seconds >= 30 && (attempt.transcript ?? []).filter((turn) => turn.role === 'user').length >= 2;
    });
    if (real.length > 0) add('conversation');
    attempts.toReversed().forEach((attempt, at) => {
      if (attempt.status !== 'completed' && attempt.status !== 'error') return add('inProgress');
      add('calls');
      if (at === 0) add('firstCalls');
      if (attempt.result !== null) add(`result/${attempt.result}`);
      if (attempt.dial_error !== null) add(`dialError/${attempt.dial_error}`);
      for (const turn of attempt.transcript ?? []) {
        if (turn.role === 'tool') add(`tool/${turn.tool_name}`);
        if (turn.role === 'tool' && turn.tool_is_error) add(`toolFailed/${turn.tool_name}`);
      }
      if (attempt.result !== 'human') return undefined;
      add('human');
      if (at === 0) add('humanFirst');
      add(`endedBy/${attempt.ended_by}`);
      const talkMs = timeOf(attempt.ended_at) - timeOf(attempt.answered_at);
      add('talkSeconds', talkMs / 1000);
      if (attempt.ended_by === 'user' && talkMs < 5000) add('hungUp5');
      return undefined;
    });
    const reachedAt = attempts.toReversed().findIndex((attempt) => attempt.result === 'human') + 1;
    if (reachedAt > 0) add(`reachedAt/${reachedAt}`);
    if (human.length > 0) {
      const output = attempts.find((attempt) => attempt.structured_output !== null)?.structured_output;
      for (const [name, value] of Object.entries(output ?? {}))
        if (typeof value === 'boolean') add(`field/${name}/${JSON.stringify(value)}`);
    }
  }
  return count;
}

function timeOf(time: string | null): number {
  return Date.parse(time ?? '');
}

/** The same from our report. */
function ourCount(found: ReturnType<typeof report>) {
  const { funnel, talk } = found;
  const counts: [name: string, count: number][] = [
    ['list', funnel.onList.count],
    ['called', funnel.called.count],
    ['answered', funnel.answered.count],
    ['reached', funnel.reached.count],
    ['conversation', funnel.conversation.count],
    ['open', funnel.open.count],
    ['notReached', funnel.notReached.count],
    ['calls', found.calls],
    ['inProgress', found.callsInProgress],
    ['firstCalls', found.humanFirstCalls.of],
    ['human', found.humanCalls.count],
    ['humanFirst', found.humanFirstCalls.count],
    ['talkSeconds', talk.totalSeconds],
    ['hungUp5', talk.hungUpWithin5.count],
    ...[...found.results, ...found.dialErrors, ...found.endedBy].map(({ key, count }): [string, number] => [
      key,
      count,
    ]),
    ...found.tools.flatMap(({ name, count, of }): [string, number][] => [
      [`tool/${name}`, of],
      [`toolFailed/${name}`, count],
    ]),
    ...found.reach.map(({ call, at }): [string, number] => [`reachedAt/${call}`, at.count]),
    ...found.fields
      .flatMap(({ values }) => values)
      .filter(({ value }) => typeof value === 'boolean')
      .map(({ people }): [string, number] => [people.key, people.count]),
  ];
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

/** Last digits of numbers whose end is known. */
const digits = [
  '0100',
  '0101',
  '0102',
  '0103',
  '0104',
  '0110',
  '0111',
  '0112',
  '0113',
  '0114',
  '0115',
  '0116',
  '0117',
  '0120',
  '0121',
  '0122',
  '0123',
  '0124',
  '0125',
  '0126',
  '0130',
  '0131',
] as const;

/** One world a revision, and five in `npm test -- --full`. */
const seeds = Number(process.env.REVOX_FAULT_RUNS ?? 0) >= 10_000 ? 5 : 1;

describe('every number of the report is what a plain count over the sandbox gives', () => {
  for (const revision of ['0.1.1', 'docs', '0.5.0'] as const) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      it(`revision ${revision}, seed ${seed}: twenty campaigns, running and finished`, async () => {
        const bench = await Bench.start({ seed, revision });
        try {
          await compareCampaigns(bench, seed);
        } finally {
          await bench.close();
        }
      }).timeout(60_000);
    }
  }
});

async function compareCampaigns(bench: Bench, seed: number): Promise<void> {
  const dice = new Dice(seed, 0x1ed9e);
  const assistants = await bench.assistantIds();
  for (let at = 0; at < 20; at += 1) {
    const people = Array.from({ length: dice.between(1, 40) }, () =>
      dice.chance(0.5) ? dice.pick(digits) : String(dice.between(2000, 9999)),
    );
    const id = await bench.create({
      assistant_id: dice.pick(assistants as [string, ...string[]]),
      contacts: contacts(...people),
      launch: true,
    });
    await bench.step(dice.pick([0, 20, 60, 600, 7200, 100_000] as const));
    const rows = await readAll(bench.client, id);
    const facts = rows.map((row) => personFacts(row, { campaignId: id, campaignOver: false }));
    const found = report(facts, {
      threshold: usualThreshold,
      goal: undefined,
      firstAttemptsOnly: false,
      fields: [],
      zoneOf: () => 'America/New_York',
    });
    const plain = plainCount(await bench.rows(id));
    const nonZero = Object.fromEntries(Object.entries(plain).filter(([, count]) => count !== 0));
    assert.deepEqual(ourCount(found), nonZero, `campaign ${at}`);
  }
}
