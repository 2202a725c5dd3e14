import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { Contacts } from '../contacts/contacts.ts';
import type { CampaignOrder, CampaignPast, SandboxState } from '../sandboxState.ts';
import { samplePeople, type ListKind } from './people.ts';
import type { SampleAssistants } from './sampleAssistants.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** On the fast clock, the sample that is running lasts about half an hour. */
const lastingSpeed = 8;

/** For contacts in many time zones: calls go on at any hour. */
const roundTheClock: CallRetryConfig = {
  allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  call_twice_in_a_row: false,
  calling_windows: [
    { calling_window_start_time: '00:00', calling_window_end_time: '24:00', retry_delay_seconds: 900 },
  ],
  max_retry_attempts: 3,
};

interface SampleOptions {
  /** Adds a campaign with so many rows. */
  readonly rows?: number | undefined;
  /** One sample has a status that no documentation lists. */
  readonly odd?: boolean | undefined;
}

/** Adds sample campaigns, at least one in each state, for people who open the sandbox for the first time. */
export function addSampleCampaigns(
  state: SandboxState,
  assistants: SampleAssistants,
  { rows: bigRows, odd = false }: SampleOptions,
): void {
  const nowMs = state.clock.nowMs();
  const order = (
    kind: ListKind,
    name: string,
    rows: number,
    rest: Partial<CampaignOrder> = {},
  ): CampaignOrder => {
    const contacts = Contacts.of(samplePeople(name, kind, rows, state.seed));
    return { name, assistant: assistants[kind], launch: true, contacts, ...rest };
  };
  const add = (agoMs: number, sample: CampaignOrder, past: Omit<CampaignPast, 'createdMs'> = {}) =>
    state.create(sample, { createdMs: nowMs - agoMs, ...past });

  add(
    12 * dayMs,
    order('sales', 'Webinar attendees · follow-up', 64, {
      maxConcurrentCalls: 3,
      fromPhoneNumber: '+12125550123',
    }),
  );
  const stopped = add(
    6 * dayMs,
    order('survey', 'Support satisfaction · October', 90, {
      maxConcurrentCalls: 1,
      callRetryConfig: roundTheClock,
    }),
  );
  stopped.pacer?.run.advanceTo(nowMs - 6 * dayMs + 45 * minuteMs);
  stopped.pacer?.run.cancel();
  const paused = add(
    2 * dayMs,
    order('reminder', 'Rappel vaccination · Les Tilleuls', 48, {
      maxConcurrentCalls: 2,
      callRetryConfig: { ...roundTheClock, timezone: 'Europe/Paris' },
    }),
  );
  paused.pacer?.run.advanceTo(nowMs - 2 * dayMs + 20 * minuteMs);
  paused.pacer?.run.pause();
  add(40 * dayMs, order('sales', 'Spring pilot', 24, { callRetryConfig: roundTheClock }), {
    ...(odd ? { statusInstead: 'archived' } : {}),
  });
  add(
    40 * minuteMs,
    order('survey', 'Router recall · urgent notice', 600, {
      maxConcurrentCalls: 6,
      callRetryConfig: roundTheClock,
    }),
    { speed: lastingSpeed },
  );
  add(
    3 * hourMs,
    order('reminder', 'Rappels de rendez-vous · semaine 48', 36, {
      scheduledMs: nowMs + 2 * dayMs + 3 * hourMs,
    }),
  );
  add(
    30 * minuteMs,
    order('sales', 'Q1 outreach · to be reviewed', 128, { launch: false, maxConcurrentCalls: 10 }),
  );
  if (state.revision === '0.5.0') {
    const pilot = add(
      5 * hourMs,
      order('sales', 'Partner invitation · tried on a few', 60, {
        launch: false,
        callRetryConfig: roundTheClock,
      }),
    );
    const first = Array.from({ length: 10 }, (_, row) => row);
    pilot.pacer?.run.launch(first, nowMs - 5 * hourMs);
    pilot.pacer?.run.releaseDue(nowMs - 5 * hourMs);
  }
  if (bigRows !== undefined)
    add(
      20 * minuteMs,
      order('sales', `Big list · ${bigRows.toLocaleString('en')} contacts`, bigRows, {
        maxConcurrentCalls: Math.max(5, Math.ceil(bigRows / 500)),
        callRetryConfig: roundTheClock,
      }),
      { speed: lastingSpeed },
    );
  for (const { pacer } of state.campaigns) pacer?.run.advanceTo(nowMs);
}
