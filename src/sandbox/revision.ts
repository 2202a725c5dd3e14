/** The generations of the API that the sandbox can emulate, oldest first. */
export const revisions = ['0.1.1', 'docs', '0.3.0', '0.5.0'] as const;

/**
 * - `0.1.1`: as the client of that version describes it. No drafts: **a create dials at once**, or at
 *   `scheduled_at`.
 * - `docs`: the API reference, with paged rows and drafts (`launch`).
 * - `0.3.0`: drafts that can be changed and launched, pause and resume, rows without paging.
 * - `0.5.0`: today's service. A create dials nobody; `launch-calls` launches the calls that it names.
 */
export type Revision = (typeof revisions)[number];

const oldCallStatuses = [
  'initializing',
  'queued_for_calling',
  'calling',
  'scheduled',
  'completed',
  'cancelled',
  'errored',
] as const;
const draftCallStatuses = [...oldCallStatuses, 'post_processing', 'paused'] as const;
const todayCallStatuses = [...draftCallStatuses, 'not_launched'] as const;
/** Every value that a call's `status` has had. */
export type CallStatusWord = (typeof todayCallStatuses)[number];

const todayOutcomes = ['not_interested', 'interested', 'completed', 'requested_callback_later'] as const;
const draftOutcomes = [
  ...todayOutcomes,
  'requested_callback_new_number',
  'do_not_contact',
  'ai_averse',
] as const;
/** Every value that a call's `outcome` has had. */
export type OutcomeWord = (typeof draftOutcomes)[number];

/** The differences between the generations. */
export interface RevisionTraits {
  /** What a create does: it dials, it dials unless `launch` is false, or it dials nobody. */
  readonly create: 'dials' | 'asked' | 'dialsNobody';
  /** Rows come in pages with filters; otherwise all at once. */
  readonly pagesRows: boolean;
  readonly callStatuses: readonly CallStatusWord[];
  /** Empty: calls have no `outcome`. */
  readonly outcomes: readonly OutcomeWord[];
  /** How long the service evaluates a conversation before it reports the outcome. */
  readonly postProcessingMs: number;
}

export const revisionTraits: Readonly<Record<Revision, RevisionTraits>> = {
  '0.1.1': {
    create: 'dials',
    pagesRows: true,
    callStatuses: oldCallStatuses,
    outcomes: [],
    postProcessingMs: 0,
  },
  docs: {
    create: 'asked',
    pagesRows: true,
    callStatuses: oldCallStatuses,
    outcomes: [],
    postProcessingMs: 0,
  },
  '0.3.0': {
    create: 'asked',
    pagesRows: false,
    callStatuses: draftCallStatuses,
    outcomes: draftOutcomes,
    postProcessingMs: 5000,
  },
  '0.5.0': {
    create: 'dialsNobody',
    pagesRows: false,
    callStatuses: todayCallStatuses,
    outcomes: todayOutcomes,
    postProcessingMs: 5000,
  },
};

/** Whether the revision has single calls, pause, phone numbers and everything else that `0.3.0` added. */
export function isModern(revision: Revision): boolean {
  return revision === '0.3.0' || revision === '0.5.0';
}
