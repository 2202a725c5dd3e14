import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  initialDraft,
  rulesDraftOf,
  type CampaignDraft,
  leaveOutNobody,
} from '../../../../src/core/campaignDraft.ts';
import { days, type CallRetryConfig } from '../../../../src/core/retryConfig.ts';
import { readCampaignFile } from '../../../../src/launch/draft/campaignFile.ts';
import { createRequest, type LeaveOut } from '../../../../src/launch/draft/campaignSpec.ts';
import { withGiven } from '../../../../src/launch/draft/givenCampaign.ts';
import { readLaunchArguments } from '../../../../src/launch/draft/launchArguments.ts';
import { validateDraft } from '../../../../src/launch/draft/validateDraft.ts';
import { readWindowText, windowText } from '../../../../src/launch/draft/windowText.ts';
import { noonMs } from '../../support/campaigns.ts';
import { runs } from '../../support/runs.ts';

const contacts = [{ to_phone_number: '+33199001201', prompt_variables: { name: 'Ada' } }];
const usual = initialDraft('list', noonMs);

/** What a person decides, in structured form; each way to a campaign gets it in its own. */
interface Decision {
  readonly assistantId: string;
  readonly name: string;
  readonly start:
    | { readonly kind: 'draft' | 'now' }
    | { readonly kind: 'schedule'; readonly atMs: number }
    | { readonly kind: 'grace'; readonly minutes: number };
  readonly from: string | undefined;
  readonly parallel: number | undefined;
  readonly rules: CallRetryConfig | undefined;
  readonly leaveOut: LeaveOut | undefined;
}

/** The request, and who is left out of its contacts. */
function bodyOf(draft: CampaignDraft): string {
  const { spec, problems } = validateDraft(draft, {
    nowMs: noonMs,
    graceMs: 300_000,
    zeroDelay: false,
    readNumber: (text) => ({ number: text }),
  });
  assert.deepEqual(problems, []);
  return JSON.stringify({ ...createRequest(spec!, contacts, noonMs), leaveOut: spec!.leaveOut });
}

function bySheet({ assistantId, name, start, from, parallel, rules, leaveOut }: Decision): CampaignDraft {
  return {
    ...usual,
    assistantId: ` ${assistantId} `,
    name: `${name} `,
    fromNumber: from ?? '',
    concurrency: parallel === undefined ? '' : ` ${parallel}`,
    start: start.kind,
    startAt: start.kind === 'schedule' ? new Date(start.atMs).toISOString() : usual.startAt,
    graceMinutes: start.kind === 'grace' ? String(start.minutes) : '',
    ...(rules === undefined ? {} : { rulesFrom: 'own', rules: rulesDraftOf(rules) }),
    leaveOut: {
      ...(leaveOut ?? leaveOutNobody),
      calledLately: leaveOut?.calledWithinDays !== undefined,
      calledDays: ` ${leaveOut?.calledWithinDays ?? 'many'}`,
    },
  };
}

/** The palette asks for the hours on one line; what it does not ask for stays as it was. */
function byPalette(decision: Decision): CampaignDraft {
  const draft = bySheet(decision);
  if (draft.rules === undefined) return draft;
  const windows = readWindowText(windowText(draft.rules.windows)) ?? [];
  return { ...draft, rules: { ...draft.rules, windows } };
}

function byArguments({ assistantId, name, start, from, parallel, rules, leaveOut }: Decision): CampaignDraft {
  const given = {
    assistantId,
    name,
    ...(start.kind === 'schedule' && { scheduledAt: new Date(start.atMs).toISOString() }),
    ...(start.kind === 'grace' && { graceMinutes: start.minutes }),
    ...((start.kind === 'draft' || start.kind === 'now') && { launch: start.kind === 'now' }),
    ...(from !== undefined && { fromPhoneNumber: from }),
    ...(parallel !== undefined && { maxConcurrentCalls: parallel }),
    ...(rules !== undefined && { callRetryConfig: rules }),
    ...(leaveOut !== undefined && { leaveOut }),
  };
  return withGiven(usual, readLaunchArguments(given, noonMs), noonMs);
}

