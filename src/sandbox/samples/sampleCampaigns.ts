import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { Contacts } from '../contacts/contacts.ts';
import type { CampaignOrder, SandboxState } from '../sandboxState.ts';
import { samplePeople, type ListKind } from './people.ts';
import type { SampleAssistants } from './sampleAssistants.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** On the fast clock the sample that runs is to be seen running for half an hour or so. */
const lastingSpeed = 8;

/** Somebody is always awake: calls go on at whatever hour the sandbox is started. */
const roundTheClock: CallRetryConfig = {
  allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  call_twice_in_a_row: false,
  calling_windows: [
    { calling_window_start_time: '00:00', calling_window_end_time: '24:00', retry_delay_seconds: 900 },
  ],
  max_retry_attempts: 3,
};

/** Campaigns with a past, one for each state: what a person finds who opens the sandbox for the first time. */
export function addSampleCampaigns(
  state: SandboxState,
  assistants: SampleAssistants,
  bigRows: number | undefined,
): void {
  const nowMs = state.clock.nowMs();
  const make = (
    kind: ListKind,
    name: string,
    rows: number,
    rest: Partial<CampaignOrder> = {},
  ): CampaignOrder => {
    const contacts = Contacts.of(samplePeople(name, kind, rows, state.seed));
    return { name, assistant: assistants[kind], launch: true, contacts, ...rest };
  };

  state.create(
    make('sales', 'Webinar attendees · follow-up', 64, {
      maxConcurrentCalls: 3,
      fromPhoneNumber: '+12125550123',
    }),
    {
      createdMs: nowMs - 12 * dayMs,
    },
  );
  const stopped = state.create(
    make('survey', 'Support satisfaction · October', 90, {
      maxConcurrentCalls: 1,
      callRetryConfig: roundTheClock,
    }),
    {
      createdMs: nowMs - 6 * dayMs,
    },
  );
  stopped.pacer?.run.advanceTo(nowMs - 6 * dayMs + 45 * minuteMs);
  stopped.pacer?.run.cancel();
  const paused = state.create(
    make('reminder', 'Rappel vaccination · Les Tilleuls', 48, {
      maxConcurrentCalls: 2,
      callRetryConfig: { ...roundTheClock, timezone: 'Europe/Paris' },
    }),
    {
      createdMs: nowMs - 2 * dayMs,
    },
  );
  paused.pacer?.run.advanceTo(nowMs - 2 * dayMs + 20 * minuteMs);
  paused.pacer?.run.pause();
  state.create(make('sales', 'Spring pilot (moved to the archive)', 24, { callRetryConfig: roundTheClock }), {
    createdMs: nowMs - 40 * dayMs,
    statusInstead: 'archived', // a status that no documentation lists: newer servers may have some
  });
  state.create(
    make('survey', 'Router recall · urgent notice', 600, {
      maxConcurrentCalls: 6,
      callRetryConfig: roundTheClock,
    }),
    {
      createdMs: nowMs - 40 * minuteMs,
      speed: lastingSpeed,
    },
  );
  state.create(
    make('reminder', 'Rappels de rendez-vous · semaine 48', 36, {
      scheduledMs: nowMs + 2 * dayMs + 3 * hourMs,
    }),
    {
      createdMs: nowMs - 3 * hourMs,
    },
  );
  state.create(
    make('sales', 'Q1 outreach · to be reviewed', 128, { launch: false, maxConcurrentCalls: 10 }),
    {
      createdMs: nowMs - 30 * minuteMs,
    },
  );
  if (bigRows !== undefined) {
    const concurrency = Math.max(5, Math.ceil(bigRows / 500));
    state.create(
      make('sales', `Big list · ${bigRows.toLocaleString('en')} contacts`, bigRows, {
        maxConcurrentCalls: concurrency,
        callRetryConfig: roundTheClock,
      }),
      {
        createdMs: nowMs - 20 * minuteMs,
        speed: lastingSpeed,
      },
    );
  }
  for (const { pacer } of state.campaigns) pacer?.run.advanceTo(nowMs);
}