function byCampaignFile({
  assistantId,
  name,
  start,
  from,
  parallel,
  rules,
  leaveOut,
}: Decision): CampaignDraft {
  const text = JSON.stringify({
    assistant_id: assistantId,
    name,
    call_retry_config: rules,
    from_phone_number: from,
    max_concurrent_calls: parallel,
    leave_out: leaveOut && {
      reached: leaveOut.reached,
      not_interested: leaveOut.notInterested,
      called_within_days: leaveOut.calledWithinDays,
    },
    start: start.kind,
    scheduled_at: start.kind === 'schedule' ? new Date(start.atMs).toISOString() : undefined,
    grace_minutes: start.kind === 'grace' ? start.minutes : undefined,
  });
  const { file, findings } = readCampaignFile(`// reviewed by Ada\n${text}`, noonMs);
  assert.deepEqual(findings, []);
  return withGiven(usual, file!.campaign, noonMs);
}

const clockTime = (hour: number, minute: number): fc.Arbitrary<string> => {
  const two = String(minute).padStart(2, '0');
  const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${two}${hour % 24 < 12 ? 'am' : ' pm'}`;
  return fc.constantFrom(...(hour === 24 ? ['24:00', '12am', '00:00'] : [`${hour}:${two}`, twelve]));
};

/** Two windows, with times in every documented form, the end of the day included. */
const windows = fc
  .record({
    a: fc.integer({ min: 0, max: 8 }),
    b: fc.integer({ min: 9, max: 12 }),
    c: fc.integer({ min: 13, max: 18 }),
    d: fc.integer({ min: 19, max: 24 }),
    minute: fc.integer({ min: 0, max: 59 }),
  })
  .chain(({ a, b, c, d, minute }) =>
    fc.tuple(clockTime(a, minute), clockTime(b, 0), clockTime(c, minute), clockTime(d, 0)),
  )
  .map(([a, b, c, d]) =>
    [
      [a, b],
      [c, d],
    ].map(([start = '', end = '']) => ({
      calling_window_start_time: start,
      calling_window_end_time: end,
      retry_delay_seconds: 7200, // the delay of the palette
    })),
  );

const rules: fc.Arbitrary<CallRetryConfig> = fc.record(
  {
    calling_windows: windows,
    max_retry_attempts: fc.integer({ min: 1, max: 100 }),
    allowed_days: fc.subarray([...days], { minLength: 1 }),
    call_twice_in_a_row: fc.boolean(),
    timezone: fc.constantFrom('Europe/Paris', 'America/New_York'),
  },
  { requiredKeys: ['calling_windows', 'max_retry_attempts'] },
);

const leaveOut: fc.Arbitrary<LeaveOut> = fc
  .record(
    {
      reached: fc.boolean(),
      notInterested: fc.boolean(),
      calledWithinDays: fc.integer({ min: 1, max: 3_650 }),
    },
    { requiredKeys: ['reached', 'notInterested'] },
  )
  .filter((given) => given.reached || given.notInterested || given.calledWithinDays !== undefined);

const decision: fc.Arbitrary<Decision> = fc.record({
  assistantId: fc.uuid(),
  name: fc.string({ minLength: 1, maxLength: 40 }).map((text) => `A${text.trim()}z`),
  start: fc.oneof(
    fc.constantFrom({ kind: 'draft' as const }, { kind: 'now' as const }),
    fc.integer({ min: 1, max: 60 }).map((minutes) => ({ kind: 'grace' as const, minutes })),
    fc.integer({ min: 1, max: 1e9 }).map((ms) => ({ kind: 'schedule' as const, atMs: noonMs + ms })),
  ),
  from: fc.constantFrom(undefined, '+33199000000'),
  parallel: fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: undefined }),
  rules: fc.option(rules, { nil: undefined }),
  leaveOut: fc.option(leaveOut, { nil: undefined }),
});

describe('the request of a campaign', () => {
  it('is the same, byte for byte, by sheet, palette, arguments and campaign file', () => {
    fc.assert(
      fc.property(decision, (given) => {
        const expected = bodyOf(bySheet(given));
        for (const way of [byPalette, byArguments, byCampaignFile]) {
          assert.equal(bodyOf(way(given)), expected, way.name);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('waits as long as the campaign file says, not as the setting does', () => {
    const file = readCampaignFile('{ "start": "grace", "grace_minutes": 30 }', noonMs).file!;
    const draft = withGiven({ ...usual, assistantId: crypto.randomUUID() }, file.campaign, noonMs);
    const { scheduled_at } = JSON.parse(bodyOf(draft)) as { scheduled_at: string };
    assert.equal(Date.parse(scheduled_at) - noonMs, 30 * 60_000);
  });
});
